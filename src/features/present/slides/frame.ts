import { membersOf } from '../../../model/agency.ts'
import type { Provenance, SourceDocument } from '../../../model/provenance.ts'
import type { LossStep, NodeScore } from '../../../model/scoreSheet.ts'
import { citation, documentName } from '../../../receipt/citation.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { ReceiptContext } from '../../../receipt/receipt.ts'
import { receiptFor } from '../../../receipt/receiptFor.ts'
import { scopeText } from '../../../receipt/scopeText.ts'
import type { DeckSource } from '../../../state/deck/deckSource.ts'
import { formatNumber, formatPercent, type Language } from '../../../ui/formatNumber.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import { unbroken } from './unbroken.ts'

/** What every slide is made with. */
export type Frame = ReturnType<typeof frameOf>

/** Whether what a step says was deduced; what is made up says so in words on every slide. */
export function isDeduced(losses: readonly LossStep[], nodeId: string): boolean {
  return losses.some(
    step => step.nodeId === nodeId && (step.kind === 'unexplained' || step.certainty === 'inferred'),
  )
}

/** Name of a step; of points known only together with how many criteria they are of. */
export function stepName(frame: Frame, nodeId: string): string {
  const pool = frame.sheet.pools.find(each => each.poolId === nodeId)
  const name = frame.nodeName(nodeId)
  return pool ? frame.words.ofCriteria(name, frame.count(pool.criterionIds.length)) : name
}

const frameWords = dictionary({
  vi: {
    source: 'Nguồn',
    illustrative: 'Số liệu minh họa',
    exampleSet: 'Mẫu minh họa, điểm số do dự án đặt',
    exampleTag: 'Mẫu minh họa',
    moreDocuments: (count: string) => `và ${count} tài liệu khác`,
    noSource: 'Chưa có nguồn',
    rounding: 'Làm tròn khi cộng',
    ofCriteria: (name: string, count: string) => `${name} (${count} tiêu chí)`,
    bothIllustrative: 'Số liệu minh họa, điểm số do dự án đặt',
    lostHow: (code: string, formula: string) => `Nếu hỏi vì sao mất ở mục ${code}: ${formula}.`,
  },
  en: {
    source: 'Source',
    illustrative: 'Illustrative figures',
    exampleSet: 'Illustrative template, points set by the project',
    exampleTag: 'Illustrative template',
    moreDocuments: (count: string) => `and ${count} more documents`,
    noSource: 'No source yet',
    rounding: 'Rounding of sums',
    ofCriteria: (name: string, count: string) => `${name} (${count} criteria)`,
    bothIllustrative: 'Illustrative figures, points set by the project',
    lostHow: (code: string, formula: string) => `If asked why points are lost at ${code}: ${formula}.`,
  },
})

/** Documents named on a slide before the rest is counted. */
const mostDocuments = 2

