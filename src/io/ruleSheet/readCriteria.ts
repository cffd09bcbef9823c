import type { OwnedRows } from './address.ts'
import { textOf } from './codecs.ts'
import type { Draft } from './json.ts'
import { layouts } from './layout.ts'
import { bareCode, codeAbove, isTopMark } from './numbering.ts'
import { readFields, rowId, settleSource } from './readFields.ts'
import { readBlocks } from './readLists.ts'
import {
  allowedKinds,
  type Belongings,
  readRule,
  reportOrder,
  requireLeafRule,
  requireRule,
} from './readRule.ts'
import type { Row } from './readTable.ts'
import { type Reader, remark, reportCell } from './sheetProblem.ts'

/** One row of the sheet of criteria with the little that must be known of it before it is read. */
export type CriterionRow = {
  readonly row: Row
  readonly id: string
  readonly code: string
}

/** Ids and numbers of the rows, in their order; ids that come twice are complained about. */
export function listCriteria(rows: readonly Row[], reader: Reader): readonly CriterionRow[] {
  const first = new Map<string, Row>()
  return rows.map(row => {
    const id = rowId(row, ['shortName', 'name'])
    const earlier = first.get(id)
    if (!earlier) first.set(id, row)
    else if (id !== '') {
      const place = row.place('id')
      remark(reader, { ...place, column: place.column ?? row.place('name').column }, 'duplicate-id', {
        vi: `mã “${id}” đã có ở dòng ${earlier.number}; ghi mã khác ở cột “${place.title}”`,
        en: `id “${id}” is already in row ${earlier.number}; write another in column “${place.title}”`,
      })
    }
    const code = row.cells.get('code')
    return { row, id, code: (code && textOf(code)) ?? '' }
  })
}

/** Id of a criterion by its id or, where that is not taken twice, its number. */
export function criterionFinder(rows: readonly CriterionRow[]): (text: string) => string | null {
  const ids = new Set(rows.map(({ id }) => id))
  const byCode = new Map<string, string | null>()
  for (const { id, code } of rows) byCode.set(bareCode(code), byCode.has(bareCode(code)) ? null : id)
  return text => (ids.has(text) ? text : (byCode.get(bareCode(text)) ?? null))
}

type Node = CriterionRow & { readonly children: Node[] }

/** Puts the rows into their tree: by the parent they name, or by their number. */
function makeTree(
  rows: readonly CriterionRow[],
  find: (text: string) => string | null,
  reader: Reader,
): readonly Node[] {
  const nodes = rows.map((each): Node => ({ ...each, children: [] }))
  const byId = new Map(nodes.map(node => [node.id, node]))
  const byCode = new Map<string, Node>()
  for (const node of nodes) if (!byCode.has(bareCode(node.code))) byCode.set(bareCode(node.code), node)
  const parents = new Map<Node, Node | null>()
  for (const node of nodes) parents.set(node, parentOf(node, find, byId, byCode, reader))
  const tops: Node[] = []
  for (const node of nodes) {
    const parent = parents.get(node) ?? null
    if (parent === null) tops.push(node)
    else if (isBelow(parent, node, parents)) {
      // Said once for the whole circle.
      parents.set(node, null)
      tops.push(node)
      remark(reader, node.row.place('#parent'), 'parent-cycle', {
        vi: `“${node.code}” là mục cha của chính nó qua các mục con; sửa cột “Mã cha”`,
        en: `“${node.code}” is its own parent by way of its parts; correct column “Mã cha”`,
      })
    } else parent.children.push(node)
  }
  return tops
}

function parentOf(
  node: CriterionRow,
  find: (text: string) => string | null,
  byId: ReadonlyMap<string, Node>,
  byCode: ReadonlyMap<string, Node>,
  reader: Reader,
): Node | null {
  const cell = node.row.cells.get('#parent')
  if (cell) {
    const text = textOf(cell) ?? ''
    if (isTopMark(text)) return null
    const parent = byId.get(find(text) ?? '')
    if (!parent)
      reportCell(reader, node.row.place('#parent'), null, 'unknown-parent', {
        vi: 'mã hoặc STT của một dòng khác, hoặc “–” nếu là mục cấp cao nhất',
        en: 'the id or number of another row, or “–” for one at the top',
      })
    return parent ?? null
  }
  const above = codeAbove(node.code)
  if (above === null) return null
  const parent = byCode.get(above)
  if (!parent)
    reportCell(reader, node.row.place('code'), null, 'no-parent', {
      vi: `một dòng có STT “${above}” làm mục cha; thêm dòng ấy, hoặc ghi “–” ở cột “Mã cha” nếu đây là mục cấp cao nhất`,
      en: `a row numbered “${above}” as its parent; add it, or write “–” in column “Mã cha” if this one is at the top`,
    })
  return parent ?? null
}

function isBelow(node: Node, top: Node, parents: ReadonlyMap<Node, Node | null>): boolean {
  const seen = new Set<Node>()
  for (let at: Node | null = node; at && !seen.has(at); at = parents.get(at) ?? null) {
    if (at === top) return true
    seen.add(at)
  }
  return false
}

/** Reads every criterion with its rule, its readings and those below it. */
export function readCriteria(
  rows: readonly CriterionRow[],
  find: (text: string) => string | null,
  belongings: Belongings,
  lists: { readonly readings: OwnedRows; readonly evidence: OwnedRows },
  reader: Reader,
): Draft[] {
  const visit = (nodes: readonly Node[], path: string): Draft[] =>
    nodes.map((node, index) => {
      const here = `${path}[${index}]`
      const { row, id } = node
      reader.places.set(here, row.place('name'))
      const draft = readFields(reader, row, layouts.criteria.columns, here)
      settleSource(draft, 'provenance')
      const rule = readRule(reader, row, `${here}.rule`, { owner: id }, belongings, allowedKinds.leaf)
      if (rule) draft['rule'] = rule
      else if (node.children.length === 0) requireLeafRule(reader, row, `${here}.rule`)
      const own = readReadings(lists.readings.of({ owner: id }), here, id, belongings, reader)
      if (own.length > 0) draft['readings'] = own
      const asked = lists.evidence.of({ owner: id })
      const evidence = readBlocks(
        asked,
        layouts.evidence.columns,
        `${here}.requiredEvidence`,
        reader,
        'title',
      )
      if (evidence.length > 0) draft['requiredEvidence'] = evidence
      if (node.children.length > 0) draft['subCriteria'] = visit(node.children, `${here}.subCriteria`)
      return draft
    })
  return visit(makeTree(rows, find, reader), 'criteria')
}

function readReadings(
  rows: readonly Row[],
  path: string,
  owner: string,
  belongings: Belongings,
  reader: Reader,
): Draft[] {
  return rows.map((row, index) => {
    const here = `${path}.readings[${index}]`
    reader.places.set(here, row.place('#owner'))
    reportOrder(reader, row, index + 1)
    const draft = readFields(reader, row, layouts.readings.columns, here)
    const address = { owner, reading: index + 1 }
    const rule = readRule(reader, row, `${here}.rule`, address, belongings, allowedKinds.reading)
    if (rule) draft['rule'] = rule
    else requireRule(reader, row, `${here}.rule`, allowedKinds.reading)
    return draft
  })
}
