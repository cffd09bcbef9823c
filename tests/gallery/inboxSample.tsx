import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { InboxPart } from '../../src/features/review/inbox/InboxPart.tsx'
import type { ReviewAddress } from '../../src/features/review/reviewProps.ts'
import type { Agency } from '../../src/model/agency.ts'
import type { Catalogue } from '../../src/model/catalogue.ts'
import type {
  LedgerAct,
  LedgerEntry,
  ReceivedFile,
  ReceivedSubmission,
  ReviewRound,
} from '../../src/model/review.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import type { Submission } from '../../src/model/submission.ts'
import { foldLedger } from '../../src/scoring/review/foldLedger.ts'
import type { OpenRound } from '../../src/state/review/openRound.ts'
import type { ReviewView } from '../../src/state/review/reviewView.ts'

const illustrative = { certainty: 'illustrative', source: null } as const

/** Two leaves, one figure and one claim. */
export const sampleRules: RuleSet = {
  id: 'bo-mau',
  version: '3',
  title: 'Bộ chỉ số mẫu',
  shortTitle: 'Bộ mẫu',
  decisionId: 'mau',
  validFrom: '2026-01-01',
  scale: '10',
  itemWord: 'tiêu chí',
  itemDepth: 1,
  rounding: { ratio: null, leaf: { places: 2, mode: 'halfUp' }, group: null, total: null },
  pointsPlaces: 2,
  roundingProvenance: illustrative,
  bands: [],
  bandsProvenance: illustrative,
  tieStyle: 'competition',
  metrics: [
    { id: 'tu', name: 'Hồ sơ trực tuyến toàn trình', unit: 'hồ sơ', valueType: 'count' },
    { id: 'mau', name: 'Hồ sơ đã tiếp nhận', unit: 'hồ sơ', valueType: 'count' },
  ],
  criteria: [
    {
      id: 'linh-vuc',
      code: '1',
      name: 'Dịch vụ công',
      maxPoints: '10',
      provenance: illustrative,
      subCriteria: [
        {
          id: 'truc-tuyen',
          code: '1.1',
          name: 'Tỷ lệ hồ sơ trực tuyến toàn trình',
          maxPoints: '10',
          provenance: illustrative,
          rule: {
            kind: 'ratio',
            numerator: 'tu',
            denominator: 'mau',
            direction: 'higherIsBetter',
            targetPercent: '100',
            scaling: 'shareOfTarget',
            whenDenominatorZero: 'notApplicable',
            whenMissing: 'missing',
          },
        },
      ],
    },
  ],
  pools: [],
}

export const sampleAgencies: readonly Agency[] = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
  'Sở Tư pháp',
  'Sở Y tế',
].map((name, place) => ({ id: `so-${place + 1}`, code: null, name, level: 'department' }))

const communes: readonly Agency[] = Array.from({ length: 3 }, (_, place) => ({
  id: `xa-${place + 1}`,
  code: null,
  name: `UBND xã Minh Họa ${place + 1}`,
  level: 'commune',
}))

export const sampleRound: ReviewRound = {
  format: 1,
  id: 'dot-mau',
  name: 'Đợt mẫu',
  ruleSet: { id: 'bo-mau', version: '3', sha256: '3'.repeat(64) },
  period: '2026-10',
  groups: [
    { groupId: 'cac-so', name: 'Các sở, ban, ngành', agencyIds: sampleAgencies.map(each => each.id) },
    { groupId: 'cac-xa', name: 'Các xã', agencyIds: communes.map(each => each.id) },
  ],
  createdAt: '2026-11-01T00:00:00.000Z',
  provenance: illustrative,
}

const sha = (name: string) => name.padEnd(64, '0')

type ReadFile = Extract<ReceivedFile, { outcome: 'read' }>

export function sampleFile(agencyId: string, name: string, parts: Partial<ReadFile> = {}): ReadFile {
  return {
    sha256: sha(name),
    fileName: `tu-cham_${agencyId}_${name}.parboard`,
    bytes: 32_000,
    outcome: 'read',
    agencyId,
    agencyName: null,
    period: '2026-10',
    ruleSet: sampleRound.ruleSet,
    madeAt: '2026-11-05T02:00:00.000Z',
    submissionId: `bo-mau.2026-10.${agencyId}`,
    approvedBy: 'Trần Minh Họa',
    approvedOn: '2026-11-05',
    rescored: 'identical',
    origin: 'file',
    answers: null,
    warnings: [],
    ...parts,
  }
}

function sampleSubmission(
  agencyId: string,
  tu: string,
  mau: string,
  parts: Partial<Submission> = {},
): Submission {
  return {
    id: `bo-mau.2026-10.${agencyId}`,
    ruleSetId: 'bo-mau',
    ruleSetVersion: '3',
    agencyId,
    period: '2026-10',
    stage: 'selfAssessment',
    provenance: illustrative,
    values: [
      { metricId: 'tu', state: 'entered', value: tu },
      { metricId: 'mau', state: 'entered', value: mau },
    ],
    ...parts,
  }
}

const refusedFile: ReceivedFile = {
  sha256: sha('hong'),
  fileName: 'tu-cham_so-4.parboard',
  bytes: 31_000,
  outcome: 'refused',
  why: 'altered',
  agencyId: 'so-4',
  problems: [
    {
      vi: 'submission.json: nội dung không đúng mã băm SHA-256 trong mục lục',
      en: 'submission.json: does not match its SHA-256 hash in the list',
    },
  ],
}

