import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'

// A plain static host: nothing is rewritten, and the page lies in a folder below the host's top, because that
// is how it will be published. `node tests/server/serve.mjs <folder> <port> <path>`

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
}

const [folder = 'dist', port = '4179', path = '/'] = process.argv.slice(2)
const top = resolve(folder)

const server = createServer(async (request, response) => {
  const answer = (status, headers, body) => {
    response.writeHead(status, {
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
  const plain = { 'Content-Type': types['.txt'] }
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return answer(405, { ...plain, Allow: 'GET, HEAD' })
    const pathname = pathOf(request.url)
    if (`${pathname}/` === path) return answer(301, { Location: path })
    const file = await fileAt(pathname)
    if (!file) return answer(404, plain, 'Not found')
    answer(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' }, await readFile(file))
  } catch (error) {
    console.error(error)
    answer(500, plain, 'Internal error')
  }
})

if (!existsSync(join(top, 'index.html'))) throw new Error(`${top} has no index.html: run npm run build first`)
server.listen(Number(port), '127.0.0.1', () => console.log(`${top} on http://127.0.0.1:${port}${path}`))

/** The decoded path; undefined when it cannot be decoded. */
function pathOf(url) {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0])
  } catch {
    return undefined
  }
}

/** The file to send; undefined when there is none, or when the path leaves the folder. */
async function fileAt(pathname) {
  if (!pathname?.startsWith(path) || pathname.includes('\0')) return undefined
  const asked = pathname.slice(path.length)
  const file = join(top, asked.endsWith('/') || asked === '' ? `${asked}index.html` : asked)
  if (!file.startsWith(top + sep)) return undefined
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? file : undefined
}
