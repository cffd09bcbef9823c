import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RoundsScreen } from '../../../src/features/review/rounds/RoundsScreen.tsx'
import { closeDatabase, database } from '../../../src/io/drafts/database.ts'
import { writeReviewFile } from '../../../src/io/review/reviewFile.ts'
import { keptLines, keptRounds, readLine, writeToRound } from '../../../src/io/review/roundStore.ts'
import type { Agency, AgencyDirectory } from '../../../src/model/agency.ts'
import type { Catalogue } from '../../../src/model/catalogue.ts'
import { usePreferences } from '../../../src/state/preferences.ts'
import { endRoundSession, openRoundSessions } from '../../../src/state/review/roundSessions.ts'
import { LanguageProvider } from '../../../src/ui/language.tsx'
import { HatchPatterns } from '../../../src/ui/Mark.tsx'
import '../../gallery/styles.ts'
import { aContent, aRound, decides, linesOf, rules } from '../../io/review/reviewBuilders.ts'
import { type Mounted, mount } from '../../server/mount.ts'

const illustrative = { certainty: 'illustrative', source: null } as const

const anAgency = (id: string, name: string, rest: Partial<Agency> = {}): Agency => ({
  id,
  code: null,
  name,
  level: 'department',
  parentId: 'tinh-thu',
  ...rest,
})

const directory: AgencyDirectory = {
  agencies: [
    anAgency('so-noi-vu', 'Sở Nội vụ', { provenance: illustrative }),
    anAgency('so-tu-phap', 'Sở Tư pháp', { provenance: illustrative }),
    anAgency('so-cu', 'Sở Thông tin và Truyền thông', { validTo: '2026-10-30' }),
    anAgency('xa-moi', 'Xã Mới', { level: 'commune', validFrom: '2026-10-31' }),
    anAgency('xa-sau', 'Xã Sau', { level: 'commune', validFrom: '2026-11-01' }),
  ],
  groups: [
    {
      id: 'so',
      name: 'Các sở',
      use: 'comparison',
      members: { level: 'department', parentId: 'tinh-thu' },
    },
    { id: 'xa', name: 'Các xã', use: 'comparison', members: { level: 'commune', parentId: 'tinh-thu' } },
  ],
}

const entry = { ruleSetId: rules.id, agencyId: 'so-noi-vu', path: 'x.json' }
const catalogue: Catalogue = {
  documents: 'd.json',
  agencies: 'a.json',
  figures: 'f.json',
  ruleSets: [{ id: rules.id, version: rules.version, path: 'rules.json', shortTitle: 'Bộ thử' }],
  submissions: [
    { ...entry, period: '2026-10' },
    { ...entry, agencyId: 'so-tu-phap', period: '2026-10' },
    { ...entry, period: '2026-09' },
  ],
  tables: [],
  plans: [],
  opening: { ruleSetId: rules.id, period: '2026-10', agencyId: 'so-noi-vu' },
}

let drawn: Mounted | undefined
const openRound = vi.fn<(id: string) => void>()

function draw(language: 'vi' | 'en' = 'vi', period?: string) {
  const client = new QueryClient()
  client.setQueryData(['file', 'rules.json'], rules)
  drawn = mount(
    <QueryClientProvider client={client}>
      <LanguageProvider language={language}>
        <HatchPatterns />
        <RoundsScreen
          catalogue={catalogue}
          directory={directory}
          openRound={openRound}
          suggested={{ period }}
        />
      </LanguageProvider>
    </QueryClientProvider>,
  )
}

async function clearAll() {
  for (const id of [...openRoundSessions().keys()]) endRoundSession(id)
  const connection = await database()
  const names = ['rounds', 'ledger', 'received', 'receivedFiles', 'rules'] as const
  await Promise.all(names.map(name => connection.clear(name)))
  localStorage.clear()
  usePreferences.getState().setReviewer('')
}

beforeEach(async () => {
  await page.viewport(1366, 768)
  await clearAll()
})
afterEach(async () => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  drawn = undefined
  openRound.mockReset()
  await clearAll()
  closeDatabase()
})

const heading = () => page.getByRole('heading', { level: 1 })
const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string | RegExp) => page.getByLabelText(name)
const stored = async () => (await keptRounds()).flatMap(each => (each.kind === 'round' ? [each.round] : []))

