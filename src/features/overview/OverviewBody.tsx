import { lazy, type ReactNode, Suspense, useMemo } from 'react'
import { buildLadder, targetMarks } from '../../charts/ladderSeries.ts'
import { buildRadar } from '../../charts/radarSeries.ts'
import { hasTiles } from '../../sentences/tilesOf.ts'
import { useNextActions } from '../../state/useNextActions.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { useLanguage } from '../../ui/language.tsx'
import { LossLadder } from './LossLadder.tsx'
import { LossSwitch } from './LossSwitch.tsx'
import { lossesShown, type OverviewState, tablesOf } from './overviewState.ts'
import { pictureFrame } from './pictureOf.ts'
import { TargetTiles } from './TargetTiles.tsx'

const AreaRadar = lazy(() => import('./AreaRadar.tsx').then(module => ({ default: module.AreaRadar })))
const Actions = lazy(() => import('./Actions.tsx').then(module => ({ default: module.Actions })))

/** Rows that fit the office laptop without scrolling. */
const rowsShown = 8

/** What stands under the headline: where the points went, the targets, and what to do first. */
export function OverviewBody({
  view,
  state,
  change,
  openId,
  select,
}: {
  view: ScoredView
  state: OverviewState
  change: (next: OverviewState) => void
  /** Node whose receipt is open. */
  openId: string | undefined
  select: (nodeId: string) => void
}) {
  const language = useLanguage()
  const { sheet, ruleSet, submission, plan, documents, parts, agency } = view
  const next = useNextActions(view)
  const showAll = state.rows === 'all'
  const { mode, losses, modes } = lossesShown(view, state.area)
  const ladder = useMemo(
    () =>
      buildLadder(
        sheet,
        showAll ? Number.POSITIVE_INFINITY : rowsShown,
        plan ? targetMarks(plan.plan, plan.targets) : [],
        losses,
      ),
    [sheet, showAll, plan, losses],
  )
  const radar = useMemo(() => (parts?.shares ? buildRadar(parts.shares) : null), [parts])
  const frame = useMemo(() => pictureFrame(view, language), [view, language])
  const tables = tablesOf(state)
  const setTables = (losses: boolean, targets: boolean) =>
    change({ ...state, table: losses ? (targets ? 'both' : 'losses') : targets ? 'targets' : undefined })
  const toggleLosses = () => setTables(!tables.losses, tables.targets)
  const toggleTargets = () => setTables(tables.losses, !tables.targets)
  const drill = (nodeId: string) => {
    const isArea = parts?.areas?.each.some(each => each.nodeId === nodeId)
    if (isArea) change({ ...state, area: nodeId, rows: undefined })
    else select(nodeId)
  }
  const isWithin = losses !== undefined && losses.nodeId !== null
  const switcher = modes.length > 1 && (
    <LossSwitch
      mode={mode}
      modes={modes}
      choose={next =>
        change({ ...state, area: { items: 'none', areas: 'all', shares: 'shares' }[next], rows: undefined })
      }
      leave={isWithin ? () => change({ ...state, area: 'all', rows: undefined }) : undefined}
    />
  )
  // A short ladder without targets leaves room for the radar.
  const radarBelow = radar !== null && modes.length < 2 && !hasTiles(sheet, plan)
  const radarWith = (modeSwitch: ReactNode) =>
    radar &&
    parts?.shares && (
      <Suspense fallback={<section className="radar-section" />}>
        <AreaRadar
          shares={parts.shares}
          radar={radar}
          ruleSet={ruleSet}
          showTable={radarBelow ? tables.targets : tables.losses}
          toggleTable={radarBelow ? toggleTargets : toggleLosses}
          open={drill}
          modes={modeSwitch}
          frame={frame}
        />
      </Suspense>
    )
  return (
    <>
      {mode === 'shares' ? (
        radarWith(switcher)
      ) : (
        <LossLadder
          sheet={sheet}
          ruleSet={ruleSet}
          ladder={ladder}
          losses={losses}
          publishedAtMax={submission.published?.itemsAtMax}
          modes={switcher}
          frame={frame}
          view={{
            selectedId: openId ?? null,
            showTable: tables.losses,
            showAll,
            select,
            toggleTable: toggleLosses,
            toggleAll: () => change({ ...state, rows: showAll ? undefined : 'all' }),
            drill: mode === 'areas' && !isWithin ? drill : undefined,
          }}
        />
      )}
      <div className={radarBelow ? 'duo grows' : 'duo'}>
        {radarBelow ? (
          radarWith(null)
        ) : (
          <TargetTiles
            sheet={sheet}
            plan={plan}
            documents={documents}
            showTable={tables.targets}
            toggleTable={toggleTargets}
            frame={frame}
            next={next === null || next === 'failed' ? undefined : next}
          />
        )}
        <Suspense fallback={<section className="actions" />}>
          <Actions
            sheet={sheet}
            ruleSet={ruleSet}
            plan={plan}
            agency={agency?.name}
            next={next}
            select={select}
          />
        </Suspense>
      </div>
    </>
  )
}
