/** What the directory at the end of a zip file promises, read without unpacking anything. */
export type ZipDirectory = {
  readonly names: readonly string[]
  /** What every entry together claims to be once unpacked. */
  readonly unpackedBytes: number
  /** Some entry hides its size, so that nothing can be promised about it. */
  readonly hidesSizes: boolean
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endBytes = 22
const entryBytes = 46
/** A comment of 65,535 bytes may stand behind the end record. */
const longestComment = 0xffff
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
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const names: string[] = []
  let unpackedBytes = 0
  let hidesSizes = false
  for (let entry = 0; entry < count; entry++) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entrySignature) return null
    const method = view.getUint16(at + 10, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    if (packed === in64Bit || unpacked === in64Bit) return null
    // An entry that says 0 would be unpacked without a limit.
    if (method === deflated && (packed === 0 || (unpacked === 0 && packed > emptyDeflated))) hidesSizes = true
    unpackedBytes += unpacked
    names.push(new TextDecoder().decode(bytes.subarray(at + entryBytes, at + entryBytes + nameLength)))
    at += entryBytes + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { names, unpackedBytes, hidesSizes }
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endBytes - longestComment)
  for (let at = view.byteLength - endBytes; at >= first; at--)
    if (view.getUint32(at, true) === endSignature) return at
  return null
}
