import { useDeferredValue, useId, useMemo, useRef, useState } from 'react'
import { readFigure } from '../../../io/figures/readFigure.ts'
import type { FigureCorrection, Verdict } from '../../../model/review.ts'
import type { ReviewedAgency } from '../../../model/roundState.ts'
import { previewVerdict, type VerdictPlace, verdictFaults } from '../../../state/review/verdicts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { DialogFoot, DialogHead } from './DialogParts.tsx'
import type { DeskLine } from './deskLines.ts'
import { editWords } from './editWords.ts'
import { FigureInput } from './FigureInput.tsx'
import { type FigureEdits, fieldsOf, readEdits, startEdits } from './figureEdits.ts'
import { figureText } from './itemFigures.ts'
import { PointsInput } from './PointsInput.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { ReasonField } from './ReasonField.tsx'
import { reasonSuggestions } from './suggestions.ts'
import { useFirstField } from './useFirstField.ts'
import './deskDialog.css'

type Way = 'figures' | 'byRule' | 'points'

/** Changing an item: other figures, the rule instead of the claim, or points where they are judged. */
export function ChangeDialog({
  line,
  agency,
  place,
  proposed,
  codeOf,
  points,
  save,
  close,
}: {
  line: DeskLine
  agency: ReviewedAgency
  place: VerdictPlace
  /** Figures the agency proposed in its answer. */
  proposed: readonly FigureCorrection[]
  codeOf: (nodeId: string) => string
  points: (value: string) => string
  /** @returns whether it was written */
  save: (verdict: Verdict, reason: string | null) => boolean
  close: () => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const id = useId()
  const reasonRef = useRef<HTMLTextAreaElement>(null)
  const body = useRef<HTMLFormElement>(null)
  useFirstField(body)
  const { form, item } = line
  const ways = waysOf(line)
  const [way, setWay] = useState<Way>(proposed.length > 0 ? 'figures' : (ways[0] ?? 'byRule'))
  const [edits, setEdits] = useState<FigureEdits>(() => startEdits(form, agency.values, proposed))
  const [typedPoints, setTypedPoints] = useState('')
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const sent = useMemo(
    () => new Map(agency.received.values.map(value => [value.metricId, value])),
    [agency.received],
  )
  const read = useMemo(() => readEdits(form, agency.values, edits), [form, agency.values, edits])
  const pointsReading = readFigure(typedPoints, { valueType: 'number', unit: 'điểm' })
  const verdict: Verdict | null =
    way === 'figures'
      ? read.figures.length > 0 && read.isReadable
        ? { kind: 'figures', figures: read.figures }
        : null
      : way === 'byRule'
        ? { kind: 'byRule' }
        : pointsReading.kind === 'value'
          ? { kind: 'points', points: pointsReading.value }
          : null
  const shown = useDeferredValue(verdict)
  const preview = useMemo(
    () => (shown === null ? null : previewVerdict(place, { verdict: shown })),
    [place, shown],
  )
  const faults = verdict === null ? [] : verdictFaults(place, { verdict, reason })
  const own = faults.filter(({ field }) => field !== 'reason')
  const reasonFault =
    isTried && reason.trim() === ''
      ? (faults.find(({ field }) => field === 'reason')?.text ?? needsReason)
      : null
  const effects = useMemo(
    () =>
      new Map(
        place.review
          .formOf(place.agencyId)
          .areas.flatMap(area => area.items.map(each => [each.nodeId, each.effect] as const)),
      ),
    [place],
  )
  const effectOf = (nodeId: string) => effects.get(nodeId) ?? 'criterion'
  const submit = () => {
    setTried(true)
    if (verdict !== null && faults.length === 0) {
      if (save(verdict, reason.trim())) close()
      return
    }
    // To the first thing that is wrong.
    requestAnimationFrame(() => {
      const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
      ;(wrong ?? reasonRef.current)?.focus()
    })
  }
  const isUnchanged = way === 'figures' && read.figures.length === 0 && read.isReadable
  const nothing = isTried && isUnchanged
  const general = own.filter(({ metricId, field }) => metricId === null && field !== 'points')
  return (
    <Dialog
      label={words.changeTitle(form.code, pickName(language, form.shortName, form.shortNameEn))}
      className="rvd-dialog"
      close={close}
    >
      <form
        ref={body}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        <DialogHead
          title={words.changeTitle(form.code, pickName(language, form.name, form.nameEn))}
          close={close}
        />
        <div className="rvd-dialog-body">
          {ways.length > 1 && (
            <fieldset className="rvd-ways">
              <legend>{words.how}</legend>
              {ways.map(each => (
                <label key={each}>
                  <input
                    type="radio"
                    name={`${id}-way`}
                    checked={way === each}
                    onChange={() => setWay(each)}
                  />
                  {words[each]}
                </label>
              ))}
            </fieldset>
          )}
          {way === 'figures' && (
            <>
              <p className="rvd-quiet">{words.figuresHint}</p>
              <div className="rvd-fields">
                {fieldsOf(form).map(field => {
                  const { metric } = field
                  const edit = edits.get(metric.id)
                  if (!edit) return null
                  const reading = read.readings.get(metric.id)
                  const fault = own.find(each => each.metricId === metric.id)?.text[language] ?? null
                  return (
                    <FigureInput
                      key={metric.id}
                      field={field}
                      edit={edit}
                      reading={reading}
                      sent={figureText(sent.get(metric.id), field, language)}
                      fault={
                        reading?.kind === 'wrong'
                          ? reading.message[language]
                          : reading?.kind === 'empty' && isTried
                            ? words.choose
                            : fault
                      }
                      change={next => setEdits(before => new Map(before).set(metric.id, next))}
                    />
                  )
                })}
              </div>
              {nothing && (
                <p className="rvd-fault" role="alert">
                  {words.nothingChanged}
                </p>
              )}
            </>
          )}
          {way === 'byRule' && <p className="rvd-quiet">{words.byRuleHint}</p>}
          {way === 'points' && (
            <PointsInput
              freedom={item.freedom}
              text={typedPoints}
              change={setTypedPoints}
              points={points}
              fault={
                pointsReading.kind === 'wrong'
                  ? pointsReading.message[language]
                  : (own.find(({ field }) => field === 'points')?.text[language] ?? null)
              }
              isMissing={isTried && pointsReading.kind !== 'value'}
            />
          )}
          {general.map(({ text }) => (
            <p key={text.vi} className="rvd-fault" role="alert">
              {text[language]}
            </p>
          ))}
          <PreviewTable
            preview={preview}
            waiting={
              shown !== null
                ? words.previewUnknown
                : isUnchanged
                  ? words.previewUnchanged
                  : words.previewWaiting
            }
            codeOf={codeOf}
            effectOf={effectOf}
            points={points}
          />
          <ReasonField
            ref={reasonRef}
            label={words.reason}
            hint={words.reasonHint}
            value={reason}
            change={setReason}
            fault={reasonFault?.[language] ?? null}
            suggestions={reasonSuggestions(line, language)}
            submit={submit}
          />
        </div>
        <DialogFoot save={words.save} close={close} />
      </form>
    </Dialog>
  )
}

const needsReason = { vi: 'Cần ghi lý do', en: 'A reason is needed' } as const

/** What can be changed about an item, the most common first. */
function waysOf({ form, item }: DeskLine): readonly Way[] {
  const isReported = form.rule.kind === 'reported'
  const stood = item.claimed !== null || item.state.firstReview.kind !== 'none' || item.isDone
  return [
    ...(item.freedom.kind === 'judged' ? (['points'] as const) : []),
    ...(!isReported && form.groups.some(({ fields }) => fields.length > 0) ? (['figures'] as const) : []),
    ...(!isReported && stood ? (['byRule'] as const) : []),
  ]
}
