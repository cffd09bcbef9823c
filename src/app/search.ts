/** Everything a link reopens, in the order it is written into the address. */
export type Search = {
  readonly ruleSet?: string | undefined
  readonly period?: string | undefined
  readonly agency?: string | undefined
  readonly criterion?: string | undefined
  readonly table?: 'losses' | 'targets' | 'both' | undefined
  readonly rows?: 'all' | undefined
  readonly readings?: 'open' | undefined
  readonly document?: string | undefined
  readonly lang?: 'vi' | 'en' | undefined
}

const ids = ['ruleSet', 'period', 'agency', 'criterion', 'document'] as const

/** Keeps what the page understands of an address and drops the rest. */
export function readSearch(raw: Record<string, unknown>): Search {
  const text = (key: string) => {
    const value = raw[key]
    return typeof value === 'string' && /^[A-Za-z0-9._-]{1,120}$/.test(value) ? value : undefined
  }
  const oneOf = <Choice extends string>(key: string, choices: readonly Choice[]) =>
    choices.find(choice => choice === raw[key])
  // The router lays this over what stands in the address, so a value that is not understood must be
  // said to be undefined, not left out.
  return {
    ...Object.fromEntries(ids.map(key => [key, text(key)])),
    table: oneOf('table', ['losses', 'targets', 'both']),
    rows: oneOf('rows', ['all']),
    readings: oneOf('readings', ['open']),
    lang: oneOf('lang', ['vi', 'en']),
  }
}

/** Plain `a=b&c=d`, so that an address can be read and typed; the router's own form quotes "2022". */
export function parseSearch(text: string): Record<string, string> {
  // What a messenger puts before the # ("?fbclid=…") arrives here behind a second question mark.
  const [own = ''] = text.replace(/^\?/, '').split('?')
  return Object.fromEntries(new URLSearchParams(own))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value]] : [],
  )
  const text = new URLSearchParams(pairs).toString()
  return text === '' ? '' : `?${text}`
}
