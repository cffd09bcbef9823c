import { spawn } from 'node:child_process'

export type Ending = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs the command line as a user would, from the repository root. */
export function run(...args: readonly string[]): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['src/cli/run.mjs', ...args])
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', text => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', text => {
      err += text
    })
    child.on('error', reject)
    child.on('close', code => resolve({ code, out, err }))
  })
}
