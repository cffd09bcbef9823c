import './check.css'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openExport } from '../../state/exports/openExport.ts'
import { useLanguage } from '../../ui/language.tsx'
import { screenAt } from '../screens.ts'
import { readSearch } from '../search.ts'
import { CheckPanel, type CheckState } from './CheckPanel.tsx'
import { useCheckedFile } from './checkStore.ts'
import { runCheck } from './runCheck.ts'
import { viewObstacle } from './viewObstacle.ts'

/** Kiểm tra tệp: reads a file, opens its view, makes the same again and says what differs. */
export function CheckOverlay({ file }: { file: File }) {
  const close = useCheckedFile(state => state.close)
  const { state, consent, retry } = useCheck(file)
  return <CheckPanel fileName={file.name} state={state} consent={consent} retry={retry} close={close} />
}

function useCheck(file: File) {
  const client = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  const language = useLanguage()
  const latest = useRef(language)
  latest.current = language
  const [state, setState] = useState<CheckState>({ status: 'reading' })
  const [attempt, setAttempt] = useState(0)
  const agreed = useRef<(() => void) | null>(null)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const steps = async () => {
      setState({ status: 'reading' })
      const opened = await openExport(file, signal)
      if (!opened.ok) return setState({ status: 'refused', problems: opened.problems })
      const { origin, isCsv } = opened
      const obstacle = await viewObstacle(client, origin)
      signal.throwIfAborted()
      if (obstacle) return setState({ status: 'obstacle', obstacle, origin })
      const { pathname, search } = router.state.location
      if (isTypedIn(pathname, readSearch(search)))
        await new Promise<void>(resolve => {
          agreed.current = resolve
          setState({ status: 'asking' })
        })
      signal.throwIfAborted()
      setState({ status: 'opening' })
      const screen = screenAt(origin.path)
      if (!screen) return
      // Everything the file's address does not name goes, or the view would be another one.
      const wanted = readSearch(origin.search)
      await navigate({ to: screen.to, search: () => wanted })
      await viewTurned()
      setState({ status: 'comparing' })
      const result = await runCheck(
        { file, origin, isCsv },
        client,
        () => {
          const { location, resolvedLocation } = router.state
          return {
            pathname: location.pathname,
            search: readSearch(location.search),
            language: latest.current,
            isOpening: location.href !== resolvedLocation?.href,
          }
        },
        signal,
      )
      signal.throwIfAborted()
      if (result === null) return setState({ status: 'noView', origin })
      if (result === 'moved') return setState({ status: 'moved', origin })
      if ('problems' in result) return setState({ status: 'refused', problems: result.problems })
      setState({ status: 'done', result })
    }
    steps().catch((error: unknown) => {
      if (signal.aborted) return
      setState({ status: 'failed', reason: error instanceof Error ? error.message : String(error) })
    })
    return () => controller.abort(new DOMException('closed', 'AbortError'))
  }, [file, attempt, client, router, navigate])

  return {
    state,
    consent: useCallback(() => agreed.current?.(), []),
    retry: () => setAttempt(before => before + 1),
  }
}

/** Screens somebody types in: they are not left without being asked. */
function isTypedIn(pathname: string, { draft, round }: ReturnType<typeof readSearch>): boolean {
  return (
    (pathname === '/self-assessment' && draft !== undefined) ||
    (pathname === '/review' && round !== undefined)
  )
}

/** Long enough for React to draw the new address; what the view before offered is gone by then. */
function viewTurned(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 120))
}
