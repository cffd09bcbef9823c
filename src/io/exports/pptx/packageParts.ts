import type { ExportOrigin } from '../../../model/exportOrigin.ts'
import { originProperties } from '../officeOrigin.ts'
import { escapeXml } from './slideText.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const opc = 'http://schemas.openxmlformats.org/package/2006'
const ml = 'application/vnd.openxmlformats-officedocument'

/** Kinds of parts by where they lie. */
const contentTypes: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, `${ml}.presentationml.presentation.main+xml`],
  [/^ppt\/slideMasters\/[^/]+\.xml$/, `${ml}.presentationml.slideMaster+xml`],
  [/^ppt\/slideLayouts\/[^/]+\.xml$/, `${ml}.presentationml.slideLayout+xml`],
  [/^ppt\/slides\/[^/]+\.xml$/, `${ml}.presentationml.slide+xml`],
  [/^ppt\/notesMasters\/[^/]+\.xml$/, `${ml}.presentationml.notesMaster+xml`],
  [/^ppt\/notesSlides\/[^/]+\.xml$/, `${ml}.presentationml.notesSlide+xml`],
  [/^ppt\/presProps\.xml$/, `${ml}.presentationml.presProps+xml`],
  [/^ppt\/viewProps\.xml$/, `${ml}.presentationml.viewProps+xml`],
  [/^ppt\/tableStyles\.xml$/, `${ml}.presentationml.tableStyles+xml`],
  [/^ppt\/theme\/[^/]+\.xml$/, `${ml}.theme+xml`],
  [/^ppt\/charts\/[^/]+\.xml$/, `${ml}.drawingml.chart+xml`],
  [/^docProps\/core\.xml$/, 'application/vnd.openxmlformats-package.core-properties+xml'],
  [/^docProps\/app\.xml$/, `${ml}.extended-properties+xml`],
  [/^docProps\/custom\.xml$/, `${ml}.custom-properties+xml`],
]

/** `[Content_Types].xml` for exactly the parts that are there. */
export function contentTypesXml(paths: readonly string[]): string {
  const overrides = paths.flatMap(path => {
    const type = contentTypes.find(([form]) => form.test(path))?.[1]
    return type === undefined ? [] : [`<Override PartName="/${path}" ContentType="${type}"/>`]
  })
  return [
    `${head}<Types xmlns="${opc}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Default Extension="xlsx" ContentType="${ml}.spreadsheetml.sheet"/>`,
    ...overrides,
    '</Types>',
  ].join('')
}

/** `_rels/.rels`. */
export const rootRelationships = relationshipsXml([
  [`${office}/relationships/officeDocument`, 'ppt/presentation.xml'],
  [`${opc}/relationships/metadata/core-properties`, 'docProps/core.xml'],
  [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
  [`${office}/relationships/custom-properties`, 'docProps/custom.xml'],
])

export const relationshipTypes = {
  workbook: `${office}/relationships/package`,
} as const

/** Relationships with ids in order: rId1, rId2 … */
export function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const all = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${head}<Relationships xmlns="${opc}/relationships">${all.join('')}</Relationships>`
}

/** `docProps/core.xml`: the same origin makes the same bytes. */
export function coreXml(title: string, origin: ExportOrigin): string {
  const at = Date.parse(origin.madeAt)
  const stamp = Number.isNaN(at) ? null : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
  const times =
    stamp === null
      ? ''
      : `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>` +
        `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified>`
  return [
    `${head}<cp:coreProperties xmlns:cp="${opc}/metadata/core-properties" `,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ',
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>ParBoard</dc:creator>`,
    `<cp:lastModifiedBy>ParBoard</cp:lastModifiedBy>${times}`,
    `<dc:language>${origin.language}</dc:language></cp:coreProperties>`,
  ].join('')
}

/** `docProps/app.xml`. */
export function appXml(slides: number): string {
  return (
    `${head}<Properties xmlns="${office}/extended-properties"><Application>ParBoard</Application>` +
    `<Slides>${slides}</Slides><Notes>${slides}</Notes><HiddenSlides>1</HiddenSlides></Properties>`
  )
}

/** `docProps/custom.xml`: what the file is of, for "Kiểm tra tệp". */
export function customXml(origin: ExportOrigin): string {
  const properties = originProperties(origin).map(
    ({ name, value }, index) =>
      `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="${index + 2}" name="${name}">` +
      `<vt:lpwstr>${value}</vt:lpwstr></property>`,
  )
  return (
    `${head}<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes">` +
    `${properties.join('')}</Properties>`
  )
}
