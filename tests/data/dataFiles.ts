import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agenciesSchema, documentsSchema, figuresSchema } from '../../src/io/directorySchema.ts'
import { planSchema } from '../../src/io/planSchema.ts'
import { ruleSetSchema } from '../../src/io/ruleSetSchema.ts'
import { catalogueSchema } from '../../src/io/schema.ts'
import { submissionSchema, submissionTableSchema } from '../../src/io/submissionSchema.ts'
import { walkCriteria } from '../../src/model/criteria.ts'
import type { Criterion, RuleSet } from '../../src/model/ruleSet.ts'

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
