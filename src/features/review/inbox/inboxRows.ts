import type { Agency, AgencyDirectory } from '../../../model/agency.ts'
import { type Form, isFilledByAgency } from '../../../model/form.ts'
import type { AgencyState, FileState, RoundState } from '../../../model/roundState.ts'
import type { ReviewView } from '../../../state/review/reviewView.ts'
import { foldText } from '../../../ui/foldText.ts'

/** Why somebody has to look at what an agency sent before it can be reviewed. */
export type Trouble =
  | 'unclear'
  | 'versions'
  | 'conflict'
  | 'otherRules'
  | 'refused'
  | 'setAside'
  | 'differs'
  | 'unapproved'
  | 'unexpected'

/** One agency of the inbox, as its row draws it. */
export type InboxRow = {
  readonly agencyId: string
  readonly name: string
  /** "" for an agency that nobody expected. */
  readonly groupId: string
  readonly state: AgencyState
  /** What is read, or would be: the chosen file, else the latest that can be read, else the latest. */
  readonly file: FileState | null
  /** Files that can be read and were not set aside. */
  readonly usable: number
  readonly standing: 'received' | 'notUsable' | 'notReceived'
  readonly isLate: boolean
  readonly troubles: readonly Trouble[]
  /** Figures the agency is asked for and those that are not missing; null while it is not scored. */
  readonly figures: { readonly given: number; readonly of: number } | null
  /** Findings that are still open; null while it is not scored. */
  readonly checks: { readonly blocks: number; readonly doubts: number } | null
  readonly progress: { readonly done: number; readonly of: number } | null
}

/** Rows in the order of the round, those that nobody expected last. */
export function inboxRows(
  state: RoundState,
  review: Pick<ReviewView, 'agencies' | 'formOf'>,
  directory: Pick<AgencyDirectory, 'agencies'>,
): readonly InboxRow[] {
  const names = namesOf(directory)
  return [...state.agencies.values()].map(agency => {
    const file = shownFile(agency)
    const usable = agency.files.filter(isReadable).length
    const reviewed = review.agencies.get(agency.agencyId)
    return {
      agencyId: agency.agencyId,
      name: nameOf(agency.agencyId, names, file),
      groupId: agency.groupId,
      state: agency,
      file,
      usable,
      standing: usable > 0 ? 'received' : agency.files.length > 0 ? 'notUsable' : 'notReceived',
      isLate: file !== null && isReadable(file) && file.timeliness === 'late',
      troubles: troublesOf(agency, file),
      figures: reviewed
        ? figuresGiven(review.formOf(agency.agencyId), valueStates(reviewed.received.values))
        : null,
      checks: reviewed ? reviewed.checks.open : null,
      progress: reviewed ? { done: reviewed.progress.done, of: reviewed.progress.of } : null,
    }
  })
}

const kept = new WeakMap<Pick<AgencyDirectory, 'agencies'>, ReadonlyMap<string, Agency>>()

function namesOf(directory: Pick<AgencyDirectory, 'agencies'>): ReadonlyMap<string, Agency> {
  const names = kept.get(directory) ?? new Map(directory.agencies.map(agency => [agency.id, agency]))
  kept.set(directory, names)
  return names
}

function nameOf(id: string, names: ReadonlyMap<string, Agency>, file: FileState | null): string {
  const inFile = file?.file.outcome === 'read' ? file.file.agencyName : null
  return names.get(id)?.name ?? inFile ?? id
}

/** Whether a file was read and nobody put it aside. */
export function isReadable({ file, setAside }: FileState): boolean {
  return file.outcome === 'read' && setAside === null
}

function shownFile({ files, choice }: AgencyState): FileState | null {
  return files.find(each => each.file.sha256 === choice?.base) ?? files.find(isReadable) ?? files[0] ?? null
}

