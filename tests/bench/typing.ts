import { writeFigure } from '../../src/io/figures/writeFigure.ts'
import { draftFormat, editDraft, type FieldEntry } from '../../src/model/draft.ts'
import { type AssessInput, createAssessor } from '../../src/state/assessment/assess.ts'
import { scoredAt, stated } from '../scoring/builders.ts'
import { benchRuleSet, benchSubmission, benchTable } from './scene.ts'

/** A form of a hundred leaves filled in, a period before and peers to hold it against. */
function filledForm(): AssessInput {
  const ruleSet = benchRuleSet()
  const table = benchTable(ruleSet, 4, 2)
  const [before, now, ...peers] = [0, 4, 5, 6, 7].map(row => benchSubmission(ruleSet, table, row))
  if (!before || !now) throw new Error('two periods')
  const fields = ruleSet.metrics.flatMap((metric): readonly (readonly [string, FieldEntry])[] => {
    const value = now.values.find(each => each.metricId === metric.id)
    return value?.state === 'entered' ? [[metric.id, writeFigure(value.value, metric)]] : []
  })
  return {
    draft: {
      format: draftFormat,
      id: 'ban-nhap',
      name: null,
      ruleSet: { id: ruleSet.id, version: ruleSet.version, sha256: '0'.repeat(64) },
      agencyId: now.agencyId,
      period: now.period,
      createdAt: scoredAt,
      updatedAt: scoredAt,
      revision: 1,
      origin: { from: 'blank' },
      provenance: stated,
      fields: new Map(fields),
      exempt: new Map(),
      claims: new Map(),
      evidence: [],
      explanations: new Map(),
      accepted: [],
      approval: null,
      note: null,
      handedIn: [],
    },
    ruleSet,
    ruleSetSha256: '0'.repeat(64),
    agency: null,
    documents: [],
    previous: { submission: before, otherRules: null },
    peers,
  }
}

/**
 * From a key stroke to everything a screen draws: reading, scoring, checks, and what the leaves of one area still
 * need. Painting comes on top of it (`npm run bench:ui`).
 * @returns milliseconds of the stroke in the middle, and of the slowest
 */
export function measureTyping(strokes = 60): { readonly median: number; readonly slowest: number } {
  const form = filledForm()
  const assess = createAssessor()
  const area = assess(form).form.areas[0]
  let { draft } = form
  const times = Array.from({ length: strokes }, (_, index) => {
    const started = performance.now()
    const text = String(100 + index)
    draft = editDraft(
      draft,
      [{ kind: 'field', metricId: 'share0-1', entry: { state: 'typed', text } }],
      scoredAt,
    )
    const { needs } = assess({ ...form, draft })
    for (const item of area?.items ?? []) needs.get(item.nodeId)
    return performance.now() - started
  }).toSorted((a, b) => a - b)
  return { median: times[Math.floor(strokes / 2)] ?? 0, slowest: times.at(-1) ?? 0 }
}
