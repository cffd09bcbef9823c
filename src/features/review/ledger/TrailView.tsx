import { useMemo } from 'react'
import { isSettled } from '../../../model/exact.ts'
import type { ItemState, ReviewItem } from '../../../model/roundState.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { exactInstantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import type { EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'
import { Points } from './LedgerTable.tsx'
import type { LedgerAddress } from './ledgerAddress.ts'
import { ledgerNotes } from './ledgerNotes.ts'
import { PaperFoot } from './PrintedLedger.tsx'
import { type TrailLine, type TrailStage, trailOf, wholeName } from './trailOf.ts'
import { trailWords } from './trailWords.ts'
import './trail.css'

/** The history of one criterion of one agency, from what it said of itself to what was closed. */
export function TrailView({
  open,
  review,
  change,
  names,
  at,
  go,
}: Pick<ReviewProps, 'open' | 'review' | 'change'> & {
  names: EntryNames
  at: LedgerAddress
  go: (next: Partial<LedgerAddress>, how?: 'push' | 'replace') => void
}) {
  const words = useText(trailWords)
  const agencyId = at.filter.agencyId ?? ''
  const criterionId = at.filter.criterionId ?? ''
  const agency = review.agencies.get(agencyId)
  const item = agency?.items.get(criterionId)
  const stages = useMemo(() => {
    const titles = new Map((agency?.received.evidence ?? []).map(each => [each.id, each.title] as const))
    return trailOf({
      state: open.state,
      names,
      agencyId,
      criterionId,
      evidenceTitle: id => titles.get(id) ?? id,
    })
  }, [open.state, names, agencyId, criterionId, agency])
  const state = open.state.agencies.get(agencyId)?.items.get(criterionId)
  const criterion = names.criterion(criterionId)
  const max = criterion?.maxPoints == null ? null : formatNumber(criterion.maxPoints, names.language)
  const standing = item?.standing
  const points =
    standing && isSettled(standing) ? `${words.of(names.points(standing.to), max)}${words.points}` : null
  const shown = stages.reduce((sum, stage) => sum + stage.lines.length, 0)
  const notes = ledgerNotes({
    open,
    names,
    filter: { ...at.filter, kind: null, stage: null, by: null, day: null, isOut: false, query: '' },
    shown,
    all: open.state.entries.length,
  })
  return (
    <article className="rvl-trail">
      <p className="rvl-trail-ways">
        <button
          type="button"
          className="link-button"
          onClick={() => go({ view: 'history', filter: { ...at.filter, criterionId: null } }, 'push')}
        >
          <Icon name="back" size={14} /> {words.back}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => change({ part: 'desk', filter: undefined, q: undefined, sort: undefined }, 'push')}
        >
          {words.toDesk}
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          <Icon name="print" size={15} /> {words.print}
        </button>
      </p>
      <p className="rvl-trail-paper">{words.printTitle}</p>
      <h1>{words.title(criterion?.code || criterionId, names.agency(agencyId), points)}</h1>
      <p className="rvl-trail-name">{wholeName(criterion, criterionId)}</p>
      {notes.slice(0, -1).map(note => (
        <p key={note} className="rvl-trail-paper">
          {note}
        </p>
      ))}
      {item && <Facts item={item} names={names} max={max} />}
      <ol className="rvl-trail-stages">
        {stages.map(stage => (
          <Stage key={stage.stage} stage={stage} state={state} names={names} />
        ))}
      </ol>
      <p className="rvl-quiet">{words.rule}</p>
      <div className="rvl-trail-paper">
        <PaperFoot note={notes.at(-1) ?? ''} />
      </div>
    </article>
  )
}

function Facts({ item, names, max }: { item: ReviewItem; names: EntryNames; max: string | null }) {
  const words = useText(trailWords)
  const { claimed, computed, standing, difference, before } = item
  const of = (points: string) => `${words.of(points, max)}${words.points}`
  return (
    <dl className="rvl-trail-facts" aria-label={words.facts}>
      <Fact name={words.claimed}>{claimed === null ? words.noClaim : of(names.points(claimed))}</Fact>
      <Fact name={words.computed}>
        {computed === null ? words.openPoints : of(formatInterval(computed, names.points))}
      </Fact>
      <Fact name={words.standing}>
        <b>{standing === null ? words.openPoints : of(formatInterval(standing, names.points))}</b>
      </Fact>
      {difference !== null && (
        <Fact name={words.difference}>
          {formatNumber(difference, names.language, { signed: true })}
          {words.points}
        </Fact>
      )}
      {before !== null && <Fact name={words.before}>{of(names.points(before))}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Stage({
  stage: { stage, lines },
  state,
  names,
}: {
  stage: TrailStage
  state: ItemState | undefined
  names: EntryNames
}) {
  const words = useText(trailWords)
  const isConflict =
    (stage === 'firstReview' || stage === 'secondReview') && state?.[stage].kind === 'conflict'
  // What follows a closing is said only where something did.
  if (stage === 'after' && lines.length === 0) return null
  return (
    <li>
      <h2>{words.stage[stage]}</h2>
      {isConflict && (
        <p className="rvl-trail-conflict">
          <Mark kind="warning" size={13} />
          {words.conflict}
        </p>
      )}
      {lines.length === 0 ? (
        <p className="rvl-quiet">{words.nothing}</p>
      ) : (
        <ol>
          {lines.map(line => (
            <Line key={line.entry.id} line={line} names={names} />
          ))}
        </ol>
      )}
    </li>
  )
}

function Line({ line, names }: { line: TrailLine; names: EntryNames }) {
  const words = useText(trailWords)
  const { entry, words: said, out, stands } = line
  return (
    <li className={out === null ? undefined : 'rvl-out'}>
      <p className="rvl-trail-who">
        <time dateTime={entry.at}>{exactInstantText(entry.at)}</time> {entry.by}
      </p>
      <div>
        <p>
          <b>{said.title}</b>
          {said.change && (
            <span className="rvl-trail-points">
              <Points {...said.change} />
            </span>
          )}
          {stands && (
            <span className="rvl-trail-stands">
              <Mark kind="reached" size={12} />
              {words.stands}
            </span>
          )}
        </p>
        {said.detail !== null && <p>{said.detail}</p>}
        {line.question !== null && (
          <p>
            {words.question}: “{line.question}”
          </p>
        )}
        {entry.act.kind === 'answer' && (
          <p>{line.answer === null ? words.noText : `${words.answer}: “${line.answer}”`}</p>
        )}
        {said.reason !== null && (
          <p>
            {words.reason}: {said.reason}
          </p>
        )}
        {line.evidence.length > 0 && (
          <p>
            {words.evidence}: {line.evidence.join('; ')}
          </p>
        )}
        {out !== null && (
          <p className="rvl-trail-not">
            <Mark kind="warning" size={12} />
            {entryTexts[names.language].notCounted[out]}
          </p>
        )}
      </div>
    </li>
  )
}
