const space = /[ \t\r\n]*/y
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
/** Text without quotes, backslashes and control characters: one class, so that any length fits the stack. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON forbids in a string
const plainText = /[^"\\\u0000-\u001f]*/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Line and column, from 1, of the first character that keeps a text from being JSON.
 * Browsers word this differently or not at all, and a clerk needs the place.
 * @param text a text that `JSON.parse` has refused
 */
export function locateJsonFault(text: string): { readonly line: number; readonly column: number } {
  const before = text.slice(0, faultOffset(text)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

function faultOffset(text: string): number {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    at += length
    return length > 0
  }
  const takeSign = (sign: string) => {
    take(space)
    if (text[at] !== sign) return false
    at += 1
    return true
  }
  const takeString = () => {
    if (!takeSign('"')) return false
    do take(plainText)
    while (take(escaped))
    if (text[at] !== '"') return false
    at += 1
    return true
  }
  // Brackets still open, innermost last; a document of brackets alone must not exhaust the call stack.
  const open: string[] = []
  let wantsValue = true
  for (;;) {
    if (wantsValue) {
      if (takeSign('{')) {
        if (takeSign('}')) wantsValue = false
        else {
          open.push('}')
          if (!takeString() || !takeSign(':')) return at
        }
      } else if (takeSign('[')) {
        if (takeSign(']')) wantsValue = false
        else open.push(']')
      } else if (text[at] === '"') {
        if (!takeString()) return at
        wantsValue = false
      } else {
        if (!take(scalar)) return at
        wantsValue = false
      }
      continue
    }
    const end = open.at(-1)
    if (end === undefined) {
      take(space)
      return at
    }
    if (takeSign(end)) open.pop()
    else if (!takeSign(',')) return at
    else {
      if (end === '}' && (!takeString() || !takeSign(':'))) return at
      wantsValue = true
    }
  }
}
