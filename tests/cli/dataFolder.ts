import { formatTable } from '../../src/io/formatTable.ts'
import { catalogueSchema } from '../../src/io/schema.ts'
import { submissionSchema } from '../../src/io/submissionSchema.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import type { StatedFigure } from '../../src/model/figure.ts'
import type { Submission, SubmissionTable, TableRow } from '../../src/model/submission.ts'
import { readJson, readText } from '../data/dataFiles.ts'

/** Texts of a data folder by path. */
export type Files = ReadonlyMap<string, string>

/** Text of a data file. */
export function fileText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`
}

const traVinh = 'submissions/par-index-2022/2022/tinh-tra-vinh.json'
const table = 'submissions/qd766-2022/2026-10-10.json'

/** Files of the sample by a short name. */
export const sampleFiles = {
  index: 'index.json',
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  par: 'rule-sets/par-index-2022.json',
  qd766: 'rule-sets/qd766-2022.json',
  traVinh,
  dakLak: 'submissions/qd766-2022/2026-09-28/tinh-dak-lak.json',
  /** Two units in one table. */
  table,
  plan: 'plans/ke-hoach-37-2023.json',
} as const

/**
 * A part of the shipped folder with every kind of file in it: two rule sets, three submissions, a plan,
 * two shipped units as a table, and PAPI dimension 8 of Trà Vinh (plan 37/KH-STTTT-VP) as a series of figures.
 */
export function sampleFolder(): Files {
  const shipped = catalogueSchema.parse(readJson('index.json'))
  const unit = (id: string) =>
    submissionSchema.parse(readJson(`submissions/qd766-2022/2026-10-10/${id}.json`))
  const submissions = shipped.submissions.filter(
    ({ path }) => path === traVinh || /2026-09-\d\d\/tinh-dak-lak/.test(path),
  )
  const catalogue: Catalogue = {
    ...shipped,
    ruleSets: shipped.ruleSets.filter(({ id }) => id === 'par-index-2022' || id === 'qd766-2022'),
    submissions,
    tables: [
      {
        ruleSetId: 'qd766-2022',
        periods: ['2026-10-10'],
        agencyIds: ['h15-01', 'h15-03'],
        path: 'submissions/qd766-2022/{period}.json',
        documentId: 'so-lieu-dvcqg-766-2026-10-10',
      },
    ],
    plans: shipped.plans.filter(({ id }) => id === 'ke-hoach-37-2023'),
    opening: { ruleSetId: 'par-index-2022', period: '2022', agencyId: 'tinh-tra-vinh' },
  }
  const kept = [
    catalogue.documents,
    catalogue.agencies,
    ...[...catalogue.ruleSets, ...catalogue.submissions, ...catalogue.plans].map(({ path }) => path),
  ]
  return new Map([
    ['index.json', fileText(catalogue)],
    ['README.md', readText('README.md')],
    ...kept.map(path => [path, readText(path)] as const),
    [catalogue.figures, fileText({ $schema: './schema/figures.schema.json', figures })],
    [table, formatTable(tableOf(unit('h15-01'), unit('h15-03')))],
  ])
}

const figures: readonly StatedFigure[] = [
  { period: '2021', value: '2.57' },
  { period: '2022', value: '2.67' },
].map(figure => ({
  id: `papi-8-tra-vinh-${figure.period}`,
  name: 'PAPI nội dung 8 của tỉnh Trà Vinh',
  value: figure.value,
  unit: 'điểm',
  period: figure.period,
  agencyId: 'tinh-tra-vinh',
  seriesId: 'papi-8-tra-vinh',
  provenance: {
    certainty: 'stated',
    source: { documentId: 'ke-hoach-37-kh-stttt-vp', place: 'mục I.2' },
  },
}))

function tableOf(first: Submission, second: Submission): SubmissionTable {
  const metricIds = first.values.map(({ metricId }) => metricId)
  const rowOf = ({ agencyId, values, published }: Submission): TableRow => ({
    agencyId,
    cells: metricIds.map(id => {
      const value = values.find(({ metricId }) => metricId === id)
      if (!value) throw new Error(`${agencyId} does not give "${id}"`)
      const { metricId: _, ...cell } = value
      return value.state === 'entered' && !value.provenance ? value.value : cell
    }),
    ...(published ? { published } : {}),
  })
  const { ruleSetId, ruleSetVersion, period, stage, provenance } = first
  const head = { $schema: '../../schema/submission-table.schema.json', ruleSetId, ruleSetVersion, period }
  return { ...head, stage, provenance, metricIds, rows: [rowOf(first), rowOf(second)] }
}

/**
 * A copy of the folder with another value at one place of one file, written as the file was.
 * @param path a place as problems name it; the index after the last entry of a list appends
 * @param value undefined removes the field or entry
 */
export function withValue(files: Files, file: string, path: string, value: unknown): Files {
  const steps = path.match(/[^.[\]]+/g) ?? []
  const changed = changedAt(JSON.parse(files.get(file) ?? ''), steps, value)
  return new Map([...files, [file, file === table ? tableText(changed) : fileText(changed)]])
}

/** A copy of the folder with another text in one file; undefined removes it. */
export function withText(files: Files, file: string, text: string | undefined): Files {
  const others = [...files].filter(([path]) => path !== file)
  return new Map(text === undefined ? others : [...others, [file, text]])
}

/** What stands at a place of a file. */
export function valueIn(files: Files, file: string, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? []
  return steps.reduce<unknown>(
    (value, step) => {
      if (Array.isArray(value)) return value[Number(step)]
      return isBlock(value) ? value[step] : undefined
    },
    JSON.parse(files.get(file) ?? ''),
  )
}

/** Also tables that are broken on purpose, which `formatTable` does not take. */
function tableText(content: unknown): string {
  if (!isBlock(content) || !Array.isArray(content['rows'])) throw new Error('this is no table')
  const { rows, ...head } = content
  const lines = content['rows'].map(row => `    ${JSON.stringify(row)}`).join(',\n')
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [\n${lines}\n  ]\n}\n`
}

function changedAt(old: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(old)) {
    const index = Number(step)
    const next = changedAt(old[index], rest, value)
    return [...old.slice(0, index), ...(next === undefined ? [] : [next]), ...old.slice(index + 1)]
  }
  if (!isBlock(old)) throw new Error(`nothing has a field "${step}" here`)
  const next = changedAt(old[step], rest, value)
  const { [step]: _, ...others } = old
  return next === undefined ? others : { ...old, [step]: next }
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
