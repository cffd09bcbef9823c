import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import { problemsOf } from '../../io/queries.ts'
import type { Catalogue } from '../../model/catalogue.ts'
import type { Problem } from '../../model/problem.ts'
import { usePreferences } from '../preferences.ts'
import type { OpenRound } from './openRound.ts'
import { roundRulesQuery } from './roundRules.ts'
import { roundSessionOf } from './roundSessions.ts'

export type OpenRoundState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly open: OpenRound }
  /** There is no such round on this machine. */
  | { readonly status: 'absent' }
  | { readonly status: 'failed'; readonly problems: readonly Problem[]; readonly retry: () => void }

/** Opens a round of this machine with its ledger, its files and its rules; follows what other tabs write. */
export function useOpenRound(id: string, catalogue: Catalogue): OpenRoundState {
  const session = useMemo(() => roundSessionOf(id), [id])
  const state = useSyncExternalStore(session.subscribe, session.state)
  const round = state.status === 'ready' ? state.view.round : null
  const client = useQueryClient()
  const rules = useQuery({ ...roundRulesQuery(round, catalogue, client), enabled: round !== null })
  const reviewer = usePreferences(each => each.reviewer)
  const setReviewer = usePreferences(each => each.setReviewer)
  const hands = useMemo(
    () => ({
      setMe: setReviewer,
      append: ((acts, files) => {
        const me = usePreferences.getState().reviewer
        return me === '' ? [] : session.append(acts, me, files)
      }) satisfies OpenRound['append'],
      merge: session.merge,
      fileOf: session.fileOf,
    }),
    [session, setReviewer],
  )
  const view = state.status === 'ready' ? state.view : null
  const open = useMemo(
    () => (view && rules.data ? { ...view, ...hands, ruleSet: rules.data, me: reviewer } : null),
    [view, rules.data, hands, reviewer],
  )
  if (state.status === 'absent') return { status: 'absent' }
  if (state.status === 'failed')
    return {
      status: 'failed',
      problems: [problemOf(state.why), ...(state.isHolding ? [somethingWaits] : [])],
      retry: state.retry,
    }
  if (rules.error !== null)
    return { status: 'failed', problems: problemsOf(rules.error), retry: () => void rules.refetch() }
  return open ? { status: 'ready', open } : { status: 'loading' }
}

const somethingWaits: Problem = {
  file: '',
  path: '',
  code: 'round-holds-file',
  severity: 'error',
  message: {
    vi: 'tệp vừa mở chưa được gộp, trang đang giữ tệp ấy: đừng đóng trang, thử lại khi đợt mở được; hoặc giữ tệp để mở lại sau',
    en: 'the file just opened is not merged yet and is held by this page: do not close it, try again; or keep the file to open it later',
  },
}

function problemOf(why: 'newer' | 'damaged' | 'blocked'): Problem {
  const message = {
    newer: {
      vi: 'đợt này do bản ParBoard mới hơn ghi; tải lại trang rồi mở lại',
      en: 'a newer ParBoard wrote this round; load the page again',
    },
    damaged: {
      vi: 'bản ghi của đợt này trên máy bị hỏng, trang giữ nguyên và không sửa; mở tệp thẩm định đã xuất của đợt',
      en: 'the record of this round on this machine is damaged and is left as it is; open an exported review file of the round',
    },
    blocked: {
      vi: 'trình duyệt không cho trang đọc nơi lưu đợt thẩm định; kiểm tra chế độ ẩn danh hoặc quyền lưu dữ liệu rồi thử lại',
      en: 'the browser does not let the page read where rounds are kept; check private browsing or its storage settings and try again',
    },
  }[why]
  return { file: '', path: '', code: `round-${why}`, severity: 'error', message }
}
