import { AlignmentType, type IPropertiesOptions, LineRuleType } from 'docx'
import { decree, ours, twips } from './decree.ts'

/** Styles of paragraphs; a reader knows by them what is compared. */
export const styleIds = {
  text: 'ParBoardText',
  cell: 'ParBoardCell',
  /** Left to fill in by hand, so never compared. */
  fill: 'ParBoardFill',
  /** What the file is of; says the time, so never compared. */
  origin: 'ParBoardOrigin',
} as const

/** Sizes are counted in half points there. */
export const half = (points: number): number => points * 2

/** Points in twentieths. */
export const twentieths = (points: number): number => points * 20

const { text, font } = decree

/** A single line is 240. */
const textLines = { line: Math.round(240 * text.lines), lineRule: LineRuleType.AUTO } as const

/** Styles of the whole document: everything in Times, black, in the language of the text. */
export function reportStyles(language: 'vi' | 'en'): NonNullable<IPropertiesOptions['styles']> {
  const heading = (level: 1 | 2 | 3) => ({
    run: { font, size: half(text.size), bold: level < 3, color: '000000' },
    paragraph: {
      keepNext: true,
      alignment: AlignmentType.BOTH,
      indent: { firstLine: twips(text.firstLine) },
      spacing: { before: twentieths(level === 1 ? 12 : text.space), after: 0, ...textLines },
      outlineLevel: level - 1,
    },
  })
  return {
    default: {
      document: {
        run: {
          font,
          size: half(text.size),
          color: '000000',
          language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' },
        },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
    paragraphStyles: [
      {
        id: styleIds.text,
        name: 'ParBoard text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: twips(text.firstLine) },
          spacing: { before: twentieths(text.space), after: 0, ...textLines },
        },
      },
      { id: styleIds.cell, name: 'ParBoard cell', basedOn: 'Normal', quickFormat: true },
      { id: styleIds.fill, name: 'ParBoard fill in', basedOn: styleIds.text, quickFormat: true },
      {
        id: styleIds.origin,
        name: 'ParBoard origin',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: half(ours.foot) },
      },
    ],
  }
}
