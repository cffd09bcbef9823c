/** Signature and header chunk of every PNG: 8 + 4 + 4 + 13 + 4 bytes. */
const afterHeader = 33

/** Writes dots per inch into a PNG: Word and PowerPoint then place it at the size it had on screen. */
export async function withDensity(png: Blob, dotsPerInch: number): Promise<Blob> {
  const perMetre = Math.round(dotsPerInch / 0.0254)
  const chunk = new DataView(new ArrayBuffer(21))
  chunk.setUint32(0, 9)
  for (const [place, letter] of [...'pHYs'].entries()) chunk.setUint8(4 + place, letter.charCodeAt(0))
  chunk.setUint32(8, perMetre)
  chunk.setUint32(12, perMetre)
  chunk.setUint8(16, 1)
  chunk.setUint32(17, crc32(new Uint8Array(chunk.buffer, 4, 13)))
  return new Blob([png.slice(0, afterHeader), chunk.buffer, png.slice(afterHeader)], { type: 'image/png' })
}

/** Check sum of PNG chunks, bit by bit: thirteen bytes need no table. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
