import { Link } from '@tanstack/react-router'
import type { useOpenDraft } from '../state/assessment/useOpenDraft.ts'
import { dictionary, useText } from '../ui/language.tsx'
import { Page } from './Page.tsx'
import type { Search } from './search.ts'

type Absent = Extract<ReturnType<typeof useOpenDraft>, { status: 'none' | 'unreadable' }>

const absentWords = dictionary({
  vi: {
    absent: 'Máy này không có bản nháp đó',
    absentText:
      'Bản nháp nằm trong trình duyệt của máy đã lập nó, không nằm trên mạng: liên kết không mở được ở máy khác, trình duyệt khác hoặc cửa sổ ẩn danh. Bản nháp cũng mất khi đã bị xóa hoặc khi dữ liệu của trình duyệt bị dọn.',
    absentHint:
      'Ở máy đã lập, xuất tệp nộp hoặc bản sao lưu rồi mở tệp đó trong danh sách bản nháp của máy này.',
    blocked: 'Trình duyệt không cho đọc bản nháp đã lưu',
    blockedText:
      'Trình duyệt đang chặn trang này lưu dữ liệu, chẳng hạn vì cửa sổ ẩn danh hoặc chính sách của cơ quan. Bản nháp có thể vẫn còn; cho phép lưu dữ liệu rồi thử lại.',
    newer: 'Bản nháp do phiên bản mới hơn của trang lưu',
    newerText: 'Tải lại trang để dùng phiên bản mới nhất; bản nháp vẫn giữ nguyên.',
    damaged: 'Không đọc được bản nháp',
    damagedText:
      'Dữ liệu đã lưu của bản nháp bị hỏng nên trang không mở, để không đọc sai số liệu. Dữ liệu đó vẫn giữ nguyên; các bản nháp khác không bị ảnh hưởng.',
    retry: 'Thử lại',
    reload: 'Tải lại trang',
    drafts: 'Xem các bản nháp trên máy này',
  },
  en: {
    absent: 'That draft is not on this machine',
    absentText:
      'A draft lives in the browser of the machine it was made on, not on the network: its link does not open on another machine, in another browser or in a private window. A draft is also gone once it was deleted or the data of the browser was cleared.',
    absentHint:
      'On the machine it was made on, make the file to hand in or a backup, and open that file from the list of drafts here.',
    blocked: 'The browser does not let the page read its drafts',
    blockedText:
      'The browser keeps this page from storing data, as private windows and some office policies do. The draft may still be there; allow storage and try again.',
    newer: 'This draft was saved by a newer version of the page',
    newerText: 'Reload the page to get the latest version; the draft stays as it is.',
    damaged: 'The draft cannot be read',
    damagedText:
      'What is stored of it is damaged, so it is not opened and no figure is misread. It stays as it is; other drafts are not affected.',
    retry: 'Try again',
    reload: 'Reload',
    drafts: 'See the drafts on this machine',
  },
})

/** Why a draft does not open, and the ways on. */
export function DraftNotFound({ state }: { state: Absent }) {
  const words = useText(absentWords)
  const { why } = state
  return (
    <Page>
      <section className="empty">
        <h1>{words[why]}</h1>
        <p>{words[`${why}Text`]}</p>
        {why === 'absent' && <p>{words.absentHint}</p>}
        {state.status === 'none' && why === 'blocked' && (
          <button type="button" className="button" onClick={state.retry}>
            {words.retry}
          </button>
        )}
        {why === 'newer' && (
          <button type="button" className="button" onClick={() => window.location.reload()}>
            {words.reload}
          </button>
        )}
        <Link to="/self-assessment" className="button" search={({ lang }: Search) => ({ lang })}>
          {words.drafts}
        </Link>
      </section>
    </Page>
  )
}
