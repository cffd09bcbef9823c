import { useEffect, useId, useRef, useState } from 'react'
import { file as keptFile, keptFiles } from '../../../io/drafts/fileStore.ts'
import { randomId } from '../../../io/drafts/randomId.ts'
import type { DraftEdit } from '../../../model/draft.ts'
import type { RequiredEvidence } from '../../../model/ruleSet.ts'
import type { EvidenceFile, EvidenceItem } from '../../../model/submission.ts'
import { largestEvidenceBytes } from '../../../state/assessment/hashFile.ts'
import { download } from '../../../ui/download.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { AssessmentProps } from '../assessmentProps.ts'
import { codesOf } from '../checks/checkLines.ts'
import { AddingStatus } from './AddingStatus.tsx'
import { EvidenceSection } from './EvidenceSection.tsx'
import { evidenceSlots, sharedWith, sizeText, titleOfFile, withoutCriterion } from './evidenceOf.ts'
import { useAddFiles } from './useAddFiles.ts'
import { evidenceWords } from './words.ts'
import './evidence.css'

/** Evidence of one criterion: what is asked for, what is there, adding, and why there is none. */
export function EvidenceSheet({
  open,
  assessment,
  nodeId,
  close,
}: AssessmentProps & {
  nodeId: string
  close: () => void
}) {
  const words = useText(evidenceWords)
  const language = useLanguage()
  const { draft } = open
  const { form, nodes } = assessment
  const item = form.areas.flatMap(area => area.items).find(each => each.nodeId === nodeId)
  const files = useAddFiles()
  const [kept, addKept] = useKeptFiles()
  const [said, setSaid] = useState<{ readonly text: string; readonly undoes: number | null } | null>(null)
  const latest = useRef(open)
  useEffect(() => {
    latest.current = open
  })
  if (!item) return null

  const codeOf = codesOf(form, nodes, language)
  const slots = evidenceSlots(item, draft.evidence)
  const change = (edit: DraftEdit) => latest.current.change([edit])
  const takeFile = (required: RequiredEvidence | null) => (file: EvidenceFile, isKept: boolean) => {
    const title = required ? required.title : titleOfFile(file.name)
    if (isKept) addKept(file.sha256)
    change({
      kind: 'evidence',
      item: {
        id: randomId(),
        criterionIds: [nodeId],
        ...(required ? { requiredId: required.id } : {}),
        title,
        file,
      },
    })
    setSaid({ text: words.added(title), undoes: null })
  }
  const remove = (gone: EvidenceItem) => {
    const rest = withoutCriterion(gone, nodeId)
    change(rest ? { kind: 'evidence', item: rest } : { kind: 'removeEvidence', id: gone.id })
    setSaid({ text: words.removed(gone.title), undoes: draft.revision + 1 })
  }
  const take = async ({ file, title }: EvidenceItem) => {
    const blob = file ? await keptFile(file.sha256).catch(() => null) : null
    if (file && blob) download(file.name, blob)
    else setSaid({ text: words.gone(title), undoes: null })
  }
  const canUndo = said?.undoes === draft.revision && open.undo !== null
  return (
    <>
      <header className="sa-evidence-head">
        <p>{words.title}</p>
        <h2>
          <span>{item.code}</span> {pickName(language, item.name, item.nameEn)}
        </h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sa-evidence-body">
        <p className="sa-evidence-intro">{words.intro(sizeText(largestEvidenceBytes, language))}</p>
        <p className="sa-evidence-said" role="status">
          {said?.text}
          {canUndo && (
            <button
              type="button"
              className="link-button"
              onClick={() => {
                open.undo?.()
                setSaid(null)
              }}
            >
              {words.undo}
            </button>
          )}
        </p>
        <AddingStatus files={files} />
        {slots.map(({ required, items }) => (
          <EvidenceSection
            key={required?.id ?? ''}
            required={required}
            isAlone={slots.length === 1}
            items={items}
            nodeId={nodeId}
            assessment={assessment}
            evidence={draft.evidence}
            codeOf={codeOf}
            kept={kept}
            isBusy={files.current !== null}
            addFiles={chosen => files.add(chosen, takeFile(required))}
            save={saved => change({ kind: 'evidence', item: saved })}
            share={other =>
              change({ kind: 'evidence', item: sharedWith(other, nodeId, required, randomId()) })
            }
            remove={remove}
            take={other => void take(other)}
          />
        ))}
        {/* What is said to a question stands in the form, under the question. */}
        {!draft.asked && <Explanation open={open} nodeId={nodeId} />}
      </div>
      <footer className="sa-evidence-foot">
        <button type="button" className="button primary" onClick={close}>
          {words.done}
        </button>
      </footer>
    </>
  )
}

/** Saved with every letter; all letters typed here are one step of undo. */
function Explanation({ open, nodeId }: Pick<AssessmentProps, 'open'> & { nodeId: string }) {
  const words = useText(evidenceWords)
  const id = useId()
  return (
    <section className="sa-evidence-why">
      <h3>
        <label htmlFor={id}>{words.explanation}</label>
      </h3>
      <textarea
        id={id}
        rows={3}
        maxLength={4000}
        aria-describedby={`${id}-hint`}
        value={open.draft.explanations.get(nodeId) ?? ''}
        onChange={({ target }) =>
          open.change(
            [
              {
                kind: 'explanation',
                criterionId: nodeId,
                text: target.value.trim() === '' ? null : target.value,
              },
            ],
            `explanation ${nodeId}`,
          )
        }
      />
      <p id={`${id}-hint`}>{words.explanationHint}</p>
    </section>
  )
}

/** Hashes of the files kept here; null while nobody knows. A store that cannot be asked gives none back either. */
function useKeptFiles(): readonly [ReadonlySet<string> | null, (sha256: string) => void] {
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    let isLeft = false
    keptFiles().then(
      found => {
        if (!isLeft) setKept(previous => new Set([...found, ...(previous ?? [])]))
      },
      () => {
        if (!isLeft) setKept(previous => previous ?? new Set())
      },
    )
    return () => {
      isLeft = true
    }
  }, [])
  return [kept, sha256 => setKept(previous => new Set([...(previous ?? []), sha256]))]
}
