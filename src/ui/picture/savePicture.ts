import { formatNumber, type Language } from '../formatNumber.ts'
import { elementToSvg } from './elementToSvg.ts'
import { safeFileName } from './fileName.ts'
import type { Picture, PictureFormat } from './picture.ts'
import { explainTrouble, pictureWords } from './pictureWords.ts'
import { pngOf } from './png.ts'
import { findPartialTable } from './shownRows.ts'
import { troubleOf } from './trouble.ts'
import { askWholeTables } from './wholeTables.ts'

/**
 * Draws a chart and hands it to the reader as a file; gives the file's name.
 *
 * @throws with a reason in the reader's language when it cannot be drawn; nothing on the screen is changed
 */
export async function savePicture(
  picture: Picture,
  format: PictureFormat,
  language: Language,
  now: Date,
): Promise<string> {
  const words = pictureWords[language]
  let restore: (() => void) | undefined
  const release = await askWholeTables()
  try {
    restore = await picture.prepare?.()
    const element = picture.element()
    if (!element) throw troubleOf('gone')
    const partial = findPartialTable(element)
    const count = (rows: number) => formatNumber(String(rows), language)
    const remark = partial ? ` · ${words.partial(count(partial.shown), count(partial.all))}` : ''
    const svg = await elementToSvg({
      title: picture.title,
      scope: picture.scope,
      source: picture.source + remark,
      element,
      made: words.made(dayOf(now)),
    })
    const file = format === 'png' ? await pngOf(svg) : new Blob([svg.text], { type: 'image/svg+xml' })
    const fileName = safeFileName(picture.fileName, format)
    download(fileName, file)
    return fileName
  } catch (error) {
    throw new Error(explainTrouble(error, language), { cause: error })
  } finally {
    restore?.()
    release()
  }
}

function dayOf(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}`
}

function download(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken the address by then.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
