import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HandInPanel } from '../../src/features/self-assessment/hand-in/HandInPanel.tsx'
import { OpenedDialog } from '../../src/features/self-assessment/hand-in/OpenedPackage.tsx'
import { keptDraft, keptDrafts } from '../../src/io/drafts/draftStore.ts'
import { putFile } from '../../src/io/drafts/fileStore.ts'
import { hashBytes } from '../../src/io/hash/hashBytes.ts'
import type { DraftEdit } from '../../src/model/draft.ts'
import type { RuleSet } from '../../src/model/ruleSet.ts'
import { keptRules } from '../../src/state/assessment/keptRules.ts'
import { openPackage } from '../../src/state/assessment/openPackage.ts'
import type { PackageOpening } from '../../src/state/assessment/packageVerdict.ts'
import { toDraft } from '../../src/state/assessment/toDraft.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import {
  aDraft,
  agency,
  aNewerSet,
  aSet,
  complete,
  troubled,
  typed,
  useSample,
} from '../gallery/handInSample.tsx'
import '../gallery/styles.ts'
import { type Mounted, mount } from '../server/mount.ts'
import { severeFindings } from '../server/severeFindings.ts'

const set = aSet()
let drawn: Mounted | undefined
let wentTo: unknown = null
let saved: { readonly name: string; readonly blob: Blob }[] = []
const { createObjectURL } = URL
const { click } = HTMLAnchorElement.prototype

/** The people are asked by others, not by the agency. */
const surveyed = aSet({
  criteria: set.criteria.map(area => ({
    ...area,
    subCriteria: area.subCriteria?.map(leaf =>
      leaf.id === 'II.1' ? { ...leaf, assessedBy: 'survey' } : leaf,
    ),
  })),
})

function Panel({ edits, among = set }: { edits: readonly DraftEdit[]; among?: RuleSet }) {
  const sample = useSample(aDraftOnce(edits), among)
  return <HandInPanel {...sample} close={() => {}} goTo={place => (wentTo = place)} />
}

const drafts = new WeakMap<object, ReturnType<typeof aDraft>>()
function aDraftOnce(edits: readonly DraftEdit[]) {
  const known = drafts.get(edits) ?? aDraft(set, edits)
  drafts.set(edits, known)
  return known
}

function draw(node: React.ReactNode) {
  drawn = mount(
    <QueryClientProvider client={new QueryClient()}>
      <LanguageProvider language="vi">
        <HatchPatterns />
        {node}
      </LanguageProvider>
    </QueryClientProvider>,
  )
}

beforeEach(async () => {
  await page.viewport(1366, 768)
  wentTo = null
  saved = []
  const blobs = new Map<string, Blob>()
  URL.createObjectURL = (blob: Blob) => {
    const url = createObjectURL.call(URL, blob)
    blobs.set(url, blob)
    return url
  }
  // What would land in the download folder.
  HTMLAnchorElement.prototype.click = function () {
    const blob = blobs.get(this.href)
    if (this.download !== '' && blob) saved.push({ name: this.download, blob })
    else click.call(this)
  }
})

afterEach(() => {
  URL.createObjectURL = createObjectURL
  HTMLAnchorElement.prototype.click = click
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
})

const make = page.getByRole('button', { name: 'Xuất tệp nộp' })

async function bytesOf(): Promise<Uint8Array<ArrayBuffer>> {
  const [first] = saved
  if (!first) throw new Error('nothing was saved')
  return new Uint8Array(await first.blob.arrayBuffer())
}

async function open(here: RuleSet | null, name = 'a.parboard'): Promise<PackageOpening> {
  return openPackage(new File([await bytesOf()], name), {
    directory: { agencies: [agency] },
    ruleSet: async () => here,
  })
}

