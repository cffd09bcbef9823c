import { type ReactNode, useId } from 'react'
import { Key } from '../../../ui/Key.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { DeskCommand } from './useDeskKeys.ts'
import { deskWords } from './words.ts'

type Move = 'previous' | 'next' | 'nextOpen'
type Button = { readonly command: DeskCommand; readonly key: string; readonly label: string }

/** The verdicts as buttons with the key that does the same. */
export function VerdictBar({
  run,
  canWrite,
  canDecide,
  canExempt,
  agreeFault,
  refused,
  place,
  showsKeys,
}: {
  run: (command: DeskCommand) => void
  canWrite: boolean
  canDecide: boolean
  canExempt: boolean
  /** Why there is nothing to agree to; null: there is. */
  agreeFault: string | null
  /** Why the last press wrote nothing; null: it did, or nobody pressed. */
  refused: string | null
  /** Which item of how many. */
  place: string
  showsKeys: boolean
}): ReactNode {
  const words = useText(deskWords)
  const id = useId()
  const isOff = !canWrite || !canDecide
  const why = isOff ? null : agreeFault
  const verdicts: readonly (Button & { readonly isOff: boolean; readonly isFirst?: boolean })[] = [
    { command: 'agree', key: '1', label: words.agree, isOff: isOff || why !== null, isFirst: true },
    { command: 'change', key: '2', label: words.edit, isOff },
    { command: 'ask', key: '3', label: words.ask, isOff },
    { command: 'notApplicable', key: '4', label: words.exempt, isOff: !canWrite || !canExempt },
  ]
  const moves: readonly (Button & { readonly command: Move })[] = [
    { command: 'previous', key: 'k', label: words.previous },
    { command: 'next', key: 'j', label: words.next },
    { command: 'nextOpen', key: 'n', label: words.nextOpen },
  ]
  return (
    <fieldset className="rvd-bar" aria-label={words.verdicts}>
      {why !== null && refused === null && (
        <p className="rvd-refused" id={id}>
          <Mark kind="warning" size={13} />
          {words.cannotAgree(why)}
        </p>
      )}
      {refused !== null && (
        <p className="rvd-refused" id={id} role="alert">
          <Mark kind="warning" size={13} />
          {refused}
        </p>
      )}
      <div className="rvd-verdicts">
        {verdicts.map(({ command, key, label, isOff, isFirst = false }) => (
          <button
            key={command}
            type="button"
            className={`button${isFirst ? ' primary' : ''}`}
            disabled={isOff}
            aria-describedby={command === 'agree' && why !== null ? id : undefined}
            aria-keyshortcuts={showsKeys ? key : undefined}
            onClick={() => run(command)}
          >
            {label}
            {showsKeys && <Key>{key}</Key>}
          </button>
        ))}
      </div>
      <div className="rvd-moves">
        <button
          type="button"
          className="link-button"
          disabled={!canWrite}
          aria-keyshortcuts={showsKeys ? 'u' : undefined}
          onClick={() => run('undo')}
        >
          {words.undo}
          {showsKeys && <Key>u</Key>}
        </button>
        <span className="rvd-place">{place}</span>
        {moves.map(({ command, key, label }) => (
          <button
            key={command}
            type="button"
            className="link-button"
            title={label}
            aria-keyshortcuts={showsKeys ? key : undefined}
            onClick={() => run(command)}
          >
            {words.shortMoves[command]}
            {showsKeys && <Key>{key}</Key>}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
