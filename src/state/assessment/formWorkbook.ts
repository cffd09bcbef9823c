import { fileNameOf } from '../../io/fileName.ts'
import { askWorker } from '../askWorker.ts'
import { workbookType } from '../workbookType.ts'
import type { Assessment } from './assessment.ts'
import type { FormWorkbookParts } from './formTable.ts'
import type { FormWorkbookAnswer } from './formWorkbook.worker.ts'

/**
 * The form of an agency as a workbook with live formulas, filled with what stands in the draft; made beside
 * the page.
 * @param sentences how each leaf is scored, in Vietnamese, by criterion; they stand beside the leaves
 * @throws (rejects) when the workbook cannot be made
 */
export function formWorkbook(
  assessment: Assessment,
  sentences: ReadonlyMap<string, string> = new Map(),
): Promise<Blob> {
  const { draft, ruleSet, agency, form, readings, sheet, previous } = assessment
  const parts: FormWorkbookParts = { draft, ruleSet, agency, form, readings, sheet, previous, sentences }
  const start = () => new Worker(new URL('./formWorkbook.worker.ts', import.meta.url), { type: 'module' })
  return askWorker(start, parts, (answer: FormWorkbookAnswer) => {
    if (answer.kind !== 'made') throw new Error(answer.message)
    return new Blob([new Uint8Array(answer.bytes)], { type: workbookType })
  })
}

/** "tu-cham_mau-tinh-cqs_2026-11_mh-phuong-ngan-minh.xlsx". */
export function formFileName({ draft }: Pick<Assessment, 'draft'>): string {
  return fileNameOf(['tu-cham', draft.ruleSet.id, draft.period, draft.agencyId], '.xlsx')
}
