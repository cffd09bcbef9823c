import type { Form, FormField, FormItem } from '../../model/form.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { askedIn, type CheckContext, type CheckRun, fieldsOf, found, run } from './checkContext.ts'
import type { ReadText } from './checkInput.ts'
import { nameText, numberText } from './checkTexts.ts'
import { onceFor } from './onceFor.ts'

/** Texts nobody can read for sure, and figures that are not there. */
export function figureChecks(context: CheckContext): readonly CheckRun[] {
  const fields = onceEach(context.form)
  const typed = fields.filter(({ field }) => textOf(context, field) !== null)
  const claimed = context.all.filter(
    item => (context.draft.claims.get(item.nodeId)?.text ?? '').trim() !== '',
  )
  return [
    ...run('unclear-figure', typed, ({ item, field }) => {
      const reading = context.readings.get(field.metric.id)
      const place = { nodeId: item.nodeId, metricId: field.metric.id, part: 'field' as const }
      return unclear(reading, textOf(context, field) ?? '', place)
    }),
    ...run('unclear-figure', claimed, ({ nodeId }) =>
      unclear(context.claims.get(nodeId), context.draft.claims.get(nodeId)?.text.trim() ?? '', {
        nodeId,
        part: 'claim',
      }),
    ),
    ...unreadableFigures(context, typed),
    ...run('unreadable-figure', claimed, item => {
      const reading = context.claims.get(item.nodeId)
      if (reading?.kind !== 'wrong') return null
      return found(
        { code: 'unreadable-figure', severity: 'blocks', text: reading.message },
        { nodeId: item.nodeId, part: 'claim' },
        [context.draft.claims.get(item.nodeId)?.text ?? ''],
      )
    }),
    ...missingFigures(context),
  ]
}

type Asked = { readonly item: FormItem; readonly field: FormField }

/** Every field of the form, where it stands first. */
const onceEach = onceFor((form: Form): readonly Asked[] =>
  form.areas
    .flatMap(area => area.items)
    .flatMap(item => fieldsOf(item).flatMap(field => (field.sameAs === null ? [{ item, field }] : []))),
)

function textOf({ draft }: CheckContext, { metric }: FormField): string | null {
  const entry = draft.fields.get(metric.id)
  return entry?.state === 'typed' && entry.text.trim() !== '' ? entry.text.trim() : null
}

function unclear(
  reading: ReadText | undefined,
  text: string,
  place: { readonly nodeId: string; readonly metricId?: string; readonly part: 'field' | 'claim' },
) {
  if (reading?.kind !== 'unclear') return null
  const choices = reading.choices.map(choice => plain(choice.value))
  return found(
    {
      code: 'unclear-figure',
      severity: 'blocks',
      text: {
        vi: `số chưa rõ nghĩa: “${text}” có thể là ${choices.map(each => each.vi).join(' hoặc ')}; chưa tính điểm`,
        en: `a number nobody can be sure of: “${text}” may be ${choices.map(each => each.en).join(' or ')}; not scored yet`,
      },
    },
    place,
    [text],
  )
}

/** Without marks between thousands, which are what is doubtful. */
function plain(value: string) {
  return { vi: value.replace('.', ','), en: value }
}

/** Texts that are no figure of their metric, and figures the rule set cannot take. */
function unreadableFigures(context: CheckContext, typed: readonly Asked[]): readonly CheckRun[] {
  const refused = new Map(context.refused.map(each => [each.metricId, each]))
  const findings = typed.flatMap(({ item, field: { metric } }) => {
    const place = { nodeId: item.nodeId, metricId: metric.id, part: 'field' as const }
    const reading = context.readings.get(metric.id)
    if (reading?.kind === 'wrong') {
      const text = textOf(context, { metric, sameAs: null }) ?? ''
      return [found({ code: 'unreadable-figure', severity: 'blocks', text: reading.message }, place, [text])]
    }
    const fault = refused.get(metric.id)
    if (!fault) return []
    const { code, message, value } = fault
    return [found({ code, severity: 'blocks', text: message }, place, [value])]
  })
  const codes = new Set(findings.map(each => each.code))
  return [
    ...(typed.length > 0 ? [{ code: 'unreadable-figure' as const, findings: [] }] : []),
    ...[...codes].map(code => ({ code, findings: findings.filter(each => each.code === code) })),
  ]
}

/** One finding an item: what it asks for that is not there, or was said not to be there without a reason. */
function missingFigures(context: CheckContext): readonly CheckRun[] {
  const { aside, draft, readings, submission, sheet } = context
  const items = context.items.filter(item => !aside.all.has(item.nodeId))
  const decided = new Set((submission.decisions ?? []).map(each => each.criterionId))
  const adjustments = new Map(sheet.adjustments.map(each => [each.adjustmentId, each.outcome.kind]))
  const fieldsOfItem = new Map<string, Asked[]>()
  for (const each of askedIn(items))
    fieldsOfItem.set(each.item.nodeId, [...(fieldsOfItem.get(each.item.nodeId) ?? []), each])
  const wanted = items.filter(
    item => item.filledBy === 'figures' || item.filledBy === 'watched' || item.filledBy === 'claim',
  )
  return run('missing-figure', wanted, item => {
    // A bonus nobody asks for needs no figure.
    if (adjustments.get(item.nodeId) === 'scored') return null
    if (item.filledBy === 'claim') return unclaimed(item)
    const missing = (fieldsOfItem.get(item.nodeId) ?? []).filter(({ field: { metric } }) => {
      const entry = draft.fields.get(metric.id)
      if (entry === undefined || entry.state === 'typed') return readings.get(metric.id)?.kind === 'empty'
      return entry.state !== 'notApplicable' && (entry.note ?? '').trim() === ''
    })
    const [first] = missing
    if (!first) return null
    return found(
      { code: 'missing-figure', severity: 'doubt', text: missingText(missing) },
      { nodeId: item.nodeId, metricId: first.field.metric.id, part: 'field' },
      missing.map(({ field }) => field.metric.id),
    )
  })

  function unclaimed({ nodeId }: FormItem) {
    const claim = draft.claims.get(nodeId)?.text.trim() ?? ''
    if (decided.has(nodeId) || claim !== '') return null
    return found(
      {
        code: 'missing-figure',
        severity: 'doubt',
        text: { vi: 'chưa tự chấm điểm', en: 'no points claimed yet' },
      },
      { nodeId, part: 'claim' },
    )
  }
}

/** A list longer than this says no more than the empty fields do. */
const namedAtMost = 2

function missingText(missing: readonly Asked[]): Bilingual {
  const count = numberText(String(missing.length))
  if (missing.length > namedAtMost)
    return { vi: `thiếu ${count.vi} số liệu`, en: `${count.en} figures are missing` }
  const names = missing.map(({ field }) => nameText(field.metric))
  return {
    vi: `thiếu số liệu ${names.map(each => each.vi).join(' và ')}`,
    en: `not there yet: ${names.map(each => each.en).join(' and ')}`,
  }
}
