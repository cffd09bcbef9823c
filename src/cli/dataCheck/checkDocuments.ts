import type { SourceDocument } from '../../model/provenance.ts'
import type { Report } from '../../scoring/lint/report.ts'
import { type On, reportIds, reportTwice, reportUnknown } from './findings.ts'
import type { Folder } from './readFolder.ts'
import { saysIllustrative } from './saysIllustrative.ts'
import { textsIn } from './walkJson.ts'

const citing = ['documentId', 'decisionId']

/**
 * The registry of documents, and that whatever is cited stands in it.
 * @param today ISO day nothing can have been checked after
 */
export function checkDocuments(folder: Folder, today: string, on: On): void {
  if (!folder.documents) return
  const { file, value: documents } = folder.documents
  const report = on(file)
  reportIds({ documents }, report)
  reportNumbers(documents, report)
  documents.forEach((document, index) => {
    checkDays(document, `documents[${index}]`, today, report)
    if (document.kind === 'example' && !saysIllustrative([document.title, document.note]))
      report.error(`documents[${index}].title`, 'illustrative-unsaid', {
        vi: `“${document.title}” là ví dụ của dự án; tên hoặc ghi chú cần có chữ “minh họa”`,
        en: `"${document.title}" is an example of ours; its title or note must say "minh họa"`,
      })
  })
  const known = new Set(documents.map(({ id }) => id))
  const cited = reportCited(folder, known, on)
  reportUncited(folder, documents, cited, report)
}

/** One official number of one issuer is one document. */
function reportNumbers(documents: readonly SourceDocument[], report: Report): void {
  const numbered = documents.flatMap(({ number, issuer }, index) =>
    number === null ? [] : [{ key: `${number}”, “${issuer}`, path: `documents[${index}].number` }],
  )
  reportTwice(numbered, ({ key, path }, earlier) => {
    report.error(path, 'duplicate-number', {
      vi: `văn bản số “${key}” đã ghi ở ${earlier}; mỗi văn bản chỉ ghi một lần`,
      en: `document “${key}” is registered at ${earlier} already; a document may stand once`,
    })
  })
}

function checkDays({ date, checkedOn }: SourceDocument, at: string, today: string, report: Report): void {
  if (checkedOn > today)
    report.error(`${at}.checkedOn`, 'checked-in-future', {
      vi: `ngày đối chiếu ${checkedOn} chưa đến; hôm nay là ${today}, cần ngày không muộn hơn`,
      en: `checked on ${checkedOn}, which is after today, ${today}`,
    })
  if (date !== null && checkedOn < date)
    report.error(`${at}.checkedOn`, 'checked-before-issue', {
      vi: `ngày đối chiếu ${checkedOn} trước ngày văn bản ${date}; cần từ ngày ấy trở đi`,
      en: `checked on ${checkedOn}, before the document's date, ${date}`,
    })
}

/** @returns ids of documents that are cited anywhere */
function reportCited({ json, documents }: Folder, known: ReadonlySet<string>, on: On): ReadonlySet<string> {
  const cited = new Set<string>()
  for (const [file, data] of json) {
    if (file === documents?.file) continue
    const named = textsIn(data).filter(({ key }) => citing.includes(key))
    for (const { text } of named) cited.add(text)
    const unknown = named.flatMap(({ text, path }) => (known.has(text) ? [] : [{ key: text, path }]))
    reportUnknown(unknown, ({ key, path }, more) => {
      on(file).error(path, 'unknown-document', {
        vi: `văn bản “${key}” không có trong documents.json; cần mã của một văn bản đã ghi ở đó${more.vi}`,
        en: `document "${key}" is not in documents.json; the id of one that is is needed${more.en}`,
      })
    })
  }
  return cited
}

/** Nothing is taken from it and no text names its number. */
function reportUncited(
  { json, documents }: Folder,
  registry: readonly SourceDocument[],
  cited: ReadonlySet<string>,
  report: Report,
): void {
  const idle = registry.filter(({ id }) => !cited.has(id))
  if (idle.length === 0) return
  const texts = [...json].flatMap(([file, data]) => (file === documents?.file ? [] : textsIn(data)))
  const isNamed = ({ id, number }: SourceDocument) =>
    number !== null &&
    (texts.some(({ text }) => text.includes(number)) ||
      registry.some(({ id: other, note = '' }) => other !== id && note.includes(number)))
  for (const document of idle)
    if (!isNamed(document))
      report.warning(`documents[${registry.indexOf(document)}]`, 'document-uncited', {
        vi: `không tệp nào dẫn mã “${document.id}”${document.number === null ? '' : ` hay nhắc số “${document.number}”`}; cần một nơi dẫn, nếu không thì bỏ`,
        en: `nothing cites "${document.id}" or names its number; it is cited or it goes`,
      })
}
