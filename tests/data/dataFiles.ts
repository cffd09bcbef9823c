import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agenciesSchema, documentsSchema, figuresSchema } from '../../src/io/directorySchema.ts'
import { planSchema } from '../../src/io/planSchema.ts'
import { ruleSetSchema } from '../../src/io/ruleSetSchema.ts'
import { catalogueSchema, type fileSchemas } from '../../src/io/schema.ts'
import { submissionSchema, submissionTableSchema } from '../../src/io/submissionSchema.ts'
import { walkCriteria } from '../../src/model/criteria.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'
import type { Rule } from '../../src/model/rules.ts'
import { kindOf as kindOfRule } from '../../src/scoring/rules/ruleKinds.ts'

const dataFolder = join(import.meta.dirname, '../../data')

/** Every file under `data/`, as paths relative to it with forward slashes. */
export function listDataFiles(): readonly string[] {
  return readdirSync(dataFolder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(dataFolder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

export function readText(path: string): string {
  return readFileSync(join(dataFolder, path), 'utf8')
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path))
}

/** The kind of a JSON file by the folder it lies in; null for files that are not ours to check. */
export function kindOf(path: string): keyof typeof fileSchemas | null {
  if (path === 'index.json') return 'index'
  if (path === 'documents.json') return 'documents'
  if (path === 'agencies.json') return 'agencies'
  if (path === 'figures.json') return 'figures'
  if (path.startsWith('rule-sets/')) return 'rule-set'
  if (path.startsWith('submissions/')) return path.split('/').length === 3 ? 'submission-table' : 'submission'
  if (path.startsWith('plans/')) return 'plan'
  return null
}

/** Everything the catalogue names, decoded. Throws on the first file that does not fit its schema. */
export function loadData() {
  const catalogue = catalogueSchema.parse(readJson('index.json'))
  return {
    catalogue,
    documents: documentsSchema.parse(readJson(catalogue.documents)).documents,
    ...agenciesSchema.parse(readJson(catalogue.agencies)),
    figures: figuresSchema.parse(readJson(catalogue.figures)).figures,
    ruleSets: catalogue.ruleSets.map(entry => ruleSetSchema.parse(readJson(entry.path))),
    submissions: catalogue.submissions.map(entry => submissionSchema.parse(readJson(entry.path))),
    tables: catalogue.tables.flatMap(entry =>
      entry.periods.map(period =>
        submissionTableSchema.parse(readJson(entry.path.replace('{period}', period))),
      ),
    ),
    plans: catalogue.plans.map(entry => planSchema.parse(readJson(entry.path))),
  }
}

export function criteriaOf(ruleSet: RuleSet): readonly Criterion[] {
  return walkCriteria(ruleSet).map(place => place.criterion)
}

/** Every metric a rule looks at. */
export function metricsOfRule(rule: Rule): readonly string[] {
  return kindOfRule(rule)
    .figures(rule)
    .map(figure => figure.metricId)
}

/** Every metric the leaves of a rule set look at, by their rules or by the readings of their points. */
export function metricsNeeded(ruleSet: RuleSet): ReadonlySet<string> {
  return new Set(
    criteriaOf(ruleSet).flatMap(criterion => [
      ...(criterion.rule ? metricsOfRule(criterion.rule) : []),
      ...(criterion.readings ?? []).flatMap(reading => metricsOfRule(reading.rule)),
    ]),
  )
}

/** Ids that occur more than once. */
export function repeated(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
