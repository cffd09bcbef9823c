import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const allowedAtTop = [
  'README.md',
  'data',
  'index.html',
  'package-lock.json',
  'package.json',
  'src',
  'tests',
  'tsconfig.json',
  'vite.config.ts',
]

/** Made by the tools, never committed; only seen when there is no git to ask. */
const generated = ['node_modules', 'dist', 'test-results']

/** @types/node follows the Node that runs the tests, within one major version. */
const unpinned = ['@types/node']

const longestFile = 400

const binary = /\.(png|jpe?g|gif|ico|webp|woff2?|ttf|pdf|xlsx?|docx?|zip|gz)$/i

/** A package registry in source would be an address somebody's network does not reach. */
const registryHost =
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}|\bnpm\.pkg\.github\.com|\b(npmjs|npmmirror|yarnpkg)\.(com|org)/i

const files = gitFiles() ?? walkedFiles()
const textFiles = files.filter(path => !binary.test(path))
const sourceFiles = textFiles.filter(path => path.startsWith('src/'))
const read = (path: string) => readFileSync(path, 'utf8')

/** What git tracks and the working tree still has; undefined when this is not a checkout. */
function gitFiles(): readonly string[] | undefined {
  try {
    const listed = execFileSync('git', ['ls-files', '-z'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const present = listed.split('\0').filter(path => path !== '' && existsSync(path))
    return present.length > 0 ? present : undefined
  } catch {
    return undefined
  }
}

function walkedFiles(): readonly string[] {
  const tops = readdirSync('.').filter(name => !name.startsWith('.') && !generated.includes(name))
  return tops.flatMap(top => {
    if (!statSync(top).isDirectory()) return [top]
    const inside = readdirSync(top, { recursive: true, encoding: 'utf8' })
    return inside.map(path => `${top}/${path.replaceAll('\\', '/')}`).filter(path => statSync(path).isFile())
  })
}

test('the top level holds only what a reader looks for there', () => {
  const tops = new Set(files.map(path => path.split('/')[0] ?? path))
  const unexpected = [...tops].filter(name => !name.startsWith('.') && !allowedAtTop.includes(name))
  expect(unexpected).toEqual([])
})

describe('dependencies', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

  test('are pinned exactly', () => {
    const loose = versions.filter(
      ([name, version]) => !unpinned.includes(name) && !/^\d+\.\d+\.\d+$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('come from whichever registry npm is set to: the lock names no address', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"')
  })

  test('are each explained by a decision', () => {
    const folder = 'src/decisions'
    const pages = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.md')) : []
    const decisions = pages.map(page => read(`${folder}/${page}`)).join('\n')
    // `react` is not mentioned by `react-dom`, `@types/react` or `react/jsx-runtime`, nor `vite` by vite.config.ts.
    const mentioned = (name: string) =>
      new RegExp(`(?<![\\w@/.-])${name.replaceAll('.', '\\.')}(?![\\w/-]|\\.\\w)`).test(decisions)
    expect(versions.map(([name]) => name).filter(name => !mentioned(name))).toEqual([])
  })
})

describe('files', () => {
  test('in src name no package registry', () => {
    expect(sourceFiles.filter(path => registryHost.test(read(path)))).toEqual([])
  })

  test('in src stay readable in one go', () => {
    const long = sourceFiles.map(path => [path, read(path).trimEnd().split('\n').length] as const)
    expect(long.filter(([, lines]) => lines > longestFile)).toEqual([])
  })

  // The same Vietnamese letter has two spellings in Unicode, and === tells them apart.
  test('write Vietnamese in composed letters (NFC)', () => {
    expect(textFiles.filter(path => read(path) !== read(path).normalize('NFC'))).toEqual([])
  })
})
