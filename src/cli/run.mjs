import { fileURLToPath } from 'node:url'

// Node 20 cannot read TypeScript. Vite is here anyway and loads a command and what it imports in about a
// quarter of a second, without the page's vite.config.ts. A command `do-this` is src/cli/doThis.ts exporting
// `async function main(args: readonly string[]): Promise<number>`, the exit code.
// It imports statically: Vite's loader is closed by the time `main` runs.

const commands = ['score', 'schema', 'explain', 'solve', 'lint', 'import', 'data-check', 'demo', 'rules']
const [command, ...args] = process.argv.slice(2)

// A reader that stops early, such as `| head`, is not an error of ours.
process.stdout.on('error', error => {
  if (error.code !== 'EPIPE') throw error
})

// exitCode, not exit(): exit() cuts off what a pipe has not taken yet.
if (command && commands.includes(command)) {
  process.exitCode = await run(command)
} else {
  console.error(`Usage: node src/cli/run.mjs <${commands.join(' | ')}> [arguments]`)
  process.exitCode = 2
}

async function run(name) {
  const { runnerImport } = await import('vite')
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const options = { root, configFile: false, publicDir: false, logLevel: 'error' }
  const file = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase())
  const { module } = await runnerImport(fileURLToPath(new URL(`${file}.ts`, import.meta.url)), options)
  return module.main(args)
}
