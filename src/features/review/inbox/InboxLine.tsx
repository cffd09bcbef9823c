import type { ReviewRound } from '../../../model/review.ts'
import type { FileState } from '../../../model/roundState.ts'
import { instantText, localTime } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type InboxRow, isReadable, type Trouble } from './inboxRows.ts'
import { inboxWords } from './words.ts'

/** What a cell of the row says already. */
const shownElsewhere: readonly Trouble[] = ['unclear', 'versions', 'conflict', 'otherRules', 'differs']

/** One agency: when it came, how complete and sound it is, and what has to be chosen. */
export function InboxLine({
  row,
  round,
  index,
  measure,
  openDesk,
  openFiles,
}: {
  row: InboxRow
  round: ReviewRound
  index: number
  measure: ((element: HTMLElement | null) => void) | undefined
  openDesk: (agencyId: string) => void
  openFiles: (agencyId: string) => void
}) {
  const words = useText(inboxWords)
  const { agencyId, name, file, figures, checks, progress, troubles, standing } = row
  const used = file && isReadable(file) ? file : null
  const said = troubles.filter(trouble => !shownElsewhere.includes(trouble))
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={standing === 'notReceived' ? 'rvi-line none' : 'rvi-line'}
    >
      <th scope="row">
        <button type="button" className="rvi-open" title={words.openDesk} onClick={() => openDesk(agencyId)}>
          {name}
        </button>
        {said.length > 0 && (
          <ul className="rvi-troubles">
            {said.map(trouble => (
              <li key={trouble}>
                <Mark kind="warning" size={12} />
                {words.trouble[trouble]}
              </li>
            ))}
          </ul>
        )}
      </th>
      <td data-label={words.column.received}>
        {file ? (
          <Received file={file} />
        ) : (
          <span className="rvi-none">
            <Mark kind="missing" />
            {words.notReceived}
          </span>
        )}
      </td>
      <td className="number" data-label={words.column.figures}>
        {used && (figures ? `${figures.given}/${figures.of}` : <Waiting row={row} />)}
        {used && figures && figures.given < figures.of && <Mark kind="missing" />}
      </td>
      <td data-label={words.column.checks}>{used && checks && <Checks {...checks} />}</td>
      <td data-label={words.column.rules}>{used && <Rules row={row} file={used} round={round} />}</td>
      <td data-label={words.column.whole}>{used && <Whole file={used} />}</td>
      <td data-label={words.column.versions}>
        {row.state.files.length > 0 && (
          <button type="button" className="link-button" onClick={() => openFiles(agencyId)}>
            <Versions row={row} />
            <span className="visually-hidden">: {words.detailsOf(name)}</span>
          </button>
        )}
      </td>
      <td className="number" data-label={words.column.review}>
        {progress && `${progress.done}/${progress.of}`}
      </td>
    </tr>
  )
}

function Waiting({ row: { state } }: { row: InboxRow }) {
  const words = useText(inboxWords)
  return state.state === 'chosen' ? <small className="rvi-quiet">{words.scoring}</small> : null
}

function Received({ file }: { file: FileState }) {
  const words = useText(inboxWords)
  const { timeliness, correctedAt, receivedAt } = file
  const isFromPage = file.file.outcome === 'read' && file.file.origin === 'page'
  const word = words.timeliness[timeliness]
  const notes = [
    ...(isFromPage ? [words.fromPage] : correctedAt ? [words.corrected] : []),
    ...(isReadable(file) || file.file.outcome === 'read' ? [] : [words.notUsable]),
  ]
  return (
    <>
      <span className="rvi-when">
        {isFromPage && correctedAt ? dayOf(receivedAt) : instantText(receivedAt)}
      </span>
      {(word !== '' || notes.length > 0) && (
        <small
          className={`rvi-time ${timeliness}`}
          {...(timeliness === 'unclear' ? { title: words.trouble.unclear } : {})}
        >
          {(timeliness === 'late' || timeliness === 'unclear') && <Mark kind="warning" size={12} />}
          {[...(word === '' ? [] : [word]), ...notes].join(', ')}
        </small>
      )}
    </>
  )
}

/** Only the day is published. */
function dayOf(instant: string): string {
  const local = localTime(instant)
  return local ? local.day.split('-').toReversed().join('/') : instant
}

function Checks({ blocks, doubts }: { blocks: number; doubts: number }) {
  const words = useText(inboxWords)
  if (blocks + doubts === 0)
    return (
      <span className="rvi-quiet">
        <Mark kind="reached" />
        {words.noFindings}
      </span>
    )
  return (
    <>
      {blocks > 0 && (
        <span className="rvi-bad">
          <Mark kind="error" size={12} />
          {words.blocks(blocks)}
        </span>
      )}
      {doubts > 0 && (
        <span>
          <Mark kind="warning" size={12} />
          {words.doubts(doubts)}
        </span>
      )}
    </>
  )
}

function Rules({ row, file, round }: { row: InboxRow; file: FileState; round: ReviewRound }) {
  const words = useText(inboxWords)
  if (file.file.outcome !== 'read') return null
  const { version } = file.file.ruleSet
  if (!file.isOtherRules) return <span className="rvi-quiet">{words.version(version)}</span>
  if (row.state.choice?.carried) return <span>{words.carried(version)}</span>
  return (
    <span className="rvi-bad">
      <Mark kind="warning" size={12} />
      {version === round.ruleSet.version ? words.otherContent(version) : words.otherVersion(version)}
    </span>
  )
}

function Whole({ file }: { file: FileState }) {
  const words = useText(inboxWords)
  if (file.file.outcome !== 'read') return null
  if (file.file.origin === 'page') return <span className="rvi-quiet">{words.unchecked}</span>
  if (file.file.rescored !== 'identical')
    return (
      <span className="rvi-bad">
        <Mark kind="warning" size={12} />
        {words[file.file.rescored]}
      </span>
    )
  return (
    <span className="rvi-quiet">
      <Mark kind="reached" />
      {words.identical}
    </span>
  )
}

function Versions({ row: { state, usable } }: { row: InboxRow }) {
  const words = useText(inboxWords)
  const count = state.files.length
  if (state.chosenBy.kind === 'conflict') return <b>{words.conflict}</b>
  if (state.state === 'undecided') return <b>{words.undecided(usable)}</b>
  if (state.choice && state.choice.picks.length > 0) return words.merged(count)
  if (state.chosenBy.kind === 'settled' && count > 1) return words.chosen(count)
  return words.versionCount(count)
}
