import type { FormItem } from '../../model/form.ts'
import type { EvidenceItem } from '../../model/submission.ts'
import { type CheckContext, type CheckRun, found, run } from './checkContext.ts'
import { dayText } from './checkTexts.ts'
import { daysAround, lastDay, todayAt } from './periodDays.ts'

/** Documents that are asked for and not there, from another time, or used twice. */
export function evidenceChecks(context: CheckContext): readonly CheckRun[] {
  return [...missingEvidence(context), ...outsidePeriod(context), ...sameFile(context)]
}

/** An explanation stands for a document that does not exist; the reviewer reads it. */
function missingEvidence({ items, aside, submission }: CheckContext): readonly CheckRun[] {
  const explained = new Set((submission.explanations ?? []).map(each => each.criterionId))
  const evidence = submission.evidence ?? []
  const required = items.flatMap(item =>
    item.filledBy === 'survey' || aside.all.has(item.nodeId)
      ? []
      : item.requiredEvidence.map(document => ({ item, document })),
  )
  return run('missing-evidence', required, ({ item: { nodeId }, document: { id, title, titleEn } }) => {
    const isThere = evidence.some(each => each.requiredId === id && each.criterionIds.includes(nodeId))
    if (isThere || explained.has(nodeId)) return null
    return found(
      {
        code: 'missing-evidence',
        severity: 'doubt',
        text: {
          vi: `thiếu tài liệu kiểm chứng “${title}”`,
          en: `evidence is missing: “${titleEn ?? title}”`,
        },
      },
      { nodeId, part: 'evidence' },
      [id],
    )
  })
}

type Dated = {
  readonly nodeId: string | null
  readonly item: EvidenceItem
  readonly side: 'before' | 'after' | null
  readonly day: string
}

/**
 * A document belongs to a period when it was issued or took effect in it. Reports on a period are written after
 * it, so a document may be issued some weeks later, but not after today, and must not take effect later.
 */
function outsidePeriod(context: CheckContext): readonly CheckRun[] {
  const { draft, all } = context
  const days = daysAround(draft.period)
  if (!days) return []
  const today = todayAt(draft.updatedAt)
  const dated = (context.submission.evidence ?? []).flatMap((item): readonly Dated[] => {
    const { issuedOn, effectiveOn, criterionIds } = item
    const latest = lastDay([issuedOn, effectiveOn])
    if (latest === null) return []
    const nodeId = placeOf(all, criterionIds)
    if (effectiveOn !== undefined && effectiveOn > days.to)
      return [{ nodeId, item, side: 'after', day: effectiveOn }]
    if (issuedOn !== undefined && (issuedOn > days.grace || (issuedOn > days.to && issuedOn > today)))
      return [{ nodeId, item, side: 'after', day: issuedOn }]
    return [{ nodeId, item, side: latest < days.from ? 'before' : null, day: latest }]
  })
  const span = {
    vi: `${dayText(days.from).vi}–${dayText(days.to).vi}`,
    en: `${dayText(days.from).en}–${dayText(days.to).en}`,
  }
  return run('evidence-outside-period', dated, ({ nodeId, item, side, day }) => {
    if (side === null) return null
    const isBefore = side === 'before'
    return found(
      {
        code: 'evidence-outside-period',
        severity: 'doubt',
        text: {
          vi: `tài liệu “${item.title}” ngày ${dayText(day).vi} ${isBefore ? 'trước' : 'sau'} kỳ ${span.vi}`,
          en: `the document “${item.title}” of ${dayText(day).en} is from ${isBefore ? 'before' : 'after'} the period ${span.en}`,
        },
      },
      { nodeId, part: 'evidence' },
      [item.id, day],
    )
  })
}

/**
 * One file under two entries stands for two criteria or two documents. One entry that names several criteria
 * says openly that it serves them all.
 */
function sameFile({ submission, all }: CheckContext): readonly CheckRun[] {
  const byHash = new Map<string, EvidenceItem[]>()
  for (const item of submission.evidence ?? [])
    if (item.file) byHash.set(item.file.sha256, [...(byHash.get(item.file.sha256) ?? []), item])
  return run('same-file-twice', [...byHash], ([sha256, entries]) => {
    const [first, ...others] = entries
    const last = others.at(-1)
    if (!first?.file || !last) return null
    const titles = [...new Set(entries.map(entry => `“${entry.title}”`))].join(', ')
    return found(
      {
        code: 'same-file-twice',
        severity: 'doubt',
        text: {
          vi: `cùng một tệp “${first.file.name}” dùng ${String(entries.length)} lần: ${titles}`,
          en: `the same file “${first.file.name}” is used ${String(entries.length)} times: ${titles}`,
        },
      },
      { nodeId: placeOf(all, last.criterionIds), part: 'evidence' },
      [sha256, ...entries.map(entry => entry.id)],
    )
  })
}

/** First item of the form that a document backs; null where it backs a group or nothing of the form. */
function placeOf(items: readonly FormItem[], criterionIds: readonly string[]): string | null {
  return items.find(item => criterionIds.includes(item.nodeId))?.nodeId ?? null
}
