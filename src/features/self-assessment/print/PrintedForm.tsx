import { useOffer } from '../../../state/exports/offers.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useIsPrinting } from '../../../ui/useIsPrinting.ts'
import type { AssessmentProps } from '../assessmentProps.ts'
import { PrintedFoot } from './PrintedFoot.tsx'
import { PrintedHead } from './PrintedHead.tsx'
import { PrintedTable } from './PrintedTable.tsx'
import { printedRows } from './printedRows.ts'
import { projectForm } from './projectForm.ts'
import { printWords } from './words.ts'
import './print.css'

/** The official "Biểu tự chấm điểm" of the draft: offered as a table, drawn only while the page is put on paper. */
export function PrintedForm(props: AssessmentProps) {
  const words = useText(printWords)
  const language = useLanguage()
  useOffer({
    kind: 'table',
    id: 'form',
    name: words.title,
    make: () => projectForm(props.assessment, language),
  })
  return useIsPrinting() ? <PrintedSheet {...props} /> : null
}

/** The same, wherever it is put. */
export function PrintedSheet({ assessment }: AssessmentProps) {
  const language = useLanguage()
  const rows = printedRows(assessment, language)
  return (
    <article className="sa-printed">
      <PrintedHead assessment={assessment} />
      <PrintedTable rows={rows} foot={<PrintedFoot assessment={assessment} rows={rows} />} />
    </article>
  )
}
