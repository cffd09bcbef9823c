import { read, utils } from '@e965/xlsx'
import { HyperFormula } from 'hyperformula'
import { ruleSetHash } from '../../../src/io/hash/ruleSetHash.ts'
import type { Agency } from '../../../src/model/agency.ts'
import type { Claim, FieldEntry } from '../../../src/model/draft.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { createAssessor } from '../../../src/state/assessment/assess.ts'
import type { Assessment } from '../../../src/state/assessment/assessment.ts'
import { makeFormWorkbook } from '../../../src/state/assessment/makeFormWorkbook.ts'
import { newDraft } from '../../../src/state/assessment/newDraft.ts'

export type Filling = {
  readonly fields?: ReadonlyMap<string, FieldEntry>
  readonly claims?: ReadonlyMap<string, Claim>
  readonly exempt?: ReadonlyMap<string, string>
  readonly explanations?: ReadonlyMap<string, string>
}

const hashes = new WeakMap<RuleSet, string>()
const assess = createAssessor()

/** A draft with some content, assessed. */
export function assessed(
  ruleSet: RuleSet,
  agency: Agency,
  period: string,
  filling: Filling,
  previous: Submission | null = null,
): Assessment {
  const sha256 = hashes.get(ruleSet) ?? ruleSetHash(ruleSet)
  hashes.set(ruleSet, sha256)
  const draft = newDraft({
    ruleSet,
    sha256,
    agency,
    period,
    now: '2026-11-21T03:00:00.000Z',
    id: 'ban-nhap',
    origin: { from: 'blank' },
    from: { ...filling },
  })
  return assess({
    draft,
    ruleSet,
    ruleSetSha256: sha256,
    agency,
    documents: [],
    previous: previous && { submission: previous, otherRules: null },
    peers: [],
  })
}

export function workbookOf(assessment: Assessment): Promise<Uint8Array> {
  return makeFormWorkbook({ ...assessment, sentences: new Map() })
}

/** Every sheet of a workbook as another library reads it, recomputed by HyperFormula. */
export function recalculated(bytes: Uint8Array) {
  const book = read(bytes, { cellFormula: true, cellDates: false, cellNF: true, sheetStubs: true })
  const sheets = Object.fromEntries(
    book.SheetNames.map(name => {
      const sheet = book.Sheets[name] ?? {}
      const range = utils.decode_range(sheet['!ref'] ?? 'A1')
      return [
        name,
        Array.from({ length: range.e.r + 1 }, (_, r) =>
          Array.from({ length: range.e.c + 1 }, (_, c) => {
            const cell = sheet[utils.encode_cell({ r, c })]
            if (!cell) return null
            if (cell.f !== undefined) return `=${cell.f}`
            // HyperFormula would read text that begins with "=" as a formula.
            return typeof cell.v === 'string' && /^[=']/.test(cell.v) ? `'${cell.v}` : (cell.v ?? null)
          }),
        ),
      ]
    }),
  )
  const engine = HyperFormula.buildFromSheets(sheets, {
    licenseKey: 'gpl-v3',
    precisionRounding: 14,
    smartRounding: false,
  })
  return {
    book,
    engine,
    value: (sheet: string, address: string) => {
      const id = engine.getSheetId(sheet) ?? 0
      const at = engine.simpleCellAddressFromString(address, id)
      if (!at) throw new Error(`no cell ${address}`)
      return engine.getCellValue(at)
    },
    close: () => engine.destroy(),
  }
}
