import { checkFolder } from '../../src/cli/dataCheck/checkFolder.ts'
import { textsIn } from '../../src/cli/dataCheck/walkJson.ts'
import { type Files, sampleFiles, sampleFolder, valueIn, withText, withValue } from './dataFolder.ts'

/** Every broken copy is a copy of this. */
export const sample = sampleFolder()
/** Later than anything the files say. */
export const today = '2098-12-31'

const { agencies, dakLak, table } = sampleFiles

/** Errors of a folder, without its warnings. */
export const errorsOf = (files: Files) =>
  checkFolder(files, today).filter(problem => problem.severity === 'error')

/** One thing wrong in one file, and the one error that must come of it. */
export type Fault = {
  readonly title: string
  readonly broken: Files
  readonly file: string
  readonly path: string
  readonly code: string
  /** What the message must name: the value found, then what was expected. */
  readonly says: readonly string[]
}

type Edit = readonly [file: string, path: string, value: unknown]

/** Where the error stands when it is not where the fault is. */
type Where = { readonly at?: string; readonly in?: string }

/** Another value at one place; the error stands there unless `at` says where. */
export function fault(
  title: string,
  [file, path, value]: Edit,
  code: string,
  says: readonly string[],
  { at = path, in: said = file, also }: Where & { readonly also?: Edit } = {},
): Fault {
  const once = withValue(sample, file, path, value)
  return { title, broken: also ? withValue(once, ...also) : once, file: said, path: at, code, says }
}

/** Another text of a file. */
export function rewritten(
  title: string,
  [file, text]: readonly [file: string, text: string | undefined],
  code: string,
  says: readonly string[],
  { at = '', in: said = file }: Where = {},
): Fault {
  return { title, broken: withText(sample, file, text), file: said, path: at, code, says }
}

/** Text of a file of the sample. */
export const textOf = (file: string) => sample.get(file) ?? ''
/** What stands at a place of a file of the sample. */
export const at = (file: string, path: string) => valueIn(sample, file, path)
/** Length of a list. */
export const countOf = (file: string, path: string) => {
  const list = at(file, path)
  return Array.isArray(list) ? list.length : 0
}
const indexOf = (file: string, list: string, field: string, value: string) =>
  Array.from({ length: countOf(file, list) }, (_, place) => place).findIndex(
    place => at(file, `${list}[${place}].${field}`) === value,
  )

/** Place of an agency. */
export const agency = (id: string) => `agencies[${indexOf(agencies, 'agencies', 'id', id)}]`
/** Place of a figure of Đắk Lắk. */
export const value = (id: string) => `values[${indexOf(dakLak, 'values', 'metricId', id)}]`
/** The cell of a figure in any row of the table. */
export const cell = (id: string) => {
  const ids = at(table, 'metricIds')
  return `cells[${Array.isArray(ids) ? ids.indexOf(id) : -1}]`
}
/** The one of two places in a list that stands behind the other. */
export const later = (a: string, b: string) => (indexIn(a) > indexIn(b) ? a : b)
/** The one that stands before. */
export const earlier = (a: string, b: string) => (later(a, b) === a ? b : a)
const indexIn = (path: string) => Number(/\[(\d+)\]/.exec(path)?.[1])
/** The first text of a file that has a word. */
export const placeOf = (file: string, word: string) =>
  textsIn(JSON.parse(textOf(file))).find(({ text }) => text.includes(word))?.path ?? ''
/** Place of a group more. */
export const newGroup = `groups[${countOf(agencies, 'groups')}]`
/** A source of figures and tasks. */
export const source = { documentId: 'ke-hoach-37-kh-stttt-vp', place: 'mục I.1' }
/** A deadline with what every deadline has. */
export const due = (deadline: object) => ({ written: 'như văn bản', ...deadline })
/** A worked example of QĐ 766 whose points are wrong. */
export const example = {
  id: 'vi-du',
  name: 'Một nửa được thanh toán',
  values: [
    { metricId: 'PAY_DOSSIER.numerator', value: '50' },
    { metricId: 'PAY_DOSSIER.denominator', value: '100' },
  ],
  // 6 × 50/100 = 3
  expect: [{ nodeId: 'PAY_DOSSIER', points: '4' }],
  provenance: { certainty: 'illustrative', source: null },
}
