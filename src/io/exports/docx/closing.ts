import type { Table } from 'docx'
import type { Report } from '../../../model/report.ts'
import { decree } from './decree.ts'
import { line, sideBySide } from './parts.ts'
import { reportWords } from './reportWords.ts'
import { styleIds } from './styles.ts'

const { fill } = styleIds

/** Who gets it at the left, who signs at the right. */
export function reportClosing(report: Report, width: number): Table {
  const words = reportWords[report.language]
  const left = Math.round(width / 2)
  const { head, list } = decree.recipients
  const sign = (text: string, before: number, look: { bold?: boolean; italics?: boolean; size: number }) =>
    line(text, { style: fill, align: 'center', before, keepNext: true, ...look })
  const titles = (report.signer ?? words.signer).split('\n')
  return sideBySide(
    [
      [
        [
          line(words.recipients, {
            style: fill,
            size: head,
            bold: true,
            italics: true,
            align: 'left',
            before: 0,
          }),
          ...report.recipients.map((each, index) =>
            line(`- ${each}${index === report.recipients.length - 1 ? '.' : ';'}`, {
              style: fill,
              size: list,
              align: 'left',
              before: 0,
            }),
          ),
        ],
        [
          ...titles.map(title => sign(title, 0, { bold: true, size: decree.signer })),
          sign(words.signHere, 0, { italics: true, size: decree.recipients.head }),
          sign(words.signerName, 72, { bold: true, size: decree.signer }),
        ],
      ],
    ],
    [left, width - left],
  )
}
