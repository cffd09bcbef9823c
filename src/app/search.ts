import { stageOrder } from '../model/stages.ts'
import type { Stage } from '../model/submission.ts'

/** Everything a link reopens, in the order it is written into the address. */
export type Search = {
  readonly ruleSet?: string | undefined
  readonly period?: string | undefined
  readonly agency?: string | undefined
  /** Stage the submissions are read at; absent: the last decided one. */
  readonly stage?: Stage | undefined
  /** Comparison group of agencies. */
  readonly group?: string | undefined
  /** Agencies put beside each other, parted by commas. */
  readonly with?: string | undefined
  /** Column a table is sorted by, with a minus before it for the largest first. */
  readonly sort?: string | undefined
  /** Hidden columns, parted by commas. */
  readonly hide?: string | undefined
  /** Rows that are shown. */
  readonly filter?: string | undefined
  /** Charts that show their table twin, parted by commas. */
  readonly tables?: string | undefined
  /** What is drawn: points, or the share the points rest on. */
  readonly measure?: 'points' | 'share' | undefined
  /** Kind of period a trend goes through. */
  readonly step?: 'date' | 'month' | 'quarter' | 'year' | undefined
  /** Earlier period that one is compared with. */
  readonly since?: string | undefined
  readonly criterion?: string | undefined
  /** How losses are told: `all` areas, the criteria of one of them, or `none`: every criterion. */
  readonly area?: string | undefined
  readonly table?: 'losses' | 'targets' | 'both' | undefined
  readonly rows?: 'all' | undefined
  readonly readings?: 'open' | undefined
  readonly document?: string | undefined
  /** Rule set that another one is compared with; `none` compares with nothing. */
  readonly compare?: string | undefined
  /** Part of the rule set screen. */
  readonly view?: 'metrics' | 'examples' | 'checks' | 'compare' | undefined
  /** Only criteria that are this sure. */
  readonly only?: 'inferred' | 'illustrative' | 'noSource' | undefined
  /** Only criteria of this rule kind. */
  readonly kind?: string | undefined
  /** Folded groups, parted by commas. */
  readonly closed?: string | undefined
  /** Draft of a self-assessment kept on this machine. */
  readonly draft?: string | undefined
  /** What lies over the form of a self-assessment. */
  readonly panel?: 'checks' | 'import' | 'paste' | 'evidence' | 'handIn' | 'print' | undefined
  /** Round of review kept on this machine, and the part of it that is open. */
  readonly round?: string | undefined
  readonly part?: (typeof parts)[number] | undefined
  /** Plan whose tasks are listed. */
  readonly plan?: string | undefined
  /** Task whose details are open. */
  readonly task?: string | undefined
  /** How tasks are shown. */
  readonly show?: (typeof taskViews)[number] | undefined
  /** ISO day that tasks are read at. */
  readonly on?: string | undefined
  /** Slides of the deck in their order, parted by commas; absent: all there are. */
  readonly slides?: string | undefined
  /** Slide on the wall; absent: the deck is being put together. */
  readonly slide?: string | undefined
  /** Frozen figures the slides are made of, kept on this machine. */
  readonly deck?: string | undefined
  /** What is searched for in a list. */
  readonly q?: string | undefined
  readonly lang?: 'vi' | 'en' | undefined
}

const taskViews = ['list', 'leads', 'phases', 'calendar'] as const
const parts = ['inbox', 'desk', 'questions', 'summary', 'remedy', 'ledger'] as const

const ids = [
  'ruleSet',
  'period',
  'agency',
  'group',
  'criterion',
  'area',
  'document',
  'compare',
  'kind',
  'filter',
  'since',
  'draft',
  'round',
  'plan',
  'slide',
  'deck',
] as const

/** Keeps what the page understands of an address and drops the rest. */
export function readSearch(raw: Record<string, unknown>): Search {
  const shaped = (key: string, shape: RegExp) => {
    const value = raw[key]
    return typeof value === 'string' && shape.test(value) ? value : undefined
  }
  const text = (key: string) => shaped(key, /^[A-Za-z0-9._-]{1,120}$/)
  const oneOf = <Choice extends string>(key: string, choices: readonly Choice[]) =>
    choices.find(choice => choice === raw[key])
  // The router lays this over what stands in the address, so a value that is not understood must be
  // said to be undefined, not left out.
  return {
    ...Object.fromEntries(ids.map(key => [key, text(key)])),
    table: oneOf('table', ['losses', 'targets', 'both']),
    rows: oneOf('rows', ['all']),
    readings: oneOf('readings', ['open']),
    view: oneOf('view', ['metrics', 'examples', 'checks', 'compare']),
    show: oneOf('show', taskViews),
    part: oneOf('part', parts),
    task: shaped('task', /^[A-Za-z0-9._/@:-]{1,240}$/),
    on: shaped('on', /^\d{4}-\d{2}-\d{2}$/),
    only: oneOf('only', ['inferred', 'illustrative', 'noSource']),
    stage: oneOf('stage', stageOrder),
    measure: oneOf('measure', ['points', 'share']),
    step: oneOf('step', ['date', 'month', 'quarter', 'year']),
    panel: oneOf('panel', ['checks', 'import', 'paste', 'evidence', 'handIn', 'print']),
    sort: sorting(raw['sort']),
    with: idList(raw['with']),
    hide: idList(raw['hide']),
    tables: idList(raw['tables']),
    closed: idList(raw['closed']),
    slides: idList(raw['slides']),
    q: freeText(raw['q']),
    lang: oneOf('lang', ['vi', 'en']),
  }
}

/** Ids parted by commas; all of them or none. */
function idList(value: unknown): string | undefined {
  return typeof value === 'string' &&
    /^[A-Za-z0-9._-]+(,[A-Za-z0-9._-]+)*$/.test(value) &&
    value.length <= 4000
    ? value
    : undefined
}

/** An id with or without a minus before it. */
function sorting(value: unknown): string | undefined {
  return typeof value === 'string' && /^-?[A-Za-z0-9._-]{1,120}$/.test(value) ? value : undefined
}

/** Searched text as typed, within reason. */
function freeText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.normalize('NFC').slice(0, 120) : undefined
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
