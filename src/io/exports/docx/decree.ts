/**
 * What Nghị định 30/2020/NĐ-CP asks of an administrative document, Phụ lục I, Phần I. Where it gives a range,
 * the value taken stands here and the range in the comment. Lengths in millimetres, letters in points.
 */
export const decree = {
  /** Mục I.1: A4. */
  page: { width: 210, height: 297 },
  /** Mục I.3: above and below 20–25, left 30–35, right 15–20. */
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  /** Mục I.4: Times New Roman, black. */
  font: 'Times New Roman',
  /** Mục I.7: 13–14, upright, in the middle of the upper margin, not on the first page. */
  pageNumber: 13,
  /** Mục II.1.a: capitals, 12–13, bold. */
  country: 12,
  /** Mục II.1.b: 13–14, bold; below it a rule as long as the line. */
  motto: 13,
  /** Mục II.2: capitals, 12–13; the issuer bold, below it a rule of 1/3–1/2 of the line. */
  body: 12,
  /** Mục II.3: 13. */
  number: 13,
  /** Mục II.4: 13–14, italics. */
  placeAndDate: 13,
  /** Mục II.5.b: capitals, 13–14, bold. */
  kind: 14,
  /** Mục II.5.b: 13–14, bold; below it a rule of 1/3–1/2 of the line. */
  subject: 14,
  /** Mục II.6.e: 13–14, justified, first line 10 or 12.7 mm, 6 points or more between paragraphs, 1–1.5 lines. */
  text: { size: 14, firstLine: 12.7, space: 6, lines: 1.1 },
  /** Mục II.7: capitals, 13–14, bold. */
  signer: 14,
  /** Mục II.9.b: "Nơi nhận" 12, italics, bold; the list 11. */
  recipients: { head: 12, list: 11 },
  /** Mục III.1.b: "Phụ lục" 14, bold; its title capitals, 13–14, bold. */
  annex: { name: 14, title: 14 },
  /** Mục III.1.c: "(Kèm theo …)" 13–14, italics. */
  annexReference: 13,
  /** Part of its line that a rule below issuer and subject takes: between 1/3 and 1/2. */
  ruleShare: 0.4,
} as const

/** Of what the decree does not say anything about: tables, warnings, the lines at the foot of a page. */
export const ours = {
  /** From the largest that fits to the smallest that is still read easily on paper. */
  tableSizes: [11, 10, 9],
  warning: 12,
  foot: 8,
  /** From the edge of the paper to the page number and to the lines at the foot. */
  headerAt: 10,
  footerAt: 8,
} as const

/** Millimetres in the unit of Word files, a twentieth of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)
