import { useState } from 'react'
import { ApprovalForm } from '../../src/features/self-assessment/hand-in/ApprovalForm.tsx'
import { HandInPanel } from '../../src/features/self-assessment/hand-in/HandInPanel.tsx'
import { HandInSummary } from '../../src/features/self-assessment/hand-in/HandInSummary.tsx'
import { MadeFile } from '../../src/features/self-assessment/hand-in/MadeFile.tsx'
import { OpenedBody } from '../../src/features/self-assessment/hand-in/OpenedBody.tsx'
import { OpenedDialog } from '../../src/features/self-assessment/hand-in/OpenedPackage.tsx'
import { OpenFindings } from '../../src/features/self-assessment/hand-in/OpenFindings.tsx'
import { OtherVersion } from '../../src/features/self-assessment/hand-in/OtherVersion.tsx'
import { RuleChanges } from '../../src/features/self-assessment/hand-in/RuleChanges.tsx'
import { SheetTable } from '../../src/features/self-assessment/hand-in/SheetTable.tsx'
import { ruleSetHash } from '../../src/io/hash/ruleSetHash.ts'
import type { DraftEdit } from '../../src/model/draft.ts'
import { versionChange } from '../../src/state/assessment/otherVersion.ts'
import type { PackageOpening } from '../../src/state/assessment/packageVerdict.ts'
import { formatNumber } from '../../src/ui/formatNumber.ts'
import type { GalleryCase } from './cases.tsx'
import { aDraft, agency, aNewerSet, anOpening, aSet, complete, troubled, useSample } from './handInSample.tsx'

const set = aSet()
const nothing = () => {}
const accepted = aDraft(set, complete)

/** The parts of the panel one under the other, as the dialog has them. */
function Parts({ edits, isTried }: { edits: readonly DraftEdit[]; isTried: boolean }) {
  const [opening] = useState(() => aDraft(set, edits))
  const sample = useSample(opening, set)
  return (
    <div style={{ display: 'grid', gap: 18, maxWidth: 720 }}>
      <HandInSummary assessment={sample.assessment} />
      <OpenFindings {...sample} show={nothing} />
      <ApprovalForm open={sample.open} isTried={isTried} />
    </div>
  )
}

/** A dialog over the gallery, opened by a press. */
function Panel({ edits }: { edits: readonly DraftEdit[] }) {
  const [isOpen, setOpen] = useState(false)
  const [opening] = useState(() => aDraft(set, edits))
  const sample = useSample(opening, set)
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        HandInPanel
      </button>
      {isOpen && <HandInPanel {...sample} close={() => setOpen(false)} goTo={nothing} />}
    </>
  )
}

function Refused() {
  const [isOpen, setOpen] = useState(false)
  const opening: PackageOpening = {
    kind: 'refused',
    file: 'cat-ngan.parboard',
    problems: [
      {
        file: 'cat-ngan.parboard › submission.json',
        path: '',
        code: 'wrong-hash',
        severity: 'error',
        message: {
          vi: 'nội dung không đúng mã băm SHA-256 trong mục lục: đã bị sửa hoặc bị hỏng sau khi đơn vị xuất tệp',
          en: 'does not match its SHA-256 hash in the list: changed or damaged after the agency made the file',
        },
      },
    ],
  }
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        OpenedDialog
      </button>
      {isOpen && (
        <OpenedDialog
          file={opening.file}
          state={{ status: 'read', opening }}
          openDraft={nothing}
          close={() => setOpen(false)}
        />
      )}
    </>
  )
}

function Opened({ opening }: { opening: PackageOpening }) {
  return opening.kind === 'open' ? (
    <div className="sa-opened-body">
      <OpenedBody opening={opening} />
    </div>
  ) : null
}

function Version({ isKnown }: { isKnown: boolean }) {
  const newer = aNewerSet()
  const sample = useSample(accepted, set)
  const mark = { id: newer.id, version: newer.version, sha256: ruleSetHash(newer) }
  return (
    <OtherVersion
      open={sample.open}
      other={isKnown ? { mark, ruleSet: newer } : null}
      agency={agency}
      leave={nothing}
    />
  )
}

function Compared() {
  const { comparison, change } = versionChange(accepted, set, aNewerSet(), agency)
  if (!comparison || !change) return null
  return (
    <>
      <SheetTable
        label="2, 3"
        before="2"
        after="3"
        lines={comparison.changed}
        total={comparison.total}
        format={points => formatNumber(points, 'vi', { minPlaces: 2 })}
      />
      <RuleChanges change={change} />
    </>
  )
}

const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

export const handInCases: readonly GalleryCase[] = [
  {
    id: 'hand-in-ready',
    part: 'screens',
    title: 'Hand in: nothing in the way',
    draw: () => <Parts edits={complete} isTried={false} />,
  },
  {
    id: 'hand-in-troubled',
    part: 'screens',
    title: 'Hand in: errors, doubts, no approval, asked for all the same',
    draw: () => <Parts edits={troubled} isTried />,
  },
  {
    id: 'hand-in-empty',
    part: 'screens',
    title: 'Hand in: an empty draft',
    draw: () => <Parts edits={[]} isTried={false} />,
  },
  {
    id: 'hand-in-panel',
    part: 'screens',
    title: 'Hand in: the dialog',
    draw: () => <Panel edits={troubled} />,
  },
  {
    id: 'hand-in-made',
    part: 'screens',
    title: 'Hand in: the file that was made, one piece of evidence gone',
    draw: () => (
      <MadeFile
        draft={{}}
        file={{
          blob: new Blob(['x'.repeat(45_321)]),
          fileName: 'tu-cham_bo-thu_2026-11_ban-quan-ly.parboard',
          sha256,
          absent: [{ name: 'Báo cáo tháng 11.pdf', bytes: 1_234_567, sha256 }],
          made: { at: '2026-11-21T12:00:00.000Z', fileName: '', sha256, revision: 2 },
        }}
      />
    ),
  },
  {
    id: 'opened-same',
    part: 'screens',
    title: 'Submission file: the same score sheet',
    draw: () => <Opened opening={anOpening(set)} />,
  },
  {
    id: 'opened-differs',
    part: 'screens',
    title: 'Submission file: another score sheet',
    draw: () => <Opened opening={anOpening(set, text => text.replaceAll('"5.74"', '"5.80"'))} />,
  },
  {
    id: 'opened-other-version',
    part: 'screens',
    title: 'Submission file: another version of the rule set here',
    draw: () => <Opened opening={anOpening(aNewerSet())} />,
  },
  {
    id: 'opened-unknown',
    part: 'screens',
    title: 'Submission file: a rule set nobody knows here',
    draw: () => <Opened opening={anOpening(null)} />,
  },
  {
    id: 'opened-refused',
    part: 'screens',
    title: 'Submission file: refused',
    draw: () => <Refused />,
  },
  {
    id: 'version-known',
    part: 'screens',
    title: 'Draft of another version, the older rules not kept',
    draw: () => <Version isKnown />,
  },
  {
    id: 'version-gone',
    part: 'screens',
    title: 'Draft of a rule set that is gone',
    draw: () => <Version isKnown={false} />,
  },
  {
    id: 'version-compared',
    part: 'screens',
    title: 'Two versions of a rule set: points and rules',
    draw: () => <Compared />,
  },
]
