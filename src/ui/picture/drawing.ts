import type { Colour } from './colour.ts'

/** A place on the sheet. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A run of text as it was set: which letters in which weight decide what fonts the picture carries. */
export type UsedText = { readonly stack: string; readonly weight: number; readonly text: string }

/** What is gathered while a picture is drawn. */
export type Drawing = {
  readonly view: Window & typeof globalThis
  /** Where the sheet begins, in the stage's own pixels. */
  readonly origin: { readonly left: number; readonly top: number }
  /**
   * Definitions by the id they have on the page, with the scale where they are stretched; each is copied once
   * at each scale, under a name of the picture's own.
   */
  readonly definitions: Map<string, string>
  readonly definitionNames: Map<string, string>
  readonly prefix: string
  readonly texts: UsedText[]
  /** Distance from the top of a line of text to its base line, by font. */
  readonly ascents: Map<string, number>
}

/** A name for a definition, the same again for the same key. */
export function nameDefinition(drawing: Drawing, key: string): string {
  const known = drawing.definitionNames.get(key)
  if (known !== undefined) return known
  const name = `${drawing.prefix}-${drawing.definitionNames.size + 1}`
  drawing.definitionNames.set(key, name)
  return name
}

/** Adds a definition that is made here, and gives the reference to it. */
export function define(drawing: Drawing, key: string, write: (id: string) => string): string {
  const id = nameDefinition(drawing, key)
  if (!drawing.definitions.has(key)) drawing.definitions.set(key, write(id))
  return `url(#${id})`
}

export function paint(
  property: 'fill' | 'stroke',
  colour: Colour,
): Readonly<Record<string, string | number | null>> {
  return { [property]: colour.hex, [`${property}-opacity`]: colour.opacity === 1 ? null : colour.opacity }
}
