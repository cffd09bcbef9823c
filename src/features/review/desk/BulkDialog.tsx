import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { type BulkPlan, type BulkScope, planBulk } from '../../../state/review/bulkAgree.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { DialogFoot, DialogHead } from './DialogParts.tsx'
import type { DeskLine } from './deskLines.ts'
import { editWords } from './editWords.ts'
import { useFirstField } from './useFirstField.ts'
import './deskDialog.css'

/** What is quicker than this, in milliseconds, needs no progress. */
const shownAfter = 300

/** Agreeing to everything that asks for no eye: what it would do stands there before it is done. */
export function BulkDialog({
  review,
  agencyId,
  line,
  isWanted,
  codeOf,
  save,
  close,
}: {
  review: ReviewView
  agencyId: string
  line: DeskLine
  /** Items in the areas that are shown. */
  isWanted: (areaId: string, nodeId: string) => boolean
  codeOf: (nodeId: string) => string
  /** @returns whether something was written */
  save: (plan: BulkPlan, progress: (done: number) => void) => Promise<boolean>
  close: () => void
}) {
  const words = useText(editWords)
  const language = useLanguage()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useFirstField(form)
  const [kind, setKind] = useState<BulkScope['kind']>('agency')
  const scopes: Readonly<Record<BulkScope['kind'], BulkScope>> = {
    agency: { kind: 'agency', agencyId },
    leaf: { kind: 'leaf', nodeId: line.id },
    area: { kind: 'area', areaId: line.areaId },
  }
  const scope = scopes[kind]
  // What is being written stays as it was shown, although less and less of it is left.
  const [begun, setBegun] = useState<BulkPlan | null>(null)
  const plan = useMemo(() => begun ?? planBulk(review, scope, isWanted), [begun, review, scope, isWanted])
  const count = (value: number) => formatNumber(String(value), language)
  const [writing, setWriting] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
    }
  }, [])
  const submit = async () => {
    if (plan.count === 0 || begun !== null) return
    setBegun(plan)
    const start = performance.now()
    const isWritten = await save(plan, done => {
      if (performance.now() - start > shownAfter) setWriting({ done, of: plan.count })
    })
    if (!isThere.current) return
    setBegun(null)
    setWriting(null)
    if (isWritten) close()
  }
  return (
    <Dialog label={words.bulkTitle} className="rvd-dialog" close={close}>
      <form
        ref={form}
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <DialogHead title={words.bulkTitle} close={close} />
        <div className="rvd-dialog-body">
          <fieldset className="rvd-ways">
            <legend>{words.bulkScope}</legend>
            {(['agency', 'leaf', 'area'] as const).map(each => (
              <label key={each}>
                <input
                  type="radio"
                  name={`${id}-scope`}
                  checked={kind === each}
                  onChange={() => setKind(each)}
                />
                {words.bulkScopes[each]}
              </label>
            ))}
          </fieldset>
          <p className="rvd-quiet">{words.bulkRule}</p>
          {plan.count === 0 ? (
            <p role="status">{words.bulkNone}</p>
          ) : (
            <>
              <p role="status">
                <b>{words.bulkDoes(count(plan.count), count(plan.agencies.length))}</b>
              </p>
              <TableScroll label={words.bulkTitle}>
                <table className="rvd-bulk">
                  <thead>
                    <tr>
                      <th scope="col">{words.bulkAgency}</th>
                      <th scope="col">{words.bulkItems}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {plan.agencies.map(each => (
                      <tr key={each.agencyId}>
                        <th scope="row">{review.agencyOf(each.agencyId)?.name ?? each.agencyId}</th>
                        <td>{each.nodeIds.map(codeOf).join(', ')}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </TableScroll>
            </>
          )}
          <p className="rvd-quiet">
            {words.bulkLeft}: {count(plan.left)}. {words.bulkUndo}
          </p>
          {writing !== null && (
            <p role="status">
              <label>
                {words.bulkWriting(count(writing.done), count(writing.of))}{' '}
                <progress value={writing.done} max={writing.of} />
              </label>
            </p>
          )}
        </div>
        <DialogFoot
          save={words.bulkSave(count(plan.count))}
          close={close}
          isOff={plan.count === 0 || begun !== null}
        />
      </form>
    </Dialog>
  )
}
