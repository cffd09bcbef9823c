import { type RoundSession, type RoundStart, roundSession } from './roundSession.ts'

// Sessions live as long as the page: a round that cannot be saved is not lost by looking at another screen, and
// a page writes with the same pens however often the round is opened.
const sessions = new Map<string, RoundSession>()

/** The session of a round, opened when first asked for. */
export function roundSessionOf(id: string): RoundSession {
  return sessions.get(id) ?? started(id, null)
}

/** A round made on this page, or one every machine has: open at once, on its way to the store. */
export function startRound(start: RoundStart): RoundSession {
  const { id } = start.round
  const known = sessions.get(id)
  // Somebody may have looked for it before it was here.
  if (known && known.state().status !== 'absent') return known
  endRoundSession(id)
  return started(id, start)
}

/** The session of a round, where it was opened since the page was loaded. */
export function openSession(id: string): RoundSession | null {
  return sessions.get(id) ?? null
}

/** Sessions of this page, by round. */
export function openRoundSessions(): ReadonlyMap<string, RoundSession> {
  return sessions
}

function started(id: string, start: RoundStart | null): RoundSession {
  listenToThePage()
  const session = roundSession(id, start)
  sessions.set(id, session)
  return session
}

/** Forgets a session, after its round was deleted. */
export function endRoundSession(id: string): void {
  sessions.get(id)?.end()
  sessions.delete(id)
}

let isListening = false

function listenToThePage() {
  if (isListening) return
  isListening = true
  const lookAgain = () => {
    for (const session of sessions.values()) session.lookAgain()
  }
  // A tab that slept, or a browser without channels, finds out when its owner turns to it.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAgain()
  })
  window.addEventListener('pageshow', lookAgain)
  window.addEventListener('beforeunload', event => {
    if ([...sessions.values()].some(session => session.isUnsaved())) event.preventDefault()
  })
}
