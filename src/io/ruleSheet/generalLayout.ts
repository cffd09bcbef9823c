import { criterionCodec, documentCodec, freeText, idCodec, listCodec, wordCodec } from './codecs.ts'
import { column, required, type SheetLayout } from './column.ts'
import { countsCodec, statesCodec, stepCodec } from './compoundCodecs.ts'
import { dateCodec, naturalCodec, pointsCodec } from './numberCodecs.ts'
import { provenanceColumns } from './provenanceColumns.ts'
import { gradedOnWords, tieWords } from './words.ts'

/** What is said of the rule set as a whole, one line a field. */
export const generalLayout: SheetLayout = {
  name: 'general',
  title: 'Thông tin chung',
  about: 'mỗi dòng một thông tin của cả bộ chỉ số; chỉ điền cột “Giá trị”',
  isRequired: true,
  columns: [
    column('id', 'Mã bộ chỉ số', idCodec, 0, 'không dấu, ví dụ cchc-tinh-a', required),
    column('version', 'Phiên bản', freeText, 0, 'ví dụ 1', required),
    column('title', 'Tên bộ chỉ số', freeText, 0, 'như văn bản ghi', required),
    column('titleEn', 'Tên tiếng Anh', freeText, 0, 'không bắt buộc'),
    column('shortTitle', 'Tên ngắn', freeText, 0, 'dùng ở đầu màn hình', required),
    column('shortTitleEn', 'Tên ngắn tiếng Anh', freeText, 0, 'không bắt buộc'),
    column(
      'decisionId',
      'Văn bản ban hành',
      documentCodec,
      0,
      'mã hoặc số hiệu trong danh mục văn bản',
      required,
    ),
    column('validFrom', 'Áp dụng từ ngày', dateCodec, 0, 'ví dụ 01/01/2026', required),
    column('validTo', 'Áp dụng đến ngày', dateCodec, 0, 'trống: còn hiệu lực'),
    column('supersedes', 'Thay cho bộ', idCodec, 0, 'mã bộ chỉ số cũ'),
    column('scale', 'Tổng điểm', pointsCodec, 0, 'của cả cây, không nhất thiết 100', required),
    column('itemWord', 'Một mục gọi là', freeText, 0, 'ví dụ tiêu chí thành phần', required),
    column('itemWordEn', 'Một mục gọi là (tiếng Anh)', freeText, 0, 'không bắt buộc'),
    column('itemDepth', 'Tầng của mục', naturalCodec, 0, '0 là tầng cao nhất, 1 là tầng ngay dưới', required),
    column(
      'declaredCounts',
      'Số mục theo tầng',
      countsCodec,
      0,
      'để đối chiếu, ví dụ “tầng 0: 3; tầng 1: 14”',
    ),
    column('rounding.ratio', 'Làm tròn tỷ lệ %', stepCodec, 0, 'trống: không làm tròn'),
    column('rounding.leaf', 'Làm tròn điểm tiêu chí', stepCodec, 0, 'ví dụ “2 chữ số, nửa làm tròn lên”'),
    column('rounding.group', 'Làm tròn điểm nhóm', stepCodec, 0, 'trống: không làm tròn'),
    column('rounding.total', 'Làm tròn tổng điểm', stepCodec, 0, 'trống: không làm tròn'),
    ...provenanceColumns('roundingProvenance', 'Làm tròn', true),
    column(
      'pointsPlaces',
      'Số chữ số thập phân khi hiện điểm',
      naturalCodec,
      0,
      'trống: bao nhiêu hiện bấy nhiêu',
    ),
    ...provenanceColumns('bandsProvenance', 'Xếp loại'),
    column(
      'tieStyle',
      'Bằng điểm thì xếp hạng',
      wordCodec(tieWords),
      0,
      'hai đơn vị cùng hạng 1 thì đơn vị sau hạng 3 hay hạng 2',
      required,
    ),
    column('grading.on', 'Xếp loại theo', wordCodec(gradedOnWords), 0, 'trống: điểm chưa làm tròn'),
    column('states', 'Khi không có số liệu', statesCodec, 0, 'ví dụ “thiếu: để ngỏ; không công bố: 0 điểm”'),
    column(
      'rescaling.criterionIds',
      'Quy đổi: khối có thể không tổ chức',
      listCodec(criterionCodec),
      0,
      'mã hoặc STT, ví dụ phần khảo sát',
    ),
    column('rescaling.to', 'Quy đổi: về số điểm', pointsCodec, 0, 'ví dụ 70 điểm còn lại quy về 100'),
    ...provenanceColumns('rescaling.provenance', 'Quy đổi'),
    column('note', 'Ghi chú', freeText, 0, 'không bắt buộc'),
  ],
}
