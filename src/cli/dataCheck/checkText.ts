import type { Report } from '../../scoring/lint/report.ts'
import { type On, shown } from './findings.ts'
import type { Folder } from './readFolder.ts'
import { textsIn } from './walkJson.ts'

/** A letter of another script: OCR leaves Thai and Cyrillic look-alikes in Vietnamese words. */
const foreignLetter = /[^\p{Script=Latin}\P{L}]/u
/** Loose combining marks, invisible and private-use characters, and what stands for a lost letter. */
const strayMark = /[\p{M}\p{Co}\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF\uFFFD]/u
const ocrLeftover = /[|¦¬]|_{2,}|\.{4,}/
const oddSpace = / {2,}|[^\S ]/

/** Letters and spaces of every text in listed files, and the letters of the guides beside them. */
export function checkText({ files, json }: Folder, on: On): void {
  for (const [file, data] of json) {
    const report = on(file)
    for (const { path, key, text } of textsIn(data)) {
      checkLetters(text, path, report)
      if (key !== '$schema' && key !== 'url') checkSpaces(text, path, report)
    }
  }
  for (const [file, text] of files)
    if (file.endsWith('.md'))
      text.split('\n').forEach((line, index) => {
        checkLetters(line, `dòng ${index + 1}`, on(file))
      })
}

function checkLetters(text: string, path: string, report: Report): void {
  const composed = text.normalize('NFC')
  if (composed !== text) {
    const word = text.split(/\s+/).find(each => each !== each.normalize('NFC')) ?? text
    report.error(path, 'not-nfc', {
      vi: `từ “${word}” viết bằng ${[...word].length} ký tự rời; cần chữ dựng sẵn (NFC) “${word.normalize('NFC')}”, ${[...word.normalize('NFC')].length} ký tự`,
      en: `"${word}" is written in ${[...word].length} loose characters; composed letters (NFC) are needed`,
    })
  }
  const foreign = foreignLetter.exec(composed)
  if (foreign)
    report.error(path, 'foreign-letter', {
      vi: `chữ “${foreign[0]}” (${codeOf(foreign[0])}) trong “${wordAt(composed, foreign.index)}” không phải chữ Latinh; gõ lại bằng chữ Latinh`,
      en: `"${foreign[0]}" (${codeOf(foreign[0])}) in "${wordAt(composed, foreign.index)}" is no Latin letter; type it again`,
    })
  const stray = strayMark.exec(composed)
  if (stray)
    report.error(path, 'stray-mark', {
      vi: `ký tự lạ ${codeOf(stray[0])} trong “${wordAt(composed, stray.index)}”; cần bỏ, chỉ giữ chữ thường dùng`,
      en: `stray character ${codeOf(stray[0])} in "${wordAt(composed, stray.index)}"; it must go`,
    })
}

function checkSpaces(text: string, path: string, report: Report): void {
  if (text.trim() !== text)
    report.error(path, 'outer-space', {
      vi: `${shown(text)} có khoảng trắng ở đầu hoặc cuối; cần ${shown(text.trim())}`,
      en: `${shown(text)} begins or ends with a blank; ${shown(text.trim())} is needed`,
    })
  const odd = oddSpace.exec(text.trim())
  if (odd)
    report.error(path, 'odd-space', {
      vi: `sau “${wordAt(text.trim(), odd.index - 1)}” là ${odd[0].length > 1 ? `${odd[0].length} khoảng trắng liền nhau` : `khoảng trắng lạ ${codeOf(odd[0])}`}; cần đúng một khoảng trắng thường`,
      en: `one plain blank is needed after "${wordAt(text.trim(), odd.index - 1)}"`,
    })
  const leftover = ocrLeftover.exec(text)
  if (leftover)
    report.error(path, 'ocr-leftover', {
      vi: `“${leftover[0]}” trong “${wordAt(text, leftover.index)}” là vết nhận dạng chữ để lại; cần bỏ hoặc thay bằng chữ của văn bản`,
      en: `"${leftover[0]}" in "${wordAt(text, leftover.index)}" was left by text recognition; remove it`,
    })
}

/** The word around a place, so that it can be searched for. */
function wordAt(text: string, index: number): string {
  const before = /\S*$/u.exec(text.slice(0, index))?.[0] ?? ''
  const after = /^\S*/u.exec(text.slice(index))?.[0] ?? ''
  return `${before}${after}`
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
