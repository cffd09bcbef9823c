import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import { decree, ours, twips } from './decree.ts'
import { line } from './parts.ts'
import { half, styleIds } from './styles.ts'

export type Orientation = 'portrait' | 'landscape'

const { page, margin } = decree

/** Room between the margins, in twips. */
export function textWidth(orientation: Orientation): number {
  const across = orientation === 'portrait' ? page.width : page.height
  return twips(across - margin.left - margin.right)
}

/** A part of the report that begins on a page of its own. */
export function section(
  orientation: Orientation,
  origin: ExportOrigin,
  isFirst: boolean,
  children: ISectionOptions['children'],
): ISectionOptions {
  const foot = new Footer({ children: footLines(origin) })
  const numbered = new Header({ children: [pageNumber()] })
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isFirst,
      page: {
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          right: twips(margin.right),
          header: twips(ours.headerAt),
          footer: twips(ours.footerAt),
        },
      },
    },
    headers: isFirst
      ? { default: numbered, first: new Header({ children: [empty()] }) }
      : { default: numbered },
    footers: isFirst ? { default: foot, first: foot } : { default: foot },
    children,
  }
}

function pageNumber(): Paragraph {
  return new Paragraph({
    style: styleIds.origin,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: half(decree.pageNumber) })],
  })
}

const empty = () => line('', { style: styleIds.origin })

/** Everything the file is of, on every page, as small as it is still read. */
function footLines({ lines }: ExportOrigin): readonly Paragraph[] {
  const said = lines.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`)).join(' · ')
  return [line(said, { style: styleIds.origin, size: ours.foot, align: 'left' })]
}
