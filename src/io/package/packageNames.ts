import { packageExtension } from './packageFormat.ts'

/**
 * Letters without marks, digits and single hyphens: a name that every disk, mail and chat program takes as it is.
 * @returns "" where nothing of the text is left
 */
export function plainName(text: string, longest: number): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, longest)
    .replace(/[^A-Za-z0-9]+$/, '')
}

/** Where a file of evidence stands in the submission file: known by its hash, readable by its name. */
export function evidencePathOf(sha256: string, fileName: string, taken: ReadonlySet<string>): string {
  const [ending = ''] = /(?<=.)\.[A-Za-z0-9]{1,10}$/.exec(fileName) ?? []
  const stem = plainName(fileName.slice(0, fileName.length - ending.length), 80) || 'tep'
  const name = `${stem}${ending.toLowerCase()}`
  const short = `evidence/${sha256.slice(0, 12)}-${name}`
  return taken.has(short.toLowerCase()) ? `evidence/${sha256}-${name}` : short
}

/** `tu-cham_mau-tinh-cqs_2026-11_mh-phuong-ngan-minh.parboard` */
export function packageFileName(ruleSetId: string, period: string, agencyId: string): string {
  return fileNameOf('tu-cham', ruleSetId, period, agencyId)
}

/** `giai-trinh_mau-tinh-cqs_2026-11_mh-phuong-ngan-minh.parboard` */
export function answerFileName(ruleSetId: string, period: string, agencyId: string): string {
  return fileNameOf('giai-trinh', ruleSetId, period, agencyId)
}

/** `yeu-cau-giai-trinh_mau-tinh-cqs_2026-11_mh-phuong-ngan-minh.parboard` */
export function requestFileName(ruleSetId: string, period: string, agencyId: string): string {
  return fileNameOf('yeu-cau-giai-trinh', ruleSetId, period, agencyId)
}

function fileNameOf(...parts: readonly string[]): string {
  return `${parts.map(part => plainName(part, 60)).join('_')}${packageExtension}`
}
