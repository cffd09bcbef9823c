import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FigureCorrection, LedgerAct, LedgerEntry, Verdict } from '../../../model/review.ts'
import type { EntryOf, ReviewedAgency, RoundState } from '../../../model/roundState.ts'
import { type BulkPlan, planBulk, writeBulk } from '../../../state/review/bulkAgree.ts'
import { noteOwnLines, ownLines } from '../../../state/review/ownLines.ts'
import { stillCounting, type UndoStep, undoStep, withdrawActs } from '../../../state/review/undoStep.ts'
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

/** Lines that were taken back; whether they no longer count is known once the ledger was read again. */
type TakenBack = {
  readonly entries: readonly EntryOf<'decide'>[]
  readonly withdrawals: readonly LedgerEntry[]
  /** What the ledger came to before. */
  readonly before: RoundState
}

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
  /** Why nothing was written, and the item it was about: gone with the item. */
  const [refused, setRefused] = useState<{ readonly at: string | null; readonly text: string } | null>(null)
  const at = current?.id ?? null
  if (refused !== null && refused.at !== at) setRefused(null)
  const [isFinished, setFinished] = useState(false)
  const [takenBack, setTakenBack] = useState<TakenBack | null>(null)
  const latest = useRef(open)
  useLayoutEffect(() => {
    latest.current = open
  })
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
  /** Why the item cannot be agreed to, known before anybody presses; null: it can, or nothing can be written. */
  const agreeFault = useMemo(() => {
    if (at === null || open.me === '' || review.writable !== 'yes') return null
    const place = { open, review, agencyId, criterionId: at }
    return verdictFaults(place, { verdict: { kind: 'agree' }, reason: null })[0]?.text ?? null
  }, [open, review, agencyId, at])
  const say = (text: string, finished = false) => {
    setSaid(text)
    setFinished(finished)
    setTakenBack(null)
    setRefused(null)
  }
  const refuse = (text: string) => {
    setSaid('')
    setFinished(false)
    setTakenBack(null)
    setRefused({ at, text })
  }
  const count = (value: number) => formatNumber(String(value), language)

  /** Why nothing can be written now, said and led to; true where it can. */
  const canWrite = (): boolean => {
    if (open.me === '') {
      refuse(words.noName)
      focusName()
      return false
    }
    if (review.writable === 'yes') return true
    refuse(words[review.writable])
    return false
  }

  const append = (acts: readonly LedgerAct[], goesOn = false): readonly LedgerEntry[] => {
    const lines = latest.current.append(acts)
    noteOwnLines(lines, goesOn)
    return lines
  }

  const write = (line: DeskLine, verdict: Verdict, reason: string | null): boolean => {
    if (!canWrite()) return false
    const code = codeOf(line.id)
    const place = { open, review, agencyId, criterionId: line.id }
    const [fault] = verdictFaults(place, { verdict, reason })
    if (fault) {
      refuse(`${code}: ${words.cannot(fault.text[language])}`)
      return false
    }
    const act = decideAct(place, { verdict, reason })
    const lines = act === null ? [] : append([act])
    if (lines.length === 0) {
      refuse(words.notWritten)
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
    const withdrawals = open.append(withdrawActs(entries))
    if (withdrawals.length === 0) return refuse(words.notWritten)
    say('')
    setTakenBack({ entries, withdrawals, before: open.state })
    if (here) goTo(here.act.criterionId)
  }

  /** Said of the ledger as it stands after the lines that take back, not of what was meant by them. */
  const undoneText = ({ entries, withdrawals, before }: TakenBack): string => {
    if (open.state === before) return ''
    const left = stillCounting(open.state, entries, withdrawals)
    const [first] = left?.entries ?? entries
    const isOne = entries.length === 1 && first?.act.kind === 'decide'
    if (left === null)
      return isOne ? words.undone(codeOf(first.act.criterionId)) : words.undoneMany(count(entries.length))
    const why = words.notUndoneWhy[left.why]
    return isOne
      ? words.notUndone(codeOf(first.act.criterionId), why)
      : words.notUndoneMany(count(left.entries.length), count(entries.length), why)
  }

  const undo = () => {
    if (!canWrite()) return
    const step = undoStep(open, stage, agencyId, ownLines())
    if (step === null) refuse(words.nothingToUndo)
    else if (step.entries.length > 1 || !step.isOfThisPage) show({ kind: 'undo', step })
    else takeBack(step.entries)
  }

  const run = (command: DeskCommand) => {
    if (command === 'undo') return undo()
    if (current === null || !canWrite()) return
    if (!canBeDecided(current))
      return refuse(
        (current.form.notForLevel === null ? words.surveyOnly : words.exemptAlready)(codeOf(current.id)),
      )
    if (command === 'agree') write(current, { kind: 'agree' }, null)
    else if (command === 'change') show({ kind: 'change', proposed: [] })
    else if (command === 'ask') show({ kind: 'ask' })
    else if (command === 'notApplicable') {
      // What cannot be left out says so before anybody writes a reason.
      const place = { open, review, agencyId, criterionId: current.id }
      const fault = verdictFaults(place, { verdict: { kind: 'notApplicable' }, reason: 'x' })[0]
      if (fault) refuse(`${codeOf(current.id)}: ${words.cannot(fault.text[language])}`)
      else show({ kind: 'notApplicable' })
    }
  }

  const agreeToAll = async (plan: BulkPlan, progress: (done: number) => void): Promise<boolean> => {
    if (!canWrite()) return false
    const written = await writeBulk({ open, review }, plan, append, progress)
    if (written === plan.count) say(words.agreedMany(count(written)))
    else refuse(written === 0 ? words.notWritten : words.agreedSome(count(written), count(plan.count)))
    return written > 0
  }

  const offer: Offer | null =
    isFinished && nextAgency
      ? { label: words.toNextAgency(nextAgency.name), run: () => chooseAgency(nextAgency.id) }
      : null
  return {
    said: takenBack ? undoneText(takenBack) : said,
    refused: refused?.text ?? null,
    agreeFault,
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
