/** Which rule set something answers; the hash tells whether the file of today is still the same. */
export type RuleSetMark = { readonly id: string; readonly version: string; readonly sha256: string }
