import { ChecksList } from '../../src/features/self-assessment/checks/ChecksList.tsx'
import { EvidenceLine } from '../../src/features/self-assessment/evidence/EvidenceLine.tsx'
import { EvidenceSheet } from '../../src/features/self-assessment/evidence/EvidenceSheet.tsx'
import { PrintedSheet } from '../../src/features/self-assessment/print/PrintedForm.tsx'
import type { CheckReport } from '../../src/model/checks.ts'
import type { DraftEdit } from '../../src/model/draft.ts'
import { TableScroll } from '../../src/ui/TableScroll.tsx'
import {
  linked,
  manyFindings,
  noFindings,
  Parts,
  scan,
  someFigures,
  someFindings,
} from './assessmentPartsSample.tsx'
import type { GalleryCase } from './cases.tsx'

const nothing = () => {}

const evidence = [scan, linked].map((item): DraftEdit => ({ kind: 'evidence', item }))
const explained: DraftEdit = {
  kind: 'explanation',
  criterionId: 'thanh-toan',
  text: 'Sổ giấy đang được kiểm kê, sẽ bổ sung bản quét trước ngày 05/12/2026.',
}
const approved: DraftEdit = {
  kind: 'approval',
  approval: { name: 'Nguyễn Văn Thử', title: 'Chủ tịch Ủy ban nhân dân phường', on: '2026-12-02' },
}

function checksCase(id: string, title: string, report: CheckReport): GalleryCase {
  return {
    id: `sa-checks-${id}`,
    part: 'screens',
    title: `Tự chấm, checks: ${title}`,
    draw: () => (
      <div style={{ maxWidth: 328 }}>
        <Parts report={report}>{props => <ChecksList {...props} goTo={nothing} />}</Parts>
      </div>
    ),
  }
}

function linesCase(id: string, title: string, edits: readonly DraftEdit[]): GalleryCase {
  return {
    id: `sa-evidence-lines-${id}`,
    part: 'screens',
    title: `Tự chấm, evidence under the fields: ${title}`,
    draw: () => (
      <Parts edits={edits}>
        {({ open, assessment }) =>
          assessment.form.areas
            .flatMap(area => area.items)
            .map(item => <EvidenceLine key={item.nodeId} open={open} item={item} openPanel={nothing} />)
        }
      </Parts>
    ),
  }
}

function sheetCase(id: string, title: string, nodeId: string, edits: readonly DraftEdit[]): GalleryCase {
  return {
    id: `sa-evidence-${id}`,
    part: 'screens',
    title: `Tự chấm, evidence of one criterion: ${title}`,
    draw: () => (
      <Parts edits={edits}>{props => <EvidenceSheet {...props} nodeId={nodeId} close={nothing} />}</Parts>
    ),
  }
}

function printCase(id: string, title: string, edits: readonly DraftEdit[]): GalleryCase {
  return {
    id: `sa-print-${id}`,
    part: 'screens',
    title: `Biểu tự chấm điểm on paper: ${title}`,
    draw: () => (
      <TableScroll label={title}>
        <div style={{ width: 1032 }}>
          <Parts edits={edits}>{props => <PrintedSheet {...props} />}</Parts>
        </div>
      </TableScroll>
    ),
  }
}

/** Checks, evidence and the printed form of Tự chấm. */
export const assessmentPartsCases: readonly GalleryCase[] = [
  checksCase('some', 'blocks, doubts, notices, accepted', someFindings),
  checksCase('many', 'forty of a kind', manyFindings),
  checksCase('none', 'nothing left', noFindings),
  linesCase('none', 'nothing there', []),
  linesCase('many', 'files, links, explanation', [...evidence, explained]),
  sheetCase('none', 'nothing there', 'dung-han', []),
  sheetCase('many', 'long names, the same file twice', 'dung-han', evidence),
  sheetCase('explained', 'explained, a document to share', 'thanh-toan', [
    evidence[0] ?? explained,
    explained,
  ]),
  printCase('some', 'figures missing, claims, survey, evidence, approved', [
    ...someFigures,
    ...evidence,
    explained,
    approved,
  ]),
  printCase('blank', 'nothing entered', []),
]
