import type { Form, FormArea, FormItem } from '../../../model/form.ts'
import type { ReviewedAgency, ReviewItem } from '../../../model/roundState.ts'
import type { EvidenceItem } from '../../../model/submission.ts'
import { foldText } from '../../../ui/foldText.ts'
import type { Language } from '../../../ui/formatNumber.ts'

/** One item of one agency, as the list and the panel beside it show it. */
export type DeskLine = {
  readonly id: string
  readonly areaId: string
  readonly form: FormItem
  readonly item: ReviewItem
  readonly evidence: readonly EvidenceItem[]
  /** Documents the rules ask for that are not there. */
  readonly evidenceMissing: number
  /** For reviewers to decide at this stage: no survey, not exempt by level, in the second round what the first left. */
  readonly isReviewed: boolean
}

export type DeskArea = { readonly area: FormArea; readonly lines: readonly DeskLine[] }

export const deskFilters = [
  'unseen',
  'findings',
  'differs',
  'asked',
  'answered',
  'changed',
  'conflict',
] as const
export type DeskFilter = (typeof deskFilters)[number]

/** What the address asks the list to show; several words in one, parted by dots. */
export type DeskView = {
  readonly filter: DeskFilter | null
  /** Only areas assigned to the reviewer. */
  readonly mine: boolean
  readonly areaId: string | null
  readonly query: string
}

export function readDeskView(address: {
  readonly filter?: string | undefined
  readonly area?: string | undefined
  readonly q?: string | undefined
}): DeskView {
  const words = (address.filter ?? '').split('.')
  return {
    filter: deskFilters.find(each => words.includes(each)) ?? null,
    mine: words.includes('mine'),
    areaId: address.area ?? null,
    query: address.q ?? '',
  }
}

/** @returns undefined where nothing is filtered, so that the address stays short */
export function writeFilter({ filter, mine }: Pick<DeskView, 'filter' | 'mine'>): string | undefined {
  const text = [...(filter === null ? [] : [filter]), ...(mine ? ['mine'] : [])].join('.')
  return text === '' ? undefined : text
}

/** Every item of an agency in the order of the form. */
export function deskAreas(
  form: Form,
  agency: ReviewedAgency,
  reviewed: ReadonlySet<string>,
): readonly DeskArea[] {
  const evidence = evidenceByNode(agency)
  return form.areas.flatMap(area => {
    const lines = area.items.flatMap((item): readonly DeskLine[] => {
      const review = agency.items.get(item.nodeId)
      if (!review) return []
      const own = evidence.get(item.nodeId) ?? []
      const missing = item.requiredEvidence.filter(({ id }) => !own.some(each => each.requiredId === id))
      return [
        {
          id: item.nodeId,
          areaId: area.id,
          form: item,
          item: review,
          evidence: own,
          evidenceMissing: review.exempt === null ? missing.length : 0,
          isReviewed: reviewed.has(item.nodeId),
        },
      ]
    })
    return lines.length === 0 ? [] : [{ area, lines }]
  })
}

function evidenceByNode({ submission }: ReviewedAgency): ReadonlyMap<string, readonly EvidenceItem[]> {
  const found = new Map<string, EvidenceItem[]>()
  for (const each of submission.evidence ?? [])
    for (const id of each.criterionIds) {
      const own = found.get(id)
      if (own) own.push(each)
      else found.set(id, [each])
    }
  return found
}

/** Whether a line can be written about it at all; what surveys give and what is not for this level cannot. */
export function canBeDecided({ item, form }: Pick<DeskLine, 'item' | 'form'>): boolean {
  return item.freedom.kind !== 'survey' && form.notForLevel === null
}

/** Whether somebody has to look at it now; what waits for the agency does not. */
export function needsLook({ item, isReviewed }: Pick<DeskLine, 'item' | 'isReviewed'>): boolean {
  return isReviewed && !item.isDone && item.status !== 'asked'
}

function passes(line: DeskLine, filter: DeskFilter | null): boolean {
  const { item } = line
  switch (filter) {
    case null:
      return true
    case 'unseen':
      return needsLook(line)
    case 'findings':
      return item.findings.length > 0 || line.evidenceMissing > 0
    case 'differs':
      return claimDiffers(item)
    case 'asked':
      return item.status === 'asked'
    case 'answered':
      return item.status === 'answered'
    case 'changed':
      return item.status === 'changed' || item.status === 'notApplicable'
    case 'conflict':
      return item.status === 'conflict'
  }
}

/** The agency claims other points than its own figures make. */
export function claimDiffers({ claimed, computed }: Pick<ReviewItem, 'claimed' | 'computed'>): boolean {
  return claimed !== null && computed !== null && (computed.from !== computed.to || computed.to !== claimed)
}

/** How many items each filter would show. */
export function filterCounts(areas: readonly DeskArea[]): ReadonlyMap<DeskFilter, number> {
  const lines = areas.flatMap(area => area.lines)
  return new Map(
    deskFilters.map(filter => [filter, lines.filter(line => passes(line, filter)).length] as const),
  )
}

/**
 * What the list shows.
 * @param assigned areas of the reviewer; null: nobody assigned any
 * @param keep an item that stays although its verdict takes it out of the filter, so that nothing jumps
 */
export function shownAreas(
  areas: readonly DeskArea[],
  view: DeskView,
  assigned: readonly string[] | null,
  language: Language,
  keep: string | null = null,
): readonly DeskArea[] {
  const wanted = foldText(view.query.trim())
  const mine = view.mine && assigned !== null ? new Set(assigned) : null
  return areas.flatMap(({ area, lines }) => {
    if (view.areaId !== null && area.id !== view.areaId) return []
    const shown = lines.filter(line => {
      if (mine && !isAssigned(line, mine)) return false
      if (line.id === keep) return true
      return passes(line, view.filter) && (wanted === '' || textOf(line, language).includes(wanted))
    })
    return shown.length === 0 ? [] : [{ area, lines: shown }]
  })
}

/** An area is assigned with all below it; a single leaf can be, too. */
function isAssigned({ id, areaId }: DeskLine, mine: ReadonlySet<string>): boolean {
  return mine.has(areaId) || mine.has(id)
}

function textOf({ form }: DeskLine, language: Language): string {
  const { code, name, shortName, nameEn } = form
  return foldText([code, name, shortName, ...(language === 'en' && nameEn ? [nameEn] : [])].join(' '))
}

/**
 * The item to look at after one; from the top again past the last. null: none is left.
 * @param answersFirst what agencies answered comes before everything else, as in the second round
 */
export function nextToLookAt(
  lines: readonly DeskLine[],
  after: string | null,
  answersFirst = false,
): DeskLine | null {
  const place = lines.findIndex(line => line.id === after)
  const open = [...lines.slice(place + 1), ...lines.slice(0, Math.max(place, 0))].filter(needsLook)
  const answered = answersFirst ? open.find(({ item }) => item.status === 'answered') : undefined
  return answered ?? open[0] ?? null
}
