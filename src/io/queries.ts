import { queryOptions } from '@tanstack/react-query'
import type { Decoded, Problem } from '../model/problem.ts'
import type { Bilingual } from '../model/provenance.ts'
import { maxFileBytes } from './maxFileBytes.ts'

/** An error that names what is wrong in which file. */
export type DataFileError = Error & { readonly problems: readonly Problem[] }

export function dataFileError(problems: readonly Problem[]): DataFileError {
  const [first] = problems
  return Object.assign(new Error(`${first?.file}: ${first?.message.vi}`), { problems })
}

/** The problems behind a failed query; one general problem when it was not ours. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Error && 'problems' in error) return (error as DataFileError).problems
  const detail = error instanceof Error ? error.message : String(error)
  return [{ file: '', path: '', code: 'unexpected', severity: 'error', message: { vi: detail, en: detail } }]
}

async function fetchText(path: string, signal: AbortSignal): Promise<string> {
  const unreachable = (detail: Bilingual) =>
    dataFileError([
      {
        file: path,
        path: '',
        code: 'unreachable',
        severity: 'error',
        message: {
          vi: `không tải được tệp (${detail.vi}); kiểm tra thư mục đặt trang có đủ tệp rồi thử lại`,
          en: `the file could not be loaded (${detail.en}); check that the folder is complete and try again`,
        },
      },
    ])
  const response = await fetch(path, { signal }).catch((error: unknown) => {
    if (signal.aborted) throw error
    throw unreachable({ vi: 'không kết nối được', en: 'no connection' })
  })
  if (!response.ok) throw unreachable({ vi: `mã ${response.status}`, en: `status ${response.status}` })
  if (Number(response.headers.get('content-length')) > maxFileBytes)
    throw unreachable({ vi: 'tệp quá lớn', en: 'too large' })
  return response.text()
}

type Decoders = typeof import('./decode.ts')

let decoders: Promise<Decoders> | null = null

/**
 * What reads data files, fetched once beside the first of them: the first screen is drawn without it. Asked for
 * early by whoever starts the page, so that a file never waits for it alone.
 */
export function loadDecoders(): Promise<Decoders> {
  decoders ??= import('./decode.ts').catch((error: unknown) => {
    // A network that failed once is asked again with the next file.
    decoders = null
    throw error
  })
  return decoders
}

function fileQuery<T>(
  path: string,
  pick: (decoders: Decoders) => (text: string, file: string) => Decoded<T>,
) {
  return queryOptions({
    queryKey: ['file', path],
    queryFn: async ({ signal }): Promise<T> => {
      const [text, read] = await Promise.all([fetchText(path, signal), loadDecoders()])
      const decoded = pick(read)(text, path)
      if (!decoded.ok) throw dataFileError(decoded.problems)
      return decoded.value
    },
    // Published files never change while the page is open.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export const catalogueQuery = () => fileQuery('index.json', each => each.decodeCatalogue)
export const documentsQuery = (path: string) => fileQuery(path, each => each.decodeDocuments)
export const agenciesQuery = (path: string) => fileQuery(path, each => each.decodeAgencies)
export const ruleSetQuery = (path: string) => fileQuery(path, each => each.decodeRuleSet)
export const submissionsQuery = (path: string) => fileQuery(path, each => each.decodeSubmissions)
export const figuresQuery = (path: string) => fileQuery(path, each => each.decodeFigures)
export const planQuery = (path: string) => fileQuery(path, each => each.decodePlan)
