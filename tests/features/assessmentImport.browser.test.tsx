import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ImportPanel } from '../../src/features/self-assessment/import/ImportPanel.tsx'
import { PastePanel } from '../../src/features/self-assessment/import/PastePanel.tsx'
import { ReadFigures } from '../../src/features/self-assessment/import/ReadFigures.tsx'
import { file as keptFile } from '../../src/io/drafts/fileStore.ts'
import { noSubject } from '../../src/io/figureImport/importTarget.ts'
import type { Draft, DraftEdit } from '../../src/model/draft.ts'
import type { FigureImport } from '../../src/model/figureImport.ts'
import { readFigures } from '../../src/state/assessment/figureImport.ts'
import { importTargetOf } from '../../src/state/assessment/importTarget.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import {
  aDraftOf,
  anAssessmentOf,
  Parts,
  scan,
  someFigures,
  ward,
} from '../gallery/assessmentPartsSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'

let drawn: Mounted | undefined
let change: (edits: readonly DraftEdit[]) => void = () => undefined
let changes: Draft[] = []
let isClosed = false
let went: unknown[] = []

function draw(
  panel: 'import' | FigureImport | { readonly text: string; readonly from: string | null },
  language: 'vi' | 'en' = 'vi',
) {
  drawn = mount(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language={language}>
        <Parts edits={someFigures} watch={draft => changes.push(draft)}>
          {props => {
            change = props.open.change
            const given = {
              ...props,
              close: () => (isClosed = true),
              goTo: (place: unknown) => went.push(place),
            }
            return panel === 'import' ? (
              <ImportPanel {...given} />
            ) : 'entries' in panel ? (
              <ReadFigures {...given} read={panel} />
            ) : (
              <PastePanel {...given} initialText={panel.text} fromMetricId={panel.from} />
            )
          }}
        </Parts>
      </LanguageProvider>
    </QueryClientProvider>,
  )
}

beforeEach(() => page.viewport(1366, 768))
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors ?? []).toEqual([])
  drawn = undefined
  changes = []
  isClosed = false
  went = []
})

const textOfField = (id: string) => {
  const entry = changes.at(-1)?.fields.get(id)
  return entry?.state === 'typed' ? entry.text : entry?.state
}
async function choose(file: File) {
  const input = page.getByLabelText(/Chọn tệp/)
  await expect.element(input).toBeInTheDocument()
  await userEvent.upload(input, file)
}
const csv = (text: string, name = 'bang.csv') => new File([text], name, { type: 'text/csv' })

