import { type ReactNode, type RefObject, useCallback, useMemo, useState } from 'react'
import type { EntryOf, ReviewedAgency } from '../../../model/roundState.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import { ruleSpeechOf } from '../../../receipt/ruleSpeech.ts'
import { reviewedIds } from '../../../state/review/deskFacts.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import type { AgencyLine } from './agencyLines.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { DeskHead } from './DeskHead.tsx'
import { DeskNotices } from './DeskNotices.tsx'
import { type DeskOverlay, DeskOverlays } from './DeskOverlays.tsx'
import { DeskPaperFoot, DeskPaperHead } from './DeskPaper.tsx'
import { canBeDecided, deskAreas, filterCounts, nextToLookAt, readDeskView, shownAreas } from './deskLines.ts'
import { editWords } from './editWords.ts'
import { ItemDetail } from './ItemDetail.tsx'
import { ItemTable } from './ItemTable.tsx'
import { useCurrentItem } from './useCurrentItem.ts'
import { useDeskFocus } from './useDeskFocus.ts'
import { useDeskKeys } from './useDeskKeys.ts'
import { useVerdicts } from './useVerdicts.ts'
import { VerdictBar } from './VerdictBar.tsx'
import { deskWords } from './words.ts'

/** One agency under review. */
export function Desk(
  props: ReviewProps & {
    agency: ReviewedAgency
    name: string
    picker: ReactNode
    /** The next one with something left; null: none. */
    nextAgency: AgencyLine | null
    chooseAgency: (id: string) => void
    stepAgency: (by: 1 | -1) => void
    /** The keyboard comes along from another agency. */
    wantsFocus: RefObject<boolean>
    showsKeys: boolean
  },
) {
  const { open, review, agency, address, change, picker, showsKeys, wantsFocus } = props
  const words = useText(deskWords)
  const edit = useText(editWords)
  const language = useLanguage()
  const { ruleSet } = open
  const { stage } = review
  const form = review.formOf(agency.agencyId)
  const points = useMemo(() => pointsFormat(ruleSet, language), [ruleSet, language])
  const say = useMemo(() => ruleSpeechOf(ruleSet, language), [ruleSet, language])
  const reviewed = useMemo(() => reviewedIds(form, agency, stage), [form, agency, stage])
  const areas = useMemo(() => deskAreas(form, agency, reviewed), [form, agency, reviewed])
  const all = useMemo(() => areas.flatMap(area => area.lines), [areas])
  const isSecond = stage === 'secondReview'

  const [first] = useState(() => (nextToLookAt(all, null, isSecond) ?? all[0])?.id ?? null)
  const [currentId, choose] = useCurrentItem(
    all.some(line => line.id === address.criterion) ? address.criterion : undefined,
    first,
    change,
  )
  const view = readDeskView(address)
  const assigned = open.me === '' ? null : (open.state.assigned.get(open.me) ?? null)
  const shown = shownAreas(areas, view, assigned, language, currentId)
  const flat = shown.flatMap(area => area.lines)
  const current = flat.find(line => line.id === currentId) ?? flat[0] ?? null
  const place = current === null ? -1 : flat.indexOf(current)

  const [overlay, setOverlay] = useState<DeskOverlay | null>(null)
  const [isList, setList] = useState(false)
  const focus = useDeskFocus(current?.id ?? null, wantsFocus)
  const codeOf = useCallback(
    (nodeId: string) => {
      const line = all.find(each => each.id === nodeId)
      return line === undefined ? nodeId : line.form.code === '' ? line.form.shortName : line.form.code
    },
    [all],
  )
  const goTo = (id: string) => {
    focus.want(id)
    choose(id)
  }
  const step = (by: 1 | -1) => {
    const next = flat[place + by]
    if (next) goTo(next.id)
  }
  const verdicts = useVerdicts({
    ...props,
    current,
    flat,
    codeOf,
    goTo,
    show: setOverlay,
  })
  const run = (command: Parameters<Parameters<typeof useDeskKeys>[0]>[0]) => {
    switch (command) {
      case 'next':
        return step(1)
      case 'previous':
        return step(-1)
      case 'nextOpen': {
        const next = nextToLookAt(flat, current?.id ?? null, isSecond)
        return next ? goTo(next.id) : verdicts.sayFinished()
      }
      case 'nextAgency':
        return props.stepAgency(1)
      case 'previousAgency':
        return props.stepAgency(-1)
      default:
        return verdicts.run(command)
    }
  }
  useDeskKeys(run)

  const showDetails = useCallback(
    (id: string) => {
      setList(false)
      choose(id)
      focus.toDetail()
    },
    [choose, focus.toDetail],
  )
  const chooseRow = useCallback(
    (id: string) => {
      setList(false)
      choose(id)
    },
    [choose],
  )
  const context = useMemo(
    () => ({ language, points, choose: chooseRow, showDetails }),
    [language, points, chooseRow, showDetails],
  )
  const othersWith = useCallback(
    (metricId: string, nodeId: string) =>
      all.flatMap(line =>
        line.id !== nodeId &&
        line.form.groups.some(({ fields }) => fields.some(({ metric }) => metric.id === metricId))
          ? [codeOf(line.id)]
          : [],
      ),
    [all, codeOf],
  )
  const conflict = useMemo(
    () =>
      current === null
        ? []
        : open.state.conflicts.flatMap(each =>
            each.about === 'decide' &&
            each.agencyId === agency.agencyId &&
            each.entries.some(({ act }) => act.kind === 'decide' && act.criterionId === current.id)
              ? each.entries.filter((entry): entry is EntryOf<'decide'> => entry.act.kind === 'decide')
              : [],
          ),
    [open.state.conflicts, agency.agencyId, current],
  )
  const canWrite = open.me !== '' && review.writable === 'yes'
  return (
    <div className="rvd-desk">
      {picker}
      <DeskPaperHead open={open} agency={agency} stage={stage} name={props.name} />
      <DeskHead agency={agency} name={props.name} ruleSet={ruleSet} areas={areas} />
      <DeskNotices open={open} review={review} change={change} />
      <div className="rvd-tools">
        <DeskFilters
          view={view}
          counts={filterCounts(areas)}
          form={form}
          assigned={assigned}
          total={all.length}
          change={change}
        />
        <button
          type="button"
          className="button rvd-bulk-button"
          disabled={!canWrite || current === null}
          onClick={() => setOverlay({ kind: 'bulk' })}
        >
          {edit.bulk(String(verdicts.plainHere))}
        </button>
      </div>
      {current === null ? (
        <p className="rvd-none">
          {verdicts.refused !== null && <span role="alert">{verdicts.refused} </span>}
          {words.noneFound}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => change({ filter: undefined, area: undefined, q: undefined }, 'replace')}
          >
            {words.lift}
          </button>
        </p>
      ) : (
        <div className="rvd-body" data-list={isList || undefined} ref={focus.body}>
          <div className="rvd-list-side">
            <ItemTable
              areas={shown}
              agency={agency}
              peersAt={review.peersAt}
              currentId={current.id}
              context={context}
              step={step}
            />
          </div>
          <section className="rvd-detail" aria-label={words.openDetails}>
            <p className="rvd-phone-steps">
              <button type="button" className="link-button" onClick={() => step(-1)}>
                {words.previous}
              </button>
              <button type="button" className="link-button" onClick={() => setList(true)}>
                {words.placeOf(String(place + 1), String(flat.length))} · {words.toList}
              </button>
              <button type="button" className="link-button" onClick={() => step(1)}>
                {words.next}
              </button>
            </p>
            <ItemDetail
              line={current}
              agency={agency}
              open={open}
              stage={stage}
              conflict={conflict}
              say={say}
              points={points}
              othersWith={othersWith}
              acts={{
                openReceipt: () => setOverlay({ kind: 'receipt' }),
                choose: canWrite ? (verdict, reason) => void verdicts.write(current, verdict, reason) : null,
                takeFigures:
                  canWrite && canBeDecided(current)
                    ? figures => setOverlay({ kind: 'change', proposed: figures })
                    : null,
              }}
              toSummary={() => change({ part: 'summary' })}
              bar={
                <VerdictBar
                  run={run}
                  canWrite={canWrite}
                  canDecide={canBeDecided(current)}
                  canExempt={
                    canBeDecided(current) &&
                    current.form.pool === undefined &&
                    current.form.effect === 'criterion'
                  }
                  agreeFault={verdicts.agreeFault?.[language] ?? null}
                  refused={verdicts.refused}
                  place={words.placeOf(String(place + 1), String(flat.length))}
                  showsKeys={showsKeys}
                />
              }
            />
          </section>
        </div>
      )}
      <DeskPaperFoot engineVersion={agency.sheet.engineVersion} />
      <p className="rvd-said" role="status">
        {verdicts.said}{' '}
        {verdicts.offer !== null && (
          <button type="button" className="link-button" onClick={verdicts.offer.run}>
            {verdicts.offer.label}
          </button>
        )}
      </p>
      {overlay !== null && current !== null && (
        <DeskOverlays
          {...props}
          overlay={overlay}
          line={current}
          isWanted={(areaId, nodeId) =>
            !view.mine || assigned === null || assigned.includes(areaId) || assigned.includes(nodeId)
          }
          points={points}
          codeOf={codeOf}
          verdicts={verdicts}
          close={() => {
            setOverlay(null)
            focus.back()
          }}
        />
      )}
    </div>
  )
}
