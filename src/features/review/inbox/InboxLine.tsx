import type { ReviewRound } from '../../../model/review.ts'
import type { FileState } from '../../../model/roundState.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type InboxRow, isReadable } from './inboxRows.ts'
import { receivedTexts, rulesText, troublesSaid, versionsText, wholeText } from './inboxTexts.ts'
import { inboxWords } from './words.ts'

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
  const { agencyId, name, file, figures, checks, progress, standing } = row
  const used = file && isReadable(file) ? file : null
  const said = troublesSaid(row)
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
  const { timeliness } = file
  const { when, note } = receivedTexts(file, words)
  return (
    <>
      <span className="rvi-when">{when}</span>
      {note !== '' && (
        <small
          className={`rvi-time ${timeliness}`}
          {...(timeliness === 'unclear' ? { title: words.trouble.unclear } : {})}
        >
          {(timeliness === 'late' || timeliness === 'unclear') && <Mark kind="warning" size={12} />}
          {note}
        </small>
      )}
    </>
  )
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
  const rules = rulesText(row, file, round, useText(inboxWords))
  if (rules === null) return null
  if (rules.kind !== 'bad')
    return <span className={rules.kind === 'quiet' ? 'rvi-quiet' : undefined}>{rules.text}</span>
  return (
    <span className="rvi-bad">
      <Mark kind="warning" size={12} />
      {rules.text}
    </span>
  )
}

function Whole({ file }: { file: FileState }) {
  const whole = wholeText(file, useText(inboxWords))
  if (whole === null) return null
  return (
    <span className={whole.kind === 'bad' ? 'rvi-bad' : 'rvi-quiet'}>
      {whole.kind === 'bad' && <Mark kind="warning" size={12} />}
      {whole.kind === 'same' && <Mark kind="reached" />}
      {whole.text}
    </span>
  )
}

function Versions({ row }: { row: InboxRow }) {
  const { text, waits } = versionsText(row, useText(inboxWords))
  return waits ? <b>{text}</b> : text
}
