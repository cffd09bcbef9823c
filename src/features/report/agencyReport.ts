import type { Report, ReportBlock } from '../../model/report.ts'
import { citation } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { stageNames } from '../../receipt/stageNames.ts'
import { honestyBlocks } from './honestyBlocks.ts'
import { lossBlocks } from './lossBlocks.ts'
import type { AgencyReportInput } from './reportInput.ts'
import { resultBlocks } from './resultBlocks.ts'
import { targetBlocks } from './targetBlocks.ts'
import { taskBlocks } from './taskBlocks.ts'
import { type Telling, tellingOf } from './telling.ts'

/** Number and letters that the office gives a report are left to it. */
export const reportSymbol = 'BC-…'

/** The report of one agency's results: what was reached, what was lost and why, targets, tasks, and what is not known. */
export function agencyReport(input: AgencyReportInput): Report {
  const telling = tellingOf(input)
  const { words, sheet, language, ruleSetName, head, issuer } = telling
  const { submission } = input.view
  const period = periodName(sheet.period, language)
  const isFinal = ['published', 'closed'].includes(sheet.stage)
  const opening: ReportBlock = {
    kind: 'text',
    text: words.opening(basisText(telling), capital(issuer), ruleSetName, period),
  }
  return {
    language,
    superior: head.superior,
    issuer: head.issuer,
    ...(head.inText !== null && { issuerInText: head.inText }),
    symbol: reportSymbol,
    place: head.place,
    subject: isFinal
      ? words.subject(ruleSetName, period)
      : words.subjectAt(ruleSetName, period, stageNames[language][sheet.stage]),
    ...(head.addressee !== null && { addressee: words.addressee(head.addressee) }),
    blocks: [
      opening,
      ...resultBlocks(telling),
      ...lossBlocks(telling),
      ...targetBlocks(telling),
      ...taskBlocks(telling),
      ...honestyBlocks(telling),
      { kind: 'text', text: words.closing(issuer) },
    ],
    recipients: [
      ...(head.addressee === null ? [] : [words.recipientUp(head.addressee)]),
      words.recipientOpen,
      words.archive,
    ],
    signer: head.signer,
    annexes: [{ name: words.annex, title: words.annexTitle(ruleSetName, period), table: input.annex }],
    warnings: [
      ...(isExample(telling) ? [words.exampleSet] : []),
      ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    ],
  }
}

const isExample = ({ view, ruleSet }: Telling) =>
  view.documents.find(each => each.id === ruleSet.decisionId)?.kind === 'example'

/** "Thực hiện Quyết định …, "; nothing where the rule set rests on none. */
function basisText(telling: Telling): string {
  const { view, ruleSet, words, language } = telling
  const decision = view.documents.find(each => each.id === ruleSet.decisionId)
  return !decision || decision.kind === 'example' ? '' : words.basis(citation(decision, undefined, language))
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
