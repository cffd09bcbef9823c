import type * as z from 'zod'
import type { AgencyDirectory } from '../model/agency.ts'
import { type Catalogue, tabledSubmissions } from '../model/catalogue.ts'
import type { StatedFigure } from '../model/figure.ts'
import type { Plan } from '../model/plan.ts'
import type { Decoded, Problem } from '../model/problem.ts'
import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import { type Submission, type SubmissionTable, submissionsOf } from '../model/submission.ts'
import { describeIssue } from './describeIssue.ts'
import { agenciesSchema, documentsSchema, figuresSchema } from './directorySchema.ts'
import { locateJsonFault } from './locateJsonFault.ts'
import { maxFileBytes } from './maxFileBytes.ts'
import { planSchema } from './planSchema.ts'
import { ruleSetSchema } from './ruleSetSchema.ts'
import { catalogueSchema } from './schema.ts'
import { submissionSchema, submissionTableSchema } from './submissionSchema.ts'

/** `criteria[2].subCriteria[0].maxPoints`, as a clerk would look it up. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  )
}

/**
 * Reads JSON text and checks its shape.
 * Returns every problem with its place; text is brought to NFC first so that names compare equal.
 */
export function decode<T>(schema: z.ZodType<T>, text: string, file: string): Decoded<T> {
  const read = readJson(text, file)
  return read.ok ? check(schema, read.value, file) : read
}

/** Parses JSON text of a file, brought to NFC; says where it stops being JSON. */
export function readJson(text: string, file: string): Decoded<unknown> {
  if (text.length > maxFileBytes)
    return refuse(file, '', 'too-large', {
      vi: `tệp quá lớn (trên ${maxFileBytes / 1_000_000} MB)`,
      en: `the file is too large (over ${maxFileBytes / 1_000_000} MB)`,
    })
  const source = text.replace(/^\uFEFF/, '')
  try {
    return { ok: true, value: JSON.parse(source.normalize('NFC')) }
  } catch {
    const { line, column } = locateJsonFault(source)
    return refuse(file, '', 'not-json', {
      vi: `tệp không phải JSON đọc được: sai ở dòng ${line}, cột ${column}`,
      en: `the file is not readable JSON: wrong at line ${line}, column ${column}`,
    })
  }
}

function check<T>(schema: z.ZodType<T>, data: unknown, file: string): Decoded<T> {
  const result = schema.safeParse(data)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: result.error.issues.flatMap(issue => toProblems(issue, file)) }
}

function refuse(file: string, path: string, code: string, message: Problem['message']): Decoded<never> {
  return { ok: false, problems: [{ file, path, code, severity: 'error', message }] }
}

function toProblems(issue: z.core.$ZodIssue, file: string): readonly Problem[] {
  const path = formatPath(issue.path)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      file,
      path: formatPath([...issue.path, key]),
      code: 'unknown-field',
      severity: 'error',
      message: {
        vi: `không có trường “${key}” ở đây; kiểm tra chính tả`,
        en: `there is no field "${key}" here`,
      },
    }))
  const code = issue.code.replaceAll('_', '-')
  return [{ file, path, code, severity: 'error', message: describeIssue(issue) }]
}

export function decodeRuleSet(text: string, file: string): Decoded<RuleSet> {
  return decode(ruleSetSchema, text, file)
}

export function decodeSubmission(text: string, file: string): Decoded<Submission> {
  return decode(submissionSchema, text, file)
}

export function decodeSubmissionTable(text: string, file: string): Decoded<SubmissionTable> {
  return decode(submissionTableSchema, text, file)
}

/** Every submission of a file, which is a table when it has `rows`. */
export function decodeSubmissions(text: string, file: string): Decoded<readonly Submission[]> {
  const read = readJson(text, file)
  if (!read.ok) return read
  if (typeof read.value === 'object' && read.value !== null && 'rows' in read.value) {
    const table = check(submissionTableSchema, read.value, file)
    return table.ok ? { ok: true, value: submissionsOf(table.value) } : table
  }
  const single = check(submissionSchema, read.value, file)
  return single.ok ? { ok: true, value: [single.value] } : single
}

export function decodePlan(text: string, file: string): Decoded<Plan> {
  return decode(planSchema, text, file)
}

/** The catalogue, its submissions with those of the tables, the newest period first. */
export function decodeCatalogue(text: string, file: string): Decoded<Catalogue> {
  const decoded = decode(catalogueSchema, text, file)
  if (!decoded.ok) return decoded
  const { submissions, tables } = decoded.value
  const all = [...submissions, ...tabledSubmissions(tables)]
  // A stable sort keeps the order of the files within a period.
  const newestFirst = all.toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))
  return { ok: true, value: { ...decoded.value, submissions: newestFirst } }
}

export function decodeDocuments(text: string, file: string): Decoded<readonly SourceDocument[]> {
  const decoded = decode(documentsSchema, text, file)
  return decoded.ok ? { ok: true, value: decoded.value.documents } : decoded
}

export function decodeAgencies(text: string, file: string): Decoded<AgencyDirectory> {
  return decode(agenciesSchema, text, file)
}

export function decodeFigures(text: string, file: string): Decoded<readonly StatedFigure[]> {
  const decoded = decode(figuresSchema, text, file)
  return decoded.ok ? { ok: true, value: decoded.value.figures } : decoded
}
