import type { Paragraph, Table } from 'docx'
import type { Report } from '../../../model/report.ts'
import { decree, twips } from './decree.ts'
import { line, rule, sideBySide } from './parts.ts'
import { reportWords } from './reportWords.ts'
import { styleIds, twentieths } from './styles.ts'
import { boldWidth } from './textWidth.ts'

const { fill } = styleIds

/** Room of the issuer and of the country beside it, in twips; the country stays on one line. */
const columns = (width: number): readonly [number, number] => {
  const right = twips(94)
  return [width - right, right]
}

/** Quốc hiệu, tiêu ngữ, who issues it, number, place and date. */
export function reportHead(report: Report, width: number): Table {
  const words = reportWords[report.language]
  const [left, right] = columns(width)
  const issuer = report.issuer ?? words.noIssuer
  const issuing = [
    ...(report.superior === null
      ? []
      : [line(report.superior, { style: fill, size: decree.body, align: 'center', before: 0 })]),
    ...issuer
      .split('\n')
      .map(each => line(each, { style: fill, size: decree.body, bold: true, align: 'center', before: 0 })),
    rule(ruleBelow(issuer.split('\n').at(-1) ?? '', decree.body, left), left, fill),
  ]
  const country = [
    line(words.country, { style: fill, size: decree.country, bold: true, align: 'center', before: 0 }),
    line(words.motto, { style: fill, size: decree.motto, bold: true, align: 'center', before: 0 }),
    rule(Math.min(right, twentieths(boldWidth(words.motto, decree.motto))), right, fill),
  ]
  const number = line(words.number(report.symbol), {
    style: fill,
    size: decree.number,
    align: 'center',
    before: 6,
  })
  const place = line(words.placeAndDate(report.place ?? words.noPlace), {
    style: fill,
    size: decree.placeAndDate,
    italics: true,
    align: 'center',
    before: 6,
  })
  return sideBySide(
    [
      [issuing, country],
      [[number], [place]],
    ],
    [left, right],
  )
}

/** Name of the kind and what it is about, with its rule. */
export function reportTitle(report: Report, width: number): readonly Paragraph[] {
  const words = reportWords[report.language]
  return [
    line(words.kind, {
      style: styleIds.text,
      size: decree.kind,
      bold: true,
      align: 'center',
      before: 18,
      keepNext: true,
    }),
    line(report.subject, {
      style: styleIds.text,
      size: decree.subject,
      bold: true,
      align: 'center',
      before: 0,
      keepNext: true,
    }),
    rule(ruleBelow(report.subject, decree.subject, width), width, fill),
  ]
}

/** A rule of 1/3 to 1/2 of the line above it; of a text of several lines, of the longest there can be. */
function ruleBelow(text: string, size: number, width: number): number {
  return Math.round(Math.min(width, twentieths(boldWidth(text, size))) * decree.ruleShare)
}
