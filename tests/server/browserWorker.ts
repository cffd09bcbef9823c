import { HttpResponse, http } from 'msw'
import { setupWorker } from 'msw/browser'

const folder = '../../data/'

/** Text of every file the app may ask for, by its path under `data/`. */
const texts: ReadonlyMap<string, string> = new Map(
  Object.entries(
    import.meta.glob<string>(['../../data/**/*.json', '!../../data/schema/**'], {
      query: '?raw',
      import: 'default',
      eager: true,
    }),
  ).map(([path, text]) => [path.slice(folder.length), text]),
)

const worker = setupWorker(
  http.get(/\.json$/, ({ request }) => {
    const { pathname } = new URL(request.url)
    const text = [...texts].find(([path]) => pathname.endsWith(`/${path}`))?.[1]
    return text === undefined ? new HttpResponse('Not found', { status: 404 }) : answer(text)
  }),
)

/** Starts the host of the real data files; once for each test file. */
export async function startWorker(): Promise<void> {
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' })
}

export function stopWorker(): void {
  worker.stop()
}

/** Takes back what {@link serveInstead} changed. */
export function resetWorker(): void {
  worker.resetHandlers()
}

/** Answers for one file with other content, as if it had been published so. */
export function serveInstead(path: string, content: unknown): void {
  if (!texts.has(path)) throw new Error(`there is no data/${path}`)
  worker.use(http.get(`*/${path}`, () => answer(JSON.stringify(content))))
}

/** Text of a real data file. */
export function dataText(path: string): string {
  const text = texts.get(path)
  if (text === undefined) throw new Error(`there is no data/${path}`)
  return text
}

const answer = (text: string) =>
  new HttpResponse(text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } })
