import { memo, type ReactNode } from 'react'
import { isSettled } from '../../../model/exact.ts'
import type { PeerRange } from '../../../model/roundState.ts'
import type { NodeScore } from '../../../model/scoreSheet.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { formatInterval } from '../../../receipt/pointsFormat.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { pickName } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { DeskLine } from './deskLines.ts'
import { signed, signedInterval } from './effectSign.ts'
import { itemFigures } from './itemFigures.ts'
import { PeerRangeMark } from './PeerRangeMark.tsx'
import { StatusMark, statusOf } from './StatusMark.tsx'
import { deskWords } from './words.ts'

export type RowContext = {
  readonly language: Language
  readonly points: (value: string) => string
  readonly choose: (id: string) => void
  readonly showDetails: (id: string) => void
}

type RowProps = {
  readonly line: DeskLine
  readonly node: NodeScore | undefined
  /** As they stand. */
  readonly values: ReadonlyMap<string, MetricValue>
  readonly peers: PeerRange | null
  readonly isCurrent: boolean
  readonly context: RowContext
}

/** One item on one line. Drawn again only when something about it changed. */
export const ItemRow = memo(function ItemRow({ line, node, values, peers, isCurrent, context }: RowProps) {
  const { language, points, choose, showDetails } = context
  const words = deskWords[language]
  const { form, item } = line
  const { effect } = form
  const plain = (value: string) => formatNumber(signed(effect, value), language)
  const status = statusOf(line)
  const max = node?.maxPoints ?? form.maxPoints
  const own = item.standing && isSettled(item.standing) ? item.standing.to : null
  const isOff = node?.outcome?.kind === 'notApplicable'
  return (
    // A press anywhere in the row; the keyboard has the button in it.
    <tr
      data-status={status}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      onClick={() => choose(line.id)}
    >
      <td className="rvd-code">{form.code}</td>
      <th scope="row">
        <button
          type="button"
          data-item={line.id}
          tabIndex={isCurrent ? 0 : -1}
          title={pickName(language, form.name, form.nameEn)}
          onClick={event => {
            event.stopPropagation()
            // A second press, or Enter, goes on to the details.
            if (isCurrent) showDetails(line.id)
            else choose(line.id)
          }}
        >
          <span className="rvd-short">{pickName(language, form.shortName, form.shortNameEn)}</span>
          <span className="rvd-long">{pickName(language, form.name, form.nameEn)}</span>
        </button>
      </th>
      <td className="rvd-figures number">
        <Figures line={line} values={values} language={language} />
      </td>
      <td className="number">
        {item.computed === null ? (
          <Nothing words={words.none} />
        ) : (
          formatInterval(signedInterval(effect, item.computed), points)
        )}
      </td>
      <td className="number rvd-claimed">
        {item.claimed === null ? <Nothing words={words.none} /> : points(signed(effect, item.claimed))}
      </td>
      <td className="number rvd-now">
        {isOff ? (
          <Nothing words={words.notApplicable} />
        ) : (
          <>
            <b>
              {item.standing === null ? '?' : formatInterval(signedInterval(effect, item.standing), points)}
            </b>
            <Maximum line={line} max={max} language={language} />
          </>
        )}
      </td>
      <td className="number rvd-difference">
        {item.difference === null || isOff ? (
          <Nothing words={words.none} />
        ) : (
          <span className={item.difference === '0' ? 'rvd-even' : 'rvd-moved'}>
            {item.difference === '0'
              ? '0'
              : formatNumber(signed(effect, item.difference), language, { signed: true })}
          </span>
        )}
      </td>
      <td className="number rvd-before">
        {item.before === null ? <Nothing words={words.none} /> : points(signed(effect, item.before))}
      </td>
      <td className="rvd-peers">
        {peers && !isOff ? (
          <>
            <span className="visually-hidden">
              {words.peersSaid(
                plain(peers.lowest),
                plain(peers.median),
                plain(peers.highest),
                String(peers.of),
              )}
            </span>
            <span className="rvd-peer-numbers" aria-hidden="true">
              <span>{plain(peers.lowest)}</span>
              <span>{plain(peers.median)}</span>
              <span>{plain(peers.highest)}</span>
            </span>
            <PeerRangeMark peers={peers} own={own} max={max} />
          </>
        ) : (
          <Nothing words={words.none} />
        )}
      </td>
      <td className="rvd-status">
        <StatusMark status={status} />
        {words.status[status]}
      </td>
      <td className="rvd-signs">
        <Signs line={line} language={language} />
      </td>
    </tr>
  )
}, isSameRow)

/** Peer ranges are written anew whenever any agency moves; only other numbers are another range. */
function isSameRow(a: RowProps, b: RowProps): boolean {
  return (
    a.line.item === b.line.item &&
    a.line.form === b.line.form &&
    a.line.evidenceMissing === b.line.evidenceMissing &&
    a.line.evidence.length === b.line.evidence.length &&
    a.node === b.node &&
    a.line.form.groups.every(({ fields }) =>
      fields.every(({ metric }) => a.values.get(metric.id) === b.values.get(metric.id)),
    ) &&
    a.isCurrent === b.isCurrent &&
    a.context === b.context &&
    a.peers?.lowest === b.peers?.lowest &&
    a.peers?.median === b.peers?.median &&
    a.peers?.highest === b.peers?.highest &&
    a.peers?.of === b.peers?.of
  )
}

function Figures({
  line,
  values,
  language,
}: {
  line: DeskLine
  values: ReadonlyMap<string, MetricValue>
  language: Language
}) {
  const words = deskWords[language]
  const figures = itemFigures(line.form, values, language)
  if (figures === null) return <Nothing words={words.noFigures} />
  return (
    <span title={figures.full}>
      {figures.text}
      {figures.text !== '' && figures.absent !== null && ' '}
      {figures.absent !== null && (
        <span className="rvd-absent">
          <Mark kind={figures.absent === 'notApplicable' ? 'notApplicable' : 'missing'} size={10} />
          {words[figures.absent]}
        </span>
      )}
    </span>
  )
}

function Maximum({
  line: { form },
  max,
  language,
}: {
  line: DeskLine
  max: string | null
  language: Language
}): ReactNode {
  const words = deskWords[language]
  if (max !== null) return <span className="rvd-max">/{formatNumber(max, language)}</span>
  return form.pool === undefined ? null : (
    <span className="rvd-max" title={form.pool.name}>
      {' '}
      {words.upTo(formatNumber(form.pool.maxPoints, language))}
    </span>
  )
}

function Signs({ line, language }: { line: DeskLine; language: Language }) {
  const words = deskWords[language]
  // A missing document is counted with the documents.
  const findings = line.item.findings.filter(({ code }) => code !== 'missing-evidence').length
  const count = line.evidence.length
  return (
    <>
      {findings > 0 && (
        <span className="rvd-sign" title={words.findingsCount(String(findings))}>
          <Mark kind="warning" size={12} />
          <span aria-hidden="true">{findings}</span>
          <span className="visually-hidden">{words.findingsCount(String(findings))}; </span>
        </span>
      )}
      {count > 0 && (
        <span className="rvd-sign" title={words.evidenceCount(String(count))}>
          <Icon name="clip" size={13} />
          <span aria-hidden="true">{count}</span>
          <span className="visually-hidden">{words.evidenceCount(String(count))}; </span>
        </span>
      )}
      {line.evidenceMissing > 0 && (
        <span className="rvd-sign" title={words.evidenceMissing(String(line.evidenceMissing))}>
          <Mark kind="missing" size={10} />
          <span aria-hidden="true">{line.evidenceMissing}</span>
          <span className="visually-hidden">{words.evidenceMissing(String(line.evidenceMissing))}</span>
        </span>
      )}
    </>
  )
}

function Nothing({ words }: { words: string }) {
  return (
    <>
      <span className="rvd-even" aria-hidden="true">
        –
      </span>
      <span className="visually-hidden">{words}</span>
    </>
  )
}