const serious = async () =>
  (await axe.run(document.body, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)

function giveFile(name: string, bytes: Uint8Array) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('no field for a file')
  const transfer = new DataTransfer()
  transfer.items.add(new File([new Uint8Array(bytes)], name))
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('an empty list', () => {
  test('says what a round is, where it lives and what a name is worth, and can be tried out in one press', async () => {
    draw()
    await expect.element(heading()).toHaveTextContent('Máy này chưa có đợt thẩm định nào')
    const text = document.body.textContent ?? ''
    expect(text).toContain('Ai dùng máy và tài khoản này đều mở xem được')
    expect(text).toContain('trang không kiểm được ai đang ngồi máy')
    expect(await serious()).toEqual([])
    // The group of departments also holds an agency that is not made up, but it ended before the month did.
    await button('Lập đợt thử với số liệu minh họa').click()
    await expect.poll(() => openRound.mock.calls.length).toBe(1)
    await expect.poll(stored).toMatchObject([
      {
        name: 'Đợt thử',
        period: '2026-10',
        groups: [{ groupId: 'so', agencyIds: ['so-noi-vu', 'so-tu-phap'] }],
        provenance: { certainty: 'illustrative' },
      },
    ])
  })
})

describe('a new round', () => {
  test('only agencies that stood on the last day of the period have to hand in', async () => {
    draw()
    await button('Lập đợt thẩm định').click()
    await expect.element(page.getByRole('checkbox', { name: /^Các sở 2 đơn vị/ })).toBeChecked()
    // One commune began on 31/10, the other on 01/11.
    await page.getByText('Nhóm khác (1)').click()
    await page.getByRole('checkbox', { name: /^Các xã 1 đơn vị/ }).click()
    await expect.element(page.getByText('3 đơn vị phải nộp.')).toBeVisible()
    expect(await serious()).toEqual([])
    await page.getByLabelText('Kỳ', { exact: true }).selectOptions('2026-11')
    await expect.element(page.getByRole('checkbox', { name: /^Các xã 2 đơn vị/ })).toBeVisible()
    await field('Tên đợt').fill('  Tháng  mười một ')
    await button('Lập đợt').click()
    await expect.poll(stored).toMatchObject([
      {
        name: 'Tháng mười một',
        period: '2026-11',
        groups: [
          { groupId: 'so', agencyIds: ['so-noi-vu', 'so-tu-phap'] },
          { groupId: 'xa', agencyIds: ['xa-moi', 'xa-sau'] },
        ],
      },
    ])
  })

  test('begins with the latest period that has data, not the next one', async () => {
    draw()
    await button('Lập đợt thẩm định').click()
    await expect.element(page.getByLabelText('Kỳ', { exact: true })).toHaveValue('2026-10')
    // Carried over from a screen that was at a period nothing is published for yet.
    drawn?.unmount()
    draw('vi', '2026-11')
    await button('Lập đợt thẩm định').click()
    await expect.element(page.getByLabelText('Kỳ', { exact: true })).toHaveValue('2026-10')
    drawn?.unmount()
    draw('vi', '2026-09')
    await button('Lập đợt thẩm định').click()
    await expect.element(page.getByLabelText('Kỳ', { exact: true })).toHaveValue('2026-09')
  })

  test('deadlines become lines of the ledger, in Vietnamese time, under a name', async () => {
    draw()
    await button('Lập đợt thẩm định').click()
    await page.getByText('Hạn từng bước').click()
    await field('Nộp hồ sơ tự chấm: ngày').fill('31/11/2026')
    await button('Lập đợt').click()
    await expect.element(page.getByText('Ghi ngày như 25/11/2026 và giờ như 17:00.')).toBeVisible()
    await expect.element(field('Nộp hồ sơ tự chấm: ngày')).toHaveFocus()
    await field('Nộp hồ sơ tự chấm: ngày').fill('25/11/2026')
    await button('Lập đợt').click()
    await expect.element(page.getByText(/Ghi họ tên người đặt hạn/)).toBeVisible()
    expect(await stored()).toEqual([])
    await field('Người đặt hạn').fill('Trần Thị Hòa')
    await button('Lập đợt').click()
    await expect.poll(async () => (await stored()).length).toBe(1)
    const [round] = await stored()
    await expect
      .poll(async () => (await keptLines(round?.id ?? '')).map(readLine))
      .toMatchObject([
        {
          by: 'Trần Thị Hòa',
          act: { kind: 'deadline', stage: 'selfAssessment', at: '2026-11-25T17:00:00+07:00' },
        },
      ])
  })

  test('without a group nothing is made', async () => {
    draw()
    await button('Lập đợt thẩm định').click()
    await page.getByRole('checkbox', { name: /^Các sở/ }).click()
    await button('Lập đợt').click()
    await expect.element(page.getByText('Chọn ít nhất một nhóm đơn vị.')).toBeVisible()
    expect(await stored()).toEqual([])
    await userEvent.keyboard('{Escape}')
    await expect.element(button('Lập đợt thẩm định')).toHaveFocus()
  })
})

describe('the list', () => {
  async function keep() {
    const entries = linesOf([decides(), decides({ agencyId: 'so-tu-phap' })])
    await writeToRound('dot-1', { round: aRound(), entries, received: [], files: [] })
  }

  test('tells how far each round has come, and opens it', async () => {
    await keep()
    draw()
    await expect.element(heading()).toHaveTextContent('1 đợt thẩm định trên máy này, chưa chốt')
    const row = document.querySelector('.rvr-table tbody tr')
    await expect.poll(() => row?.textContent).toContain('0/2')
    const cells = [...(row?.querySelectorAll('td') ?? [])].map(each => each.textContent)
    expect(cells.slice(0, 3)).toEqual(['0/2', '2', 'Thẩm định lần 1'])
    expect(cells[3]).toContain('Trần Thị Hòa')
    expect(cells[3]).toContain('21/11/2026 09:00')
    expect(await serious()).toEqual([])
    await button('Đợt tháng 10').click()
    expect(openRound).toHaveBeenCalledWith('dot-1')
  })

  test('a deleted round is gone from the disk, and comes back whole', async () => {
    await keep()
    draw()
    await button('Xóa').click()
    await expect.element(page.getByText(/Sổ ghi 2 dòng/)).toBeVisible()
    await button('Xóa đợt').click()
    await expect.element(page.getByText('Đã xóa đợt “Đợt tháng 10”.')).toBeVisible()
    expect(await stored()).toEqual([])
    expect(await keptLines('dot-1')).toEqual([])
    await page.getByRole('button', { name: /^Lấy lại/ }).click()
    await expect.element(heading()).toHaveTextContent('1 đợt thẩm định')
    await expect.poll(async () => (await keptLines('dot-1')).length).toBe(2)
    expect(await stored()).toEqual([aRound()])
  })

  test('a record nobody can read is told and left alone', async () => {
    await (await database()).put('rounds', { format: 1, id: 'hong' }, 'hong')
    draw()
    await expect.element(page.getByText(/Có một đợt \(mã hong\) trang không đọc được/)).toBeVisible()
    expect(await (await database()).get('rounds', 'hong')).toEqual({ format: 1, id: 'hong' })
  })

  test('in English everything is said as well', async () => {
    await keep()
    draw('en')
    await expect.element(heading()).toHaveTextContent('1 review round on this machine, not closed')
  })
})

describe('a review file', () => {
  test('a new round is shown before it is taken over', async () => {
    draw()
    await expect.element(heading()).toBeVisible()
    giveFile('a.parboard-review', writeReviewFile(aContent()))
    await expect.element(page.getByText('Tệp mang đến đợt mới: Đợt tháng 10')).toBeVisible()
    await expect.element(page.getByText('Trần Thị Hòa: 21 dòng')).toBeVisible()
    expect(await stored()).toEqual([])
    expect(await serious()).toEqual([])
    await button('Nhận đợt này').click()
    expect(openRound).toHaveBeenCalledWith('dot-1')
    await expect.poll(async () => (await keptLines('dot-1')).length).toBe(21)
    expect(await stored()).toEqual([aRound()])
  })

  test('a file of a round that is here says who brings what and where two disagree, then merges', async () => {
    const mine = linesOf([decides()])
    await writeToRound('dot-1', { round: aRound(), entries: mine, received: [], files: [] })
    const theirs = linesOf(
      [decides({ verdict: { kind: 'byRule' }, to: '6' }), decides({ criterionId: '2' })],
      {
        pen: 'but9',
        by: 'Lê Văn Bình',
      },
    )
    draw()
    await expect.element(button('Đợt tháng 10')).toBeVisible()
    giveFile('b.parboard-review', writeReviewFile(aContent({ entries: theirs })))
    await expect.element(page.getByText('Lê Văn Bình: 2 dòng')).toBeVisible()
    await expect.element(page.getByText(/Gộp vào có 1 mâu thuẫn: hai người ghi khác nhau/)).toBeVisible()
    await expect.element(page.getByText(/Sở Nội vụ, 1: Trần Thị Hòa \/ Lê Văn Bình/)).toBeVisible()
    expect(await keptLines('dot-1')).toHaveLength(1)
    await button('Gộp vào đợt đang có').click()
    await expect.poll(async () => (await keptLines('dot-1')).length).toBe(3)
    // The same file once more brings nothing.
    giveFile('b.parboard-review', writeReviewFile(aContent({ entries: theirs })))
    await expect.element(page.getByText(/không có gì để gộp/)).toBeVisible()
  })

  test('a file that is none is refused in words, and nothing is taken over', async () => {
    draw()
    await expect.element(heading()).toBeVisible()
    giveFile('c.parboard-review', new TextEncoder().encode('xin chào'))
    await expect.element(page.getByText(/không phải tệp thẩm định \.parboard-review/)).toBeVisible()
    expect(await stored()).toEqual([])
  })

  test('a round of the same id with other agencies is not merged', async () => {
    const other = aRound({ groups: [{ groupId: 'so', name: 'Các sở', agencyIds: ['so-noi-vu'] }] })
    await writeToRound('dot-1', { round: other, entries: [], received: [], files: [] })
    draw()
    await expect.element(heading()).toBeVisible()
    giveFile('d.parboard-review', writeReviewFile(aContent()))
    await expect.element(page.getByText(/một trong hai đã bị sửa, không gộp được/)).toBeVisible()
  })
})
