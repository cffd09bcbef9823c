import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'
import { describe, expect, test } from 'vitest'

type Folder = {
  /** Folders of src this one may import, besides itself. */
  readonly imports: readonly string[]
  /** Packages by name; a name covers its subpaths. `node:` stands for all of Node's own modules. */
  readonly packages: readonly string[]
}

/** Who may import whom: the same table as in src/ARCHITECTURE.md. A folder that is not here may not exist. */
const table: Readonly<Record<string, Folder>> = {
  model: { imports: [], packages: [] },
  scoring: { imports: ['model'], packages: [] },
  io: {
    imports: ['model'],
    packages: [
      '@noble/hashes',
      '@tanstack/react-query',
      'docx',
      'fflate',
      'hucre',
      'idb',
      'pptxgenjs',
      'zod',
    ],
  },
  cli: { imports: ['model', 'scoring', 'io', 'receipt'], packages: ['node:'] },
  state: {
    imports: ['model', 'scoring', 'io'],
    packages: ['@tanstack/react-query', 'react', 'zustand'],
  },
  ui: { imports: [], packages: ['@tanstack/react-table', '@tanstack/react-virtual', 'react', 'react-dom'] },
  charts: { imports: ['model', 'ui'], packages: ['react', 'recharts'] },
  receipt: { imports: ['model', 'ui', 'charts'], packages: ['react'] },
  sentences: { imports: ['model', 'ui', 'charts', 'receipt'], packages: [] },
  exports: { imports: ['model', 'io', 'state', 'ui', 'receipt'], packages: ['react'] },
  features: {
    imports: ['model', 'io', 'state', 'ui', 'charts', 'receipt', 'sentences', 'exports'],
    packages: [
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@tanstack/react-table',
      '@tanstack/react-virtual',
      'react',
      'react-dom',
      'zustand',
    ],
  },
  app: {
    imports: [
      'model',
      'scoring',
      'io',
      'state',
      'ui',
      'charts',
      'receipt',
      'sentences',
      'exports',
      'features',
    ],
    packages: [
      '@fontsource/be-vietnam-pro',
      '@fontsource/ibm-plex-sans',
      '@tanstack/react-query',
      '@tanstack/react-router',
      'react',
      'react-dom',
      'zod',
      'zustand',
    ],
  },
}

/** Folders that draw; only these may import a stylesheet of their own. */
const styled = ['ui', 'charts', 'receipt', 'features', 'app']

/** src/features/overview/parts is the deepest kind of folder. */
const deepestFolder = 4

/** TypeScript files under src, by path from the repository root. */
type Sources = ReadonlyMap<string, string>

const isScript = (path: string) => /\.tsx?$/.test(path)
const folderOf = (path: string) => path.split('/')[1] ?? ''

/** A feature is a unit of its own; other folders of src are one unit each. */
const unitOf = (path: string) => {
  const parts = path.split('/')
  return parts[1] === 'features' ? parts.slice(0, 3).join('/') : parts.slice(0, 2).join('/')
}

function readSources(): Sources {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(path => posix.join('src', path.replaceAll('\\', '/')))
    .filter(isScript)
  return new Map(paths.sort().map(path => [path, readFileSync(path, 'utf8')]))
}

