import type { CheckCode, CheckReport, Finding, PassedCheck, Severity } from '../../model/checks.ts'
import type { Form } from '../../model/form.ts'
import { type CheckRun, contextOf, type Found } from './checkContext.ts'
import type { CheckInput } from './checkInput.ts'
import { claimChecks } from './claimChecks.ts'
import { dateChecks } from './dateChecks.ts'
import { evidenceChecks } from './evidenceChecks.ts'
import { figureChecks } from './figureChecks.ts'
import { historyChecks } from './historyChecks.ts'
import { partChecks } from './partChecks.ts'
import { checkOrder, passedTexts } from './passedTexts.ts'
import { peerChecks } from './peerChecks.ts'
import { shareChecks } from './shareChecks.ts'
import { wholeChecks } from './wholeChecks.ts'

const families = [
  figureChecks,
  shareChecks,
  partChecks,
  claimChecks,
  evidenceChecks,
  dateChecks,
  historyChecks,
  peerChecks,
  wholeChecks,
] as const

/**
 * Runs every check before handing in. A check without anything to look at neither finds nor passes: nobody
 * is told that figures do not jump when there is no period before.
 */
export function runChecks(input: CheckInput): CheckReport {
  const context = contextOf(input)
  const runs = families.flatMap(family => family(context))
  const accepted = new Map(input.draft.accepted.map(each => [each.findingId, each.reason]))
  const findings = inOrder(uniqueOf(runs), input.form).map(
    (each): Finding => ({ ...each, accepted: acceptedReason(each, accepted) }),
  )
  const open = (severity: Severity) =>
    findings.filter(each => each.severity === severity && each.accepted === null).length
  return { findings, passed: passedOf(runs), open: { blocks: open('blocks'), doubts: open('doubt') } }
}

/** Only doubts can be let stand, and only with a reason. */
function acceptedReason({ id, severity }: Found, accepted: ReadonlyMap<string, string>): string | null {
  const reason = severity === 'doubt' ? accepted.get(id) : undefined
  return reason === undefined || reason.trim() === '' ? null : reason
}

function uniqueOf(runs: readonly CheckRun[]): readonly Found[] {
  return [...new Map(runs.flatMap(each => each.findings).map(each => [each.id, each])).values()]
}

const severities: readonly Severity[] = ['blocks', 'doubt', 'notice']

/** Blocks first; within a severity as the form has it, what is about the whole draft last. */
function inOrder(findings: readonly Found[], form: Form): readonly Found[] {
  const items = form.areas.flatMap(area => area.items)
  const placeOf = new Map(items.map((item, index) => [item.nodeId, index]))
  const place = ({ place: { nodeId } }: Found) => placeOf.get(nodeId ?? '') ?? items.length
  return findings.toSorted(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || place(a) - place(b),
  )
}

function passedOf(runs: readonly CheckRun[]): readonly PassedCheck[] {
  const ran = new Set(runs.map(each => each.code))
  const failed = new Set<CheckCode>(runs.flatMap(each => (each.findings.length > 0 ? [each.code] : [])))
  return checkOrder.flatMap(code => {
    const text = passedTexts[code]
    return text && ran.has(code) && !failed.has(code) ? [{ code, text }] : []
  })
}
