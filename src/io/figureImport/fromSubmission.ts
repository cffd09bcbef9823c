import { walkCriteria } from '../../model/criteria.ts'
import type { FieldEntry } from '../../model/draft.ts'
import type { FigureImport, ImportedEntry, ImportKind } from '../../model/figureImport.ts'
import type { FormField } from '../../model/form.ts'
import type { MetricValue, Submission } from '../../model/submission.ts'
import { claimText } from '../figures/claimText.ts'
import { plainDecimal } from '../figures/plainDecimal.ts'
import { readFigure } from '../figures/readFigure.ts'
import { writeFigure } from '../figures/writeFigure.ts'
import { remark } from './importProblems.ts'
import { fieldsToFill, figureImport, type ImportTarget } from './importTarget.ts'
import type { Gathered } from './rowEntries.ts'

/** Which parts of a submission are taken over. */
export type SubmissionParts = {
  /** Also what the agency said beside its figures: exemptions, claims, explanations, evidence. */
  readonly withWords: boolean
  /** Figures a submission calls missing leave the field as it is. */
  readonly skipsMissing: boolean
}

/** A submission of ours, as read from a file or as published earlier, for the fields of a form. */
export function fromSubmission(
  submission: Submission,
  file: string,
  target: ImportTarget,
  kind: ImportKind,
  { withWords, skipsMissing }: SubmissionParts,
): FigureImport {
  const into: Gathered = { entries: [], problems: { all: [] } }
  const values = skipsMissing
    ? submission.values.filter(({ state }) => state !== 'missing')
    : submission.values
  takeValues(values, target, into)
  if (withWords) into.entries.push(...wordsOf(submission, target))
  const { ruleSetId, ruleSetVersion, agencyId, period } = submission
  const subject = { ruleSetId, ruleSetVersion, agencyId, agencyText: null, period }
  return figureImport(file, kind, subject, into.entries, into.problems)
}

/** Figures of the period before, to begin with; what others filled in then is no concern of this agency. */
export function fromValues(
  values: Iterable<MetricValue>,
  { title, period }: { readonly title: string; readonly period: string },
  target: ImportTarget,
): FigureImport {
  const into: Gathered = { entries: [], problems: { all: [] } }
  const own = new Set(fieldsToFill(target.form).map(({ field }) => field.metric.id))
  const known = [...values].filter(({ metricId, state }) => state !== 'missing' && own.has(metricId))
  takeValues(known, target, into)
  const { id, version } = target.ruleSet
  const subject = {
    ruleSetId: id,
    ruleSetVersion: version,
    agencyId: target.agencyId,
    agencyText: null,
    period,
  }
  return figureImport(title, 'submission', subject, into.entries, into.problems)
}

function takeValues(
  values: readonly MetricValue[],
  target: ImportTarget,
  { entries, problems }: Gathered,
): void {
  const fields = new Map(fieldsToFill(target.form).map(({ field }) => [field.metric.id, field]))
  const known = new Map(target.ruleSet.metrics.map(metric => [metric.id, metric]))
  values.forEach((value, index) => {
    const { metricId } = value
    const field = fields.get(metricId)
    const metric = known.get(metricId)
    const place = {
      sheet: '',
      cell: `values[${index}]`,
      title: field?.metric.name ?? metric?.name ?? metricId,
    }
    const found = value.state === 'entered' ? value.value : value.state
    if (field) {
      const entry = entryOf(value, field)
      if (entry) entries.push({ place, edit: { kind: 'field', metricId, entry } })
      if (entry && value.provenance?.certainty === 'inferred')
        remark(problems, place, found, inferred(value.provenance.note ?? ''), 'warning')
      if (!entry) remark(problems, place, found, doesNotFit(field))
    } else if (metric && value.state === 'entered')
      remark(
        problems,
        place,
        found,
        {
          code: 'not-asked',
          vi: `“${metric.name}” không thuộc phần đơn vị này tự nhập; bỏ qua`,
          en: `"${metric.nameEn ?? metric.name}" is not filled in by this agency; left out`,
        },
        'warning',
      )
    else if (!metric)
      remark(problems, place, found, {
        code: 'unknown-figure',
        vi: `bộ chỉ số không có số liệu mã “${metricId}”`,
        en: `the rule set has no figure with the id "${metricId}"`,
      })
  })
}

