import { useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import type { ExportRun } from './exportRun.ts'
import { panelWords } from './panelWords.ts'

/** How far the file is that was asked for, and how it ended; stands at the foot of the list and is read out. */
export function RunStatus({
  run,
  copied,
}: {
  run: ExportRun
  copied: { readonly ok: boolean; readonly text: string } | null
}) {
  const words = useText(panelWords)
  const isShown = run.status !== 'idle' || copied !== null
  return (
    <footer className={isShown ? 'ex-status' : 'ex-status ex-quiet'}>
      <div role="status">
        {run.status === 'busy' && <p>{words.busy(run.name)}</p>}
        {run.status === 'saved' && (
          <p>
            <Mark kind="reached" size={14} /> {words.saved(run.fileName)}
          </p>
        )}
        {run.status === 'cancelled' && <p>{words.cancelled}</p>}
        {run.status !== 'busy' && copied && (
          <p>
            <Mark kind={copied.ok ? 'reached' : 'warning'} size={14} /> {copied.text}
          </p>
        )}
      </div>
      {run.status === 'busy' && (
        <>
          <progress
            aria-label={words.busy(run.name)}
            max={1}
            {...(run.done === null ? {} : { value: run.done })}
          />
          <button type="button" className="button" onClick={run.cancel}>
            {words.cancel}
          </button>
        </>
      )}
      {run.status === 'failed' && (
        <p role="alert" className="ex-failed">
          <Mark kind="error" size={14} />
          <span>
            {words.failed(run.name, run.reason)} {run.hasCsv ? words.failedCsv : words.failedHint}
          </span>
        </p>
      )}
    </footer>
  )
}
