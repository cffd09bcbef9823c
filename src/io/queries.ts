import { queryOptions } from '@tanstack/react-query'
import type { Decoded, Problem } from '../model/problem.ts'
import type { Bilingual } from '../model/provenance.ts'
import {
  decodeAgencies,
  decodeCatalogue,
  decodeDocuments,
  decodeFigures,
  decodePlan,
  decodeRuleSet,
  decodeSubmissions,
  maxFileBytes,
} from './decode.ts'

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

function fileQuery<T>(path: string, decode: (text: string, file: string) => Decoded<T>) {
  return queryOptions({
    queryKey: ['file', path],
    queryFn: async ({ signal }): Promise<T> => {
      const decoded = decode(await fetchText(path, signal), path)
      if (!decoded.ok) throw dataFileError(decoded.problems)
      return decoded.value
    },
    // Published files never change while the page is open.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export const catalogueQuery = () => fileQuery('index.json', decodeCatalogue)
export const documentsQuery = (path: string) => fileQuery(path, decodeDocuments)
export const agenciesQuery = (path: string) => fileQuery(path, decodeAgencies)
export const ruleSetQuery = (path: string) => fileQuery(path, decodeRuleSet)
export const submissionsQuery = (path: string) => fileQuery(path, decodeSubmissions)
export const figuresQuery = (path: string) => fileQuery(path, decodeFigures)
export const planQuery = (path: string) => fileQuery(path, decodePlan)
