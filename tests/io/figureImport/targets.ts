import { readFileSync } from 'node:fs'
import { decodeAgencies, decodeRuleSet } from '../../../src/io/decode.ts'
import type { ImportTarget } from '../../../src/io/figureImport/importTarget.ts'
import { readFigureFiles } from '../../../src/io/figureImport/readFigureFiles.ts'
import type { Agency } from '../../../src/model/agency.ts'
import type { FigureImport } from '../../../src/model/figureImport.ts'
import type { RuleSet } from '../../../src/model/ruleSet.ts'
import { formOf } from '../../../src/scoring/form/formOf.ts'

export function dataText(path: string): string {
  return readFileSync(new URL(`../../../data/${path}`, import.meta.url), 'utf8')
}

function ruleSetOf(id: string): RuleSet {
  const read = decodeRuleSet(dataText(`rule-sets/${id}.json`), id)
  if (!read.ok) throw new Error(`${id} cannot be read`)
  return read.value
}

const directory = decodeAgencies(dataText('agencies.json'), 'agencies.json')
export const agencies: readonly Agency[] = directory.ok ? directory.value.agencies : []

/** A draft of an agency, as far as a file is read for it. */
export function targetOf(ruleSetId: string, agencyId: string, period: string): ImportTarget {
  const ruleSet = ruleSetOf(ruleSetId)
  const level = agencies.find(agency => agency.id === agencyId)?.level ?? null
  const ruleSetMark = { id: ruleSet.id, version: ruleSet.version, sha256: '0'.repeat(64) }
  return { ruleSet, ruleSetMark, agencyId, period, form: formOf(ruleSet, level), agencies }
}

/** The ward of the demonstration province, the month nothing was handed in for yet. */
export const ward = targetOf('mau-tinh-cqs', 'mh-phuong-ngan-minh', '2026-11')
/** A commune under the index of decision 766. */
export const commune = targetOf('qd766-2022', 'h15-157', '2026-10-10')

/** Text of fields by metric; other states by their name. */
export function figuresOf({ entries }: FigureImport): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.flatMap(({ edit }) => {
      if (edit.kind !== 'field' || edit.entry === null) return []
      return [[edit.metricId, edit.entry.state === 'typed' ? edit.entry.text : edit.entry.state]]
    }),
  )
}

/** "C4 unknown-figure" for what is wrong, warnings in brackets. */
export function problemsOf({ problems }: FigureImport): readonly string[] {
  return problems.map(({ severity, code, place }) => {
    const text = [place.sheet, place.cell, code].filter(part => part !== '').join(' ')
    return severity === 'warning' ? `(${text})` : text
  })
}

export function readBytes(bytes: Uint8Array, file: string, target = ward): Promise<FigureImport> {
  return readFigureFiles([{ file, bytes }], target)
}

export function readText(text: string, file: string, target = ward): Promise<FigureImport> {
  return readBytes(new TextEncoder().encode(text), file, target)
}
