/**
 * Whether two texts of a CSV file show the same: spreadsheets that open such a file and save it again write numbers
 * in their own way, "5,5" for "5,50" and "2,5" for "+2,5". Anything else has to be the same to the letter.
 */
export function sameShown(one: string, other: string, language: 'vi' | 'en'): boolean {
  if (one === other) return true
  const value = plainNumber(one, language)
  return value !== null && value === plainNumber(other, language)
}

/** "1234.5" and "75.08%"; null for what is not one number alone. */
function plainNumber(text: string, language: 'vi' | 'en'): string | null {
  const trimmed = text.trim().replace(/^\+/, '').replace('\u2212', '-')
  const marked = language === 'vi' ? trimmed : trimmed.replace(/[.,]/g, mark => (mark === '.' ? ',' : '.'))
  if (!/^-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?%?$/.test(marked)) return null
  const [whole = '', decimals = ''] = marked.replaceAll('.', '').replace('%', '').split(',')
  const kept = decimals.replace(/0+$/, '')
  const number = `${whole.replace(/^(-?)0+(?=\d)/, '$1')}${kept === '' ? '' : `.${kept}`}`
  return `${number === '-0' ? '0' : number}${text.includes('%') ? '%' : ''}`
}
