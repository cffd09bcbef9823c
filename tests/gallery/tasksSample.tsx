import { useMemo, useState } from 'react'
import type { TaskBooks } from '../../src/features/tasks/shared.ts'
import { TasksBoard } from '../../src/features/tasks/TasksBoard.tsx'
import type { TasksAddress } from '../../src/features/tasks/tasksAddress.ts'
import type { AgencyDirectory } from '../../src/model/agency.ts'
import type { Plan, PlanTask } from '../../src/model/plan.ts'
import type { SourceDocument } from '../../src/model/provenance.ts'
import type { LedgerAct, LedgerEntry, ReviewRound } from '../../src/model/review.ts'
import { foldLedger } from '../../src/scoring/review/foldLedger.ts'
import { agenciesOn } from '../../src/state/tasks/agenciesOf.ts'
import { planRows, remedyRows } from '../../src/state/tasks/taskRows.ts'
import type { TaskPlan } from '../../src/state/tasks/tasksView.ts'

export const today = '2026-11-21'

const document: SourceDocument = {
  id: 'kh-1',
  kind: 'plan',
  number: '12/KH-UBND',
  title: 'Kế hoạch thử',
  issuer: 'UBND tỉnh',
  date: '2025-02-01',
  checkedOn: '2026-11-01',
  read: true,
}

export const directory: AgencyDirectory = {
  agencies: [
    { id: 'tinh', code: null, name: 'Tỉnh Thử', level: 'province' },
    {
      id: 'so-tttt',
      code: null,
      name: 'Sở Thông tin và Truyền thông',
      level: 'department',
      validTo: '2025-02-28',
      successorId: 'so-khcn',
    },
    { id: 'so-khcn', code: null, name: 'Sở Khoa học và Công nghệ', level: 'department', parentId: 'tinh' },
    {
      id: 'bql',
      code: null,
      name: 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
      level: 'department',
      parentId: 'tinh',
    },
  ],
  groups: [
    {
      id: 'cac-so',
      name: 'Các sở, ban, ngành',
      use: 'addressees',
      members: { level: 'department', parentId: 'tinh' },
    },
  ],
}

const task = (id: string, more: Partial<PlanTask>): PlanTask => ({
  id,
  kind: 'task',
  number: id,
  section: 'I. Mục đầu',
  name: `Nhiệm vụ ${id} ghi đủ như trong văn bản`,
  shortName: `Nhiệm vụ ${id}`,
  criterionIds: [],
  lead: 'Sở Thông tin và Truyền thông',
  leadIds: ['so-tttt'],
  provenance: { certainty: 'stated', source: { documentId: 'kh-1', place: `Phụ lục, nhiệm vụ ${id}` } },
  ...more,
})

export const plan: Plan = {
  id: 'ke-hoach',
  title: 'Kế hoạch thử',
  documentId: 'kh-1',
  year: 2025,
  agencyId: 'tinh',
  ruleSetId: 'bo',
  linksCertainty: 'inferred',
  targets: [],
  phases: [
    {
      id: 'a',
      name: 'Giai đoạn 1',
      from: '2025-01-01',
      to: '2025-12-31',
      written: 'năm 2025',
      covers: 'việc thứ nhất',
      provenance: { certainty: 'stated', source: null },
    },
    {
      id: 'b',
      name: 'Giai đoạn 2',
      from: '2025-12-01',
      to: '2026-12-31',
      written: 'từ 12/2025',
      covers: 'việc thứ hai',
      provenance: { certainty: 'stated', source: null },
    },
  ],
  tasks: [
    task('1', { deadline: { kind: 'month', written: 'Trong tháng 6/2025', by: '2025-06-30' } }),
    task('2', {
      deadline: { kind: 'date', written: 'trước 01/12/2026', by: '2026-11-30' },
      lead: 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
      leadIds: ['bql', 'so-khcn'],
      criterionIds: ['TC-1'],
    }),
    task('3', {
      deadline: {
        kind: 'month',
        written: '12/2026, chậm nhất 03/2027',
        by: '2026-12-31',
        latest: '2027-03-31',
      },
      section: 'II. Mục sau',
    }),
    task('4', {
      deadline: { kind: 'continuous', written: 'Thường xuyên' },
      lead: 'Các sở, ban, ngành',
      leadIds: ['cac-so'],
    }),
    task('5', {
      deadline: { kind: 'event', written: 'Sau nhiệm vụ 1', after: 'nhiệm vụ 1', taskId: '1' },
    }),
    task('6', { kind: 'duty' }),
    task('7', {
      kind: 'report',
      deadline: { kind: 'quarterly', written: 'hằng quý', on: ['03-05', '06-05', '09-05', '12-05'] },
      lead: 'Các sở, ban, ngành',
      leadIds: ['cac-so'],
    }),
  ],
}

