import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Submission } from '../../src/model/submission.ts'
import { aCriterion, aRuleSet, aSubmission } from '../scoring/builders.ts'

/** Two agencies in 2026, one of them in 2025 too, under a rule that compares and one that looks back. */
export function writeCohort(folder: string): { readonly rules: string; readonly submissions: string } {
  const ruleSet = aRuleSet({
    criteria: [
      aCriterion({
        id: 'bang-thong',
        code: '1.1',
        name: 'Băng thông',
        maxPoints: '2',
        rule: { kind: 'shareOfBest', measure: { of: 'value', metric: 'speed' }, whenAllZero: 'zero' },
      }),
      aCriterion({
        id: 'tang-truong',
        code: '1.2',
        name: 'Tăng so với năm trước',
        maxPoints: '1',
        rule: {
          kind: 'growth',
          metric: 'founded',
          whenPreviousZero: 'missing',
          bands: [{ from: '10', points: '1' }],
          otherwise: '0',
        },
      }),
    ],
  })
  const rules = join(folder, 'bo-thu.json')
  const submissions = join(folder, 'so-lieu')
  mkdirSync(join(submissions, '2025'), { recursive: true })
  mkdirSync(join(submissions, '2026'), { recursive: true })
  const write = (file: string, parts: Partial<Submission>, figures: Record<string, string>) => {
    const submission = aSubmission({ figures, ...parts })
    writeFileSync(
      file,
      JSON.stringify({ ...submission, id: `bo-thu.${submission.period}.${submission.agencyId}` }),
    )
  }
  writeFileSync(rules, JSON.stringify(ruleSet))
  write(
    join(submissions, '2025', 'so-a.json'),
    { agencyId: 'so-a', period: '2025' },
    { speed: '50', founded: '80' },
  )
  write(join(submissions, '2026', 'so-a.json'), { agencyId: 'so-a' }, { speed: '60', founded: '100' })
  write(join(submissions, '2026', 'so-b.json'), { agencyId: 'so-b' }, { speed: '80' })
  // Another rule set in the same folder is none of ours.
  write(join(submissions, '2026', 'khac.json'), { agencyId: 'so-a', ruleSetId: 'bo-khac' }, {})
  return { rules, submissions }
}
