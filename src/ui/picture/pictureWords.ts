import type { Language } from '../formatNumber.ts'
import { dictionary } from '../language.tsx'
import { isTrouble } from './trouble.ts'

export const pictureWords = dictionary({
  vi: {
    made: (day: string) => `ParBoard, ảnh tạo ngày ${day}`,
    partial: (shown: string, all: string) =>
      `Ảnh chỉ có ${shown}/${all} dòng của bảng: những dòng đang hiện trên màn hình.`,
    noClipboard:
      'trình duyệt không cho trang này chép ảnh (cần địa chỉ https và trình duyệt đời mới); hãy tải ảnh PNG rồi chèn vào văn bản.',
    notCopied: 'trình duyệt không cho chép ảnh; hãy tải ảnh PNG rồi chèn vào văn bản.',
    gone: 'biểu đồ không còn trên màn hình.',
    noStage: 'trình duyệt không mở được trang tạm để vẽ.',
    noCanvas: 'trình duyệt không cho ghi ảnh PNG; hãy thử tải SVG.',
    tooLarge: 'bảng quá lớn cho một ảnh PNG; hãy lọc bớt dòng hoặc tải SVG.',
  },
  en: {
    made: (day: string) => `ParBoard, picture made on ${day}`,
    partial: (shown: string, all: string) =>
      `This picture holds only ${shown} of ${all} rows of the table: those in view on the screen.`,
    noClipboard:
      'the browser does not let this page copy pictures (it takes an https address and a recent browser); download the PNG and insert it.',
    notCopied: 'the browser does not allow copying pictures; download the PNG and insert it.',
    gone: 'the chart is no longer on the screen.',
    noStage: 'the browser could not open a page to draw on.',
    noCanvas: 'the browser does not write PNG pictures; try SVG.',
    tooLarge: 'the table is too large for a PNG picture; filter its rows or take SVG.',
  },
})

/** Why there is no picture, as a sentence; anything unforeseen keeps its own words. */
export function explainTrouble(error: unknown, language: Language): string {
  if (isTrouble(error)) return pictureWords[language][error.trouble]
  return error instanceof Error ? error.message : String(error)
}
