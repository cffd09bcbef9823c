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
 * @param origin what it says of where it comes from, in its foot
 * @throws with a reason in the reader's language when it cannot be drawn; nothing on the screen is changed
 */
export async function savePicture(
  picture: Picture,
  format: PictureFormat,
  language: Language,
  now: Date,
  origin: readonly string[] = [],
): Promise<string> {
  const file = await drawPicture(picture, format, language, now, origin)
  const fileName = safeFileName(picture.fileName, format)
  download(fileName, file)
  return fileName
}

/**
 * Draws a chart and puts it on the clipboard, to be pasted into a document or a message.
 *
 * @throws as {@link savePicture}, and where the browser withholds the clipboard
 */
export async function copyPicture(
  picture: Picture,
  language: Language,
  now: Date,
  origin: () => Promise<readonly string[]>,
): Promise<void> {
  // Pages over plain http have no clipboard at all, and some browsers none for pictures.
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard?.write === undefined)
    throw new Error(pictureWords[language].noClipboard)
  const trouble: unknown[] = []
  // The picture is promised, not waited for: browsers take what was asked for by a press, and only soon after it.
  const drawn = origin()
    .then(lines => drawPicture(picture, 'png', language, now, lines))
    .catch((error: unknown) => {
      trouble.push(error)
      throw error
    })
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn })])
  } catch (error) {
    throw trouble[0] ?? new Error(pictureWords[language].notCopied, { cause: error })
  }
}

async function drawPicture(
  picture: Picture,
  format: PictureFormat,
  language: Language,
  now: Date,
  origin: readonly string[],
): Promise<Blob> {
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
      origin: origin.join(' · '),
    })
    return format === 'png' ? await pngOf(svg) : new Blob([svg.text], { type: 'image/svg+xml' })
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
