import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPackage, demoSubmissions } from '../server/demoPackages.ts'

/**
 * As many submission files as a province has agencies, each about 30 KB: one of every agency of the demonstration
 * province that handed in, and second ones of some until there are enough.
 * @returns their paths
 */
export function writePackages(folder: string, count: number): readonly string[] {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const agencyIds = demoSubmissions().map(each => each.agencyId)
  return Array.from({ length: count }, (_, place) => {
    const agencyId = agencyIds[place % agencyIds.length] ?? ''
    const createdAt = `2026-11-0${1 + (place % 9)}T03:00:${String(place % 60).padStart(2, '0')}.000Z`
    const { name, bytes } = demoPackage({ agencyId, createdAt })
    const path = join(folder, place < agencyIds.length ? name : `gui-lai_${name}`)
    writeFileSync(path, bytes)
    return path
  })
}
