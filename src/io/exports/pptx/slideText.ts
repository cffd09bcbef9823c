/** What XML 1.0 cannot hold: control signs, halves of letters, two code points that are none. */
const unspeakable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text on one line, composed, with nothing in it that an Office file could not hold. */
export function slideText(text: string): string {
  return text
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(unspeakable, '')
    .normalize('NFC')
}

/** For XML that is written here and not by the package. */
export function escapeXml(text: string): string {
  return slideText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** Viet Nam keeps one offset all year round. */
const offsetMs = 7 * 60 * 60 * 1000

/** "21/11/2026 19:05" in Asia/Ho_Chi_Minh; what is no instant stands as it is. */
export function slideInstant(iso: string): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  const text = new Date(at + offsetMs).toISOString()
  return `${text.slice(0, 10).split('-').reverse().join('/')} ${text.slice(11, 16)}`
}
