import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Synthetic data for measuring screens: a rule set of 25 criteria in 5 areas with 140 agencies over six months
// and 3,400 agencies in one, and a rule set of 100 criteria to fill in. Made up from a fixed seed, written into
// a copy of the built page.

const illustrative = { certainty: 'illustrative', source: null, note: 'Số liệu đo tốc độ, không có thật.' }
const months = ['2026-06', '2026-05', '2026-04', '2026-03', '2026-02', '2026-01']
const documentId = 'do-toc-do'

/** Copies the built page and puts the synthetic files in place of the shipped ones. */
export function writeUiData(dist, folder) {
  rmSync(folder, { recursive: true, force: true })
  cpSync(dist, folder, { recursive: true })
  const write = (path, value) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), JSON.stringify(value))
  }
  const ruleSet = ruleSetOf('do-toc-do', 'Đo tốc độ', 25)
  const form = ruleSetOf('do-tu-cham', 'Đo tự chấm', 100)
  const small = agenciesOf('so', 140)
  const large = agenciesOf('xa', 3400)
  write('rule-sets/do-toc-do.json', ruleSet)
  write('rule-sets/do-tu-cham.json', form)
  write('submissions/form/2026-06.json', tableOf(form, small.slice(0, 1), '2026-06', 7))
  for (const [index, period] of months.entries())
    write(`submissions/140/${period}.json`, tableOf(ruleSet, small, period, index + 1))
  write('submissions/3400/2025-12.json', tableOf(ruleSet, large, '2025-12', 99))
  write('documents.json', {
    documents: [
      {
        id: documentId,
        number: null,
        title: 'Số liệu đo tốc độ',
        issuer: 'ParBoard',
        date: null,
        kind: 'example',
        checkedOn: '2026-01-01',
        read: true,
      },
    ],
  })
  write('figures.json', { figures: [] })
  write('agencies.json', {
    agencies: [...small, ...large],
    groups: [groupOf('nhom-140', '140 đơn vị', small), groupOf('nhom-3400', '3.400 đơn vị', large)],
  })
  write('index.json', {
    documents: 'documents.json',
    agencies: 'agencies.json',
    figures: 'figures.json',
    ruleSets: [ruleSet, form].map(({ id, version, shortTitle }) => ({
      id,
      version,
      path: `rule-sets/${id}.json`,
      shortTitle,
    })),
    submissions: [],
    tables: [
      tableEntry(ruleSet, months, small, 'submissions/140/{period}.json'),
      tableEntry(ruleSet, ['2025-12'], large, 'submissions/3400/{period}.json'),
      tableEntry(form, ['2026-06'], small.slice(0, 1), 'submissions/form/{period}.json'),
    ],
    plans: [],
    opening: { ruleSetId: ruleSet.id, period: months[0], agencyId: small[0].id },
  })
}

const tableEntry = (ruleSet, periods, agencies, path) => ({
  ruleSetId: ruleSet.id,
  periods,
  agencyIds: agencies.map(agency => agency.id),
  path,
})

const groupOf = (id, name, agencies) => ({
  id,
  name,
  use: 'comparison',
  members: { ids: agencies.map(agency => agency.id) },
})

function agenciesOf(kind, count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `${kind}-${index + 1}`,
    code: null,
    name: `Ban Quản lý khu kinh tế và các khu công nghiệp số ${index + 1}`,
    level: kind === 'so' ? 'department' : 'commune',
  }))
}

/** `count` criteria, the same number in each of five areas. */
function ruleSetOf(id, shortTitle, count) {
  const places = Array.from({ length: count }, (_, index) => index + 1)
  const perArea = count / 5
  return {
    id,
    version: '1',
    title: `Bộ chỉ số đo tốc độ, ${count} tiêu chí`,
    shortTitle,
    decisionId: documentId,
    validFrom: '2025-01-01',
    scale: '100',
    itemWord: 'tiêu chí',
    itemDepth: 1,
    rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
    pointsPlaces: 2,
    roundingProvenance: illustrative,
    bands: [
      { id: 'tot', name: 'Tốt', fromPercent: '80' },
      { id: 'kha', name: 'Khá', fromPercent: '60' },
      { id: 'yeu', name: 'Yếu', fromPercent: '0' },
    ],
    bandsProvenance: illustrative,
    tieStyle: 'competition',
    metrics: places.flatMap(place =>
      ['tu', 'mau'].map(part => ({
        id: `${part}-${place}`,
        name: `Số ${part} ${place}`,
        unit: 'hồ sơ',
        valueType: 'count',
      })),
    ),
    criteria: [1, 2, 3, 4, 5].map(area => ({
      id: `linh-vuc-${area}`,
      code: String(area),
      name: `Lĩnh vực đo thứ ${area}`,
      maxPoints: '20',
      provenance: illustrative,
      subCriteria: places
        .filter(place => Math.ceil(place / perArea) === area)
        .map(place => ({
          id: `tieu-chi-${place}`,
          code: `${area}.${place}`,
          name: `Tỷ lệ hồ sơ của tiêu chí đo thứ ${place}`,
          maxPoints: String(20 / perArea),
          provenance: illustrative,
          rule: {
            kind: 'ratio',
            numerator: `tu-${place}`,
            denominator: `mau-${place}`,
            direction: 'higherIsBetter',
            targetPercent: '90',
            scaling: 'shareOfTarget',
            whenDenominatorZero: 'notApplicable',
            whenMissing: 'missing',
          },
        })),
    })),
    pools: [],
  }
}

function tableOf(ruleSet, agencies, period, seed) {
  const next = randomFrom(seed)
  return {
    ruleSetId: ruleSet.id,
    ruleSetVersion: ruleSet.version,
    period,
    stage: 'closed',
    provenance: illustrative,
    metricIds: ruleSet.metrics.map(metric => metric.id),
    rows: agencies.map(({ id }) => ({
      agencyId: id,
      submittedOn: `${period}-28`,
      cells: Array.from({ length: ruleSet.metrics.length / 2 }, () => {
        const whole = 100 + Math.floor(next() * 900)
        return [String(Math.floor(whole * (0.3 + 0.7 * next()))), String(whole)]
      }).flat(),
    })),
  }
}

/** mulberry32 */
function randomFrom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
