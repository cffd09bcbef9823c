import type { CheckCode, CheckReport, Finding, Severity } from '../../../model/checks.ts'
import type { Form } from '../../../model/form.ts'
import type { Bilingual } from '../../../model/provenance.ts'
import type { NodeScore } from '../../../model/scoreSheet.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { pickName } from '../../../ui/language.tsx'
import type { MarkKind } from '../../../ui/Mark.tsx'
import { checksWords } from './words.ts'

/** What one press beside a line does: show the field, show or add evidence, let it stand. */
export type CheckAction = 'field' | 'evidence' | 'add' | 'accept'

/** A line of the list: one finding, or several notices that say the same of several criteria. */
export type CheckLine = {
  readonly severity: Severity
  /** Codes of the criteria it speaks of; empty where it is about the whole draft. */
  readonly codes: readonly string[]
  readonly text: Bilingual
  /** The first one names the place; all are of the same kind. */
  readonly finding: Finding
  readonly mark: MarkKind
  /** null: nothing can be done about it. */
  readonly action: CheckAction | null
  /** Gaps of one criterion folded into one line: figures and documents that are not there yet. */
  readonly folded: readonly CheckLine[]
}

export type CheckLines = {
  readonly open: readonly { readonly severity: Severity; readonly lines: readonly CheckLine[] }[]
  readonly accepted: readonly CheckLine[]
}

/** Doubts whose figure may well be right, so that "it is right" is the likely answer. */
const questions: ReadonlySet<CheckCode> = new Set([
  'zero-numerator',
  'tenfold-jump',
  'same-as-last-period',
  'same-everywhere',
  'cumulative-falls',
])

/** Gaps still to be filled stand after what looks wrong: a form just begun has dozens of them. */
const gaps: ReadonlySet<CheckCode> = new Set(['missing-figure', 'missing-evidence'])

const severities: readonly Severity[] = ['blocks', 'doubt', 'notice']

/**
 * The findings as the list draws them: by severity, then what was let stand.
 * @param foldsGaps several gaps of one criterion are one line that opens
 */
export function checkLines(
  { findings }: Pick<CheckReport, 'findings'>,
  codeOf: (nodeId: string) => string,
  foldsGaps = false,
): CheckLines {
  const open = findings.filter(({ accepted }) => accepted === null)
  return {
    open: severities.flatMap(severity => {
      const lines = linesOf(
        open
          .filter(each => each.severity === severity)
          .toSorted((a, b) => Number(gaps.has(a.code)) - Number(gaps.has(b.code))),
        codeOf,
        foldsGaps,
      )
      return lines.length > 0 ? [{ severity, lines }] : []
    }),
    accepted: findings.flatMap(each => (each.accepted === null ? [] : [lineOf([each], codeOf)])),
  }
}

/** How many findings still keep the file from being handed in: what the button on a phone counts. */
export function countOpenChecks({ open }: Pick<CheckReport, 'open'>): number {
  return open.blocks + open.doubts
}

/** Official numbers of criteria and adjustments; of what has none its short name, of what is not known nothing. */
export function codesOf(
  form: Form,
  nodes: ReadonlyMap<string, Pick<NodeScore, 'code'>>,
  language: Language,
): (nodeId: string) => string {
  const ofItems = new Map(
    form.areas.flatMap(area =>
      area.items.map(
        item =>
          [
            item.nodeId,
            item.code === '' ? pickName(language, item.shortName, item.shortNameEn) : item.code,
          ] as const,
      ),
    ),
  )
  return nodeId => ofItems.get(nodeId) ?? nodes.get(nodeId)?.code ?? ''
}

/** Notices that say the same are one line with all their codes; everything else has its own. */
function linesOf(
  findings: readonly Finding[],
  codeOf: (nodeId: string) => string,
  foldsGaps: boolean,
): readonly CheckLine[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { nodeId } = finding.place
    const isGap = foldsGaps && gaps.has(finding.code) && finding.severity === 'doubt' && nodeId !== null
    const key = isGap
      ? `gap\n${nodeId}`
      : finding.severity === 'notice'
        ? `${finding.code}\n${finding.text.vi}`
        : `\n${finding.id}`
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()].map(group => {
    const line = lineOf(group, codeOf)
    return line.severity === 'notice' || group.length === 1
      ? line
      : { ...line, text: gapText(group), folded: group.map(each => lineOf([each], codeOf)) }
  })
}

/** "thiếu 3 số liệu, thiếu 2 tài liệu": what is not there of one criterion, documents counted. */
function gapText(findings: readonly Finding[]): Bilingual {
  const figures = findings.filter(each => each.code === 'missing-figure').map(each => each.text)
  const documents = findings.length - figures.length
  const say = (language: Language) =>
    [
      ...figures.map(text => text[language]),
      ...(documents > 0 ? [checksWords[language].documents(formatNumber(String(documents), language))] : []),
    ].join(', ')
  return { vi: say('vi'), en: say('en') }
}

function lineOf(findings: readonly Finding[], codeOf: (nodeId: string) => string): CheckLine {
  const [finding] = findings
  if (!finding) throw new Error('a line of checks without a finding')
  const codes = findings.flatMap(({ place }) => (place.nodeId === null ? [] : [codeOf(place.nodeId)]))
  return {
    severity: finding.severity,
    codes: [...new Set(codes.filter(code => code !== ''))],
    text: finding.text,
    finding,
    mark: markOf(finding),
    action: actionOf(finding),
    folded: [],
  }
}

function markOf({ code, severity }: Finding): MarkKind {
  if (severity === 'blocks') return 'error'
  if (severity === 'doubt') return 'warning'
  if (code === 'missing-figure' || code === 'missing-evidence') return 'missing'
  return code === 'not-incurred' ? 'notApplicable' : 'known'
}

function actionOf({ code, severity, place }: Finding): CheckAction | null {
  if (code === 'missing-evidence') return 'add'
  if (severity === 'doubt' && questions.has(code)) return 'accept'
  if (place.part === 'evidence') return 'evidence'
  if (place.part === 'whole' || place.nodeId === null) return severity === 'doubt' ? 'accept' : null
  return severity === 'notice' && code === 'not-incurred' ? null : 'field'
}
