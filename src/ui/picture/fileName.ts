import { foldText } from '../foldText.ts'

/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/

/** Long enough for chart, unit and date; short enough for a deep folder under Windows. */
const longest = 100

/** A name every file system takes: "Thác điểm: Xã A" becomes "thac-diem-xa-a". Underscores part its fields. */
export function safeFileName(name: string, extension: string): string {
  const safe = foldText(name)
    .replace(/[^a-z0-9_.-]+/g, '-')
    .replace(/-*_-*/g, '_')
    .replace(/[-.]{2,}/g, '-')
    .slice(0, longest)
    .replace(/^[-._]+|[-._]+$/g, '')
  return `${safe === '' || devices.test(safe) ? `bieu-do${safe && `-${safe}`}` : safe}.${extension}`
}
