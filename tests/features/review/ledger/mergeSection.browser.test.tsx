import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { entryNames } from '../../../../src/features/review/ledger/entryNames.ts'
import { MergeSection } from '../../../../src/features/review/ledger/MergeSection.tsx'
import { closeDatabase, database } from '../../../../src/io/drafts/database.ts'
import { writeReviewFile } from '../../../../src/io/review/reviewFile.ts'
import { endRoundSession } from '../../../../src/state/review/roundSessions.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import '../../../gallery/styles.ts'
import { aContent, aRound, decides, linesOf, rules } from '../../../io/review/reviewBuilders.ts'
import { type Mounted, mount } from '../../../server/mount.ts'
import { deskRound, openDesk } from '../../../state/review/deskRound.ts'

let drawn: Mounted | undefined
beforeEach(() => page.viewport(1366, 768))
afterEach(async () => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
  endRoundSession('dot-1')
  const connection = await database()
  for (const name of ['rounds', 'ledger', 'received', 'receivedFiles', 'rules'] as const)
    await connection.clear(name)
  closeDatabase()
})

const says = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeInTheDocument()

test('after a file that is refused the others are read too, and each is told by its name', async () => {
  const desk = { ...deskRound(), round: aRound(), ruleSet: rules, entries: [] }
  const names = entryNames({
    ruleSet: rules,
    directory: { agencies: [], groups: [] },
    byId: new Map(),
    language: 'vi',
  })
  drawn = mount(
    <LanguageProvider language="vi">
      <MergeSection open={openDesk(desk, 'Hoa')} names={names} />
    </LanguageProvider>,
  )
  const good = writeReviewFile(aContent({ entries: linesOf([decides()]), received: [] }))
  const other = writeReviewFile(aContent({ round: aRound({ id: 'dot-2', name: 'Đợt khác' }) }))
  const file = (name: string, content: BlobPart) => new File([content], `${name}.parboard-review`)
  await says('Chọn tệp thẩm định')
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('no field for files')
  await userEvent.upload(input, [
    file('hong', 'không phải zip'),
    file('khac', new Uint8Array(other)),
    file('dung', new Uint8Array(good)),
    file('cuoi', 'cũng không'),
  ])
  await says('Tệp dung.parboard-review')
  await says(/Tệp của đợt khác/)
  await page.getByRole('button', { name: /Gộp 1\s+dòng vào sổ/ }).click()
  const rows = () => [...document.querySelectorAll('.rvl-refused > li')].map(each => each.textContent ?? '')
  await expect.poll(() => rows().length).toBe(4)
  expect(rows().map(text => text.split('.')[0])).toEqual(['hong', 'khac', 'dung', 'cuoi'])
  expect(rows()[2]).toMatch(/Đã gộp 1\s+dòng/)
  expect(rows()[3]).toMatch(/Không gộp được/)
})
