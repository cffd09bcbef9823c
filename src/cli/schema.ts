import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { jsonSchemaFiles } from '../io/jsonSchemas.ts'

const folder = 'data/schema'

/**
 * Writes the JSON Schema of every kind of data file into `data/schema/`, or with `--check`
 * only compares what stands there.
 * @returns exit code: 0 written or equal, 1 stale, 2 wrong usage
 */
export async function main(args: readonly string[]): Promise<number> {
  const [option, ...others] = args
  if (others.length > 0 || (option !== undefined && option !== '--check')) {
    console.error('usage: npm run -s schema [-- --check]')
    return 2
  }
  const stale: string[] = []
  for (const { name, text } of jsonSchemaFiles()) {
    const file = `${folder}/${name}`
    if (option === '--check') {
      if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file)
    } else {
      await mkdir(folder, { recursive: true })
      await writeFile(file, text)
    }
  }
  for (const file of stale)
    console.error(`${file}: cũ so với src/io/schema.ts; chạy npm run schema [stale-schema]`)
  return stale.length > 0 ? 1 : 0
}
