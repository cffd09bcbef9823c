/** Viet Nam keeps one offset all year round. */
const ahead = 7 * 3_600_000

/** "21/11/2026 16:05" in Asia/Ho_Chi_Minh, wherever the page is opened; what is no instant stands as it is. */
export function formatInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + ahead)
  if (Number.isNaN(local.getTime())) return instant
  const [day = '', time = ''] = local.toISOString().split('T')
  return `${day.split('-').toReversed().join('/')} ${time.slice(0, 5)}`
}
