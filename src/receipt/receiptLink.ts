/**
 * Address of the view that is open, with the receipt named in it: a receipt that opened by itself stands
 * in no address yet.
 */
export function receiptLink(href: string, nodeId: string): string {
  const [base = '', ...behind] = href.split('#')
  const [path = '', query = ''] = behind.join('#').split('?')
  const search = new URLSearchParams(query)
  search.set('criterion', nodeId)
  return `${base}#${path}?${search}`
}
