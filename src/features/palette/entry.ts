/** Groups of the palette in the order they stand in when nothing tells them apart. */
export const entryKinds = [
  'recent',
  'screen',
  'criterion',
  'agency',
  'period',
  'stage',
  'ruleSet',
  'document',
  'action',
] as const

export type EntryKind = (typeof entryKinds)[number]

/** One thing that can be found and opened. */
export type PaletteEntry = {
  /** Stays the same between visits, so that it can be remembered. */
  readonly id: string
  readonly kind: Exclude<EntryKind, 'recent'>
  /** Official number, key or date, shown before the name. */
  readonly code?: string | undefined
  readonly name: string
  /** What tells it from others of the same name: parent, level, issuer. */
  readonly detail?: string | undefined
  /** Other words it is found by; never shown. */
  readonly aliases?: readonly string[] | undefined
  /** What Enter will do, as a sentence without a full stop. */
  readonly does: string
  /** It is what the screen shows now. */
  readonly isCurrent?: boolean | undefined
}
