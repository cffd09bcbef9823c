import { encodeForm } from '../../io/formSheet/encodeForm.ts'
import { layOut } from '../../io/formSheet/formLayout.ts'
import { formFormulasOf } from './formFormulas.ts'
import { type FormWorkbookParts, formTableOf } from './formTable.ts'

/** The workbook as bytes; what runs in the worker. */
export function makeFormWorkbook(parts: FormWorkbookParts): Promise<Uint8Array> {
  const table = formTableOf(parts)
  const layout = layOut(table.rows)
  return encodeForm(table, layout, formFormulasOf(parts, table, layout))
}
