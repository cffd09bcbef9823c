import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { StrayAnswers } from '../../../../src/features/review/questions/StrayAnswers.tsx'
import type { LedgerAct, ReceivedFile } from '../../../../src/model/review.ts'
import { exchangeOf } from '../../../../src/state/review/exchange.ts'
import { LanguageProvider } from '../../../../src/ui/language.tsx'
import '../../../gallery/styles.ts'
import { type Mounted, mount } from '../../../server/mount.ts'
import {
  aDecision,
  type DeskRound,
  deskAgencies,
  deskRound,
  deskSubmission,
  openDesk,
  written,
} from '../../../state/review/deskRound.ts'

let drawn: Mounted | undefined
afterEach(() => {
  drawn?.unmount()
  expect(drawn?.errors).toEqual([])
})

const agencyId = 'co-quan-1'
const base = deskRound()
const first = base.entries[0]?.act
if (first?.kind !== 'receive') throw new Error('a received file')
const sha256 = 'f'.repeat(64)
const file: ReceivedFile = Object.assign(
  { ...first.file },
  { sha256, fileName: 'tra-loi.parboard', answers: { requestId: 'yc-1', roundId: base.round.id } },
)
const answer = deskSubmission(agencyId, { explanations: [{ criterionId: 'I.1', text: 'Do mất điện' }] })
const came: DeskRound = {
  ...written(base, [{ kind: 'receive', file }], 'N').round,
  received: new Map([...base.received, [sha256, { sha256, submission: answer, previous: null }]]),
}
const asked = written(came, [aDecision('I.1', { kind: 'ask', question: 'Vì sao?' })], 'A')
const request: LedgerAct = {
  kind: 'request',
  fileName: 'yeu-cau',
  sha256: 'e'.repeat(64),
  request: {
    id: 'yc-1',
    roundId: base.round.id,
    ruleSet: base.round.ruleSet,
    agencyId,
    period: base.round.period,
    by: 'A',
    at: '2026-11-21T02:00:00.000Z',
    dueAt: null,
    questions: [{ entryId: asked.lines[0]?.id ?? '', criterionId: 'I.1', question: 'Vì sao?', points: null }],
  },
}

function draw(desk: DeskRound) {
  let latest = desk
  const open = openDesk(desk, 'Hoa', next => {
    latest = next
  })
  drawn = mount(
    <LanguageProvider language="vi">
      <StrayAnswers
        strays={exchangeOf(open.state, new Date()).strays}
        open={open}
        directory={{ agencies: deskAgencies, groups: [] }}
      />
    </LanguageProvider>,
  )
  return () => latest
}

test('one press reads the answers of a file whose request came later', async () => {
  const latest = draw(written(asked.round, [request], 'A').round)
  await page.getByRole('button', { name: 'Đọc lại tệp tra-loi.parboard' }).click()
  expect(latest().entries.at(-1)?.act).toMatchObject({
    kind: 'answer',
    requestId: 'yc-1',
    sha256,
    answers: [{ criterionId: 'I.1', text: 'Do mất điện' }],
  })
  expect(exchangeOf(openDesk(latest(), 'Hoa').state, new Date()).strays).toEqual([])
})

test('without its request it says what is missing, and offers nothing', async () => {
  draw(came)
  await expect
    .element(page.getByText(/tra-loi\.parboard \(Sở Xây dựng\): chưa có yêu cầu/))
    .toBeInTheDocument()
  expect(document.querySelector('button')).toBeNull()
})