/** null: the value cannot be one of this field. */
function entryOf(value: MetricValue, { metric, options }: FormField): FieldEntry | null {
  if (value.state !== 'entered')
    return { state: value.state, ...(value.note === undefined ? {} : { note: value.note }) }
  const entry = writeFigure(value.value, metric, options)
  const read = readFigure(entry.text, metric, options, entry.meant)
  const expected = metric.valueType === 'option' ? value.value : plainDecimal(value.value)
  return read.kind === 'value' && read.value === expected ? entry : null
}

function inferred(note: string) {
  const why = note === '' ? '' : `: ${note}`
  return { code: 'inferred', vi: `số suy ra${why}`, en: `an inferred figure${why}` }
}

function doesNotFit({ metric, options = [] }: FormField) {
  const wanted = {
    count: { vi: `số nguyên ${metric.unit} không âm`, en: 'a whole number, not negative' },
    percent: { vi: 'tỷ lệ % không âm', en: 'a percentage, not negative' },
    number: { vi: `số ${metric.unit}`, en: 'a number' },
    flag: { vi: '1 (có) hoặc 0 (không)', en: '1 (yes) or 0 (no)' },
    date: { vi: 'ngày có thật', en: 'a real day' },
    option: {
      vi: `một trong các mức ${options.map(({ value }) => value).join(', ')}`,
      en: `one of ${options.map(({ value }) => value).join(', ')}`,
    },
  }[metric.valueType]
  return {
    code: 'does-not-fit',
    vi: `ở đây cần ${wanted.vi}; bỏ qua giá trị này`,
    en: `${wanted.en} is needed here; this value is left out`,
  }
}

/** What an agency said beside its figures; criteria the form does not have are left out. */
function wordsOf(submission: Submission, { form, ruleSet }: ImportTarget): readonly ImportedEntry[] {
  const items = new Map(form.areas.flatMap(area => area.items).map(item => [item.nodeId, item]))
  const names = new Map([
    ...walkCriteria(ruleSet).map(
      ({ criterion }) => [criterion.id, `${criterion.code} ${criterion.name}`] as const,
    ),
    ...[...items.values()].map(({ nodeId, code, name }) => [nodeId, `${code} ${name}`.trim()] as const),
  ])
  const { notApplicable = [], decisions = [], explanations = [], evidence = [] } = submission
  const entries = new Map<string, ImportedEntry>()
  const add = (path: string, edit: ImportedEntry['edit'], title: string) =>
    entries.set(`${edit.kind} ${path}`, { place: { sheet: '', cell: path, title }, edit })
  notApplicable.forEach(({ criterionId, reason }, index) => {
    const title = names.get(criterionId)
    // Whoever is exempt by the rule set itself needs no reason of its own.
    if (title !== undefined && (items.get(criterionId)?.notForLevel ?? null) === null)
      add(`notApplicable[${index}]`, { kind: 'exempt', criterionId, reason }, title)
  })
  // Claims are appended; the last one for a criterion stands.
  const claims = decisions
    .map((decision, index) => ({ ...decision, index }))
    .filter(({ stage }) => stage === 'selfAssessment')
  for (const { criterionId, points, reason, index } of new Map(
    claims.map(each => [each.criterionId, each]),
  ).values())
    if (items.get(criterionId)?.canClaim) {
      const claim = { text: claimText(points), ...(reason === undefined ? {} : { reason }) }
      add(`decisions[${index}]`, { kind: 'claim', criterionId, claim }, names.get(criterionId) ?? criterionId)
    }
  explanations.forEach(({ criterionId, text }, index) => {
    const title = names.get(criterionId)
    if (title !== undefined) add(`explanations[${index}]`, { kind: 'explanation', criterionId, text }, title)
  })
  evidence.forEach((item, index) => {
    add(`evidence[${index}]`, { kind: 'evidence', item }, item.title)
  })
  return [...entries.values()]
}