export type InboxScene = {
  readonly entries: readonly LedgerEntry[]
  readonly received: readonly ReceivedSubmission[]
}

function lines(acts: readonly (readonly [LedgerAct, string])[]): readonly LedgerEntry[] {
  return acts.map(([act, at], place) => ({
    id: `but-${place + 1}`,
    pen: 'but',
    seq: place + 1,
    previous: null,
    clock: place + 1,
    by: 'Văn thư',
    at,
    act,
  }))
}

export const emptyInbox: InboxScene = { entries: [], received: [] }

/** One of everything: on time, late, two versions, other rules, altered, unclear, not received. */
export const fullInbox: InboxScene = {
  entries: lines([
    [
      { kind: 'deadline', stage: 'selfAssessment', at: '2026-11-10T17:00:00+07:00', reason: null },
      '2026-11-01T01:00:00.000Z',
    ],
    [{ kind: 'receive', file: sampleFile('so-1', 'a1') }, '2026-11-06T02:00:00.000Z'],
    [{ kind: 'receive', file: sampleFile('so-2', 'b1') }, '2026-11-06T02:00:00.000Z'],
    [{ kind: 'receive', file: sampleFile('so-2', 'b2') }, '2026-11-07T02:00:00.000Z'],
    [
      { kind: 'receive', file: sampleFile('so-3', 'c1', { madeAt: '2026-11-12T02:00:00.000Z' }) },
      '2026-11-12T03:00:00.000Z',
    ],
    [{ kind: 'receive', file: refusedFile }, '2026-11-06T02:00:00.000Z'],
    [
      {
        kind: 'receive',
        file: sampleFile('so-5', 'e1', {
          ruleSet: { id: 'bo-mau', version: '2', sha256: '2'.repeat(64) },
        }),
      },
      '2026-11-06T02:00:00.000Z',
    ],
    [{ kind: 'receive', file: sampleFile('xa-1', 'f1') }, '2026-11-11T02:00:00.000Z'],
  ]),
  received: [
    { sha256: sha('a1'), submission: sampleSubmission('so-1', '50', '100'), previous: null },
    { sha256: sha('b1'), submission: sampleSubmission('so-2', '60', '100'), previous: null },
    {
      sha256: sha('b2'),
      submission: sampleSubmission('so-2', '80', '100', {
        explanations: [{ criterionId: 'truc-tuyen', text: 'Đã tính thêm hồ sơ nộp qua bưu chính.' }],
      }),
      previous: null,
    },
    { sha256: sha('c1'), submission: sampleSubmission('so-3', '1', '2'), previous: null },
    {
      sha256: sha('e1'),
      submission: sampleSubmission('so-5', '7', '10', { ruleSetVersion: '2' }),
      previous: null,
      carried: { submission: sampleSubmission('so-5', '7', '10'), previous: null },
    },
    { sha256: sha('f1'), submission: sampleSubmission('xa-1', '3', '4'), previous: null },
  ],
}

const review: ReviewView = {
  stage: 'firstReview',
  writable: 'yes',
  agencies: new Map(),
  scoring: { done: 0, of: 0 },
  formOf: () => ({ areas: [], metricIds: [] }),
  agencyOf: () => null,
  peersAt: () => null,
}

const catalogue: Catalogue = {
  documents: 'documents.json',
  agencies: 'agencies.json',
  figures: 'figures.json',
  ruleSets: [],
  submissions: [],
  tables: [],
  plans: [],
  opening: { ruleSetId: 'bo-mau', period: '2026-10', agencyId: 'so-1' },
}

const directory = { agencies: [...sampleAgencies, ...communes], groups: [] }

/** The inbox over a round that lives in the page alone. */
export function InboxSample({
  scene,
  me = 'Lê Thị Bình',
  address: start = {},
  watch,
}: {
  scene: InboxScene
  me?: string
  address?: ReviewAddress
  /** Told the lines and the address whenever they change. */
  watch?: (entries: readonly LedgerEntry[], address: ReviewAddress) => void
}) {
  const [entries, setEntries] = useState(scene.entries)
  const [address, setAddress] = useState(start)
  const [client] = useState(() => new QueryClient())
  const open = useMemo((): OpenRound => {
    const state = foldLedger(sampleRound, entries)
    return {
      round: sampleRound,
      ruleSet: sampleRules,
      state,
      received: new Map(scene.received.map(each => [each.sha256, each])),
      me,
      setMe: () => {},
      append: acts => {
        if (me === '') return []
        const added = acts.map((act, place): LedgerEntry => {
          const seq = entries.length + place + 1
          const at = '2026-11-15T02:00:00.000Z'
          return { id: `but-${seq}`, pen: 'but', seq, previous: null, clock: seq, by: me, at, act }
        })
        setEntries([...entries, ...added])
        return added
      },
      merge: () => {},
      fileOf: async () => null,
      saving: { status: 'saved' },
      broken: [],
    }
  }, [entries, me, scene.received])
  watch?.(entries, address)
  const [change] = useState(() => (next: ReviewAddress) => setAddress(before => ({ ...before, ...next })))
  return (
    <QueryClientProvider client={client}>
      <InboxPart
        open={open}
        review={review}
        catalogue={catalogue}
        directory={directory}
        documents={[]}
        address={address}
        change={change}
        isWide
        linkToDocument={(_, label) => label}
      />
    </QueryClientProvider>
  )
}
