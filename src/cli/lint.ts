import { parseArgs } from 'node:util'
import type { Plan } from '../model/plan.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { Bilingual } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { Submission } from '../model/submission.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintPlan, lintSubmission } from '../scoring/lint/lintSubmission.ts'
import { type Inputs, type Named, problemLine, readInputs } from './files.ts'

const usage =
  'usage: npm run -s lint-rules -- [--format text|json] <file or folder of rule sets, submissions, plans> …'

/**
 * Checks rule sets, the submissions that answer them and the plans that serve them.
 * Findings go to stdout, one a line or as JSON; what was left out goes to stderr.
 * @returns exit code: 0 no errors (warnings may be), 1 errors, 2 wrong usage or nothing to check
 */
export async function main(args: readonly string[]): Promise<number> {
  const wanted = readArguments(args)
  if (!wanted) {
    console.error(usage)
    return 2
  }
  const inputs = await readInputs(wanted.paths)
  for (const file of inputs.skipped)
    console.error(`${file}: bỏ qua, không phải bộ chỉ số, hồ sơ chấm điểm hay kế hoạch`)
  const { ruleSets, submissions, plans } = inputs
  const checked = ruleSets.length + submissions.length + plans.length
  if (checked === 0 && inputs.problems.length === 0) {
    console.error(`${wanted.paths.join(', ')}: không có tệp nào để kiểm tra`)
    return 2
  }
  const problems = lintAll(inputs)
  if (wanted.format === 'json') console.log(JSON.stringify(problems, null, 2))
  else for (const problem of problems) console.log(problemLine(problem))
  const errors = problems.filter(problem => problem.severity === 'error').length
  console.error(`${checked} tệp đã kiểm tra: ${errors} lỗi, ${problems.length - errors} cảnh báo`)
  return refuses(problems) ? 1 : 0
}

function readArguments(
  args: readonly string[],
): { format: 'text' | 'json'; paths: readonly string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { format: { type: 'string', default: 'text' } },
      allowPositionals: true,
      strict: true,
    })
    const { format } = values
    return positionals.length > 0 && (format === 'text' || format === 'json')
      ? { format, paths: positionals }
      : null
  } catch {
    return null
  }
}

function lintAll({ ruleSets, submissions, plans, problems }: Inputs): readonly Problem[] {
  return [
    ...problems,
    ...ruleSets.flatMap(({ file, value }, index) => [
      ...reportTwin(file, value, ruleSets.slice(0, index)),
      ...lintRuleSet(value, file),
    ]),
    ...submissions.flatMap(({ file, value }) => {
      const ruleSet = ruleSets.find(each => answers(value, each.value))
      return ruleSet
        ? lintSubmission(value, ruleSet.value, file)
        : [notGiven(file, `${value.ruleSetId}” bản ${value.ruleSetVersion}`, value.ruleSetId)]
    }),
    ...plans.flatMap(({ file, value }) => {
      const ruleSet = newestFor(value, ruleSets)
      return ruleSet
        ? lintPlan(value, ruleSet, file)
        : value.ruleSetId === undefined
          ? []
          : [notGiven(file, `${value.ruleSetId}”`, value.ruleSetId)]
    }),
  ]
}

function answers({ ruleSetId, ruleSetVersion }: Submission, { id, version }: RuleSet): boolean {
  return ruleSetId === id && ruleSetVersion === version
}

/** A plan names no version. */
function newestFor({ ruleSetId }: Plan, ruleSets: readonly Named<RuleSet>[]): RuleSet | undefined {
  return ruleSets
    .map(each => each.value)
    .filter(ruleSet => ruleSet.id === ruleSetId)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

function reportTwin(
  file: string,
  { id, version }: RuleSet,
  before: readonly Named<RuleSet>[],
): readonly Problem[] {
  const twin = before.find(each => each.value.id === id && each.value.version === version)
  return twin
    ? [
        error(file, 'version', 'duplicate-rule-set', {
          vi: `bộ chỉ số “${id}” bản ${version} đã có trong ${twin.file}`,
          en: `rule set "${id}" version ${version} is already in ${twin.file}`,
        }),
      ]
    : []
}

/** Without its rule set a file cannot be called sound. */
function notGiven(file: string, named: string, id: string): Problem {
  return error(file, 'ruleSetId', 'rule-set-not-given', {
    vi: `chưa kiểm tra được: thêm tệp của bộ chỉ số “${named} vào lệnh`,
    en: `not checked: name the file of rule set "${id}" as well`,
  })
}

function error(file: string, path: string, code: string, message: Bilingual): Problem {
  return { file, path, code, severity: 'error', message }
}
