/** What the directory at the end of a zip file promises, read without unpacking anything. */
export type ZipDirectory = {
  readonly names: readonly string[]
  /** What every entry together takes once unpacked, by its own word and not less than it is packed. */
  readonly unpackedBytes: number
  /** Some entry hides its size, or several unpack the same bytes, so that nothing can be promised. */
  readonly hidesSizes: boolean
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const locator64Signature = 0x07064b50
const endBytes = 22
const entryBytes = 46
const localBytes = 30
const locator64Bytes = 20
/** A comment of 65,535 bytes may stand behind the end record. */
const longestComment = 0xffff
const stored = 0
const deflated = 8
/** Stands where the true number is in a 64-bit record, which no workbook of ours needs. */
const in64Bit = 0xffffffff
/** Nothing at all, deflated. */
const emptyDeflated = 2

/**
 * Reads the central directory of a zip file.
 * @returns null when the bytes are no zip file, or one that is cut off or of the 64-bit kind
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  // A 64-bit record would send other readers to another directory than this one.
  if (end === null || hasLocator64(view, end)) return null
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  let at = start
  const names: string[] = []
  const taken: Span[] = []
  let unpackedBytes = 0
  let hidesSizes = false
  for (let entry = 0; entry < count; entry++) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entrySignature) return null
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    if (packed === in64Bit || unpacked === in64Bit) return null
    const span = spanOf(view, view.getUint32(at + 42, true), packed, start)
    if (!span) return null
    taken.push(span)
    // An entry that says 0 would be unpacked without a limit; a stored one is copied as long as it is packed.
    if (method === deflated && (packed === 0 || (unpacked === 0 && packed > emptyDeflated))) hidesSizes = true
    if (method === stored && packed !== unpacked) hidesSizes = true
    unpackedBytes += Math.max(packed, unpacked)
    names.push(new TextDecoder().decode(bytes.subarray(at + entryBytes, at + entryBytes + nameLength)))
    at += entryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unpackedBytes, hidesSizes: hidesSizes || overlap(taken) }
}

/** Bytes of a file from one place to before another. */
type Span = { readonly from: number; readonly to: number }

/** Where an entry stands with its own head; null where none can stand before the directory. */
function spanOf(view: DataView, from: number, packed: number, directory: number): Span | null {
  if (from + localBytes > directory || view.getUint32(from, true) !== localSignature) return null
  const to = from + localBytes + view.getUint16(from + 26, true) + view.getUint16(from + 28, true) + packed
  return to > directory ? null : { from, to }
}

function overlap(spans: readonly Span[]): boolean {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? 0))
}

function hasLocator64(view: DataView, end: number): boolean {
  return end >= locator64Bytes && view.getUint32(end - locator64Bytes, true) === locator64Signature
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return null
}
