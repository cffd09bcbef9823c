import type { Agency } from '../../model/agency.ts'
import type { Report } from '../../model/report.ts'
import { citation } from '../../receipt/citation.ts'
import { periodName } from '../../receipt/periodName.ts'
import { pickName } from '../../ui/language.tsx'
import { reportSymbol } from './agencyReport.ts'
import { letterheadOf } from './letterhead.ts'
import {
  roundHonestyBlocks,
  roundLossBlocks,
  roundResultBlocks,
  roundTargetBlocks,
  roundTaskBlocks,
} from './roundBlocks.ts'
import { type RoundReportInput, roundTellingOf } from './roundInput.ts'
import { reportWords } from './words.ts'

/** The report of a whole round of review: results and ranks of all agencies, what they lost, and what follows from it. */
export function roundReport(input: RoundReportInput): Report {
  const telling = roundTellingOf(input)
  const { words, language } = telling
  const { round, ruleSet, documents, rankings } = input
  const name = pickName(language, ruleSet.title, ruleSet.titleEn)
  const period = periodName(round.period, language)
  const decision = documents.find(each => each.id === ruleSet.decisionId)
  const basis =
    decision && decision.kind !== 'example'
      ? words.basis(citation(decision, undefined, language))
      : words.plainBasis
  const above = parentOf(input)
  const head = letterheadOf(above, null)
  const say = reportWords[language]
  return {
    language,
    superior: head.issuer === null ? null : head.issuer.replace('\n', ' ').replace('ỦY BAN NHÂN DÂN', 'UBND'),
    issuer: null,
    symbol: reportSymbol,
    place: head.place,
    subject: words.subject(name, period),
    ...(head.inText !== null && { addressee: say.addressee(head.inText) }),
    blocks: [
      { kind: 'text', text: words.opening(basis, name, period, round.name ?? '') },
      ...roundResultBlocks(telling),
      ...roundLossBlocks(telling),
      ...roundTargetBlocks(telling),
      ...roundTaskBlocks(telling),
      ...roundHonestyBlocks(telling),
      { kind: 'text', text: words.closing },
    ],
    recipients: [
      ...(head.inText === null ? [] : [say.recipientUp(head.inText)]),
      say.recipientOpen,
      say.archive,
    ],
    signer: null,
    annexes: rankings.map(({ group, table }, index) => ({
      name: words.annex(rankings.length > 1 ? annexNumber(index) : ''),
      title: words.annexTitle(group),
      table,
    })),
    warnings: [
      ...(decision?.kind === 'example' ? [say.exampleSet] : []),
      ...(round.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
    ],
  }
}

/** The agency above all that take part; null where they have none in common. */
function parentOf({ round, agencyOf }: RoundReportInput): Agency | null {
  const parents = new Set(
    round.groups.flatMap(group => group.agencyIds.map(id => agencyOf(id)?.parentId ?? '')),
  )
  const [only = ''] = parents
  return parents.size === 1 ? agencyOf(only) : null
}

/** Annexes are numbered with Roman numerals where there are several (Phụ lục I, mục III.1.a). */
function annexNumber(index: number): string {
  return ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'][index] ?? String(index + 1)
}
