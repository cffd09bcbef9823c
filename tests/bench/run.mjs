import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

// `npm run bench`. Built first, as the page is: a module loader's own indirections would be measured otherwise.

const root = fileURLToPath(new URL('../..', import.meta.url))
const outDir = `${root}node_modules/.cache/bench`
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: {
    ssr: 'tests/bench/bench.ts',
    outDir,
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
})
const { main } = await import(pathToFileURL(`${outDir}/bench.mjs`).href)
main()
