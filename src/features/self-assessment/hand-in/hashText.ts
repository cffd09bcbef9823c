/** A hash in groups of eight, as it is read over the phone. */
export function hashGroups(sha256: string): readonly string[] {
  return sha256.match(/.{1,8}/g) ?? []
}
