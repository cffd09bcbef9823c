import { useMemo, useRef, useState } from 'react'
import { packageLimits } from '../../../io/package/packageFormat.ts'
import { problemsOf } from '../../../io/queries.ts'
import type { Problem } from '../../../model/problem.ts'
import { filesToPack, type HandedIn, handIn } from '../../../state/assessment/handIn.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { download } from '../../../ui/download.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { ApprovalForm } from './ApprovalForm.tsx'
import { approvalFaults, fieldsOf } from './approvalFields.ts'
import { HandInHistory } from './HandInHistory.tsx'
import { HandInSummary } from './HandInSummary.tsx'
import { MadeFile } from './MadeFile.tsx'
import { OpenFindings } from './OpenFindings.tsx'
import { useHandInWords } from './useHandInWords.ts'
import { useOneRun } from './useOneRun.ts'
import { WithFiles } from './WithFiles.tsx'
import './handIn.css'

type Making =
  | { readonly status: 'idle' | 'making' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[] }
  | { readonly status: 'made'; readonly file: HandedIn }

/** Beside the evidence a file holds the rules and the score sheet. */
const roomBesideFiles = 5_000_000

/** Makes the one file an agency hands in: what goes in, what is in the way, who approved, the file. */
export function HandInPanel({
  open,
  assessment,
  close,
  goTo,
  showEvidence,
}: AssessmentProps & {
  close: () => void
  goTo: GoTo
  /** Opens the evidence of a criterion; without it the criterion is brought into sight. */
  showEvidence?: ((nodeId: string) => void) | undefined
}) {
  const words = useHandInWords(open.draft)
  const language = useLanguage()
  const [isTried, setTried] = useState(false)
  const [leavesOut, setLeavesOut] = useState(false)
  const [making, setMaking] = useState<Making>({ status: 'idle' })
  const body = useRef<HTMLDivElement>(null)
  const { run, isRunning } = useOneRun()
  const { checks } = assessment
  const bytes = useMemo(
    () => filesToPack(assessment).reduce((total, file) => total + file.bytes, 0),
    [assessment],
  )
  const isTooLarge = bytes > packageLimits.packedBytes - roomBesideFiles
  const isApproved = approvalFaults(fieldsOf(open.draft.approval)).size === 0
  const count = (number: number) => formatNumber(String(number), language)
  const reasons = [
    ...(checks.open.blocks > 0 ? [words.reasonBlocks(count(checks.open.blocks))] : []),
    ...(checks.open.doubts > 0 ? [words.reasonDoubts(count(checks.open.doubts))] : []),
    ...(isApproved ? [] : [words.reasonApproval]),
  ]
  const make = () => {
    if (isRunning()) return
    setTried(true)
    if (reasons.length > 0) {
      // To the first thing that is in the way, in the order of the page.
      requestAnimationFrame(() =>
        body.current
          ?.querySelector<HTMLElement>('.sa-hand-in-checks li button, [aria-invalid="true"]')
          ?.focus(),
      )
      return
    }
    setMaking({ status: 'making' })
    run(
      signal => handIn(assessment, { withFiles: !leavesOut && !isTooLarge, now: new Date(), signal }),
      file => {
        download(file.fileName, file.blob)
        open.change([{ kind: 'handedIn', made: file.made }])
        setTried(false)
        setMaking({ status: 'made', file })
      },
      error => {
        const isOurs = error instanceof Error && 'problems' in error
        setMaking({ status: 'failed', problems: isOurs ? problemsOf(error) : [] })
      },
    )
  }
  return (
    <Dialog label={words.title} className="sa-hand-in" close={close}>
      <header>
        <div>
          <h2>{words.title}</h2>
          <p>{words.sub}</p>
        </div>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="sa-hand-in-body" ref={body}>
        {making.status === 'made' && <MadeFile file={making.file} draft={open.draft} />}
        <HandInSummary assessment={assessment} />
        <OpenFindings
          open={open}
          assessment={assessment}
          show={({ nodeId, metricId, part }) => {
            close()
            if (part === 'evidence' && nodeId !== null && showEvidence) showEvidence(nodeId)
            else goTo({ nodeId, metricId, ...(part === 'explanation' && { part }) })
          }}
        />
        <ApprovalForm open={open} isTried={isTried} />
        <WithFiles
          files={filesToPack(assessment)}
          leavesOut={leavesOut || isTooLarge}
          choose={setLeavesOut}
          isTooLarge={isTooLarge}
        />
        <HandInHistory draft={open.draft} />
      </div>
      <footer>
        <p role="alert" className={reasons.length > 0 ? 'lost' : undefined}>
          {isTried && reasons.length > 0 && (
            <>
              <Mark kind="error" size={14} />
              {words.refused(reasons)}
            </>
          )}
          {making.status === 'failed' && (
            <>
              <Mark kind="error" size={14} />
              {making.problems.length === 0
                ? words.failed
                : `${words.failedWith} ${making.problems
                    .map(({ file, path, message }) => `${file} ${path}: ${message[language]}`)
                    .join('; ')}`}
            </>
          )}
        </p>
        <span role="status" className={making.status === 'making' ? undefined : 'visually-hidden'}>
          {making.status === 'making' ? words.making : ''}
        </span>
        <button
          type="button"
          className="button primary"
          aria-disabled={making.status === 'making'}
          onClick={make}
        >
          <Icon name="download" size={18} />
          {words.make}
        </button>
      </footer>
    </Dialog>
  )
}
