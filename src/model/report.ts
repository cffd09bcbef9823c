import type { DisplayedTable } from './displayedTable.ts'

/**
 * An administrative report (báo cáo). What the law wants filled in by hand stays a dotted line.
 * Layout: Nghị định 30/2020/NĐ-CP, phụ lục I.
 */
export type Report = {
  readonly language: 'vi' | 'en'
  /** Body above the issuer ("UBND TỈNH ĐẮK LẮK"); null where it is not known. */
  readonly superior: string | null
  /** "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", on several lines where it holds line breaks; null: left to fill in. */
  readonly issuer: string | null
  /** The same within a sentence: "Sở Thông tin và Truyền thông". */
  readonly issuerInText?: string | undefined
  /** After "Số: … /": "BC-…". */
  readonly symbol: string
  /** Before ", ngày … tháng … năm …": the place; null: left to fill in. */
  readonly place: string | null
  /** "Kết quả tự chấm điểm Bộ chỉ số …". */
  readonly subject: string
  /** "Kính gửi: …" of a report that goes up; absent: none. */
  readonly addressee?: string | undefined
  readonly blocks: readonly ReportBlock[]
  /** Under "Nơi nhận:". */
  readonly recipients: readonly string[]
  /** Title of who signs, as far as it is known; the rest is left to fill in. */
  readonly signer: string | null
  readonly annexes: readonly ReportAnnex[]
  /** "Số liệu minh họa" and other things that must stand before any figure. */
  readonly warnings: readonly string[]
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: DisplayedTable; readonly caption: string }

export type ReportAnnex = { readonly name: string; readonly title: string; readonly table: DisplayedTable }
