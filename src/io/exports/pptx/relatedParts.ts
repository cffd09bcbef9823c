import type { OfficePackage } from '../officePackage.ts'
import { elementsIn } from '../xmlText.ts'

/** Where the relationships of a part lead inside the file, by id. */
export function relatedParts(file: OfficePackage, path: string): ReadonlyMap<string, string> {
  const cut = path.lastIndexOf('/') + 1
  const [folder, name] = [path.slice(0, cut), path.slice(cut)]
  const relations = file.part(`${folder}_rels/${name}.rels`)
  const inside = relations
    ? elementsIn(relations, 'Relationship').filter(
        ({ attributes }) => attributes.get('TargetMode') !== 'External',
      )
    : []
  return new Map(
    inside.map(({ attributes }) => [
      attributes.get('Id') ?? '',
      resolvePart(folder, attributes.get('Target') ?? ''),
    ]),
  )
}

/** "../charts/chart1.xml" seen from "ppt/slides/" is "ppt/charts/chart1.xml"; "/ppt/…" begins at the top. */
function resolvePart(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter(step => step !== '')
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}
