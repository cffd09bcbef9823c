import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { appVersion } from '../../model/appVersion.ts'
import type { OriginLine } from '../../model/exportOrigin.ts'
import { useOffers } from '../../state/exports/offers.ts'
import { useMakeOrigin } from '../../state/exports/originContext.ts'
import { instantText } from '../../ui/instants.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { readSearch } from '../search.ts'
import { vietnamInstant } from './originTexts.ts'
import { writePageFoot } from './pageFoot.ts'
import { viewMark } from './viewMark.ts'
import { originWords } from './words.ts'
import './printedFoot.css'

/** What stands ready for the next paper, and the state of the view it was worked out for. */
type Ready = {
  readonly href: string
  readonly isCurrent: () => boolean
  readonly lines: readonly OriginLine[]
}

/** Time a view stands still before its origin is worked out. */
const pause = 700

/** On paper only: what the printed view is of. Worked out while nobody waits, never guessed. */
export function PrintedFoot() {
  const words = useText(originWords)
  const language = useLanguage()
  const lines = usePaperLines()
  const latest = useRef(lines)
  useEffect(() => {
    latest.current = lines
  })
  const [paper, setPaper] = useState<{ readonly parts: readonly string[]; readonly isInMargin: boolean }>({
    parts: [],
    isInMargin: false,
  })
  useEffect(() => {
    const written: (() => void)[] = []
    const before = () => {
      const parts = paperParts(latest.current(), instantText(vietnamInstant(Date.now())), words)
      const remove = writePageFoot(parts.join(' · '))
      if (remove) written.push(remove)
      flushSync(() => setPaper({ parts, isInMargin: remove !== null }))
    }
    const after = () => {
      for (const remove of written.splice(0)) remove()
    }
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      after()
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [words])
  return (
    <footer className={paper.isInMargin ? 'ex-foot ex-in-margin' : 'ex-foot'} lang={language}>
      {paper.parts.map(part => (
        <span key={part}>{part}</span>
      ))}
    </footer>
  )
}

/** The lines as they go on paper: names that speak for themselves stand without their label. */
function paperParts(
  lines: readonly OriginLine[] | null,
  now: string,
  words: (typeof originWords)['vi'],
): readonly string[] {
  const printed = `${words.printedAt} ${now}`
  if (lines === null) return [`${words.dataHash}: ${words.reckoning}`, `ParBoard ${appVersion}`, printed]
  const plain: readonly string[] = [words.ruleSet, words.scope, words.sureness, words.app]
  return [
    ...lines
      .filter(({ label }) => label !== words.madeAt)
      .map(({ label, text }) => (plain.includes(label) ? text : `${label}: ${text}`)),
    printed,
  ]
}

/** Lines of the view as it stands now; null while they are being worked out. */
function usePaperLines(): () => readonly OriginLine[] | null {
  const client = useQueryClient()
  const router = useRouter()
  const makeOrigin = useMakeOrigin()
  const href = useRouterState({ select: state => state.location.href })
  // Parts that came or went are a sign that the view has changed or is whole.
  const offers = useOffers(state => state.offers)
  const ready = useRef<Ready | null>(null)
  const opened = useRef({ href: '', at: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other offers are another state of the view
  useEffect(() => {
    let isOver = false
    if (opened.current.href !== href) opened.current = { href, at: performance.now() }
    const { at: began } = opened.current
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (wait: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void work(), wait)
    }
    const work = async () => {
      if (isOver) return
      // Files first; but scoring years of agencies may take longer than somebody waits before printing.
      if (client.isFetching() > 0 && performance.now() - began < 1500) return later(pause)
      if (ready.current?.href !== href || !ready.current.isCurrent()) {
        const { pathname, search } = router.state.location
        const mark = await viewMark(pathname, readSearch(search)).catch(() => () => '')
        const at = mark()
        const origin = await makeOrigin('table', 'print')().catch(() => null)
        if (isOver) return
        if (origin) ready.current = { href, isCurrent: () => mark() === at, lines: origin.lines }
      }
      // Drafts and ledgers change without the address.
      later(3000)
    }
    later(pause)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [client, router, makeOrigin, href, offers])
  return () => {
    const now = ready.current
    return now && now.href === router.state.location.href && now.isCurrent() ? now.lines : null
  }
}
