/**
 * Text by which titles and words are compared: no accents, no case, no signs, "y" as "i", so that "Tỷ lệ (%)",
 * "tỉ lệ %" and both places of the accent in "oà" are one.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9%]+/g, ' ')
    .trim()
    .replaceAll('y', 'i')
}

const longestSlug = 60

/** Id made of a name: "Hồ sơ trực tuyến" is `ho-so-truc-tuyen`; cut between words when it gets long. */
export function slug(name: string): string {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  const [first = '', ...others] = words
  let id = first.slice(0, longestSlug)
  for (const word of others) {
    if (id.length + 1 + word.length > longestSlug) break
    id += `-${word}`
  }
  return id
}
