/** Names of at most so many words are never torn. */
const shortName = 4

/**
 * A text whose lines break well: a dot between parts ends a line and never begins one, numbers stay with the word
 * before them ("Lĩnh vực 7", "PAR Index 2022").
 * @param names short ones of them are kept whole too ("Tỉnh Minh Họa")
 */
export function unbroken(text: string, names: readonly string[] = []): string {
  return [...names, 'PAR Index', 'Lĩnh vực']
    .filter(name => name.split(' ').length <= shortName)
    .reduce((said, name) => said.replaceAll(name, name.replaceAll(' ', '\u00a0')), text)
    .replaceAll(' · ', '\u00a0· ')
    .replace(/(?<=\p{L}) (?=\d+(?:\D|$))/gu, '\u00a0')
}
