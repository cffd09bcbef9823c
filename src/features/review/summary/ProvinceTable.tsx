import { Fragment, useState } from 'react'
import { TableButtons } from '../../../exports/TableButtons.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { AllColumns } from './AllColumns.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { projectProvince } from './projectProvince.ts'
import { type ProvinceRow, provinceRows } from './provinceRows.ts'
import { provinceWords } from './provinceWords.ts'
import { summaryFileName } from './summaryFileName.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import { provinceSentence } from './viewSentence.ts'

/** The province seen as one: sums of figures, points by rule on them, how many agencies reach what. */
export function ProvinceTable(props: SummaryViewProps) {
  const { open, consolidation, names } = props
  const words = useText(provinceWords)
  const { province } = consolidation
  const rows = provinceRows(open.ruleSet, province, names)
  const [openRow, setOpenRow] = useState<string | null>(null)
  const { columns } = words
  const [showsAll, setShowsAll] = useState(false)
  const title = provinceSentence(province, names)
  return (
    <>
      <AnnexHead {...props} title={words.annexTitle} group={words.allGroups} message={title} />
      <div className="rvs-tools">
        <p className="rvs-quiet">
          <Mark kind="inferred" />
          {words.inferred}, {words.sub(names.count(province.agencies))}
        </p>
        <AllColumns isChecked={showsAll} check={setShowsAll} />
        <TableButtons
          className="rvs-files"
          id="province"
          name={words.annexTitle}
          fileName={summaryFileName(open.round, ['toan-tinh'])}
          make={() => projectProvince(props)}
        />
      </div>
      <TableScroll label={words.annexTitle}>
        <table className={`rvs-table rvs-province${showsAll ? '' : ' rvs-fits'}`}>
          <thead>
            <tr>
              {Object.entries(columns).map(([key, name]) => (
                <th key={key} scope="col" className={classesOf(key)}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <Fragment key={row.id}>
                <Row
                  row={row}
                  isOpen={openRow === row.id}
                  toggle={() => setOpenRow(openRow === row.id ? null : row.id)}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="rvs-quiet">{words.foot}</p>
      <AnnexFoot {...props} engineVersion={consolidation.engineVersion} scope={words.allGroups} />
    </>
  )
}

const numeric = new Set(['max', 'figures', 'share', 'points', 'lost', 'mean', 'full', 'target'])
/** Columns that fit on a phone. */
const narrow = new Set(['name', 'points', 'lost'])

const classesOf = (key: string) =>
  [...(numeric.has(key) ? ['rvs-number'] : []), ...(narrow.has(key) ? [] : ['rvs-beyond'])].join(' ')

function Row({ row, isOpen, toggle }: { row: ProvinceRow; isOpen: boolean; toggle: () => void }) {
  const words = useText(provinceWords)
  if (row.kind === 'group')
    return (
      <tr className="rvs-area">
        <td className="rvs-beyond">{row.code}</td>
        <th scope="rowgroup" colSpan={10}>
          {row.name}
        </th>
      </tr>
    )
  const isGathered = row.leaf.whole.kind === 'gathered'
  return (
    <>
      <tr>
        <td className="rvs-quiet-cell rvs-beyond">{row.code}</td>
        <th scope="row">
          {row.name}
          <small className="rvs-phone">{row.how}</small>
        </th>
        <td className={classesOf('max')}>{row.max}</td>
        <td className={classesOf('figures')}>{row.figures}</td>
        <td className={classesOf('share')}>{row.share}</td>
        <td className="rvs-number">
          {isGathered && <Mark kind="inferred" />}
          <b>{row.points}</b>
          {isGathered && <small className="rvs-phone">/{row.max}</small>}
        </td>
        <td className="rvs-number rvs-lost">{row.lost}</td>
        <td className={classesOf('mean')}>{row.mean}</td>
        <td className={classesOf('full')}>{row.full}</td>
        <td className={classesOf('target')}>
          {row.target}
          {row.targetNote !== null && <small>{row.targetNote}</small>}
        </td>
        <td className="rvs-how rvs-beyond">
          {row.notes.length === 0 ? (
            row.how
          ) : (
            <button
              type="button"
              aria-expanded={isOpen}
              aria-label={`${row.how}. ${words.details(row.name)}`}
              onClick={toggle}
            >
              {row.how}
              <Icon name="chevron" size={14} />
            </button>
          )}
        </td>
      </tr>
      {isOpen && (
        <tr className="rvs-why">
          <td colSpan={11}>
            {row.notes.map(note => (
              <p key={note}>{note}</p>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}