describe('a file', () => {
  test('is shown as a difference, and applied in one step only when its reader says so', async () => {
    draw('import')
    await choose(
      csv(
        'Chỉ tiêu;Giá trị\nSố hồ sơ n;90\nSố hồ sơ d;1.464\nn2;12,5\nSố hồ sơ khác;3\nqua-han;-\nCó kênh;không\n',
      ),
    )
    await expect
      .element(page.getByText('2 ô đổi số, 1 ô sẽ mất số đang có, 1 ô không đổi, 2 chỗ không lấy được'))
      .toBeVisible()
    expect(changes).toEqual([])
    const rows = page.getByRole('table').getByRole('row')
    expect(rows.all().length).toBe(4)
    await expect.element(rows.nth(1)).toHaveTextContent('1.464 hồ sơ')
    // What would take a figure away is left out until somebody wants it.
    await expect.element(page.getByRole('checkbox', { name: /qua-han/ })).not.toBeChecked()
    await page.getByRole('checkbox', { name: /Có kênh/ }).click()
    await page.getByRole('button', { name: 'Áp dụng 1 ô' }).click()
    await expect.poll(() => changes.length).toBe(1)
    expect(textOfField('d')).toBe('1.464')
    expect(textOfField('flag')).toBe('có')
    expect(textOfField('qua-han')).toBe('10')
    expect(isClosed).toBe(true)
  })

  test('keeps what was chosen when another tab saves', async () => {
    draw('import')
    await choose(csv('Chỉ tiêu;Giá trị\nSố hồ sơ d;1.464\nn2;12\nqua-han;-\n'))
    await page.getByRole('checkbox', { name: /Số hồ sơ d”/ }).click()
    await page.getByRole('checkbox', { name: /qua-han/ }).click()
    change([{ kind: 'field', metricId: 'n', entry: { state: 'typed', text: '91' } }])
    await expect.poll(() => changes.length).toBe(1)
    await expect.element(page.getByRole('checkbox', { name: /Số hồ sơ d”/ })).not.toBeChecked()
    await expect.element(page.getByRole('checkbox', { name: /qua-han/ })).toBeChecked()
    await page.getByRole('button', { name: 'Áp dụng 2 ô' }).click()
    await expect.poll(() => changes.length).toBe(2)
    expect([textOfField('d'), textOfField('n2'), textOfField('n')]).toEqual(['100', '12', '91'])
  })

  test('of a submission brings its evidence, the bytes of what is ticked alone', async () => {
    const other = { ...scan, id: 'tai-lieu-9', title: 'Ảnh chụp', number: '9' }
    const file = { name: 'anh.png', bytes: 2, sha256: 'cd'.repeat(32) }
    const entryOf = (item: typeof scan): FigureImport['entries'][number] => ({
      place: { sheet: '', cell: 'evidence[0]', title: item.title },
      edit: { kind: 'evidence', item },
    })
    draw({
      file: 'nop.parboard',
      kind: 'package',
      subject: noSubject,
      entries: [entryOf(scan), entryOf({ ...other, file })],
      problems: [],
      files: new Map([
        [scan.file?.sha256 ?? '', new Uint8Array([1, 2, 3])],
        [file.sha256, new Uint8Array([4, 5])],
      ]),
    })
    await page.getByRole('checkbox').last().click()
    await page.getByRole('button', { name: 'Áp dụng 1 ô' }).click()
    await expect.poll(() => isClosed).toBe(true)
    expect(changes.at(-1)?.evidence.map(({ id }) => id)).toEqual([scan.id])
    const kept = await keptFile(scan.file?.sha256 ?? '')
    expect([...new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer(0))]).toEqual([1, 2, 3])
    expect(await keptFile(file.sha256)).toBeNull()
  })

  test('that is no table is refused in words, and another can be chosen', async () => {
    draw('import')
    await choose(csv('%PDF-1.7', 'bao-cao.xlsx'))
    await expect.element(page.getByText(/tệp PDF/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: /Áp dụng/ })).not.toBeInTheDocument()
    await choose(csv('n;95\nd;100\n'))
    await expect.element(page.getByRole('button', { name: 'Áp dụng 1 ô' })).toBeVisible()
    expect(changes).toEqual([])
  })

  test('stops when it is told to', async () => {
    const assessment = anAssessmentOf(aDraftOf())
    const stop = new AbortController()
    const steps: string[] = []
    const reading = readFigures(
      [csv('n;1\n'.repeat(200_000))],
      importTargetOf(assessment, [ward]),
      step => steps.push(step),
      stop.signal,
    )
    stop.abort(new Error('dừng'))
    await expect(reading).rejects.toThrow('dừng')
    expect(steps).toEqual(['reading'])
  })

  test('tells its steps as it goes', async () => {
    const assessment = anAssessmentOf(aDraftOf())
    const steps: string[] = []
    const read = await readFigures(
      [csv('n;1\n')],
      importTargetOf(assessment, [ward]),
      step => steps.push(step),
      new AbortController().signal,
    )
    expect(steps).toEqual(['reading', 'matching'])
    expect(read.entries).toHaveLength(1)
  })
})

describe('what was copied from a sheet', () => {
  test('shows what goes where as it is typed, and goes in with the keyboard alone', async () => {
    draw({ text: '', from: 'n2' })
    const box = page.getByRole('textbox', { name: 'Các ô chép từ Excel, LibreOffice hoặc Word' })
    await expect.element(box).toHaveFocus()
    await userEvent.fill(box, '7\n9')
    await expect.element(page.getByText('1 ô mới, 1 ô đổi số')).toBeVisible()
    for (let press = 0; press < 20 && !document.activeElement?.textContent?.startsWith('Áp dụng'); press++)
      await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => changes.length).toBe(1)
    expect(textOfField('n2')).toBe('7')
    expect(textOfField('d2')).toBe('9')
    expect(went).toEqual([])
  })

  test('names what does not fit by its row and column', async () => {
    draw({ text: '7\nabc\n', from: 'sang-kien' })
    await expect.element(page.getByText('hàng 2, cột 1')).toBeVisible()
    await expect.element(page.getByText(/không còn ô nào ở dưới/)).toBeVisible()
  })
})

test.each([
  ['light', 'vi', 1366, 768],
  ['dark', 'en', 390, 844],
  ['contrast', 'vi', 390, 844],
] as const)(
  'axe finds nothing serious and nothing sticks out: %s %s %d',
  async (theme, language, width, height) => {
    document.documentElement.dataset['theme'] = theme
    await page.viewport(width, height)
    draw({ text: 'Số hồ sơ n\t7\t8\nn2\t-\ngì đó\t3\nSố hồ sơ d\tabc\nflag\tx', from: null }, language)
    await expect.element(page.getByRole('table')).toBeInTheDocument()
    expect(severeFindings(await axe.run('dialog'))).toEqual([])
    const body = document.querySelector('.sa-import-body')
    expect(body?.scrollWidth).toBeLessThanOrEqual(body?.clientWidth ?? 0)
    for (const control of document.querySelectorAll<HTMLElement>('dialog button, dialog .sa-import-tick'))
      expect(control.getBoundingClientRect().height, control.outerHTML).toBeGreaterThanOrEqual(
        width < 721 ? 28 : 24,
      )
    delete document.documentElement.dataset['theme']
  },
)
