import * as z from 'zod'
import type { PortalFileKind } from '../../model/portalImport.ts'
import type { Bilingual } from '../../model/provenance.ts'

/** Rule sets the portal's files answer: figures with points, and group scores alone. */
export const portalRuleSetIds = { units: 'qd766-2022', ranking: 'qd766-nhom-2022' } as const

export type GroupKind = Exclude<PortalFileKind, 'ranking'>

/** How the portal's answer for one group is told from the others and where its figures stand. */
type Group = {
  readonly kind: GroupKind
  /** Criterion of the rule set that its `totalScore` belongs to. */
  readonly groupId: string
  readonly name: Bilingual
  /** List files: codes of `metrics[]`, which are leaves of the rule set. */
  readonly codes: readonly string[]
  /** Tree files: fields of numerator and denominator for each leaf; the fallback stands in for a denominator that is absent. */
  readonly fields: readonly {
    readonly code: string
    readonly numerator: string
    readonly denominator: string
    readonly fallback?: string
  }[]
  /** Fields that only this tree file has, beside those above. */
  readonly marks?: readonly string[]
  /** The leaf that stands for the whole group, as no other leaf of it earns points; takes the group's points where it is reported. */
  readonly onlyLeaf?: string
}

export const groups: readonly Group[] = [
  {
    kind: 'transparency',
    groupId: 'CKMB',
    name: { vi: 'Công khai, minh bạch', en: 'Openness and transparency' },
    codes: ['PUBLISH_ON_TIME', 'PUBLIC_UPDATE_ON_TIME', 'PUBLIC_CONTENT_FULL', 'DOSSIER_SYNC'],
    fields: [],
  },
  {
    kind: 'progress',
    groupId: 'TDGQ',
    name: { vi: 'Tiến độ giải quyết', en: 'Timely settlement' },
    codes: [],
    fields: [
      { code: 'ON_TIME', numerator: 'totalOnTime', denominator: 'totalReceived' },
      { code: 'OVERDUE', numerator: 'totalOverdue', denominator: 'totalReceived' },
    ],
    onlyLeaf: 'ON_TIME',
  },
  {
    kind: 'onlineService',
    groupId: 'CLGQ',
    name: { vi: 'Dịch vụ công trực tuyến', en: 'Online public services' },
    codes: [],
    fields: [],
    marks: ['onlineServiceTotal', 'onlineDossierCount', 'channelOnlineSum', 'channelTotalSum'],
    onlyLeaf: 'ONLINE_SERVICE',
  },
  {
    kind: 'payment',
    groupId: 'TTTT',
    name: { vi: 'Thanh toán trực tuyến', en: 'Online payment' },
    codes: [],
    fields: [
      {
        code: 'PAY_DOSSIER',
        numerator: 'totalDossierOnlinePaymentSuccess',
        denominator: 'totalDossierFinancialObligation',
      },
      {
        code: 'PAY_TTHC',
        numerator: 'totalDossierOnlineFormalityPaymentSuccess',
        denominator: 'totalFeeDossierFormalityDistinct',
      },
      {
        code: 'PAY_FEE_TTHC',
        numerator: 'totalFeeDossierFormality',
        denominator: 'totalFeeFormality',
        fallback: 'totalFeeDossierFormalityDistinct',
      },
    ],
  },
  {
    kind: 'digitized',
    groupId: 'MDSH',
    name: { vi: 'Số hóa hồ sơ', en: 'Digitised dossiers' },
    codes: [
      'ORIGINAL_RESULT_AVAILABLE',
      'SO_HOA_GIAY_TO_GIAI_QUYET',
      'ELECTRONIC_CERTIFIED_COPY',
      'REUSED_DIGITIZED_DATA',
      'SYNCED_WITH_DVCQG_PERSONAL_STORAGE',
      'CITIZEN_DATA_CONNECTED_DOSSIER',
      'CITIZEN_DATA_CONNECTED_FORMALITY',
    ],
    fields: [],
  },
  {
    kind: 'satisfaction',
    groupId: 'MDHL',
    name: { vi: 'Mức độ hài lòng', en: 'Satisfaction' },
    codes: [
      'PETITION_CLASSIFICATION_TTHC',
      'PETITION_CLASSIFICATION_STAFF',
      'PETITION_PROCESSING_ON_TIME',
      'PETITION_HANDLING_SATISFACTION',
      'DOSSIER_RECEIVING_SATISFACTION',
    ],
    fields: [],
  },
]

const names = new Map<PortalFileKind, Bilingual>([
  ...groups.map(group => [group.kind, group.name] as const),
  ['ranking', { vi: 'Xếp hạng các tỉnh, thành phố', en: 'Ranking of provinces' }],
])

/** What a file of this kind is called. */
export function portalFileName(kind: PortalFileKind): Bilingual {
  return names.get(kind) ?? { vi: kind, en: kind }
}

/** A group by its file; throws for a kind that is no group. */
export function groupOf(kind: PortalFileKind): Group {
  const group = groups.find(each => each.kind === kind)
  if (!group) throw new Error(`"${kind}" is no group of the portal`)
  return group
}

const name = z.string().nullish()

/** What is read of a unit beside its figures, which are looked at one by one. */
export const unitSchema = z.looseObject({
  departmentCode: name,
  departmentName: name,
  metrics: z.array(z.unknown()).nullish(),
  groupScores: z.looseObject({}).nullish(),
})
export type RawUnit = z.infer<typeof unitSchema>

export const metricSchema = z.looseObject({ code: z.string(), dataQualityMessage: name })

/** The portal's envelope around its answers; some tools save only what is inside. */
export const envelopeSchema = z.looseObject({ data: z.looseObject({}) })

/** An answer without figures, such as that of a session that has ended. */
export const refusalSchema = z.looseObject({ code: z.string(), message: name, data: z.null().optional() })

/** Groups with `metrics[]`, and the ranking. */
export const listSchema = z.looseObject({ overview: z.unknown(), evaluation: z.array(z.unknown()) })

/** Groups with figures in fields of their own. */
export const treeSchema = z.looseObject({ parent: z.unknown(), children: z.array(z.unknown()).nullish() })