describe('handing in', () => {
  test('what blocks is said, leads to its field, and nothing is made', async () => {
    draw(<Panel edits={troubled} />)
    await expect.element(page.getByRole('heading', { name: 'Còn vướng' })).toBeVisible()
    await make.click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('Chưa xuất được')
    await expect.element(page.getByText('Chưa ghi họ và tên người duyệt.')).toBeVisible()
    await expect.poll(() => document.activeElement?.closest('.sa-hand-in-checks') !== null).toBe(true)
    expect(saved).toEqual([])
    await page
      .getByRole('button', { name: /^Đến ô/ })
      .first()
      .click()
    expect(wentTo).toMatchObject({ nodeId: 'II.1', metricId: 'pleased' })
    expect(severeFindings(await axe.run(document))).toEqual([])
  })

  test('doubts are let stand one by one, or all with one reason', async () => {
    draw(<Panel edits={troubled.filter(edit => edit.kind !== 'field' || edit.metricId !== 'pleased')} />)
    await page.getByRole('button', { name: /Để nguyên cả/ }).click()
    await userEvent.keyboard('Đã kiểm tra với sổ gốc{Enter}')
    await expect.element(page.getByText('Không còn lỗi nào, mọi chỗ nghi ngờ đều có lý do.')).toBeVisible()
    expect(document.activeElement?.id).toBe('sa-hand-in-checks')
  })

  test('the approval is required, its day read as people write it', async () => {
    draw(<Panel edits={complete.filter(edit => edit.kind !== 'approval')} />)
    await make.click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('chưa ghi đủ người duyệt')
    const [name, office, on] = ['Họ và tên', 'Chức vụ', 'Ngày duyệt'].map(label => page.getByLabelText(label))
    await name?.fill('Nguyễn Thị Minh Họa')
    await office?.fill('Trưởng ban')
    await on?.fill('31/2/2026')
    await make.click()
    await expect.element(page.getByText(/tháng 2 năm 2026 không có ngày 31/)).toBeVisible()
    expect(saved).toEqual([])
    await on?.fill('5/3/2026')
    await name?.click()
    await expect.element(page.getByLabelText('Ngày duyệt')).toHaveValue('05/03/2026')
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    const opening = await open(set)
    expect(opening.kind === 'open' && opening.pack.manifest.approval).toEqual({
      name: 'Nguyễn Thị Minh Họa',
      title: 'Trưởng ban',
      on: '2026-03-05',
    })
  })

  test('the file is made, its hash shown, and opened again it is the same', async () => {
    draw(<Panel edits={complete} />)
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    expect(saved.map(each => each.name)).toEqual(['tu-cham_bo-thu_2026-11_ban-quan-ly.parboard'])
    const sha256 = hashBytes(await bytesOf())
    expect(document.querySelector('.sa-made code')?.textContent).toBe(sha256)
    // It stands in the list of files made.
    await expect.element(page.getByText(`${sha256.slice(0, 8)}…${sha256.slice(-8)}`)).toBeVisible()
    await expect.element(page.getByText('Bản nháp chưa thay đổi từ tệp này.')).toBeVisible()
    const opening = await open(set)
    expect(opening.kind === 'open' && opening.verdict.again.kind).toBe('identical')
    expect(opening.kind === 'open' && opening.pack.sha256).toBe(sha256)
    expect(severeFindings(await axe.run(document))).toEqual([])
  })

  test('two quick clicks make one file', async () => {
    draw(<Panel edits={complete} />)
    await expect.element(make).toBeVisible()
    const button = make.element()
    if (!(button instanceof HTMLElement)) throw new Error('no button')
    button.click()
    button.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    expect(saved).toHaveLength(1)
    expect(document.querySelectorAll('.sa-hand-in-history li')).toHaveLength(1)
    // And one more when asked again.
    await make.click()
    await expect.poll(() => saved.length).toBe(2)
  })

  test('nothing is downloaded once the dialog is closed', async () => {
    draw(<Panel edits={complete} />)
    await make.click()
    drawn?.unmount()
    // As long as another file takes from beginning to end.
    const before = saved.length
    draw(<Panel edits={[...complete]} />)
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    expect(saved.length).toBe(before + 1)
  })

  test('one number of missing figures, and what waits for others apart', async () => {
    const asked = [typed('online', '1464'), typed('filed', '1529')]
    draw(<Panel edits={asked} />)
    await expect.element(page.getByText('tạm tính, thiếu 3\u00a0số liệu', { exact: true })).toBeVisible()
    await expect.element(page.getByText('2\u00a0đã nhập, 3\u00a0thiếu', { exact: true })).toBeVisible()
    drawn?.unmount()
    draw(<Panel edits={asked} among={surveyed} />)
    await expect
      .element(
        page.getByText('tạm tính, thiếu 2\u00a0số liệu; 1\u00a0tiêu chí chờ khảo sát, thẩm định', {
          exact: true,
        }),
      )
      .toBeVisible()
    await expect.element(page.getByText('2\u00a0đã nhập, 2\u00a0thiếu', { exact: true })).toBeVisible()
  })

  test('an address nobody else can open is named, and the file is made without it', async () => {
    const item = { id: 'x', criterionIds: ['I.2'], title: 'Quyết định 12', url: 'D:\\QĐ\\12.pdf' }
    draw(<Panel edits={[...complete, { kind: 'evidence', item }]} />)
    await expect.element(page.getByText(/Đường dẫn của “Quyết định 12” không phải/)).toBeVisible()
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    const opening = await open(set)
    expect(opening.kind === 'open' && opening.pack.submission.evidence?.at(-1)).toEqual({
      id: 'x',
      criterionIds: ['I.2'],
      title: 'Quyết định 12',
    })
  })
})

