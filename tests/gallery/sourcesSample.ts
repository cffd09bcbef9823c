import type { Cited } from '../../src/features/sources/takenFrom.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Provenance } from '../../src/model/provenance.ts'
import { views } from './samples.ts'

const at = (place: string): Provenance => ({ certainty: 'stated', source: { documentId: 'doc', place } })

const plan: Plan = {
  id: 'ke-hoach',
  title: 'Kế hoạch thử',
  documentId: 'doc',
  year: 2023,
  agencyId: 'tinh',
  linksCertainty: 'inferred',
  targets: [
    {
      id: 'so-nganh-80',
      name: 'Sở, ban, ngành có tỷ lệ xử lý văn bản, hồ sơ công việc trên môi trường mạng từ 80% trở lên',
      shortName: 'Xử lý văn bản trên mạng',
      comparison: 'atLeast',
      percent: '100',
      by: null,
      actual: { from: 'units', unitLevel: 'sở, ban, ngành', unitPercent: '80' },
      unit: 'đơn vị',
      provenance: at('mục II.1'),
    },
  ],
  commitments: [
    {
      id: 'xa-thi-diem',
      name: 'Xã thí điểm mỗi huyện',
      goal: { kind: 'range', least: '3', most: '5', unit: 'xã/huyện' },
      by: '2021-12-31',
      scope: 'huyện thí điểm',
      provenance: at('nhiệm vụ 13'),
    },
  ],
  phases: [
    {
      id: 'gd-1',
      name: 'Giai đoạn 1',
      from: '2021-12-01',
      to: '2022-12-31',
      written: 'từ 12/2021 đến 12/2022',
      covers: 'văn bản 2006–2016',
      provenance: at('mục 1'),
    },
    {
      id: 'gd-2',
      name: 'Giai đoạn 2',
      from: '2022-07-01',
      to: '2024-06-30',
      written: 'từ 7/2022 đến 6/2024',
      covers: 'văn bản 1996–2006',
      provenance: at('mục 2'),
    },
  ],
  tasks: [
    {
      id: 'nv-1',
      kind: 'task',
      number: '1',
      section:
        'I. Cải cách việc thực hiện thủ tục hành chính, cung cấp dịch vụ công và thực hiện cơ chế một cửa',
      name: 'Rà soát, công bố, công khai đầy đủ, kịp thời thủ tục hành chính thuộc thẩm quyền giải quyết',
      shortName: 'Công bố, công khai TTHC',
      criterionIds: [],
      lead: 'Các sở, ban, ngành; Ủy ban nhân dân các huyện, thị xã, thành phố',
      leadIds: [],
      partners: 'Văn phòng UBND tỉnh',
      product: 'Quyết định công bố của Chủ tịch UBND tỉnh',
      deadline: {
        kind: 'month',
        by: '2022-12-31',
        latest: '2023-03-31',
        written: '12/2022, chậm nhất 03/2023',
      },
      provenance: at('nhiệm vụ 1'),
    },
    {
      id: 'bao-cao',
      kind: 'report',
      name: 'Báo cáo kết quả thực hiện hằng quý',
      shortName: 'Báo cáo quý',
      criterionIds: [],
      lead: 'Các đơn vị',
      leadIds: [],
      deadline: {
        kind: 'quarterly',
        on: ['03-05', '06-05', '09-05', '12-05'],
        written: 'trước ngày 05 của tháng cuối quý',
      },
      provenance: at('mục IV.1c'),
    },
  ],
}

export const directory: AgencyDirectory = { agencies: [], groups: [] }

/** A plan, a rule set and figures that cite the sample documents. */
export const cited: Cited = {
  catalogue: {
    documents: 'documents.json',
    agencies: 'agencies.json',
    figures: 'figures.json',
    ruleSets: [],
    submissions: [
      {
        ruleSetId: views.pool.ruleSet.id,
        period: '2022',
        agencyId: 'agency',
        path: 'x.json',
        documentId: 'doc',
      },
    ],
    tables: [],
    plans: [],
    opening: { ruleSetId: views.pool.ruleSet.id, period: '2022', agencyId: 'agency' },
  },
  ruleSets: [views.pool.ruleSet],
  plans: [plan],
  directory,
  figures: [
    {
      id: 'sipas',
      name: 'Mức độ hài lòng của người dân, tổ chức (SIPAS) cả nước',
      value: '80.06',
      unit: '%',
      period: '2022',
      scope: 'cả nước',
      conflicts: [{ value: '80.08', provenance: { certainty: 'stated', source: { documentId: 'unread' } } }],
      provenance: at('mục I.2'),
    },
  ],
}
