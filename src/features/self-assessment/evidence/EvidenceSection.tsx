import { useRef, useState } from 'react'
import { randomId } from '../../../io/drafts/randomId.ts'
import type { RequiredEvidence } from '../../../model/ruleSet.ts'
import type { EvidenceItem } from '../../../model/submission.ts'
import { citation } from '../../../receipt/citation.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { EvidenceRow } from './EvidenceRow.tsx'
import { evidenceWords } from './words.ts'

/** One required document, or all others, with what stands for it and the ways to add more. */
export function EvidenceSection({
  required,
  isAlone,
  items,
  nodeId,
  assessment,
  evidence,
  codeOf,
  kept,
  isBusy,
  addFiles,
  save,
  share,
  remove,
  take,
}: {
  required: RequiredEvidence | null
  /** Nothing is required of the criterion. */
  isAlone: boolean
  items: readonly EvidenceItem[]
  nodeId: string
  assessment: Assessment
  evidence: readonly EvidenceItem[]
  codeOf: (nodeId: string) => string
  kept: ReadonlySet<string> | null
  isBusy: boolean
  addFiles: (files: readonly File[]) => void
  save: (item: EvidenceItem) => void
  share: (item: EvidenceItem) => void
  remove: (item: EvidenceItem) => void
  take: (item: EvidenceItem) => void
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const [isWriting, setWriting] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const title = required
    ? pickName(language, required.title, required.titleEn)
    : isAlone
      ? words.own
      : words.others
  // The control that was pressed may be gone with the next drawing.
  const focusOn = (selector: string) =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(selector)?.focus())
  // What was handed in before stays; what was added to it here can be taken away again.
  const handedIn = new Map((assessment.draft.asked?.before.evidence ?? []).map(item => [item.id, item]))
  const known = evidence.filter(({ criterionIds }) => !criterionIds.includes(nodeId))
  return (
    <section className="sa-evidence-slot" ref={box} aria-label={title}>
      <h3>
        {required && <Mark kind={items.length > 0 ? 'reached' : 'missing'} size={14} />}
        <span>{title}</span>
        {required && <small>{items.length > 0 ? words.present : words.absent}</small>}
      </h3>
      {required && <Basis required={required} assessment={assessment} />}
      {items.length > 0 && (
        <ul>
          {items.map(item =>
            editing === item.id ? (
              <li key={item.id}>
                <EvidenceForm
                  item={item}
                  save={saved => {
                    save(saved)
                    setEditing(null)
                    focusOn(`[data-edit="${item.id}"]`)
                  }}
                  cancel={() => {
                    setEditing(null)
                    focusOn(`[data-edit="${item.id}"]`)
                  }}
                />
              </li>
            ) : (
              <EvidenceRow
                key={item.id}
                item={item}
                nodeId={nodeId}
                evidence={evidence}
                codeOf={codeOf}
                isKept={item.file === undefined || kept === null ? null : kept.has(item.file.sha256)}
                take={() => take(item)}
                edit={handedIn.has(item.id) ? null : () => setEditing(item.id)}
                remove={
                  handedIn.get(item.id)?.criterionIds.includes(nodeId)
                    ? null
                    : () => {
                        remove(item)
                        focusOn('.sa-evidence-add')
                      }
                }
              />
            ),
          )}
        </ul>
      )}
      {isWriting ? (
        <EvidenceForm
          item={{
            id: randomId(),
            criterionIds: [nodeId],
            ...(required ? { requiredId: required.id } : {}),
            title: required?.title ?? '',
          }}
          isNew
          save={saved => {
            save(saved)
            setWriting(false)
            focusOn('.sa-evidence-add')
          }}
          cancel={() => {
            setWriting(false)
            focusOn('.sa-evidence-write')
          }}
        />
      ) : (
        <div className="sa-evidence-ways">
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            onChange={({ target }) => {
              addFiles([...(target.files ?? [])])
              // Choosing the same file again is a change too.
              target.value = ''
            }}
          />
          <button
            type="button"
            className="link-button sa-evidence-add"
            disabled={isBusy}
            aria-label={words.addFileFor(title)}
            onClick={() => picker.current?.click()}
          >
            <Icon name="add" size={14} />
            {words.addFile}
          </button>
          <button
            type="button"
            className="link-button sa-evidence-write"
            aria-label={words.addReferenceFor(title)}
            onClick={() => setWriting(true)}
          >
            <Icon name="sources" size={14} />
            {words.addReference}
          </button>
          {known.length > 0 && (
            <label>
              <span className="visually-hidden">{words.shareFor(title)}</span>
              <select
                value=""
                onChange={({ target }) => {
                  const chosen = known.find(({ id }) => id === target.value)
                  if (chosen) share(chosen)
                }}
              >
                <option value="">{words.share}</option>
                {known.map(item => (
                  <option key={item.id} value={item.id}>
                    {item.criterionIds.map(codeOf).join(', ')} · {item.title}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      )}
    </section>
  )
}

/** Who asks for the document, and where it is written. */
function Basis({ required, assessment }: { required: RequiredEvidence; assessment: Assessment }) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const { source, certainty } = required.provenance
  const document = source && assessment.documents.find(({ id }) => id === source.documentId)
  const texts = [
    document && words.basis(citation(document, source.place, language)),
    certainty === 'illustrative' && words.illustrative,
  ].filter(text => typeof text === 'string')
  return texts.length > 0 && <p className="sa-evidence-basis">{texts.join(' · ')}</p>
}
