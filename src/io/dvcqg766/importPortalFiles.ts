import type { AgencyDirectory } from '../../model/agency.ts'
import type { NewAgency, PortalFile, PortalImport } from '../../model/portalImport.ts'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { Submission } from '../../model/submission.ts'
import type { Fault } from './portalFigures.ts'
import { periodOf } from './portalPeriod.ts'
import { type GroupKind, groups, portalRuleSetIds } from './portalShape.ts'
import { rankingTable, submissionOf, type UnitRecords } from './portalSubmission.ts'
import { type PortalSource, type ReadPortalFile, readPortalFile } from './readPortalFile.ts'
import type { PortalUnit } from './readPortalUnit.ts'

export type PortalContext = {
  /** The rule set of the portal's six groups with their figures. */
  readonly ruleSet: RuleSet
  /** The rule set of the group scores alone; without it rankings are refused. */
  readonly rankingRuleSet: RuleSet | null
  readonly directory: AgencyDirectory
  /** Day of the figures of every file; null: the day in each file's name. */
  readonly day: string | null
}

/** A unit as one file of one day has it. */
type Held = { readonly unit: PortalUnit; readonly file: string; readonly agencyId: string }

/** Everything handed in for one day. */
type Day = {
  readonly loaded: Set<GroupKind>
  readonly units: Map<string, Map<GroupKind, Held>>
  readonly ranked: Map<string, Held>
}

/**
 * Turns files saved from the national portal into submissions, one a unit and day, and rankings into tables.
 * Good files, units and figures are kept whatever is wrong with others; every problem names file and place.
 */
export function importPortalFiles(sources: readonly PortalSource[], context: PortalContext): PortalImport {
  const days = new Map<string, Day>()
  const directory = openDirectory(context.directory)
  const files = sources.map(source => takeFile(source, days, context, directory))
  const byDay = [...days].toSorted(([a], [b]) => (a < b ? 1 : -1))
  return {
    files,
    submissions: byDay.flatMap(([period, day]) => submissionsOfDay(period, day, context)),
    tables: byDay.flatMap(([period, { ranked }]) => {
      const provinces = [...ranked.values()].map(({ unit, agencyId }) => ({ agencyId, record: unit }))
      return provinces.length === 0 || !context.rankingRuleSet
        ? []
        : [rankingTable(provinces, period, context.rankingRuleSet.version)]
    }),
    newAgencies: directory.unknown(),
    absent: byDay.flatMap(([period, { loaded }]) => {
      const kinds = groups.map(group => group.kind).filter(kind => !loaded.has(kind))
      return loaded.size === 0 || kinds.length === 0 ? [] : [{ period, kinds }]
    }),
  }
}

/** Readings by source: the same files are imported anew whenever one is added, removed or dated. */
const readings = new WeakMap<PortalSource, ReadPortalFile>()

/** A file nobody foresaw costs only itself. */
function readOnce(source: PortalSource): ReadPortalFile {
  const known = readings.get(source)
  if (known) return known
  const reading = readOrRefuse(source)
  readings.set(source, reading)
  return reading
}

function readOrRefuse(source: PortalSource): ReadPortalFile {
  try {
    return readPortalFile(source)
  } catch {
    const message = {
      vi: 'tệp có cấu trúc bất thường, không đọc được; lưu lại tệp từ Cổng',
      en: 'the file is built in a way that cannot be read; save it from the portal again',
    }
    const problem: Problem = { file: source.name, path: '', code: 'unreadable', severity: 'error', message }
    return { kind: null, units: [], problems: [problem] }
  }
}

function takeFile(
  source: PortalSource,
  days: Map<string, Day>,
  context: PortalContext,
  directory: Directory,
): PortalFile {
  const { kind, units, problems } = readOnce(source)
  const { name } = source
  const refused = (code: string, message: Problem['message']): PortalFile => ({
    name,
    kind,
    period: null,
    units: 0,
    problems: [...problems, { file: name, path: '', code, severity: 'error', message }],
  })
  if (kind === null) return { name, kind, period: null, units: 0, problems }
  const dated = periodOf(name, context.day)
  if ('fault' in dated) return refused(dated.fault.code, dated.fault.message)
  if (kind === 'ranking' && !context.rankingRuleSet)
    return refused('no-rule-set', {
      vi: `danh mục chưa có bộ chỉ số “${portalRuleSetIds.ranking}” nên không đọc được bảng xếp hạng`,
      en: `the catalogue has no rule set "${portalRuleSetIds.ranking}", so rankings cannot be read`,
    })

  const { period } = dated
  const day = days.get(period) ?? { loaded: new Set(), units: new Map(), ranked: new Map() }
  days.set(period, day)
  const clashes: Clash[] = []
  const strangers: Problem[] = []
  for (const unit of units) {
    const records = day.units.get(unit.code) ?? new Map<GroupKind, Held>()
    const earlier = kind === 'ranking' ? day.ranked.get(unit.code) : records.get(kind)
    if (earlier) {
      clashes.push({ unit, earlier })
      continue
    }
    const found = directory.find(unit, period)
    if ('fault' in found) {
      strangers.push({ file: name, path: unit.at, severity: 'error', ...found.fault })
      continue
    }
    const record = { unit, file: name, agencyId: found.id }
    if (kind === 'ranking') day.ranked.set(unit.code, record)
    else {
      day.loaded.add(kind)
      day.units.set(unit.code, records.set(kind, record))
    }
  }
  const taken = units.length - clashes.length - strangers.length
  const all = [...problems, ...strangers, ...clashProblems(clashes, name)]
  return { name, kind, period, units: taken, problems: all }
}

