import type { TasksAddress } from '../../src/features/tasks/tasksAddress.ts'
import type { LedgerAct } from '../../src/model/review.ts'
import type { GalleryCase } from './cases.tsx'
import { remedy, TasksSample } from './tasksSample.tsx'

function tasksCase(
  id: string,
  title: string,
  opening: TasksAddress = {},
  said: readonly LedgerAct[] = [],
): GalleryCase {
  return {
    id: `tasks-${id}`,
    part: 'screens',
    title: `Nhiệm vụ: ${title}`,
    draw: () => <TasksSample opening={opening} said={said} />,
  }
}

const done: LedgerAct = {
  kind: 'taskState',
  planId: 'ke-hoach',
  taskId: '1',
  state: 'done',
  on: '2025-07-14',
  note: 'Báo cáo 15/BC-STTTT',
  over: [],
}
const doing: LedgerAct = { ...done, taskId: '2', state: 'doing', on: '2026-11-01', note: null }

/** The screen Nhiệm vụ in each of its views and states. */
export const tasksCases: readonly GalleryCase[] = [
  tasksCase('list', 'danh sách'),
  tasksCase('by-plan', 'theo kế hoạch', { sort: 'plan', plan: 'ke-hoach' }),
  tasksCase('by-lead', 'theo cơ quan chủ trì', { sort: 'lead' }),
  tasksCase('reported', 'đã có báo cáo và khắc phục', {}, [done, doing, remedy]),
  tasksCase('remedy', 'khắc phục', { plan: 'remedy-dot' }, [remedy]),
  tasksCase('leads', 'cơ quan chủ trì', { show: 'leads' }, [done, doing]),
  tasksCase('phases', 'giai đoạn', { show: 'phases' }),
  tasksCase('calendar', 'lịch báo cáo', { show: 'calendar' }),
  tasksCase('calendar-all', 'mọi hạn trong năm', { show: 'calendar', rows: 'all' }),
  tasksCase('none', 'không dòng nào khớp', { q: 'không có chữ này' }),
  tasksCase('unknown-plan', 'kế hoạch không có', { plan: 'remedy-khong-co' }),
]
