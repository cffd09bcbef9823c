/** Written for the parent of a criterion at the top whose number would say otherwise. */
export const topMark = '–'

/** Any dash will do for it. */
export function isTopMark(text: string): boolean {
  return /^[-–—]$/.test(text)
}

/** A number without the dot or bracket some write behind it: "1.1." is "1.1". */
export function bareCode(code: string): string {
  return code.replace(/[.)\s]+$/, '')
}

/** What stands before the last dot: "1.2" for "1.2.3", "I" for "I.1"; null for a number without dots. */
export function codeAbove(code: string): string | null {
  const dot = bareCode(code).lastIndexOf('.')
  return dot < 0 ? null : bareCode(code).slice(0, dot)
}
