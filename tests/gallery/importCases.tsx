import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { readPasted } from '../../src/io/figureImport/readPasted.ts'
import { withSubjectProblems } from '../../src/io/figureImport/subjectProblems.ts'
import '../../src/features/self-assessment/import/import.css'
import { ReadFigures } from '../../src/features/self-assessment/import/ReadFigures.tsx'
import type { FigureImport } from '../../src/model/figureImport.ts'
import { importTargetOf } from '../../src/state/assessment/importTarget.ts'
import { aDraftOf, anAssessmentOf, Parts, province, someFigures, ward } from './assessmentPartsSample.tsx'
import type { GalleryCase } from './cases.tsx'

const target = importTargetOf(anAssessmentOf(aDraftOf(someFigures)), [ward, province])

function readOf(text: string): FigureImport {
  return readPasted(text, target, null)
}

const changes = readOf(
  'Chỉ tiêu\tGiá trị\nSố hồ sơ n\t1.464\nSố hồ sơ d\t100\nSố hồ sơ n2\tchưa có số liệu\nSố hồ sơ qua-han\t-\nCó kênh\tKhông',
)
const mistakes = readOf(
  'Chỉ tiêu\tGiá trị\nSố hồ sơ n\t12,5\nMột tên chỉ tiêu rất dài mà bộ chỉ số không có, chép từ biểu mẫu của năm trước sau khi đổi tên\t3\nSố hồ sơ d\t1.2.3\nSố hồ sơ d2\t60',
)
const ofAnother = withSubjectProblems(
  {
    ...changes,
    file: 'bang.xlsx',
    kind: 'table',
    subject: {
      ...changes.subject,
      agencyText: 'Ban Quản lý các khu kinh tế và các khu công nghiệp',
      period: '2026-10',
    },
  },
  target,
)

function importCase(id: string, title: string, read: FigureImport): GalleryCase {
  return {
    id,
    part: 'screens',
    title,
    draw: () => (
      <QueryClientProvider client={new QueryClient()}>
        <Parts edits={someFigures}>
          {props => (
            <div className="sa-import-body">
              <ReadFigures {...props} read={read} close={() => undefined} goTo={() => undefined} />
            </div>
          )}
        </Parts>
      </QueryClientProvider>
    ),
  }
}

export const importCases: readonly GalleryCase[] = [
  importCase('import-changes', 'Nạp số liệu: mới, đổi, bỏ số đang có', changes),
  importCase('import-mistakes', 'Nạp số liệu: chỗ không lấy được', mistakes),
  importCase('import-another', 'Nạp số liệu: của đơn vị và kỳ khác', ofAnother),
  importCase('import-nothing', 'Nạp số liệu: không có gì để lấy', readOf('abc\tdef\nghi\tklm')),
]