/** Formats, names and the source line of one deck. */
export function frameOf(source: DeckSource, language: Language) {
  const { view, directory, cohort } = source
  const { sheet, ruleSet, submission, documents } = view
  const words = frameWords[language]
  const agencies = new Map(directory.agencies.map(agency => [agency.id, agency]))
  const nodes = new Map(sheet.nodes.map(node => [node.criterionId, node]))
  const pools = new Map(sheet.pools.map(pool => [pool.poolId, pool]))
  const adjustments = new Map(sheet.adjustments.map(each => [each.adjustmentId, each]))
  const byId = new Map(documents.map(document => [document.id, document]))
  const number = (exact: string) => formatNumber(exact, language)
  const format = pointsFormat(ruleSet, language)
  const item = pickName(language, ruleSet.itemWord, ruleSet.itemWordEn)
  const subject = view.agency?.shortName ?? view.agency?.name ?? sheet.agencyId
  const decision = byId.get(ruleSet.decisionId)
  const warnings = [
    ...(decision?.kind === 'example' ? [words.exampleSet] : []),
    ...(submission.provenance.certainty === 'illustrative' ? [words.illustrative] : []),
  ]
  const briefWarnings = warnings.length > 1 ? [words.bothIllustrative] : warnings
  const own = unique([submission.provenance, submission.published?.provenance, sheet.total.provenance])
  const context: ReceiptContext = {
    sheet,
    ruleSet,
    documents,
    language,
    scope: '',
    targets: [],
    agencyName: id => agencies.get(id)?.name ?? id,
  }

  /** "Nguồn: Kế hoạch 37/KH-STTTT-VP ngày 11/07/2023." and what has to be known of the figures. */
  function sourceLine(documentIds: readonly string[] = own, remarks: readonly string[] = []): string {
    const named = documentIds.flatMap(id => byId.get(id) ?? [])
    const [first, second] = named.slice(0, mostDocuments).map(each => citation(each, undefined, language))
    const more = named.length - mostDocuments
    const said = [first, second].filter(Boolean).join('; ')
    const cited =
      said === ''
        ? words.noSource
        : `${words.source}: ${said}${more > 0 ? ` ${words.moreDocuments(number(String(more)))}` : ''}`
    return `${[cited, ...remarks, ...briefWarnings].join('. ')}.`
  }

  /** The formula of a leaf with its numbers put in, from its receipt. */
  function formulaOf(nodeId: string): string | null {
    const lines = receiptFor(nodeId, context)?.sections.flatMap(section => section.lines) ?? []
    return lines.find(line => line.kind === 'formula')?.value?.split('\n')[0] ?? null
  }

  return {
    source,
    view,
    sheet,
    ruleSet,
    language,
    words,
    format,
    number,
    count: (value: number) => number(String(value)),
    percent: (exact: string) => formatPercent(exact, language),
    item,
    subject,
    subjectFull: view.agency?.name ?? sheet.agencyId,
    scope: unbroken(scopeText(sheet, ruleSet, view.agency?.name ?? sheet.agencyId, language)),
    warnings,
    /** On every slide, in two words. */
    tags:
      submission.provenance.certainty === 'illustrative'
        ? [words.illustrative]
        : decision?.kind === 'example'
          ? [words.exampleTag]
          : [],
    ownDocuments: own,
    document: (id: string): SourceDocument | undefined => byId.get(id),
    documentName: (id: string) => {
      const document = byId.get(id)
      return document ? documentName(document, language) : id
    },
    citation: (id: string, place?: string | undefined) => {
      const document = byId.get(id)
      return document ? citation(document, place, language) : id
    },
    sourceLine,
    formulaOf,
    /** "Nếu hỏi vì sao mất ở mục 2.1: …"; nothing where the receipt has no formula. */
    whyLost: (step: Pick<LossStep, 'nodeId'> | undefined): readonly string[] => {
      const node = step && nodes.get(step.nodeId)
      const formula = node?.isLeaf ? formulaOf(node.criterionId) : null
      return node && formula ? [words.lostHow(node.code, formula.replace(/\.$/, ''))] : []
    },
    /** Name of an agency, short where it has a short one. */
    agencyName: (id: string) => agencies.get(id)?.shortName ?? agencies.get(id)?.name ?? id,
    agencyFull: (id: string) => agencies.get(id)?.name ?? id,
    agency: (id: string) => agencies.get(id),
    groupName: (id: string) => {
      const group = directory.groups.find(each => each.id === id)
      return group ? pickName(language, group.name, group.nameEn) : id
    },
    groupMembers: (id: string) => membersOf(directory, id),
    group: cohort ? (cohort.view.groups.find(each => each.groupId === cohort.groupId) ?? null) : null,
    node: (id: string): NodeScore | undefined => nodes.get(id),
    /** Short name of anything on the sheet; rounding by its word. */
    nodeName: (id: string) => {
      const named = nodes.get(id) ?? pools.get(id) ?? adjustments.get(id)
      return named ? pickName(language, named.shortName, named.shortNameEn) : words.rounding
    },
    nodeFull: (id: string) => {
      const named = nodes.get(id) ?? pools.get(id) ?? adjustments.get(id)
      return named ? pickName(language, named.name, named.nameEn) : words.rounding
    },
    nodeCode: (id: string) => nodes.get(id)?.code ?? '',
    /** Whether a press can open its receipt. */
    hasReceipt: (id: string) => nodes.has(id) || pools.has(id) || adjustments.has(id) || id === 'total',
  }
}

function unique(provenances: readonly (Provenance | null | undefined)[]): readonly string[] {
  return [...new Set(provenances.flatMap(each => each?.source?.documentId ?? []))]
}