const round = (id: string, name: string | null): ReviewRound => ({
  format: 1,
  id,
  name,
  ruleSet: { id: 'bo', version: '1', sha256: '0'.repeat(64) },
  period: '2026-10',
  groups: [],
  createdAt: '2026-11-01T00:00:00.000Z',
  provenance: { certainty: 'illustrative', source: null },
})

const line = (seq: number, act: LedgerAct, by = 'Nguyễn Văn An'): LedgerEntry => ({
  id: `but-${seq}`,
  pen: 'but',
  seq,
  previous: null,
  clock: seq,
  by,
  at: '2026-11-20T02:00:00.000Z',
  act,
})

/** The screen over a ledger that lives in the test. */
export function TasksSample({
  opening = {},
  plans = [plan],
  said = [],
  me = 'Nguyễn Văn An',
}: {
  opening?: TasksAddress
  plans?: readonly Plan[]
  said?: readonly LedgerAct[]
  me?: string
}) {
  const [address, setAddress] = useState(opening)
  const [name, setName] = useState(me)
  const [entries, setEntries] = useState<readonly LedgerEntry[]>(() =>
    said.map((act, index) => line(index + 1, act)),
  )
  const on = address.on ?? today
  const view = useMemo(() => {
    const setting = { on, agencyOf: agenciesOn(directory, on), documents: [document], ruleSets: [] }
    const own = foldLedger(round('nhiem-vu', null), entries)
    const book = { taskStates: own.taskStates, entries }
    const rounds =
      own.remedies.size > 0 ? [{ ...book, round: round('dot', 'Đợt tháng 10'), remedies: own.remedies }] : []
    const all = [
      ...plans.map(each => planRows(each, book, setting)),
      ...rounds.map(each => remedyRows(each, setting)),
    ]
    return {
      status: 'ready' as const,
      rows: all.flat(),
      plans: all.flatMap(([first]): readonly TaskPlan[] => (first ? [first.plan] : [])),
      files: plans,
      problems: [],
      retry: () => {},
    }
  }, [on, entries, plans])
  const book: TaskBooks = {
    me: name,
    setMe: setName,
    saving: { status: 'saved' },
    areRoundsBlocked: false,
    append: (_, acts) => {
      const added = acts.map((act, index) => line(entries.length + index + 1, act, name))
      setEntries([...entries, ...added])
      return Promise.resolve(added)
    },
  }
  return (
    <TasksBoard
      view={view}
      directory={directory}
      groupsOf={id => (id === 'bql' || id === 'so-khcn' ? ['cac-so'] : [])}
      on={on}
      today={today}
      address={address}
      change={next => setAddress({ ...address, ...next })}
      book={book}
      linkToDocument={(id, label) => <a href={`#${id}`}>{label}</a>}
    />
  )
}

/** A remedial task with a long name, led by somebody outside the directory. */
export const remedy: LedgerAct = {
  kind: 'remedy',
  taskId: 'khac-phuc-1',
  task: {
    name: 'Khắc phục tỷ lệ hồ sơ trực tuyến toàn trình của Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk',
    criterionIds: ['TC-1'],
    agencyId: 'bql',
    leadIds: [],
    lead: 'Tổ công tác 06',
    product: null,
    due: '2026-12-15',
  },
  over: [],
}