describe('files of evidence', () => {
  const scan = new TextEncoder().encode('%PDF-1.7 báo cáo tháng 11')
  const sha256 = hashBytes(scan)
  const withScan: readonly DraftEdit[] = [
    ...complete,
    {
      kind: 'evidence',
      item: {
        id: 'quet',
        criterionIds: ['I.2'],
        title: 'Bản quét',
        file: { name: 'Báo cáo tháng 11.pdf', bytes: scan.length, sha256 },
      },
    },
  ]

  async function made(): Promise<Extract<PackageOpening, { kind: 'open' }>> {
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    const opening = await open(set)
    if (opening.kind !== 'open') throw new Error('the file was refused')
    return opening
  }

  test('go along, and into the store of whoever makes a draft of the file', async () => {
    expect(await putFile(sha256, new Blob([scan]))).toBe('kept')
    draw(<Panel edits={withScan} />)
    const { pack } = await made()
    expect([...pack.evidence.keys()]).toEqual([sha256])
    expect(pack.manifest.leftOut).toEqual([])
    const taken = await toDraft(pack, agency, new Date())
    expect(taken).toMatchObject({ isSaved: true, unkept: 0 })
    expect(taken.draft.evidence.map(item => item.file?.sha256)).toEqual([undefined, sha256])
    const kept = await keptDraft(taken.draft.id)
    expect(kept?.kind === 'draft' && kept.draft.fields).toEqual(taken.draft.fields)
    expect(await keptRules(taken.draft.ruleSet)).toEqual(set)
  })

  test('stay at home where their owner says so: the hash goes along', async () => {
    draw(<Panel edits={withScan} />)
    await page.getByRole('radio', { name: /Không kèm tệp/ }).click()
    const { pack } = await made()
    expect(pack.evidence.size).toBe(0)
    expect(pack.manifest.leftOut).toEqual([{ name: 'Báo cáo tháng 11.pdf', bytes: scan.length, sha256 }])
  })

  test('that this machine does not keep any more are named', async () => {
    const gone = withScan.map(edit =>
      edit.kind === 'evidence' && edit.item.file
        ? { ...edit, item: { ...edit.item, file: { ...edit.item.file, sha256: 'b'.repeat(64) } } }
        : edit,
    )
    draw(<Panel edits={gone} />)
    const { pack } = await made()
    expect(pack.manifest.leftOut.map(each => each.sha256)).toEqual(['b'.repeat(64)])
    await expect.element(page.getByText(/Máy này không còn giữ “Báo cáo tháng 11.pdf”/)).toBeVisible()
  })
})

describe('opening', () => {
  async function aFile() {
    draw(<Panel edits={complete} />)
    await make.click()
    await expect.element(page.getByRole('heading', { name: 'Đã tạo tệp nộp' })).toBeVisible()
    drawn?.unmount()
  }

  const show = (opening: PackageOpening) =>
    draw(
      <OpenedDialog
        file="a.parboard"
        state={{ status: 'read', opening }}
        openDraft={() => {}}
        close={() => {}}
      />,
    )

  test('another version here is said, with both totals and what changed', async () => {
    await aFile()
    show(await open(aNewerSet()))
    await expect.element(page.getByText('Tệp nguyên vẹn, chấm lại giống hệt bảng điểm đã nộp')).toBeVisible()
    await expect.element(page.getByText(/trang này công bố bản 3/)).toBeVisible()
    const totals = [...document.querySelectorAll('.sa-sheets tr.sum')].map(row => row.textContent)
    // 6 × 1464/1529 rounded to 5.74, 4 × 1402/1418 to 3.95, 86.5% gives 5
    expect(totals[0]).toContain('14,69')
    expect(totals[1]).toContain('8,95–14,95')
    expect(severeFindings(await axe.run(document))).toEqual([])
  })

  test('two quick clicks make one draft, and nobody is led to it once the file is closed', async () => {
    await aFile()
    const ids = async () =>
      (await keptDrafts()).flatMap(each => (each.kind === 'draft' ? [each.draft.id] : []))
    const opening = await open(set)
    const led: string[] = []
    const dialog = () =>
      draw(
        <OpenedDialog
          file="a.parboard"
          state={{ status: 'read', opening }}
          openDraft={id => led.push(id)}
          close={() => {}}
        />,
      )
    const clickTwice = async () => {
      const found = page.getByRole('button', { name: 'Mở thành bản nháp' })
      await expect.element(found).toBeVisible()
      const button = found.element()
      if (!(button instanceof HTMLElement)) throw new Error('no button')
      button.click()
      button.click()
    }
    const before = await ids()
    dialog()
    await clickTwice()
    drawn?.unmount()
    dialog()
    await clickTwice()
    await expect.poll(() => led.length).toBe(1)
    expect((await ids()).filter(id => !before.includes(id))).toEqual(led)
  })

  test('a rule set and an agency nobody knows here cannot become a draft, and it says why', async () => {
    await aFile()
    show(await open(null))
    await expect.element(page.getByText(/Trang này không có bộ chỉ số “bo-thu”/)).toBeVisible()
    await expect.element(page.getByText(/Không mở thành bản nháp được/)).toBeVisible()
    expect(page.getByRole('button', { name: 'Mở thành bản nháp' }).elements()).toEqual([])
  })

  test('a file that was changed is refused in words', async () => {
    await aFile()
    const bytes = await bytesOf()
    const opening = await openPackage(new File([bytes.slice(0, -30)], 'a.parboard'), {
      directory: { agencies: [agency] },
      ruleSet: async () => set,
    })
    show(opening)
    await expect.element(page.getByRole('heading', { name: 'Không mở được tệp này' })).toBeVisible()
    await expect.element(page.getByText(/bị cắt ngắn khi gửi, chép/)).toBeVisible()
    expect(severeFindings(await axe.run(document))).toEqual([])
  })
})
