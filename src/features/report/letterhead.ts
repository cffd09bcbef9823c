import type { Agency } from '../../model/agency.ts'

/** What the head and foot of a document say of who issues it, as far as the directory tells. */
export type Letterhead = {
  readonly superior: string | null
  readonly issuer: string | null
  readonly place: string | null
  readonly signer: string | null
  /** Whom a report goes up to, written out. */
  readonly addressee: string | null
  /** Who reports, within a sentence. */
  readonly inText: string | null
}

const nothing: Letterhead = {
  superior: null,
  issuer: null,
  place: null,
  signer: null,
  addressee: null,
  inText: null,
}

/** Bodies a province's committee directs; others of the same level answer to a ministry. */
const ofCommittee = /^(?:Sở|Ban|Thanh tra|Văn phòng)\s/
const committee = 'Ủy ban nhân dân'
/** "Sở Công Thương - Tỉnh Đắk Lắk", "Sở Nội vụ, Tỉnh Minh Họa": the directory tells agencies of one name apart. */
const provinceTail = /(?:,| -)\s+(?:Tỉnh|Thành phố)\s.+$/u

/** Name of an agency without the province it is of, where that goes without saying. */
export function nameAlone({ name }: Pick<Agency, 'name'>): string {
  return name.replace(provinceTail, '')
}

/**
 * Head and foot of a report. Names of signers, numbers and days are never guessed; titles only where the law leaves
 * one of them.
 * @param parent the agency above it
 */
export function letterheadOf(agency: Agency | null, parent: Agency | null): Letterhead {
  if (!agency) return nothing
  const name = writtenOut(nameAlone(agency))
  const above = parent && committeeOf(parent)
  switch (agency.level) {
    case 'province':
      return {
        ...nothing,
        issuer: twoLines(committeeOf(agency)),
        place: placeOf(agency),
        signer: committeeSigner,
        inText: committeeOf(agency),
      }
    case 'district':
    case 'commune':
      return {
        ...nothing,
        issuer: twoLines(name),
        place: name.replace(/^.*?(?:phường|xã|thị trấn|đặc khu|huyện|thị xã|thành phố)\s+/iu, ''),
        signer: name.startsWith(committee) ? committeeSigner : null,
        addressee: above,
        inText: name,
      }
    case 'department': {
      const isDirected = ofCommittee.test(name)
      return {
        ...nothing,
        superior: isDirected && above !== null ? upper(above.replace(committee, 'UBND')) : null,
        issuer: upper(name),
        place: parent ? placeOf(parent) : null,
        signer: name.startsWith('Sở ') ? 'GIÁM ĐỐC' : null,
        addressee: isDirected ? above : null,
        inText: name,
      }
    }
    default:
      return { ...nothing, issuer: upper(name), inText: name }
  }
}

const committeeSigner = 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'

/** "Ủy ban nhân dân tỉnh Đắk Lắk", whether the directory says "Tỉnh Đắk Lắk" or "UBND tỉnh Đắk Lắk". */
function committeeOf({ name }: Agency): string {
  const full = writtenOut(name)
  if (full.startsWith(committee)) return full
  return `${committee} ${full.slice(0, 1).toLocaleLowerCase('vi')}${full.slice(1)}`
}

function placeOf({ name, shortName }: Agency): string {
  return (shortName ?? name).replace(/^(?:UBND\s+)?(?:tỉnh|thành phố)\s+/iu, '')
}

const writtenOut = (name: string) => name.replaceAll(/\bUBND\b/g, committee)
const upper = (text: string) => text.toLocaleUpperCase('vi')
/** A committee stands above the place it is of, as the forms of the decree print it. */
const twoLines = (name: string) => upper(name.replace(`${committee} `, `${committee}\n`))
