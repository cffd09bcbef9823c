import type { ExportOrigin } from '../../model/exportOrigin.ts'
import { packOrigin, unpackOrigin } from './originText.ts'
import { allNamed, textIn, type XmlElement } from './xmlText.ts'

/** Custom property of Office files that holds what the file is of. */
const propertyName = 'ParBoard'

/** Office keeps at least this much of a property when somebody saves the file again. */
const longestPiece = 240

export type OfficeProperty = { readonly name: string; readonly value: string }

/** Custom properties that hold an origin: the whole word, and the same in pieces that Office does not cut off. */
export function originProperties(origin: ExportOrigin): readonly OfficeProperty[] {
  const word = packOrigin(origin)
  const pieces = Array.from({ length: Math.ceil(word.length / longestPiece) }, (_, index) =>
    word.slice(index * longestPiece, (index + 1) * longestPiece),
  )
  return [
    { name: propertyName, value: word },
    ...pieces.map((value, index) => ({ name: pieceName(index), value })),
  ]
}

const pieceName = (index: number) => `${propertyName} ${String(index + 1).padStart(3, '0')}`

/** The origin that `docProps/custom.xml` holds, read as XML; null where it holds none. */
export function originInElement(properties: XmlElement): ExportOrigin | null {
  const values = new Map(
    allNamed(properties, 'property').map(property => [
      property.attributes.get('name') ?? '',
      textIn(property).trim(),
    ]),
  )
  const whole = unpackOrigin(values.get(propertyName) ?? '')
  if (whole) return whole
  const pieces: string[] = []
  for (
    let piece = values.get(pieceName(0));
    piece !== undefined;
    piece = values.get(pieceName(pieces.length))
  )
    pieces.push(piece)
  return unpackOrigin(pieces.join(''))
}
