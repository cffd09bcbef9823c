/** Whether one of these texts tells a reader that what follows is made up. */
export function saysIllustrative(texts: readonly (string | undefined)[]): boolean {
  return texts.some(text => /minh (họa|hoạ)/i.test(text ?? ''))
}
