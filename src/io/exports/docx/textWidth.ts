// Advance widths of Times in bold, in thousandths of the size: what a rule under a line is measured by.
const widths = new Map<string, number>(
  Object.entries({
    250: ' ,.',
    278: 'il/',
    333: 'fjt-():;!’‘',
    389: 'sIJ',
    444: 'cerz“”',
    500: 'agovxyJ0123456789–',
    556: 'bdhknpquSđ',
    611: 'FPL',
    667: 'BETZL',
    722: 'ACDNRUVXYwĐ',
    778: 'GHKOQ',
    833: 'm&',
    944: 'M',
    1000: 'W…%—',
  }).flatMap(([width, letters]) => [...letters].map(letter => [letter, Number(width)] as const)),
)

/** Width of a letter nobody knows. */
const unknown = 600

/** About how wide one line of bold Times is, in points. Marks over and under letters do not widen them. */
export function boldWidth(text: string, size: number): number {
  const letters = [...text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '')]
  return letters.reduce((sum, letter) => sum + (widths.get(letter) ?? unknown) * (size / 1000), 0)
}
