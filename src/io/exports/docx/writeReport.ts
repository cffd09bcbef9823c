import { Document, type ISectionOptions, Packer } from 'docx'
import { strFromU8, strToU8, unzipSync } from 'fflate'
import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import type { Report, ReportAnnex } from '../../../model/report.ts'
import { zipOf } from '../../package/zip.ts'
import { originProperties } from '../officeOrigin.ts'
import { reportBody, spacer, tableNotes, warningLines } from './body.ts'
import { reportClosing } from './closing.ts'
import { decree } from './decree.ts'
import { reportHead, reportTitle } from './head.ts'
import { section, textWidth } from './pages.ts'
import { line } from './parts.ts'
import { originTexts, reportWords } from './reportWords.ts'
import { reportStyles, styleIds } from './styles.ts'
import { isWide, reportTable } from './table.ts'

/**
 * An administrative report as a DOCX in the layout of Nghị định 30/2020/NĐ-CP. The same report of the same origin
 * makes the same bytes.
 * @param progress told how much is done, from 0 to 1
 */
export async function writeReport(
  report: Report,
  origin: ExportOrigin,
  progress: (done: number) => void = () => undefined,
): Promise<Uint8Array> {
  progress(0.1)
  const file = new Document({
    title: report.subject,
    creator: 'ParBoard',
    lastModifiedBy: 'ParBoard',
    description: '',
    styles: reportStyles(report.language),
    customProperties: originProperties(origin),
    sections: [
      mainSection(report, origin),
      ...report.annexes.map(annex => annexSection(annex, report, origin)),
      originSection(origin),
    ],
  })
  progress(0.3)
  const packed = await Packer.toArrayBuffer(file)
  progress(0.8)
  return settle(new Uint8Array(packed), origin.madeAt)
}

function mainSection(report: Report, origin: ExportOrigin): ISectionOptions {
  const width = textWidth('portrait')
  return section('portrait', origin, true, [
    ...warningLines(report.warnings),
    reportHead(report, width),
    ...reportTitle(report, width),
    ...(report.addressee === undefined
      ? []
      : [
          line(report.addressee, {
            style: styleIds.fill,
            size: decree.text.size,
            align: 'center',
            before: 14,
          }),
        ]),
    ...spacer(),
    ...reportBody(report, width),
    line('', { style: styleIds.fill }),
    reportClosing(report, width),
  ])
}

function annexSection(annex: ReportAnnex, report: Report, origin: ExportOrigin): ISectionOptions {
  const words = reportWords[report.language]
  const orientation = isWide(annex.table, textWidth('portrait')) ? 'landscape' : 'portrait'
  const width = textWidth(orientation)
  const { name, title } = decree.annex
  const { narrowed, notes } = annex.table
  const top = { style: styleIds.text, align: 'center', before: 0, keepNext: true } as const
  return section(orientation, origin, false, [
    line(annex.name, { ...top, size: name, bold: true }),
    line(annex.title.toLocaleUpperCase('vi'), { ...top, size: title, bold: true }),
    line(words.annexOf(report.symbol, report.issuerInText ?? report.issuer ?? words.noIssuerHere), {
      ...top,
      style: styleIds.fill,
      size: decree.annexReference,
      italics: true,
    }),
    ...(narrowed.length > 0
      ? [line(`${words.narrowed}: ${narrowed.join('; ')}`, { ...top, size: decree.annexReference })]
      : []),
    ...warningLines(report.warnings),
    ...spacer(),
    reportTable(annex.table, width),
    ...tableNotes(notes),
  ])
}

/** What the file is of, line by line, and how anybody can hold it against the page. */
function originSection(origin: ExportOrigin): ISectionOptions {
  const [head = '', ...texts] = originTexts(origin)
  const said = (text: string, before: number) =>
    line(text, { style: styleIds.origin, size: decree.recipients.list, align: 'left', before })
  return section('portrait', origin, false, [
    line(head, {
      style: styleIds.origin,
      size: decree.text.size,
      bold: true,
      align: 'center',
      before: 0,
    }),
    ...texts.map((text, index) => said(text, index === 0 || index === texts.length - 1 ? 8 : 3)),
  ])
}

/** Takes the clock of the machine out of a packed file: what it was made at is what its origin says. */
function settle(bytes: Uint8Array, madeAt: string): Uint8Array {
  const instant = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z')
  const entries = Object.entries(unzipSync(bytes)).map(([path, content]) => ({
    path,
    bytes:
      path === 'docProps/core.xml'
        ? strToU8(strFromU8(content).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, instant))
        : content,
    isPacked: false,
  }))
  return zipOf(entries)
}
