/** Sizes and colours of slides: those of the screen at 1920 × 1080, where 144 px are an inch and 2 px a point. */
const pxPerInch = 144

export const inches = (px: number): number => px / pxPerInch

export const page = { width: inches(1920), height: inches(1080) }

/** Where things stand on a slide, in inches. */
export const frame = {
  left: inches(72),
  width: inches(1776),
  tagTop: inches(8),
  tagHeight: inches(34),
  titleTop: inches(42),
  titleHeight: inches(164),
  /** The 2 px ink rule that opens a section, in slide size. */
  ruleTop: inches(214),
  bodyTop: inches(222),
  bodyBottom: inches(996),
  footRule: inches(1008),
  footTop: inches(1010),
  footHeight: inches(67),
}

/** Points. */
export const type = {
  title: 30,
  /** A title of more than two lines. */
  smallestTitle: 22,
  figures: 44,
  content: 20,
  /** 36 px: nothing that belongs to the message is smaller where there is room. */
  smallestContent: 18,
  source: 13,
  /** Nothing on a slide is smaller. */
  floor: 12,
}

/** The light theme's tokens, without "#". */
export const paint = {
  paper: 'FFFFFF',
  sunk: 'F6F8F9',
  ink: '14202B',
  ink2: '40505E',
  ink3: '5A6874',
  rule: 'CBD3D9',
  rule2: '7C8994',
  actual: '17365C',
  onActual: 'FFFFFF',
  lost: 'D2622A',
  lostText: 'A3400E',
  note: '7A4B00',
  noteWash: 'FCF3DC',
  link: '1B4F8F',
}

/** Fill and text of the five steps of a heat table; fuller is darker. */
export const heatSteps = [
  { fill: 'F1F5F9', text: paint.ink },
  { fill: 'D3E0ED', text: paint.ink },
  { fill: 'A9C2DC', text: paint.ink },
  { fill: '4672A3', text: 'FFFFFF' },
  { fill: '17365C', text: 'FFFFFF' },
] as const

/** Theirs are figures of one width, every Vietnamese letter and the minus sign; on every Windows since Vista. */
export const font = 'Segoe UI'