function troublesOf(agency: AgencyState, shown: FileState | null): readonly Trouble[] {
  const { files, groupId, choice, chosenBy, state } = agency
  if (files.length === 0) return groupId === '' ? ['unexpected'] : []
  const readable = files.filter(isReadable)
  const used = shown && isReadable(shown) ? shown : null
  const read = used?.file.outcome === 'read' ? used.file : null
  const troubles: readonly (readonly [Trouble, boolean])[] = [
    ['unexpected', groupId === ''],
    ['conflict', chosenBy.kind === 'conflict'],
    ['versions', chosenBy.kind !== 'conflict' && state === 'undecided'],
    ['otherRules', used?.isOtherRules === true && choice?.carried !== true],
    // A file that was refused matters as long as nothing newer of the agency can be read.
    ['refused', files[0]?.file.outcome === 'refused' && files[0].setAside === null],
    ['setAside', readable.length === 0 && files.some(each => each.setAside !== null)],
    ['unclear', used?.timeliness === 'unclear'],
    ['differs', read !== null && read.rescored !== 'identical'],
    ['unapproved', read !== null && read.origin === 'file' && read.approvedBy === null],
  ]
  return troubles.flatMap(([trouble, isIt]) => (isIt ? [trouble] : []))
}

const asked = new WeakMap<Form, ReadonlySet<string>>()

/** Figures the agency itself fills in. */
function askedOf(form: Form): ReadonlySet<string> {
  const ids =
    asked.get(form) ??
    new Set(
      form.areas
        .flatMap(area => area.items.filter(isFilledByAgency))
        .flatMap(item => item.groups.flatMap(group => group.fields.map(field => field.metric.id))),
    )
  asked.set(form, ids)
  return ids
}

type Values = readonly { readonly metricId: string; readonly state: string }[]

const states = new WeakMap<Values, ReadonlySet<string>>()

/** Figures that are not missing: nobody sent is not the same as zero or not applicable. */
function valueStates(values: Values): ReadonlySet<string> {
  const given =
    states.get(values) ??
    new Set(values.filter(value => value.state !== 'missing').map(value => value.metricId))
  states.set(values, given)
  return given
}

function figuresGiven(form: Form, given: ReadonlySet<string>) {
  const ids = askedOf(form)
  let count = 0
  for (const id of ids) if (given.has(id)) count += 1
  return { given: count, of: ids.size }
}

/** What the rows can be narrowed to; the words of the address. */
export const inboxFilters = [
  'look',
  'late',
  'notReceived',
  'versions',
  'otherRules',
  'incomplete',
  'blocks',
] as const
export type InboxFilter = (typeof inboxFilters)[number]

/** Whether a row belongs to a filter. */
export function isIn(filter: InboxFilter, row: InboxRow): boolean {
  switch (filter) {
    case 'look':
      return row.troubles.length > 0
    case 'late':
      return row.isLate
    case 'notReceived':
      return row.standing === 'notReceived' && row.groupId !== ''
    case 'versions':
      return row.usable > 1
    case 'otherRules':
      return row.file !== null && isReadable(row.file) && row.file.isOtherRules
    case 'incomplete':
      return row.figures !== null && row.figures.given < row.figures.of
    case 'blocks':
      return row.checks !== null && row.checks.blocks > 0
  }
}

/** Rows as the address asks for them. */
export function shownRows(
  rows: readonly InboxRow[],
  { filter, group, q }: { filter: InboxFilter | null; group: string | null; q: string },
): readonly InboxRow[] {
  const sought = foldText(q.trim())
  return rows.filter(
    row =>
      (filter === null || isIn(filter, row)) &&
      (group === null || row.groupId === group) &&
      (sought === '' || foldText(row.name).includes(sought) || row.agencyId.includes(sought)),
  )
}

/** Counts of rows for the sentence, the groups and the filters. */
export type InboxCount = {
  readonly of: number
  readonly received: number
  readonly late: number
  readonly notUsable: number
  readonly notReceived: number
  readonly look: number
}

/** Counts those that have to hand in; whom nobody expected is counted as something to look at only. */
export function countRows(rows: readonly InboxRow[]): InboxCount {
  const expected = rows.filter(row => row.groupId !== '')
  const count = (is: (row: InboxRow) => boolean) => expected.filter(is).length
  return {
    of: expected.length,
    received: count(row => row.standing === 'received'),
    late: count(row => row.isLate),
    notUsable: count(row => row.standing === 'notUsable'),
    notReceived: count(row => row.standing === 'notReceived'),
    look: rows.filter(row => row.troubles.length > 0).length,
  }
}