/** Every module a file names: import, export from, import() and import() in a type. */
function importsOf(path: string, source: string): readonly string[] {
  const { module, program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const named = [
    ...module.staticImports.map(found => found.moduleRequest.value),
    ...module.staticExports.flatMap(found =>
      found.entries.flatMap(entry => entry.moduleRequest?.value ?? []),
    ),
  ]
  const add = (node: { readonly type: string; readonly value?: unknown }) => {
    named.push(typeof node.value === 'string' ? node.value : '(a name that is not written out)')
  }
  new Visitor({
    ImportExpression: node => add(node.source),
    TSImportType: node => add(node.source),
  }).visit(program)
  return [...new Set(named)]
}

const hasDefaultExport = (path: string, source: string) =>
  parseSync(path, source).module.staticExports.some(found =>
    found.entries.some(entry => entry.exportName.kind === 'Default' || entry.exportName.name === 'default'),
  )

const isRelative = (specifier: string) => specifier.startsWith('.')
const resolveFrom = (path: string, specifier: string) => posix.join(posix.dirname(path), specifier)

function packageAllowed(folder: Folder, specifier: string): boolean {
  return folder.packages.some(
    name => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
}

/** Why `path` may not import `specifier`; undefined when it may. */
function refusal(path: string, folder: Folder, specifier: string): string | undefined {
  if (!isRelative(specifier)) {
    return packageAllowed(folder, specifier) ? undefined : `${folderOf(path)} may not use this package`
  }
  const target = resolveFrom(path, specifier)
  if (!target.startsWith('src/')) return 'src may not import from outside src'
  if (target.endsWith('.css') && !styled.includes(folderOf(path))) return `${folderOf(path)} has no styles`
  if (unitOf(target) === unitOf(path)) return undefined
  if (folderOf(target) === 'features' && folderOf(path) === 'features')
    return 'a feature may not import another'
  return folder.imports.includes(folderOf(target))
    ? undefined
    : `${folderOf(path)} may not import ${folderOf(target)}`
}

function findImportProblems(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, source]) => {
    const folder = table[folderOf(path)]
    if (!folder || path.split('/').length < 3) return [`${path}: no such place in the table`]
    return importsOf(path, source).flatMap(specifier => {
      const reason = refusal(path, folder, specifier)
      return reason ? [`${path} imports ${specifier}: ${reason}`] : []
    })
  })
}

function findShapeProblems(sources: Sources): readonly string[] {
  return [...sources].flatMap(([path, source]) => [
    ...(/\/index\.tsx?$/.test(path) ? [`${path}: name the file after what it exports`] : []),
    ...(path.split('/').length - 1 > deepestFolder
      ? [`${path}: folders nest deeper than ${deepestFolder}`]
      : []),
    ...(hasDefaultExport(path, source) ? [`${path}: default export`] : []),
  ])
}

/** Each cycle once, as the path that closes it. Type imports count: they tie files together as well. */
function findCycles(sources: Sources): readonly string[] {
  const cycles: string[] = []
  const finished = new Set<string>()
  const visit = (path: string, trail: readonly string[]): void => {
    if (finished.has(path)) return
    const start = trail.indexOf(path)
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' → '))
      return
    }
    for (const specifier of importsOf(path, sources.get(path) ?? '').filter(isRelative)) {
      const target = resolveFrom(path, specifier)
      const file = [target, `${target}.ts`, `${target}.tsx`].find(candidate => sources.has(candidate))
      if (file) visit(file, [...trail, path])
    }
    finished.add(path)
  }
  for (const path of sources.keys()) visit(path, [])
  return cycles
}

/** Stylesheets under src, by path from the repository root. */
function readStyles(): Sources {
  const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(path => posix.join('src', path.replaceAll('\\', '/')))
    .filter(path => path.endsWith('.css'))
  return new Map(paths.sort().map(path => [path, readFileSync(path, 'utf8')]))
}

/**
 * Classes that rules of two features begin with: once both screens were visited, one would restyle the other.
 */
function findSharedClasses(styles: Sources): readonly string[] {
  const units = new Map<string, Set<string>>()
  for (const [path, text] of styles) {
    const selectors = text.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{}@;]+)\{/g)
    for (const part of [...selectors].flatMap(([, selector = '']) => selector.split(','))) {
      const name = /^\s*\.([a-z][\w-]*)/.exec(part)?.[1]
      if (name) units.set(name, (units.get(name) ?? new Set()).add(unitOf(path)))
    }
  }
  return [...units].flatMap(([name, by]) => {
    const features = [...by].filter(unit => unit.startsWith('src/features/'))
    return features.length > 1 && !by.has('src/ui') ? [`.${name}: ${features.join(', ')}`] : []
  })
}

describe('src', () => {
  const sources = readSources()

  test('has files to look at', () => expect(sources.size).toBeGreaterThan(0))
  test('imports only in the direction of the table', () => expect(findImportProblems(sources)).toEqual([]))
  test('has no cycles', () => expect(findCycles(sources)).toEqual([]))
  test('styles a class in one feature, unless ui styles it for all', () =>
    expect(findSharedClasses(readStyles())).toEqual([]))
  test('has no barrels, default exports or deep folders', () =>
    expect(findShapeProblems(sources)).toEqual([]))
})

