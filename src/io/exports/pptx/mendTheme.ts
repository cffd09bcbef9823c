import { font, paint } from './slideLook.ts'

const colours: readonly (readonly [string, string])[] = [
  ['dk1', paint.ink],
  ['lt1', paint.paper],
  ['dk2', paint.ink2],
  ['lt2', paint.sunk],
  ['accent1', paint.actual],
  ['accent2', paint.lost],
  ['accent3', paint.rule2],
  ['accent4', paint.note],
  ['accent5', '4672A3'],
  ['accent6', 'A9C2DC'],
  ['hlink', paint.link],
  ['folHlink', paint.ink3],
]

/** Programs that lack the font take one like it by these numbers: without serifs, of normal weight and width. */
const panose = '020B0502040204020203'

const fonts = [
  `<a:latin typeface="${font}" panose="${panose}"/><a:ea typeface="${font}"/><a:cs typeface="${font}"/>`,
  `<a:font script="Viet" typeface="${font}"/>`,
].join('')

/** Colours and fonts of the product, so that what is added by hand is drawn in them. */
export function mendTheme(xml: string): string {
  return xml
    .replace('name="Office Theme"', 'name="ParBoard"')
    .replace(
      /<a:clrScheme .*?<\/a:clrScheme>/s,
      `<a:clrScheme name="ParBoard">${colours
        .map(([name, value]) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`)
        .join('')}</a:clrScheme>`,
    )
    .replace(
      /<a:fontScheme .*?<\/a:fontScheme>/s,
      `<a:fontScheme name="ParBoard"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>`,
    )
}
