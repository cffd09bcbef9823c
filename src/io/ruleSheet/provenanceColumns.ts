import { documentCodec, freeText, wordCodec } from './codecs.ts'
import { type Column, column } from './column.ts'
import { certaintyWords } from './words.ts'

/** Where a value comes from. @param key path of the provenance; @param title what stands before each title */
export function provenanceColumns(key: string, title = '', isRequired?: true): readonly Column[] {
  const titled = (text: string) =>
    title === '' ? text : `${title}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
  const plain = title === ''
  return [
    column(
      `${key}.certainty`,
      titled('Mức chắc chắn'),
      wordCodec(certaintyWords),
      15,
      'văn bản nêu, suy ra hay minh họa',
      {
        isRequired,
      },
    ),
    column(
      `${key}.source.documentId`,
      titled('Văn bản'),
      documentCodec,
      28,
      'mã hoặc số hiệu văn bản trong danh mục; trống là chưa có nguồn',
      { aliases: plain ? ['Nguồn', 'Căn cứ', 'Văn bản nguồn'] : undefined },
    ),
    column(
      `${key}.source.place`,
      titled('Chỗ trong văn bản'),
      freeText,
      24,
      'mục, phụ lục, trang, số thứ tự',
      {
        aliases: plain ? ['Vị trí'] : undefined,
      },
    ),
    column(`${key}.source.quote`, titled('Nguyên văn'), freeText, 30, 'chỉ khi cần để nhận ra'),
    column(`${key}.note`, titled('Ghi chú nguồn'), freeText, 36, 'suy ra bằng cách nào'),
  ]
}
