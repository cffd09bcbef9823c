import { parseArgs } from 'node:util'
import { decodeRuleSet, decodeSubmission } from '../io/decode.ts'
import { type Problem, refuses } from '../model/problem.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { MetricSolution, SolveGoal, SolveTarget } from '../model/solution.ts'
import { lintRuleSet } from '../scoring/lint/lintRuleSet.ts'
import { lintSubmission } from '../scoring/lint/lintSubmission.ts'
import { scoreForChanges } from '../scoring/scoreSubmission.ts'
import { solve, solveAny } from '../scoring/solve/solve.ts'
import { printProblems, readNamed } from './files.ts'
import { checkMetric, findLeaf, readGoal } from './solveQuestion.ts'
import { solutionLines } from './solveText.ts'

const usage =
  'usage: npm run -s solve -- --rules <file> --submission <file> [--criterion <id or code> | --total] [--metric <id>] [--goal full | next-band | <band id> | <points>] [--format json]'

/**
 * Prints what one figure must be for full points, a number of points or the next band, smallest change first.
 * Without a criterion the question is about the total; the goal is then the next band, otherwise full points.
 * @returns exit code: 0 answered, 1 problems in the files, 2 wrong usage, also a criterion or figure nobody knows
 */
export async function main(args: readonly string[]): Promise<number> {
  const options = readArguments(args)
  if (!options) {
    console.error(usage)
    return 2
  }
  const [ruleSet, submission] = await Promise.all([
    readNamed(options.rules, decodeRuleSet),
    readNamed(options.submission, decodeSubmission),
  ])
  if (!ruleSet.ok || !submission.ok)
    return fail([ruleSet, submission].flatMap(decoded => (decoded.ok ? [] : decoded.problems)))
  const problems = lintRuleSet(ruleSet.value, options.rules)
  if (refuses(problems)) return fail(problems)
  const mismatches = lintSubmission(submission.value, ruleSet.value, options.submission)
  if (refuses(mismatches)) return fail(mismatches)

  const question = readQuestion(ruleSet.value, options)
  if ('fault' in question) {
    console.error(question.fault)
    return 2
  }
  const { target, goal } = question
  const scored = scoreForChanges(ruleSet.value, submission.value, new Date().toISOString())
  const answers: readonly MetricSolution[] =
    options.metric === undefined
      ? solveAny(scored, { target, goal })
      : [{ metricId: options.metric, solution: solve(scored, { target, goal, metricId: options.metric }) }]
  if (options.isJson)
    console.log(
      JSON.stringify(
        { ruleSetId: ruleSet.value.id, submissionId: submission.value.id, target, goal, answers },
        null,
        2,
      ),
    )
  else for (const line of solutionLines(scored, question, answers)) console.log(line)
  return 0
}

type Options = {
  readonly rules: string
  readonly submission: string
  readonly criterion: string | undefined
  readonly metric: string | undefined
  readonly goal: string | undefined
  readonly isJson: boolean
}

function readArguments(args: readonly string[]): Options | null {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      args: [...args],
      options: {
        rules: text,
        submission: text,
        criterion: text,
        total: { type: 'boolean' },
        metric: text,
        goal: text,
        format: text,
      },
      strict: true,
    })
    const { rules, submission, criterion, total, metric, goal, format } = values
    const isUnclear = (criterion !== undefined && total) || (format !== undefined && format !== 'json')
    if (!rules || !submission || isUnclear) return null
    return { rules, submission, criterion, metric, goal, isJson: format === 'json' }
  } catch {
    return null
  }
}

type Question = { readonly target: SolveTarget; readonly goal: SolveGoal }

function readQuestion(ruleSet: RuleSet, options: Options): Question | { readonly fault: string } {
  const found = options.criterion === undefined ? null : findLeaf(ruleSet, options.criterion)
  if (found && 'fault' in found) return found
  const target: SolveTarget = found ? { kind: 'leaf', criterionId: found.criterionId } : { kind: 'total' }
  const goal = readGoal(ruleSet, options.goal ?? (found ? 'full' : 'next-band'))
  if ('fault' in goal) return goal
  const fault = options.metric === undefined ? null : checkMetric(ruleSet, options.metric)
  return fault ?? { target, goal }
}

function fail(problems: readonly Problem[]): number {
  printProblems(problems)
  return 1
}
