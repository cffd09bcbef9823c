import { lazy, type ReactNode, Suspense, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { StageTable } from '../../model/stageColumns.ts'
import { criteriaSentence } from '../../sentences/criteriaSentence.ts'
import { useOffer } from '../../state/exports/offers.ts'
import type { ScoredView } from '../../state/useScoredView.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { useIsPrinting } from '../../ui/useIsPrinting.ts'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { CriteriaFoot } from './CriteriaFoot.tsx'
import { CriteriaRemarks } from './CriteriaRemarks.tsx'
import { CriteriaTable } from './CriteriaTable.tsx'
import { CriteriaTools } from './CriteriaTools.tsx'
import { columnsGivingWay, fixedColumns } from './columnWidths.ts'
import { criteriaColumns } from './criteriaColumns.tsx'
import { filterNamesOf, hidingTexts } from './criteriaFilters.ts'
import {
  type CriteriaLine,
  countLines,
  criteriaLines,
  flatten,
  groupsAbove,
  idleKind,
  wishedLines,
} from './criteriaLines.ts'
import { type ChangeCriteria, type CriteriaState, idsText, readState } from './criteriaState.ts'
import { NoneFound } from './NoneFound.tsx'
import { paperText, projectCriteria } from './projectCriteria.ts'
import { Standing } from './Standing.tsx'
import { comparedNames, tableViewOf } from './tableView.ts'
import { useRoom } from './useRoom.ts'
import { criteriaWords } from './words.ts'
import './criteria.css'
import './criteriaTable.css'
import './criteriaNarrow.css'
import './criteriaPrint.css'

const SheetReceipt = lazy(() =>
  import('../../receipt/SheetReceipt.tsx').then(module => ({ default: module.SheetReceipt })),
)

/** Tiêu chí: the official table as a tree, and the receipt of any of its rows. */
export function CriteriaScreen({
  view,
  table,
  state,
  change,
  isWide,
  linkToDocument,
}: {
  view: ScoredView
  /** Stages beside each other, from the engine. */
  table: StageTable
  state: CriteriaState
  change: ChangeCriteria
  /** Room enough to dock a receipt beside the table. */
  isWide: boolean
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const language = useLanguage()
  const words = useText(criteriaWords)
  const main = useRef<HTMLElement>(null)
  const room = useRoom(main)
  const isPrinting = useIsPrinting()
  const { sheet, ruleSet, submission } = view
  const asked = readState(state)
  const cells = useMemo(() => tableViewOf(view, table, language), [view, table, language])
  const columns = useMemo(() => criteriaColumns(cells), [cells])
  const lines = useMemo(() => criteriaLines(sheet, ruleSet, table), [sheet, ruleSet, table])
  const counts = useMemo(() => countLines(lines), [lines])
  const compared = comparedNames(table, words)
  const { search, filter, order } = asked
  const wished = useMemo(() => wishedLines(lines, { search, filter, order }), [lines, search, filter, order])

  const openId = hasRow(lines, state.criterion) ? state.criterion : undefined
  const isDocked = openId !== undefined && isWide
  const hide = state.hide ?? ''
  /** As the reader wants it, whatever room there is. */
  const unwanted = useMemo(
    () =>
      new Set(
        hide.split(',').filter(id => !fixedColumns.has(id) && columns.some(column => column.id === id)),
      ),
    [hide, columns],
  )
  const hidden = useMemo(
    () =>
      isDocked && !isPrinting
        ? new Set([...unwanted, ...columnsGivingWay(columns, unwanted, room, cells)])
        : unwanted,
    [unwanted, columns, isDocked, isPrinting, room, cells],
  )

  const groups = useMemo(() => flatten(lines).filter(line => line.subLines.length > 0), [lines])
  const isNarrowed = search.trim() !== '' || filter !== undefined
  const canFold = !isNarrowed && order !== 'flat'
  const closedText = state.closed ?? ''
  const closed = useMemo(
    () => new Set(canFold && closedText !== '' ? closedText.split(',') : []),
    [canFold, closedText],
  )

  const toggle = useStable((id: string) =>
    change({ closed: idsText(closed.has(id) ? [...closed].filter(each => each !== id) : [...closed, id]) }),
  )
  const select = useStable((id: string) => change({ criterion: id === openId ? undefined : id }))
  const close = () => {
    change({ criterion: undefined })
    // Back to the row it was opened from, for whoever reads with the keyboard.
    const row = openId === 'total' ? '#row-of-total button' : `#row-${CSS.escape(openId ?? '')}`
    document.querySelector<HTMLElement>(row)?.focus()
  }
  useUnfolded(openId, lines, closed, change)

  const all = counts.all
  const filterNames = filterNamesOf(idleKind(lines), compared?.filter ?? null, words)
  const hiding = hidingTexts(search, filter, filterNames, words)
  const shown = {
    view,
    cells,
    columns,
    lines: wished,
    all,
    hidden: unwanted,
    closed,
    order,
    hiding,
  }
  useOffer({
    kind: 'table',
    id: 'criteria',
    name: words.table,
    make: () => projectCriteria(shown),
  })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the receipt from anywhere in the view
    <div
      className={`view criteria-view${openId === undefined ? '' : ' with-panel'}`}
      onKeyDown={event => {
        const isTyping = event.target instanceof HTMLInputElement && event.target.value !== ''
        if (event.key === 'Escape' && openId !== undefined && isWide && !isTyping) close()
      }}
    >
      <main ref={main} className="content criteria" id="content" tabIndex={-1}>
        <AnnexHead view={view} />
        <div className="criteria-head">
          <h1>{criteriaSentence(sheet, language, cells.format)}</h1>
          <Standing sheet={sheet} ruleSet={ruleSet} submission={submission} />
        </div>
        <CriteriaRemarks view={view} />
        <CriteriaTools
          search={search}
          filter={filter}
          order={order}
          counts={counts}
          filterNames={filterNames}
          folding={
            canFold && groups.length > 0
              ? {
                  isAnyClosed: closed.size > 0,
                  toggleAll: () =>
                    change({ closed: closed.size > 0 ? undefined : idsText(groups.map(line => line.id)) }),
                }
              : null
          }
          columns={columns}
          hidden={asked.hidden}
          change={change}
        />
        {wished.length === 0 ? (
          <NoneFound hiding={hiding} lift={() => change({ q: undefined, filter: undefined })} />
        ) : (
          <CriteriaTable
            view={cells}
            lines={wished}
            all={all}
            columns={columns}
            hidden={hidden}
            closed={closed}
            canFold={canFold}
            openId={openId}
            toggle={toggle}
            select={select}
            hasReceipt={hasReceipt}
          />
        )}
        <CriteriaFoot view={view} difference={compared?.difference ?? null} />
        <AnnexFoot view={view} rowsText={paperText(shown)} />
      </main>
      {openId !== undefined && (
        <Suspense fallback={isWide ? <aside className="receipt" /> : null}>
          <SheetReceipt
            view={view}
            nodeId={openId}
            close={close}
            covers={!isWide}
            linkToDocument={linkToDocument}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Rescaling and rounding are told in the receipt of the total. */
const hasReceipt = ({ kind }: CriteriaLine) => kind !== 'rescaling' && kind !== 'rounding'

function hasRow(lines: readonly CriteriaLine[], id: string | undefined): boolean {
  return id === 'total' || flatten(lines).some(line => line.id === id && hasReceipt(line))
}

/** A link may name a row inside a folded group: opening it unfolds what it stands in, once. */
function useUnfolded(
  openId: string | undefined,
  lines: readonly CriteriaLine[],
  closed: ReadonlySet<string>,
  change: ChangeCriteria,
) {
  const shownFor = useRef<string | undefined>(undefined)
  useLayoutEffect(() => {
    if (shownFor.current === openId) return
    shownFor.current = openId
    const above = openId === undefined ? [] : groupsAbove(lines, openId)
    if (above.some(id => closed.has(id)))
      change({ closed: idsText([...closed].filter(id => !above.includes(id))) }, 'replace')
  })
}

/** The same function at every drawing, calling the latest one: rows need not be drawn again for it. */
function useStable<Argument>(latest: (argument: Argument) => void): (argument: Argument) => void {
  const current = useRef(latest)
  useLayoutEffect(() => {
    current.current = latest
  })
  return useCallback(argument => current.current(argument), [])
}
