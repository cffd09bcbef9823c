import type { DisplayedCell } from '../../model/displayedTable.ts'
import { citation, documentName } from '../../receipt/citation.ts'
import { measureCell, textCell } from '../../receipt/displayedCell.ts'
import type { CriteriaLine } from './criteriaLines.ts'
import { figuresOf } from './figuresOf.ts'
import type { SaidWord } from './saidCells.ts'
import type { TableView } from './tableView.ts'

/** The figures of a line as its cell says them. */
export type SaidFigures = {
  readonly words: readonly SaidWord[]
  /** What stays together on a line each. */
  readonly parts: readonly string[]
  /** What did not come in, after what did. */
  readonly absent: { readonly kind: 'missing' | 'notApplicable'; readonly word: string } | null
  /** In place of everything else: the rule looks at no figure. */
  readonly none: string | null
  readonly full: string
}

/** What the rule looked at; null where there is no rule. */
export function saidFigures(
  { node, adjustment }: Pick<CriteriaLine, 'node' | 'adjustment'>,
  { words, language }: Pick<TableView, 'words' | 'language'>,
): SaidFigures | null {
  const rule = node?.explanation?.rule ?? adjustment?.explanation.rule
  if (!rule) return null
  const figures = figuresOf(rule, language)
  if (!figures) return { words: [], parts: [], absent: null, none: words.noFigures, full: words.noFigures }
  const hasText = figures.text !== ''
  return {
    words: [
      ...(hasText && node?.notIncurred ? [{ kind: 'notApplicable', word: words.notIncurred } as const] : []),
      ...(hasText && figures.isInferred ? [{ kind: 'inferred', word: words.inferred } as const] : []),
    ],
    parts: hasText ? figures.parts : [],
    absent: figures.absent && {
      kind: figures.absent === 'notApplicable' ? 'notApplicable' : 'missing',
      word: words[figures.absent],
    },
    none: null,
    full: figures.full,
  }
}

/** The same as one cell; a single number with its unit stays a number. */
export function displayedFigures(
  said: SaidFigures | null,
  { language }: Pick<TableView, 'language'>,
): DisplayedCell {
  if (!said) return { text: '' }
  if (said.none !== null) return textCell(said.none)
  const words = said.words.map(({ word }) => word)
  const [only, ...others] = said.parts
  if (only !== undefined && others.length === 0 && said.absent === null)
    return measureCell(only, language, words)
  return textCell(...words, said.parts.join(' · '), said.absent?.word ?? '')
}

/** Documents of a line as its cell says them. */
export type SaidEvidence = {
  readonly text: string
  readonly full: string
  readonly look: 'documents' | 'source' | 'none'
}

/** Documents handed in for the line; where nobody hands any in, the document its points come from. */
export function saidEvidence(line: CriteriaLine, view: TableView): SaidEvidence | null {
  const { evidence, words, documents, language } = view
  if (line.kind !== 'leaf' && line.kind !== 'adjustment') return null
  if (line.node?.ruleKind === 'monitor') return null
  if (evidence) {
    const items = evidence.get(line.id) ?? []
    if (items.length > 0)
      return {
        text: words.documents(items.length),
        full: items.map(item => item.title).join('\n'),
        look: 'documents',
      }
    return line.node?.outcome?.kind === 'notApplicable'
      ? null
      : { text: words.noEvidence, full: '', look: 'none' }
  }
  const source = (line.node?.explanation ?? line.adjustment?.explanation)?.pointsProvenance.source
  const document = source && documents.get(source.documentId)
  if (!document || line.node?.outcome?.kind === 'missing') return null
  return {
    text: source.place ?? documentName(document, language),
    full: citation(document, source.place, language),
    look: 'source',
  }
}
