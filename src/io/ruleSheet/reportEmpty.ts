import type { Bilingual } from '../../model/provenance.ts'
import { type Codec, freeText } from './codecs.ts'
import { type CellPlace, type Reader, reportCell, sheetProblem } from './sheetProblem.ts'

/**
 * Says that a cell has to be filled in, naming its column.
 * @param about what the template says of the column, for those that take any text
 */
export function reportEmpty(
  reader: Reader,
  place: CellPlace,
  path: string | null,
  codec: Codec,
  about?: string,
): void {
  if (place.absentFrom) {
    reportCell(reader, place, path, 'missing', codec.expected)
    return
  }
  const problem = sheetProblem(reader.file, place, 'missing', codec === freeText ? anyText : codec.expected)
  reader.problems.push({ ...problem, expected: fillIn(place.title, codec, about) })
  if (path) reader.failed.add(path)
}

const anyText: Bilingual = { vi: 'điền ô này', en: 'this cell to be filled in' }

/** "điền “Tổng điểm” – số điểm, ví dụ 2 hoặc 2,5". */
function fillIn(title: string, codec: Codec, about: string | undefined): Bilingual {
  if (title === '') return codec === freeText ? anyText : codec.expected
  const [vi, en] = [`điền “${title}”`, `fill in “${title}”`]
  if (codec === freeText) return { vi: about ? `${vi} – ${about}` : vi, en }
  return { vi: `${vi} – ${codec.expected.vi}`, en: `${en} – ${codec.expected.en}` }
}
