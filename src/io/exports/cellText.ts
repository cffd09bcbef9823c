/** Signs that XML cannot hold; nobody sees them. Halves of a letter that stand alone become a mark. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\u0000-\u001f\u007f\u0080-\u009f\ufffe\uffff]+/g
const lonelyHalf = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Letters that nothing has to be done about. */
const plain = /^[\u0020-\u007e\u00a0-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e\u2212]{0,300}$/
/** A cell of a spreadsheet holds no more. */
const longestText = 32_767

/** A text as every file can hold it: one line, letters in one piece. */
export function cellText(text: string): string {
  if (plain.test(text)) return text
  const clean = text.replace(unseen, ' ').replace(lonelyHalf, '\ufffd').normalize('NFC')
  return clean.length <= longestText ? clean : `${clean.slice(0, longestText - 1).replace(lonelyHalf, '')}…`
}
