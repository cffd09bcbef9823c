import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fromValues } from '../../../src/io/figureImport/fromSubmission.ts'
import { readFigureFiles } from '../../../src/io/figureImport/readFigureFiles.ts'
import type { Submission } from '../../../src/model/submission.ts'
import { portalFilesOf, shippedDay } from '../dvcqg766/portalFiles.ts'
import { aWard, packageOf } from '../package/samplePackage.ts'
import {
  agencies,
  commune,
  dataText,
  figuresOf,
  problemsOf,
  readBytes,
  readText,
  targetOf,
  ward,
} from './targets.ts'

const table = dataText('submissions/mau-tinh-cqs/2026-10.json')
const october = targetOf('mau-tinh-cqs', 'mh-phuong-ngan-minh', '2026-10')

describe('submissions of ours', () => {
  test('a table of all agencies gives the row of the draft, every value with its state', async () => {
    const read = await readText(table, '2026-10.json', october)
    const figures = figuresOf(read)
    expect(figures).toMatchObject({
      'vb-phai-xu-ly': '364',
      'bc-tuan-1': 'Có',
      'ngay-chot': '31/10/2026',
      'bc-nam': 'notApplicable',
      'pakn-den-han': 'missing',
    })
    // Surveys and reviewers fill in their own figures.
    expect(figures).not.toHaveProperty('ks-hai-long')
    expect(read.problems.every(({ code }) => code === 'not-asked')).toBe(true)
    expect(read.entries.map(({ edit }) => edit)).toContainEqual({
      kind: 'exempt',
      criterionId: 'phi-truc-tuyen',
      reason: 'Không có thủ tục thu phí',
    })
  })

  test('another period, agency, version or rule set is said, and the user decides', async () => {
    const single: Submission = {
      id: 'x',
      ruleSetId: 'mau-tinh-cqs',
      ruleSetVersion: '1',
      agencyId: 'mh-phuong-truc-nham',
      period: '2026-09',
      stage: 'selfAssessment',
      provenance: { certainty: 'illustrative', source: null },
      values: [{ metricId: 'nv-giao', state: 'entered', value: '7' }],
    }
    const read = await readText(JSON.stringify(single), 'a.json', ward)
    expect(problemsOf(read)).toEqual(['(other-version)', '(other-agency)', '(other-period)'])
    expect(figuresOf(read)).toEqual({ 'nv-giao': '7' })
    const other = await readText(JSON.stringify({ ...single, ruleSetId: 'bo-khac' }), 'a.json', ward)
    expect(problemsOf(other)[0]).toBe('(other-rule-set)')
    expect(other.entries).toHaveLength(1)
  })

  test('values a field cannot have, and figures nobody knows, are named by their place', async () => {
    const values = [
      { metricId: 'nv-giao', state: 'entered', value: '7.5' },
      { metricId: 'nv-dung-han', state: 'entered', value: '-1' },
      { metricId: 'ngay-chot', state: 'entered', value: '12' },
      { metricId: 'tr-lich-tiep', state: 'entered', value: '2' },
      { metricId: 'constructor', state: 'entered', value: '2' },
      { metricId: 'nv-tre-han', state: 'entered', value: '1' },
    ]
    const read = await readText(
      JSON.stringify({
        id: 'x',
        ruleSetId: ward.ruleSet.id,
        ruleSetVersion: ward.ruleSet.version,
        agencyId: ward.agencyId,
        period: ward.period,
        stage: 'selfAssessment',
        provenance: { certainty: 'illustrative', source: null },
        values,
      }),
      'a.json',
    )
    expect(figuresOf(read)).toEqual({ 'nv-tre-han': '1' })
    expect(problemsOf(read)).toEqual([
      'values[0] does-not-fit',
      'values[1] does-not-fit',
      'values[2] does-not-fit',
      'values[3] does-not-fit',
      'values[4] unknown-figure',
    ])
  })

  test('claims, explanations and evidence come along; the last claim for a criterion stands', async () => {
    const provenance = { certainty: 'illustrative', source: null }
    const claim = (points: string) => ({ criterionId: 'van-ban-mang', stage: 'selfAssessment', points })
    const read = await readText(
      JSON.stringify({
        id: 'x',
        ruleSetId: ward.ruleSet.id,
        ruleSetVersion: ward.ruleSet.version,
        agencyId: ward.agencyId,
        period: ward.period,
        stage: 'selfAssessment',
        provenance,
        values: [],
        decisions: [claim('3'), claim('1.464'), { ...claim('9'), stage: 'firstReview' }],
        explanations: [
          { criterionId: 'van-ban-mang', text: 'Hệ thống lỗi 2 ngày' },
          { criterionId: '__proto__'.replaceAll('_', 'p'), text: 'không có tiêu chí này' },
        ],
        evidence: [{ id: 'e1', criterionIds: ['van-ban-mang'], title: 'Báo cáo' }],
      }),
      'a.json',
    )
    expect(read.entries.map(({ edit }) => edit)).toEqual([
      { kind: 'claim', criterionId: 'van-ban-mang', claim: { text: '1,4640' } },
      { kind: 'explanation', criterionId: 'van-ban-mang', text: 'Hệ thống lỗi 2 ngày' },
      { kind: 'evidence', item: { id: 'e1', criterionIds: ['van-ban-mang'], title: 'Báo cáo' } },
    ])
  })

  test('the period before is a beginning: what was missing then says nothing now', async () => {
    const values = [
      { metricId: 'nv-giao', state: 'entered', value: '1464' },
      { metricId: 'pakn-den-han', state: 'missing' },
    ] as const
    const read = fromValues(values, { title: 'Số liệu tháng 10/2026', period: '2026-10' }, ward)
    expect(figuresOf(read)).toEqual({ 'nv-giao': '1464' })
    expect(read.problems).toEqual([])
  })

  test('a submission file is opened, whatever its name', async () => {
    const submission = aWard()
    const bytes = packageOf(submission)
    for (const name of ['nop.parboard', 'nop.zip']) {
      const read = await readBytes(bytes, name, october)
      expect(read.kind).toBe('package')
      expect(read.subject).toMatchObject({ agencyId: submission.agencyId, period: submission.period })
      expect(figuresOf(read)).toMatchObject({ 'vb-phai-xu-ly': '364' })
      expect(read.entries.filter(({ edit }) => edit.kind === 'evidence')).toHaveLength(2)
      // The bytes come along, for what names them.
      const hashes = (submission.evidence ?? []).flatMap(({ file }) => (file ? [file.sha256] : []))
      expect([...(read.files?.keys() ?? [])].toSorted()).toEqual(hashes.toSorted())
      expect([...(read.files?.values() ?? [])].every(bytes => bytes.length > 0)).toBe(true)
    }
  })
})

