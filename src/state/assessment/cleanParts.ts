import { webAddress } from '../../io/fields.ts'
import type { Approval, EvidenceItem } from '../../model/submission.ts'

/**
 * An item of evidence as a file may hold it: nothing blank, days of the calendar, addresses of the web; none that
 * belongs to no criterion.
 * @param known ids of what the rule set scores
 */
export function cleanEvidence(item: EvidenceItem, known: ReadonlySet<string>): readonly EvidenceItem[] {
  const criterionIds = item.criterionIds.filter(each => known.has(each))
  if (criterionIds.length === 0) return []
  const { id, requiredId, file } = item
  const { number, issuer, issuedOn, effectiveOn, pages, fileName, note } = item
  const url = hasUnfitAddress(item) ? undefined : item.url
  const texts = { number, issuer, pages, url, fileName, note }
  const title = [item.title, file?.name, fileName, number, url].find(text => !isBlank(text))
  return [
    {
      id,
      criterionIds,
      ...(!isBlank(requiredId) && { requiredId }),
      title: title ?? 'Tài liệu chưa ghi tên',
      ...Object.fromEntries(Object.entries(texts).filter(([, text]) => !isBlank(text))),
      ...(isDay(issuedOn) && { issuedOn }),
      ...(isDay(effectiveOn) && { effectiveOn }),
      ...(file && { file }),
    },
  ]
}

/** Whether the address of a document is none of the web, such as a place on a disk: nobody else could open it. */
export function hasUnfitAddress({ url }: Pick<EvidenceItem, 'url'>): boolean {
  return url !== undefined && !isBlank(url) && !webAddress.safeParse(url).success
}

/** Who approved, once there is a name and a day. */
export function cleanApproval(approval: Approval | null): Approval | null {
  if (!approval || isBlank(approval.name) || !isDay(approval.on)) return null
  const { name, title, on } = approval
  return { name, ...(!isBlank(title) && { title }), on }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

/** 31 February has the form of a day. */
function isDay(text: string | undefined): boolean {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