type Clash = { readonly unit: PortalUnit; readonly earlier: Held }

/** The same units twice for one day: once is enough when they agree, nobody knows which counts when not. */
function clashProblems(clashes: readonly Clash[], file: string): readonly Problem[] {
  const problemOf = (some: readonly Clash[], severity: Problem['severity']): readonly Problem[] => {
    const [first] = some
    if (!first) return []
    const codes = some.slice(0, 3).map(({ unit }) => unit.code)
    const list = `${codes.join(', ')}${some.length > codes.length ? ', …' : ''}`
    const differs = severity === 'error'
    return [
      {
        file,
        path: '',
        code: differs ? 'other-figures' : 'same-figures',
        severity,
        message: {
          vi: `${some.length} đơn vị (${list}) đã có trong ${first.earlier.file} cho cùng ngày${differs ? ' với số khác; giữ số của tệp đó, bỏ bớt một tệp rồi nạp lại' : ', số liệu giống hệt'}`,
          en: `${some.length} units (${list}) stand in ${first.earlier.file} for the same date${differs ? ' with other figures; those are kept, remove one of the files' : ' with the same figures'}`,
        },
      },
    ]
  }
  const differs = ({ unit, earlier }: Clash) => figuresOf(unit) !== figuresOf(earlier.unit)
  return [
    ...problemOf(clashes.filter(differs), 'error'),
    ...problemOf(
      clashes.filter(clash => !differs(clash)),
      'warning',
    ),
  ]
}

function figuresOf({ total, pairs, groupPoints, change }: PortalUnit): string {
  return JSON.stringify([total, [...pairs], [...groupPoints], change])
}

function submissionsOfDay(
  period: string,
  { loaded, units }: Day,
  { ruleSet }: PortalContext,
): readonly Submission[] {
  return [...units].flatMap(([code, records]) => {
    const known: UnitRecords = new Map([...records].map(([kind, { unit }]) => [kind, unit]))
    const [first] = records.values()
    return first ? [submissionOf(known, loaded, { code, agencyId: first.agencyId, period }, ruleSet)] : []
  })
}

type Directory = {
  /** The agency of a unit, or why it cannot have one. */
  readonly find: (
    unit: Pick<PortalUnit, 'code' | 'name'>,
    period: string,
  ) => { readonly id: string } | { readonly fault: Fault }
  /** Units that were asked for and are not in the directory. */
  readonly unknown: () => readonly NewAgency[]
}

/**
 * Finds agencies by their official code; others get an id made from it. An id that is somebody else's already is
 * given to nobody: two units must not share figures.
 */
function openDirectory({ agencies, groups }: AgencyDirectory): Directory {
  const added = new Map<string, NewAgency>()
  const taken = new Map([...groups, ...agencies].map(each => [each.id, each.name]))
  return {
    find({ code, name }, period) {
      const known = agencies.find(
        agency => agency.code === code && (agency.validTo === undefined || agency.validTo >= period),
      )
      if (known) return { id: known.id }
      const own = added.get(code)
      const id = own?.id ?? code.toLowerCase().replaceAll(/[._]/g, '-')
      const holder = own ? undefined : taken.get(id)
      if (holder !== undefined)
        return { fault: idTaken(name === null ? code : `${name} (${code})`, id, holder) }
      // A summary often names no unit; a later file may.
      if (!own || own.name === code) added.set(code, { id, code, name: name ?? code })
      taken.set(id, name === null ? code : `${name} (${code})`)
      return { id }
    },
    unknown: () => [...added.values()],
  }
}

function idTaken(unit: string, id: string, holder: string): Fault {
  return {
    code: 'agency-id-taken',
    message: {
      vi: `đơn vị ${unit} chưa có trong danh mục ở ngày này, mà mã tạm “${id}” đã là của ${holder}; bỏ qua đơn vị này, ghi thêm nó vào danh mục rồi nạp lại`,
      en: `unit ${unit} is not in the directory on this date, and the id made for it, "${id}", is that of ${holder}; it is left out: add it to the directory and import again`,
    },
  }
}
