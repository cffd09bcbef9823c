import type { Agency } from '../../../model/agency.ts'
import type { Approval } from '../../../model/submission.ts'
import type { PrintWords } from './words.ts'

const committee = /^(UBND|Ủy ban nhân dân)\b/u

/**
 * An agency as a letterhead names it: a province or commune is its committee, and what is said of it above is
 * not said again ("UBND phường Ngân Minh", under "UBND Tỉnh Minh Họa").
 */
export function letterheadName(agency: Agency, superior: Agency | null): string {
  const { name, aliases = [], level } = agency
  const isCommittee = level === 'province' || level === 'district' || level === 'commune'
  const own =
    isCommittee && !committee.test(name) ? (aliases.find(alias => committee.test(alias)) ?? name) : name
  const tail = superior && `, ${superior.name}`
  return tail && own.endsWith(tail) ? own.slice(0, -tail.length) : own
}

/** A commune's own name stands before the date; where others have their seat is not in the data. */
export function placeOf(agency: Agency | null, superior: Agency | null, words: PrintWords): string {
  if (agency?.level !== 'commune') return words.blank
  const name = letterheadName(agency, superior)
  const [, place] = /^(?:UBND|Ủy ban nhân dân) (?:xã|phường|thị trấn|đặc khu) (.+)$/u.exec(name) ?? []
  return place ?? words.blank
}

export type Signing = {
  /** "TM. Ủy ban nhân dân" where a committee signs. */
  readonly onBehalf: string | null
  readonly office: string
  /** Name to be printed under the signature; null: to be written by hand. */
  readonly name: string | null
  readonly dateLine: string
}

/** Who signs, as far as it is known; dots for everything that is not. */
export function signingOf(
  agency: Agency | null,
  superior: Agency | null,
  approval: Approval | null,
  words: PrintWords,
): Signing {
  const isCommittee =
    agency?.level === 'province' || agency?.level === 'district' || agency?.level === 'commune'
  const title = approval?.title?.trim() ?? ''
  // Under "TM. Ủy ban nhân dân" the office stands without the committee.
  const office = isCommittee ? title.replace(/\s+(UBND|Ủy ban nhân dân)\b.*$/iu, '') : title
  const [year = '', month = '', day = ''] = approval?.on.split('-') ?? []
  return {
    onBehalf: isCommittee ? words.onBehalf : null,
    office: office !== '' ? office : isCommittee ? words.chairman : words.head,
    name: approval && approval.name.trim() !== '' ? approval.name.trim() : null,
    dateLine:
      approval === null
        ? words.dateLine(placeOf(agency, superior, words), words.blank, words.blank, words.blank)
        : words.dateLine(placeOf(agency, superior, words), day, month, year),
  }
}
