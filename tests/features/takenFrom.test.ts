import { describe, expect, test } from 'vitest'
import { isEmpty, takenFrom } from '../../src/features/sources/takenFrom.ts'
import {
  decodeAgencies,
  decodeCatalogue,
  decodeFigures,
  decodePlan,
  decodeRuleSet,
} from '../../src/io/decode.ts'
import { membersOf } from '../../src/model/agency.ts'
import type { Decoded } from '../../src/model/problem.ts'
import { loadData, readText } from '../data/dataFiles.ts'

function read<T>(path: string, decode: (text: string, file: string) => Decoded<T>): T {
  const decoded = decode(readText(path), path)
  if (!decoded.ok) throw new Error(`${path}: ${decoded.problems[0]?.message.en}`)
  return decoded.value
}

const catalogue = read('index.json', decodeCatalogue)
const cited = {
  catalogue,
  ruleSets: catalogue.ruleSets.map(entry => read(entry.path, decodeRuleSet)),
  plans: catalogue.plans.map(entry => read(entry.path, decodePlan)),
  figures: read(catalogue.figures, decodeFigures),
  directory: read(catalogue.agencies, decodeAgencies),
}

describe('what is taken from a document', () => {
  test('every task, target, commitment, phase, figure and agency is found, each once', () => {
    const taken = loadData().documents.map(document => takenFrom(document.id, cited))
    const listed = (ids: readonly string[]) => ids.toSorted()
    const ofPlans = (key: 'tasks' | 'targets' | 'commitments' | 'phases') =>
      cited.plans.flatMap(plan => (plan[key] ?? []).map(({ id }) => `${plan.id} ${id}`))
    expect(
      listed(taken.flatMap(each => each.tasks.map(({ task, plan }) => `${plan.id} ${task.id}`))),
    ).toEqual(listed(ofPlans('tasks')))
    expect(
      listed(taken.flatMap(each => each.targets.map(({ target, plan }) => `${plan.id} ${target.id}`))),
    ).toEqual(listed(ofPlans('targets')))
    for (const key of ['commitments', 'phases'] as const)
      expect(listed(taken.flatMap(each => each[key].map(({ id }) => id)))).toEqual(
        listed(cited.plans.flatMap(plan => (plan[key] ?? []).map(({ id }) => id))),
      )
    // A figure is found under its own source and under each that says otherwise.
    expect(listed(taken.flatMap(each => each.figures.map(({ id }) => id)))).toEqual(
      listed(cited.figures.flatMap(({ id, conflicts = [] }) => [id, ...conflicts.map(() => id)])),
    )
    const { agencies, groups } = cited.directory
    expect(listed(taken.flatMap(each => each.agencies.map(({ id }) => id)))).toEqual(
      listed([...agencies, ...groups].flatMap(({ id, provenance }) => (provenance?.source ? [id] : []))),
    )
    const submissions = taken.flatMap(each => each.published.flatMap(({ agencyIds }) => agencyIds))
    expect(submissions).toHaveLength(catalogue.submissions.length)
  })

  test('the plan of 2023 gives its annex, targets and figures, and area 7 of the index rests on it', () => {
    const taken = takenFrom('ke-hoach-37-kh-stttt-vp', cited)
    expect(taken.tasks.filter(({ task }) => task.kind === 'report').map(({ task }) => task.id)).toEqual([
      'bao-cao-quy',
      'bao-cao-nam',
    ])
    expect(taken.targets.map(({ target }) => target.percent)).toContain('60')
    expect(taken.ruleSets.map(({ ruleSet }) => ruleSet.id)).toContain('par-index-2022')
    expect(taken.published.map(({ period }) => period)).toContain('2022')
  })

  test('a document nobody cites gives nothing', () => {
    expect(isEmpty(takenFrom('khong-co', cited))).toBe(true)
  })
})

describe('names of the directory', () => {
  const { directory } = cited

  test('a group of a level stands for the agencies of that level under its parent', () => {
    const ids = membersOf(directory, 'dak-lak-xa-phuong').map(agency => agency.id)
    expect(ids.toSorted()).toEqual(['h15-120', 'h15-131', 'h15-157', 'h15-198'])
  })

  test('an agency stands for itself, an unknown id for nobody', () => {
    expect(membersOf(directory, 'tinh-tra-vinh').map(agency => agency.shortName)).toEqual(['Trà Vinh'])
    expect(membersOf(directory, 'khong-co')).toEqual([])
  })

  test('former provinces name who took over', () => {
    const successors = directory.agencies.flatMap(({ id, level, successorId }) =>
      level === 'province' && successorId ? [[id, successorId]] : [],
    )
    expect(successors.toSorted()).toEqual([
      ['tinh-binh-dinh', 'tinh-gia-lai'],
      ['tinh-hai-duong', 'tp-hai-phong'],
      ['tinh-tra-vinh', 'tinh-vinh-long'],
    ])
  })
})