describe('files of the national portal', () => {
  const readJson = (path: string) => JSON.parse(readFileSync(`data/${path}`, 'utf8'))
  const day = shippedDay(readJson)
  const portal = Object.entries(portalFilesOf(day.submissions, agencies)).map(([name, content]) => ({
    file: `${name}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(content)),
  }))
  const shipped = day.submissions.find(({ agencyId }) => agencyId === commune.agencyId)

  test('all groups at once give the figures of the commune as they were shipped', async () => {
    const read = await readFigureFiles(portal, commune)
    const figures = figuresOf(read)
    const entered = (shipped?.values ?? []).flatMap(value =>
      value.state === 'entered' ? [[value.metricId, value.value.replace('.', ',')] as const] : [],
    )
    for (const [metricId, value] of entered) if (metricId in figures) expect(figures[metricId]).toBe(value)
    expect(Object.keys(figures).length).toBeGreaterThan(20)
    expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(read.subject).toMatchObject({ agencyId: 'h15-157', period: '2026-10-10' })
  })

  test('one group fills in its fields alone; another day is said', async () => {
    const [first] = portal
    const read = await readFigureFiles(
      [{ bytes: first?.bytes ?? new Uint8Array(), file: 'a-2026-09-01.json' }],
      commune,
    )
    expect(problemsOf(read)).toContain('(other-period)')
    expect(Object.keys(figuresOf(read)).every(id => /^(?:PUBLI|DOSSIER_SYNC)/.test(id))).toBe(true)
  })

  test('for another rule set they are refused with the reason', async () => {
    const read = await readFigureFiles(portal, ward)
    expect(problemsOf(read)).toEqual(['other-rule-set'])
    expect(read.entries).toEqual([])
  })

  test('a commune the file does not have is named', async () => {
    const read = await readFigureFiles(portal, targetOf('qd766-2022', 'mh-phuong-ngan-minh', '2026-10-10'))
    expect(problemsOf(read)).toContain('no-agency-row')
    expect(read.entries).toEqual([])
  })

  test('other files are imported one at a time', async () => {
    const files = [...portal.slice(0, 1), { file: 'b.csv', bytes: new TextEncoder().encode('a;b') }]
    expect(problemsOf(await readFigureFiles(files, commune))).toEqual(['one-file'])
  })
})
