import { Fragment, useState } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { AnnexFoot, AnnexHead } from './Annex.tsx'
import { FileButtons, fileName } from './FileButtons.tsx'
import { fileNotes } from './fileNotes.ts'
import { type ProvinceRow, provinceRows } from './provinceRows.ts'
import { provinceWords } from './provinceWords.ts'
import type { SummaryViewProps } from './summaryViews.ts'
import type { TableFile } from './tableFile.ts'

/** The province seen as one: sums of figures, points by rule on them, how many agencies reach what. */
export function ProvinceTable(props: SummaryViewProps) {
  const { open, directory, consolidation, names } = props
  const words = useText(provinceWords)
  const { province } = consolidation
  const rows = provinceRows(open.ruleSet, province, names)
  const [openRow, setOpenRow] = useState<string | null>(null)
  const { columns } = words
  const { total } = province
  const title = total
    ? words.title(
        names.count(total.leaves),
        names.count(total.ofLeaves),
        names.points(total.points),
        names.number(total.maxPoints),
        names.percent(total.percent),
      )
    : words.none
  const file = (): TableFile => {
    const { notes, foot } = fileNotes(open, consolidation, names, words.allGroups)
    return {
      language: names.language,
      title: words.annexTitle,
      notes: [...notes, `${title} (${words.inferred}).`],
      foot: [words.foot, ...foot],
      columns: Object.entries(columns).map(([key, name]) => ({
        name,
        width: key === 'name' || key === 'how' ? 44 : key === 'figures' ? 20 : 12,
        isNumber: numeric.has(key),
      })),
      rows: rows.map(row =>
        row.kind === 'group'
          ? [row.code, row.name]
          : [
              row.code,
              row.name,
              row.max,
              row.figures,
              row.share,
              row.points,
              row.lost,
              row.mean,
              row.full,
              row.target,
              [row.how, ...row.notes].join('. '),
            ],
      ),
    }
  }
  return (
    <>
      <AnnexHead open={open} directory={directory} title={words.annexTitle} group={words.allGroups} />
      <div className="section-head rvs-section">
        <h2>
          {total && <Mark kind="inferred" />}
          {title}
        </h2>
        <span className="sub">
          {words.inferred}, {words.sub(names.count(province.agencies))}
        </span>
        <FileButtons name={fileName(open.round, ['toan-tinh'])} file={file} />
      </div>
      <TableScroll label={words.annexTitle}>
        <table className="rvs-table rvs-province">
          <thead>
            <tr>
              {Object.entries(columns).map(([key, name]) => (
                <th key={key} scope="col" className={numeric.has(key) ? 'rvs-number' : undefined}>
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
      <AnnexFoot
        open={open}
        engineVersion={consolidation.engineVersion}
        names={names}
        scope={words.allGroups}
      />
    </>
  )
}

const numeric = new Set(['max', 'figures', 'share', 'points', 'lost', 'mean', 'full', 'target'])

function Row({ row, isOpen, toggle }: { row: ProvinceRow; isOpen: boolean; toggle: () => void }) {
  const words = useText(provinceWords)
  if (row.kind === 'group')
    return (
      <tr className="rvs-area">
        <td>{row.code}</td>
        <th scope="rowgroup" colSpan={10}>
          {row.name}
        </th>
      </tr>
    )
  const isGathered = row.leaf.whole.kind === 'gathered'
  return (
    <>
      <tr>
        <td className="rvs-quiet-cell">{row.code}</td>
        <th scope="row">{row.name}</th>
        <td className="rvs-number">{row.max}</td>
        <td className="rvs-number">{row.figures}</td>
        <td className="rvs-number">{row.share}</td>
        <td className="rvs-number">
          {isGathered && <Mark kind="inferred" />}
          <b>{row.points}</b>
        </td>
        <td className="rvs-number rvs-lost">{row.lost}</td>
        <td className="rvs-number">{row.mean}</td>
        <td className="rvs-number">{row.full}</td>
        <td className="rvs-number">
          {row.target}
          {row.targetNote !== null && <small>{row.targetNote}</small>}
        </td>
        <td className="rvs-how">
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
