import { walkCriteria } from '../../model/criteria.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { EmptyPolicy } from '../../model/rules.ts'
import { type CheckContext, type CheckRun, type Found, fieldsOf, found, run } from './checkContext.ts'
import { nameText, numberText } from './checkTexts.ts'

/** What does not apply, what did not happen, and whether the rules are still the same. */
export function wholeChecks(context: CheckContext): readonly CheckRun[] {
  return [...exemptions(context), ...notIncurred(context), ...ruleSetChanged(context)]
}

/** What does not apply leaves numerator and denominator, so somebody has to say why. */
function exemptions({ draft, asked, items, aside, ruleSet, all }: CheckContext): readonly CheckRun[] {
  const places = new Map(walkCriteria(ruleSet).map(place => [place.criterion.id, place.criterion]))
  const pooled = new Set(all.flatMap(item => (item.pool ? [item.nodeId] : [])))
  const criteria = run(
    'exempt-without-reason',
    [...draft.exempt].flatMap(([id, reason]) => {
      const criterion = places.get(id)
      return criterion ? [{ criterion, reason }] : []
    }),
    ({ criterion, reason }): Found | null => {
      const leaves = walkCriteria({ criteria: [criterion] }).map(place => place.criterion.id)
      const isPooled = leaves.some(id => pooled.has(id))
      if (!isPooled && reason.trim() !== '') return null
      const first = all.find(item => leaves.includes(item.nodeId))
      return found(
        {
          code: 'exempt-without-reason',
          severity: 'blocks',
          text: isPooled ? cannotBeExempt : withoutReason,
        },
        { nodeId: first?.nodeId ?? criterion.id, part: 'exempt' },
        [criterion.id],
      )
    },
  )
  const takenAway = new Set(
    items
      .filter(item => aside.byFigure.has(item.nodeId))
      .flatMap(item => fieldsOf(item).map(field => field.metric.id)),
  )
  const figures = run(
    'exempt-without-reason',
    asked.flatMap(({ item, field: { metric } }) => {
      const entry = draft.fields.get(metric.id)
      return entry?.state === 'notApplicable' ? [{ item, metric, note: entry.note ?? '' }] : []
    }),
    ({ item, metric, note }) =>
      note.trim() !== ''
        ? null
        : found(
            {
              code: 'exempt-without-reason',
              // It takes the leaf away as surely as an exemption of the leaf itself.
              severity: takenAway.has(metric.id) ? 'blocks' : 'doubt',
              text: {
                vi: `${nameText(metric).vi} ghi không áp dụng mà chưa có lý do`,
                en: `${nameText(metric).en} is said not to apply, without a reason`,
              },
            },
            { nodeId: item.nodeId, metricId: metric.id, part: 'field' },
          ),
  )
  return [...criteria, ...figures]
}

const withoutReason: Bilingual = {
  vi: 'ghi không áp dụng mà chưa có lý do',
  en: 'said not to apply, without a reason',
}

const cannotBeExempt: Bilingual = {
  vi: 'chưa thể để ngoài: chưa rõ điểm tối đa riêng nên không biết trừ bao nhiêu',
  en: 'cannot be exempted: its own maximum is not known, so nobody knows how much would go',
}

/** 0/0, and what the rule set gives for it. */
function notIncurred({ items, nodes }: CheckContext): readonly CheckRun[] {
  return run('not-incurred', items, ({ nodeId }) => {
    const node = nodes.get(nodeId)
    const empty = node?.explanation?.rule.empty
    if (!node || empty?.because !== 'denominatorZero' || node.explanation?.decision) return null
    return found(
      { code: 'not-incurred', severity: 'notice', text: given[empty.policy] },
      { nodeId, part: 'field' },
      [empty.policy],
    )
  })
}

const given: Readonly<Record<EmptyPolicy, Bilingual>> = {
  full: {
    vi: 'không phát sinh (0/0): bộ chỉ số cho điểm tối đa',
    en: 'nothing happened (0/0): the rule set gives full points',
  },
  zero: {
    vi: 'không phát sinh (0/0): bộ chỉ số cho 0 điểm',
    en: 'nothing happened (0/0): the rule set gives 0 points',
  },
  notApplicable: {
    vi: 'không phát sinh (0/0): bộ chỉ số không tính tiêu chí này',
    en: 'nothing happened (0/0): the rule set leaves the criterion out',
  },
  missing: {
    vi: 'không phát sinh (0/0): bộ chỉ số để ngỏ điểm',
    en: 'nothing happened (0/0): the rule set leaves the points open',
  },
}

/** The file of the rule set is another than the one the draft was begun with, or does not know all of it. */
function ruleSetChanged({ draft, ruleSet, ruleSetSha256, metrics }: CheckContext): readonly CheckRun[] {
  if (ruleSetSha256 === null) return []
  const known = new Set([
    ...walkCriteria(ruleSet).map(place => place.criterion.id),
    ...(ruleSet.adjustments ?? []).map(each => each.id),
  ])
  const strange = [
    ...[...draft.fields.keys()].filter(id => !metrics.has(id)),
    ...[draft.exempt, draft.claims, draft.explanations]
      .flatMap(entries => [...entries.keys()])
      .filter(id => !known.has(id)),
    ...draft.evidence.flatMap(({ id, criterionIds }) =>
      criterionIds.length > 0 && criterionIds.every(each => !known.has(each)) ? [id] : [],
    ),
  ]
  const count = numberText(String(strange.length))
  const changed = found(
    {
      code: 'rule-set-changed',
      severity: 'notice',
      text: {
        vi: 'Nội dung bộ chỉ số đã khác so với khi lập bản nháp; điểm tính theo nội dung hiện nay',
        en: 'The rule set is no longer what it was when the draft was begun; it is scored as it stands today',
      },
    },
    { part: 'whole' },
    [draft.ruleSet.sha256, ruleSetSha256],
  )
  const left = found(
    {
      code: 'rule-set-changed',
      severity: 'notice',
      text: {
        vi: `${count.vi} mục đã nhập không có trong bộ chỉ số này, không đưa vào tệp nộp`,
        en: `${count.en} entries of the draft are not in this rule set and are left out of the file`,
      },
    },
    { part: 'whole' },
    strange,
  )
  return [
    {
      code: 'rule-set-changed',
      findings: [
        ...(draft.ruleSet.sha256 === ruleSetSha256 ? [] : [changed]),
        ...(strange.length > 0 ? [left] : []),
      ],
    },
  ]
}
