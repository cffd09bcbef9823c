/** "tu-cham_mau-tinh-cqs_2026-11.xlsx": parts of a name, each with nothing in it that a disk would not take. */
export function fileNameOf(parts: readonly string[], extension: string): string {
  return `${parts.map(part => part.replace(/[^a-zA-Z0-9.-]+/g, '-')).join('_')}${extension}`
}
