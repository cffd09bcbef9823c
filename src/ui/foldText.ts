/** Text without accents and case, for searching: "Đắk Lắk" and "dak lak" are the same. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}
