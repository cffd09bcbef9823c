import type { FormItem } from '../../../model/form.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { type EvidenceStanding, evidenceSlots, evidenceStanding } from './evidenceOf.ts'
import { type EvidenceWords, evidenceWords } from './words.ts'
import './evidenceLine.css'

/** Documents named on the line; the rest are counted. */
const namedFirst = 2

/** Evidence of one criterion under its fields: what is there, what is missing, the way to add it. */
export function EvidenceLine({
  open: { draft },
  item,
  openPanel,
}: Pick<AssessmentProps, 'open'> & {
  item: FormItem
  /** Opens the evidence of this criterion. */
  openPanel: () => void
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const slots = evidenceSlots(item, draft.evidence)
  const items = slots.flatMap(slot => slot.items)
  const standing = evidenceStanding(slots, draft.explanations.get(item.nodeId))
  const count = (number: number) => formatNumber(String(number), language)
  const rest = items.length - namedFirst
  // Nobody has to show anything for what does not apply.
  const isExempt = item.notForLevel !== null || draft.exempt.has(item.nodeId)
  const lack = isExempt ? null : lackText(standing, words, count)
  return (
    <p className="sa-evidence-line" data-evidence={item.nodeId}>
      {items.slice(0, namedFirst).map(({ id, title, file, fileName }) => (
        <span key={id} className="sa-evidence-name" title={file?.name ?? fileName ?? title}>
          <Icon name={file ? 'clip' : 'sources'} size={15} />
          <span>{title}</span>
        </span>
      ))}
      {rest > 0 && <span>{words.more(count(rest))}</span>}
      {lack !== null && (
        <span>
          {standing.kind === 'missing' && <Mark kind="missing" />}
          {lack}
        </span>
      )}
      <button
        type="button"
        className="link-button"
        aria-label={`${items.length > 0 ? words.manage : words.add}: ${words.lineOf(item.code)}`}
        onClick={openPanel}
      >
        <Icon name={items.length > 0 ? 'next' : 'add'} size={14} />
        {items.length > 0 ? words.manage : words.add}
      </button>
    </p>
  )
}

function lackText(
  standing: EvidenceStanding,
  words: EvidenceWords,
  count: (number: number) => string,
): string | null {
  switch (standing.kind) {
    case 'complete':
      return null
    case 'none':
      return words.none
    case 'explained':
      return words.explained
    case 'missing':
      return standing.asked === 1
        ? words.missing
        : words.missingSome(count(standing.missing), count(standing.asked))
  }
}
