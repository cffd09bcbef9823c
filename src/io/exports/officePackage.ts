import { strFromU8 } from 'fflate'
import type { Decoded, Problem } from '../../model/problem.ts'
import { unzip, type ZipFault } from '../package/zip.ts'
import { exportLimits, exportTooLarge } from './exportLimits.ts'
import { elementsIn, readXml, type XmlElement } from './xmlText.ts'

export type OfficePackage = {
  readonly names: readonly string[]
  /** A part as XML; null where there is none of that name. @throws where it is not well-formed */
  readonly part: (path: string) => XmlElement | null
  /** Where a relationship of the package leads by the end of its type ("/officeDocument"); null: nowhere. */
  readonly related: (type: string) => string | null
}

const packageRelations = '_rels/.rels'

/** Opens an Office file: its parts as XML, after its directory was found harmless. Media are not unpacked. */
export function openOfficeFile(bytes: Uint8Array, fileName: string): Decoded<OfficePackage> {
  const opened = unzip(bytes, path => /\.(?:xml|rels)$/.test(path), exportLimits)
  if (!opened.ok) return { ok: false, problems: [officeProblem(fileName, messageOf[opened.fault.kind])] }
  const { entries } = opened
  const part = (path: string) => {
    const content = entries.get(path)
    return content === undefined ? null : readXml(strFromU8(content))
  }
  try {
    const relations = part(packageRelations)
    const targets = relations ? elementsIn(relations, 'Relationship') : []
    const related = (type: string) => {
      const found = targets.find(each => each.attributes.get('Type')?.endsWith(type))
      return found?.attributes.get('Target')?.replace(/^\//, '') ?? null
    }
    return { ok: true, value: { names: [...entries.keys()], part, related } }
  } catch {
    return { ok: false, problems: [officeProblem(fileName, messageOf.broken)] }
  }
}

export function officeProblem(file: string, message: Problem['message']): Problem {
  return { file, path: '', code: 'office-file', severity: 'error', message }
}

export const brokenFile: Problem['message'] = {
  vi: 'tệp hỏng, không đọc được; tải lại từ ParBoard hoặc lưu lại bằng Office',
  en: 'the file is damaged and cannot be read; take it from ParBoard again or save it with Office',
}

export const noOrigin: Problem['message'] = {
  vi: 'tệp không ghi nguồn của ParBoard, nên không biết so với gì',
  en: 'the file does not say what it was made of by ParBoard, so there is nothing to hold it against',
}

const messageOf: Record<ZipFault['kind'], Problem['message']> = {
  tooLarge: exportTooLarge,
  unpacksTooLarge: exportTooLarge,
  tooManyEntries: exportTooLarge,
  notZip: {
    vi: 'không phải tệp của Office (.docx, .pptx, .xlsx), hoặc tệp bị cắt dở',
    en: 'not an Office file (.docx, .pptx, .xlsx), or one that is cut off',
  },
  broken: brokenFile,
  unsafePath: brokenFile,
  doubledPath: brokenFile,
}
