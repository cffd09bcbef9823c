import { type ReactNode, useMemo } from 'react'
import { isSettled } from '../../../model/exact.ts'
import type { FigureCorrection, ReviewStage, Verdict } from '../../../model/review.ts'
import type { EntryOf, ReviewedAgency } from '../../../model/roundState.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import type { RuleSpeech } from '../../../receipt/ruleSpeech.ts'
import { packagesOf } from '../../../state/review/evidenceFile.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { AnswerSection } from './AnswerSection.tsx'
import { ConflictChoice } from './ConflictChoice.tsx'
import type { DeskLine } from './deskLines.ts'
import { detailWords } from './detailWords.ts'
import { EvidenceSection } from './EvidenceSection.tsx'
import { signedInterval } from './effectSign.ts'
import { FigureSection } from './FigureSection.tsx'
import { FindingSection } from './FindingSection.tsx'
import { HistorySection } from './HistorySection.tsx'
import { RuleSection } from './RuleSection.tsx'
import { Section } from './Section.tsx'
import { StatusMark, statusOf } from './StatusMark.tsx'
import { deskWords } from './words.ts'
import './deskDetail.css'

/** Everything a verdict on one item rests on. */
export function ItemDetail({
  line,
  agency,
  open,
  stage,
  conflict,
  say,
  points,
  othersWith,
  acts,
  toSummary,
  bar,
}: {
  line: DeskLine
  agency: ReviewedAgency
  open: OpenRound
  stage: ReviewStage
  /** Lines that wait for somebody to choose. */
  conflict: readonly EntryOf<'decide'>[]
  say: RuleSpeech
  points: (value: string) => string
  othersWith: (metricId: string, nodeId: string) => readonly string[]
  acts: {
    readonly openReceipt: () => void
    /** null: nothing can be written now. */
    readonly choose: ((verdict: Verdict, reason: string | null) => void) | null
    readonly takeFigures: ((figures: readonly FigureCorrection[]) => void) | null
  }
  toSummary: () => void
  /** The verdicts, which stay in sight. */
  bar: ReactNode
}) {
  const words = useText(detailWords)
  const desk = useText(deskWords)
  const language = useLanguage()
  const { form, item } = line
  const status = statusOf(line)
  const node = agency.nodes.get(line.id)
  const max = node?.maxPoints ?? form.maxPoints
  const before = useMemo(() => {
    const base = agency.state.choice?.base
    const previous = base === undefined ? null : (open.received.get(base)?.previous ?? null)
    return new Map((previous?.values ?? []).map(value => [value.metricId, value]))
  }, [agency.state.choice, open.received])
  const sent = useMemo(
    () => new Map(agency.received.values.map(value => [value.metricId, value])),
    [agency.received],
  )
  const explanation = agency.submission.explanations?.find(each => each.criterionId === line.id)?.text
  const exempt = agency.submission.notApplicable?.find(each => each.criterionId === line.id)?.reason
  const standing =
    item.standing === null
      ? words.openPoints
      : formatInterval(signedInterval(form.effect, item.standing), points)
  return (
    <>
      <div className="rvd-detail-body">
        <header className="rvd-detail-head">
          <h2 tabIndex={-1} data-detail>
            <span>{form.code}</span> {pickName(language, form.name, form.nameEn)}
          </h2>
          <p className="rvd-detail-points">
            <b>{standing}</b>
            {max !== null && <span>/{formatNumber(max, language)}</span>}
            <span className="rvd-detail-status">
              <StatusMark status={status} />
              {desk.status[status]}
            </span>
            <button type="button" className="link-button" onClick={acts.openReceipt}>
              {words.receipt}
            </button>
          </p>
          {max === null && form.pool !== undefined && (
            <p className="rvd-quiet">{words.pool(pickName(language, form.pool.name, form.pool.nameEn))}</p>
          )}
        </header>
        {status === 'survey' && (
          <p className="rvd-note">
            {words.surveyHere}{' '}
            <button type="button" className="link-button" onClick={toSummary}>
              {words.toSummary}
            </button>
          </p>
        )}
        {stage === 'secondReview' && status !== 'survey' && <FirstRound line={line} points={points} />}
        {item.status === 'stale' && <Stale line={line} stage={stage} points={points} />}
        {item.invalid !== undefined && (
          <p className="rvd-note">
            <Mark kind="warning" size={13} />
            {words.invalid(item.invalid[language])}
          </p>
        )}
        {conflict.length > 0 && (
          <ConflictChoice line={line} entries={conflict} points={points} choose={acts.choose} />
        )}
        <RuleSection key={line.id} line={line} say={say} />
        <FigureSection
          line={line}
          sent={sent}
          values={agency.values}
          before={before}
          othersWith={othersWith}
        />
        <FindingSection findings={item.findings} />
        {item.exempt !== null || exempt !== undefined ? (
          <Section title={words.exempt}>
            <p className="rvd-text">{item.exempt?.[language] ?? exempt}</p>
          </Section>
        ) : null}
        {explanation !== undefined && (
          <Section title={words.explanation}>
            <p className="rvd-text">{explanation}</p>
          </Section>
        )}
        <AnswerSection line={line} fileOf={open.fileOf} points={points} takeFigures={acts.takeFigures} />
        <EvidenceSection
          line={line}
          fileOf={open.fileOf}
          packages={packagesOf(agency.state.choice, line.id)}
        />
        <HistorySection history={item.state.history} notCounted={open.state.notCounted} points={points} />
      </div>
      {bar}
    </>
  )
}

/** What the first round came to, beside what is to be decided now. */
function FirstRound({ line, points }: { line: DeskLine; points: (value: string) => string }) {
  const words = useText(detailWords)
  const { firstReview } = line.item.state
  if (firstReview.kind !== 'settled') return <p className="rvd-quiet">{words.firstDecidedNone}</p>
  const { by, act } = firstReview.entry
  if (act.verdict.kind === 'ask')
    return <p className="rvd-first">{words.firstAsked(act.verdict.question, by)}</p>
  const said = words.act[act.verdict.kind]
  const isOff = act.verdict.kind === 'notApplicable' || (act.verdict.kind === 'agree' && act.to === null)
  return (
    <p className="rvd-first">
      {isOff
        ? words.firstSaid(said, by)
        : words.firstDecided(said, act.to === null ? words.openPoints : points(act.to), by)}
    </p>
  )
}

/** Points that were agreed to and are others now. */
function Stale({
  line: { item },
  stage,
  points,
}: {
  line: DeskLine
  stage: ReviewStage
  points: (value: string) => string
}) {
  const words = useText(detailWords)
  const standing = item.state[stage]
  const was = standing.kind === 'settled' ? standing.entry.act.to : null
  const now = item.standing && isSettled(item.standing) ? item.standing.to : null
  return (
    <p className="rvd-note">
      <Mark kind="warning" size={13} />
      {was === null || now === null ? words.staleOpen : words.stale(points(was), points(now))}
    </p>
  )
}
