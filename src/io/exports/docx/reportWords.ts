import type { ExportOrigin } from '../../../model/exportOrigin.ts'

/** What an administrative report says whatever it reports. */
const vi = {
  country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  noIssuer: '………………………………',
  number: (symbol: string) => `Số:          /${symbol}`,
  placeAndDate: (place: string) => `${place}, ngày       tháng       năm 20…`,
  noPlace: '…………',
  kind: 'BÁO CÁO',
  recipients: 'Nơi nhận:',
  signer: 'QUYỀN HẠN, CHỨC VỤ CỦA NGƯỜI KÝ',
  signHere: '(Chữ ký của người có thẩm quyền, dấu/chữ ký số của cơ quan, tổ chức)',
  signerName: 'Họ và tên',
  annexOf: (symbol: string, issuer: string) =>
    `(Kèm theo Báo cáo số        /${symbol} ngày       tháng       năm 20… của ${issuer})`,
  noIssuerHere: '……………………',
  table: (number: number, caption: string) => `Bảng ${number}. ${caption}`,
  origin: 'NGUỒN VÀ CÁCH KIỂM TRA',
  originHow:
    'Trang này do ParBoard ghi để kiểm tra lại số liệu, không thuộc thể thức của báo cáo; bỏ trang này trước khi ban hành nếu không cần.',
  check:
    'Để kiểm tra: mở ParBoard, chọn “Kiểm tra tệp” rồi chọn tệp này. ParBoard tính lại từ số liệu gốc và trả lời “khớp”, hoặc nêu từng chỗ lệch. Chỗ để điền tay (số, ngày, nơi nhận, người ký, nguyên nhân) không so.',
  narrowed: 'Phạm vi bảng',
}

const en: typeof vi = {
  country: 'SOCIALIST REPUBLIC OF VIET NAM',
  motto: 'Independence - Freedom - Happiness',
  noIssuer: '………………………………',
  number: symbol => `No.:          /${symbol}`,
  placeAndDate: place => `${place}, date       month       year 20…`,
  noPlace: '…………',
  kind: 'REPORT',
  recipients: 'To:',
  signer: 'AUTHORITY AND TITLE OF THE SIGNER',
  signHere: '(Signature of the person in charge, seal or digital signature of the body)',
  signerName: 'Full name',
  annexOf: (symbol, issuer) =>
    `(With Report No.        /${symbol} of date       month       year 20…, ${issuer})`,
  noIssuerHere: '……………………',
  table: (number, caption) => `Table ${number}. ${caption}`,
  origin: 'SOURCE AND HOW TO CHECK',
  originHow:
    'ParBoard wrote this page so that the figures can be checked; it is no part of the report and can be removed before it is issued.',
  check:
    'To check: open ParBoard, choose “Check a file” and this file. ParBoard works everything out again from the source figures and answers that it agrees, or names every place that does not. What is filled in by hand (number, date, recipients, signer, causes) is not compared.',
  narrowed: 'Scope of the table',
}

export const reportWords = { vi, en } as const

/** Lines of the page of sources: what it is, what the file is of, how to check it. */
export function originTexts({ lines, language }: ExportOrigin): readonly string[] {
  const words = reportWords[language]
  return [
    words.origin,
    words.originHow,
    ...lines.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`)),
    words.check,
  ]
}
