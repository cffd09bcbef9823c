import { useMemo, useState } from 'react'
import type { FigureCorrection, Verdict } from '../../../model/review.ts'
import type { EntryOf, ReviewedAgency } from '../../../model/roundState.ts'
import { type BulkPlan, bulkActs, planBulk } from '../../../state/review/bulkAgree.ts'
import { type UndoStep, undoStep, withdrawActs } from '../../../state/review/undoStep.ts'
import { decideAct, verdictFaults } from '../../../state/review/verdicts.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import type { AgencyLine } from './agencyLines.ts'
import { canBeDecided, type DeskLine, nextToLookAt } from './deskLines.ts'
import type { DeskCommand } from './useDeskKeys.ts'
import { deskWords } from './words.ts'

/** What a press asks for that needs more than a press. */
export type Asked =
  | { readonly kind: 'change'; readonly proposed: readonly FigureCorrection[] }
  | { readonly kind: 'ask' | 'notApplicable' | 'bulk' | 'receipt' }
  | { readonly kind: 'undo'; readonly step: UndoStep }

type Offer = { readonly label: string; readonly run: () => void }

/** Writes what the reviewer decides into the ledger, says what was written and goes on to the next item. */
export function useVerdicts({
  open,
  review,
  agency,
  current,
  flat,
  codeOf,
  goTo,
  show,
  nextAgency,
  chooseAgency,
}: ReviewProps & {
  agency: ReviewedAgency
  current: DeskLine | null
  flat: readonly DeskLine[]
  codeOf: (nodeId: string) => string
  goTo: (id: string) => void
  show: (asked: Asked) => void
  nextAgency: AgencyLine | null
  chooseAgency: (id: string) => void
}) {
  const words = useText(deskWords)
  const language = useLanguage()
  const [said, setSaid] = useState('')
  const [isFinished, setFinished] = useState(false)
  const { agencyId } = agency
  const { stage } = review
  const plainHere = useMemo(
    () =>
      planBulk(
        { agencies: new Map([[agencyId, agency]]), formOf: review.formOf },
        { kind: 'agency', agencyId },
      ).count,
    [agency, agencyId, review.formOf],
  )
  const say = (text: string, finished = false) => {
    setSaid(text)
    setFinished(finished)
  }
  const count = (value: number) => formatNumber(String(value), language)

  /** Why nothing can be written now, said and led to; true where it can. */
  const canWrite = (): boolean => {
    if (open.me === '') {
      say(words.noName)
      focusName()
      return false
    }
    if (review.writable === 'yes') return true
    say(words[review.writable])
    return false
  }

  const write = (line: DeskLine, verdict: Verdict, reason: string | null): boolean => {
    if (!canWrite()) return false
    const code = codeOf(line.id)
    const place = { open, review, agencyId, criterionId: line.id }
    const [fault] = verdictFaults(place, { verdict, reason })
    if (fault) {
      say(`${code}: ${words.cannot(fault.text[language])}`)
      return false
    }
    const act = decideAct(place, { verdict, reason })
    if (act === null || open.append([act]).length === 0) {
      say(words.notWritten)
      return false
    }
    const next = nextToLookAt(flat, line.id, stage === 'secondReview')
    say(
      next === null
        ? `${words.recorded[verdict.kind](code)}. ${nextAgency === null ? words.allFinished : words.agencyFinished}`
        : words.recorded[verdict.kind](code),
      next === null,
    )
    goTo(next?.id ?? line.id)
    return true
  }

  const takeBack = (entries: readonly EntryOf<'decide'>[]) => {
    const here = entries.find(({ act }) => act.agencyId === agencyId)
    if (open.append(withdrawActs(entries)).length === 0) return say(words.notWritten)
    say(
      entries.length === 1 && here
        ? words.undone(codeOf(here.act.criterionId))
        : words.undoneMany(count(entries.length)),
    )
    if (here) goTo(here.act.criterionId)
  }

  const undo = () => {
    if (!canWrite()) return
    const step = undoStep(open, stage, agencyId)
    if (step === null) say(words.nothingToUndo)
    else if (step.entries.length > 1) show({ kind: 'undo', step })
    else takeBack(step.entries)
  }

  const run = (command: DeskCommand) => {
    if (command === 'undo') return undo()
    if (current === null || !canWrite()) return
    if (!canBeDecided(current))
      return say(
        (current.form.notForLevel === null ? words.surveyOnly : words.exemptAlready)(codeOf(current.id)),
      )
    if (command === 'agree') write(current, { kind: 'agree' }, null)
    else if (command === 'change') show({ kind: 'change', proposed: [] })
    else if (command === 'ask') show({ kind: 'ask' })
    else if (command === 'notApplicable') {
      // What cannot be left out says so before anybody writes a reason.
      const place = { open, review, agencyId, criterionId: current.id }
      const fault = verdictFaults(place, { verdict: { kind: 'notApplicable' }, reason: 'x' })[0]
      if (fault) say(`${codeOf(current.id)}: ${words.cannot(fault.text[language])}`)
      else show({ kind: 'notApplicable' })
    }
  }

  const agreeToAll = (plan: BulkPlan): boolean => {
    if (!canWrite()) return false
    const written = open.append(bulkActs(open, review, plan))
    if (written.length === 0) {
      say(words.notWritten)
      return false
    }
    say(words.agreedMany(count(written.length)))
    return true
  }

  const offer: Offer | null =
    isFinished && nextAgency
      ? { label: words.toNextAgency(nextAgency.name), run: () => chooseAgency(nextAgency.id) }
      : null
  return {
    said,
    offer,
    plainHere,
    run,
    write,
    takeBack,
    agreeToAll,
    sayFinished: () => say(nextAgency === null ? words.allFinished : words.agencyFinished, true),
  }
}

export type Verdicts = ReturnType<typeof useVerdicts>

/** The field stands in the frame around every part of a round. */
export function focusName() {
  document.querySelector<HTMLElement>('.rv-me input')?.focus()
}