describe('the check itself', () => {
  const file = (path: string, source: string) => [path, source] as const
  const allowed: Sources = new Map([
    file('src/scoring/a.ts', "import type { A } from '../model/a.ts'"),
    file(
      'src/features/overview/a.tsx',
      "import './a.css'; import { useState } from 'react'; import './parts/b.ts'",
    ),
    file(
      'src/app/a.tsx',
      "import { b } from '../features/overview/b.tsx'; import '@fontsource/ibm-plex-sans/400.css'",
    ),
    file('src/cli/a.ts', "import { readFileSync } from 'node:fs'"),
    file('src/charts/a.ts', "// import { b } from '../io/b.ts'\nexport const text = \"import('zod')\""),
  ])

  test('lets allowed imports, comments and strings pass', () => {
    expect(findImportProblems(allowed)).toEqual([])
    expect(findShapeProblems(allowed)).toEqual([])
  })

  test.each([
    file('src/model/a.ts', "import { z } from 'zod'"),
    file('src/model/a.ts', "import type { B } from '../scoring/b.ts'"),
    file('src/scoring/a.ts', "import { readFileSync } from 'node:fs'"),
    file('src/scoring/a.ts', "export { b } from '../io/b.ts'"),
    file('src/scoring/a.ts', "import './a.css'"),
    file('src/io/a.ts', "export type B = import('../state/b.ts').B"),
    file('src/state/a.ts', "export * from '../ui/b.tsx'"),
    file('src/ui/a.tsx', "import type { B } from '../model/b.ts'"),
    file('src/charts/a.tsx', "import { useDraft } from '../state/b.ts'"),
    file('src/receipt/a.tsx', "import { score } from '../scoring/b.ts'"),
    file('src/features/overview/a.tsx', "import { b } from '../sources/b.tsx'"),
    file('src/features/overview/a.tsx', "const b = () => import('../../scoring/b.ts')"),
    file('src/features/overview/a.tsx', "import { Bar } from 'recharts'"),
    file('src/features/overview/a.tsx', 'const b = (name: string) => import(name)'),
    file('src/app/a.tsx', "import { aCriterion } from '../../tests/scoring/builders.ts'"),
    file('src/app/a.tsx', "import 'reactive'"),
    file('src/app/a.tsx', "import { main } from '../cli/score.ts'"),
    file('src/common/a.ts', ''),
    file('src/a.ts', ''),
  ])('reports %s when it says %s', (path, source) => {
    expect(findImportProblems(new Map([[path, source]]))).toHaveLength(1)
  })

  test.each([
    file('src/ui/a.tsx', 'export default 1'),
    file('src/ui/a.tsx', 'const a = 1; export { a as default }'),
    file('src/ui/index.ts', ''),
    file('src/features/overview/parts/small/a.tsx', ''),
  ])('reports the shape of %s: %s', (path, source) => {
    expect(findShapeProblems(new Map([[path, source]]))).toHaveLength(1)
  })

  test('reports a class that two features style', () => {
    const twice = [
      ['src/features/a/a.css', '.row { color: red }'],
      ['src/features/b/b.css', '@media print { b,\n.row:hover { color: blue } }'],
    ] as const
    expect(findSharedClasses(new Map(twice))).toEqual(['.row: src/features/a, src/features/b'])
    expect(findSharedClasses(new Map([...twice, ['src/ui/ui.css', '.row { margin: 0 }']]))).toEqual([])
    expect(findSharedClasses(new Map([['src/features/a/a.css', '.row a { } .row b { }']]))).toEqual([])
  })

  test('reports a cycle, through types and missing endings too', () => {
    const cycle = new Map([
      file('src/model/a.ts', "import type { B } from './b'"),
      file('src/model/b.ts', "export { c } from './c.ts'"),
      file('src/model/c.ts', "import { a } from './a.ts'"),
    ])
    expect(findCycles(cycle)).toEqual(['src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts'])
  })
})
