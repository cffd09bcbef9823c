import type { EvidenceItem } from '../../../model/submission.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { describeDocument, sameFile, sizeText } from './evidenceOf.ts'
import { evidenceWords } from './words.ts'

/** One document: what it is, its file, what is odd about it, what can be done with it. */
export function EvidenceRow({
  item,
  nodeId,
  evidence,
  codeOf,
  isKept,
  take,
  edit,
  remove,
}: {
  item: EvidenceItem
  nodeId: string
  evidence: readonly EvidenceItem[]
  codeOf: (nodeId: string) => string
  /** null: there is no file, or nobody knows. */
  isKept: boolean | null
  take: () => void
  /** null: it was handed in before and stays. */
  edit: (() => void) | null
  remove: (() => void) | null
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const { file, title, url, note } = item
  const details = describeDocument(item, language)
  const twins = [...new Set(sameFile(item, evidence).flatMap(({ criterionIds }) => criterionIds))]
  const elsewhere = twins.filter(id => id !== nodeId)
  const others = item.criterionIds.filter(id => id !== nodeId)
  return (
    <li className="sa-evidence-item">
      <Icon name={file ? 'clip' : 'sources'} size={16} />
      <div>
        <p>
          <b>{title}</b>
        </p>
        {details !== '' && <p>{details}</p>}
        {file && (
          <p title={`SHA-256 ${file.sha256}`}>
            {file.name} · {sizeText(file.bytes, language)} · {words.sha(file.sha256.slice(0, 12))}
          </p>
        )}
        {url !== undefined && <p>{url}</p>}
        {note !== undefined && <p>{note}</p>}
        {others.length > 0 && <p>{words.shared(others.map(codeOf).join(', '))}</p>}
        {twins.length > 0 && (
          <p className="warned">
            <Mark kind="warning" size={12} />
            {elsewhere.length > 0 ? words.twin(elsewhere.map(codeOf).join(', ')) : words.twinHere}
          </p>
        )}
        {isKept === false && (
          <p className="warned">
            <Mark kind="missing" />
            {words.notKept}
          </p>
        )}
      </div>
      <span className="sa-evidence-acts">
        {isKept === true && (
          <button
            type="button"
            className="link-button"
            aria-label={words.of(words.download, title)}
            onClick={take}
          >
            {words.download}
          </button>
        )}
        {edit && (
          <button
            type="button"
            className="link-button"
            data-edit={item.id}
            aria-label={words.of(words.edit, title)}
            onClick={edit}
          >
            {words.edit}
          </button>
        )}
        {remove && (
          <button
            type="button"
            className="link-button"
            aria-label={words.of(words.remove, title)}
            onClick={remove}
          >
            {words.remove}
          </button>
        )}
      </span>
    </li>
  )
}
