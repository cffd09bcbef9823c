/** What a key asks the player for. */
export type PlayerCommand =
  | 'next'
  | 'previous'
  | 'down'
  | 'up'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'dark'
  | 'notes'
  | 'table'
  | 'help'
  | 'fullScreen'
  | 'escape'
  | 'back'
  | 'enter'
  | 'search'

const named: Readonly<Record<string, PlayerCommand>> = {
  ArrowRight: 'next',
  ArrowDown: 'down',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'up',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Escape: 'escape',
  Backspace: 'back',
  Enter: 'enter',
}

/** Letters and signs, which a reader can switch off. */
const letters: Readonly<Record<string, PlayerCommand>> = {
  b: 'black',
  '.': 'black',
  w: 'white',
  d: 'dark',
  n: 'notes',
  t: 'table',
  f: 'fullScreen',
  '?': 'help',
  '/': 'search',
}

/** The command of a key; null where the key has none. */
export function commandOf(key: string, withLetters: boolean): PlayerCommand | null {
  if (Object.hasOwn(named, key)) return named[key] ?? null
  const letter = key.toLowerCase()
  return withLetters && Object.hasOwn(letters, letter) ? (letters[letter] ?? null) : null
}

/** Whether a key writes a letter of any language. */
export function isLetter(key: string): boolean {
  return /^\p{L}$/u.test(key)
}

export function isDigit(key: string): boolean {
  return /^\d$/.test(key)
}
