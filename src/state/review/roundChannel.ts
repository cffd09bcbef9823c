/** What a tab tells the others of this page. */
export type RoundNews =
  | {
      readonly kind: 'lines'
      readonly roundId: string
      /** Lines and received files that are in the store by now. */
      readonly ids: readonly string[]
      readonly received: readonly string[]
    }
  | { readonly kind: 'removed'; readonly roundId: string }

const name = 'parboard-rounds'

// One for the page: a channel does not hear what is said through it, so a tab never hears itself.
let channel: BroadcastChannel | null | undefined

function open(): BroadcastChannel | null {
  // Where a browser has none, a tab looks again when it is turned to.
  channel ??= typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  return channel
}

export function tellOtherTabs(news: RoundNews): void {
  open()?.postMessage(news)
}

/** Calls for what other tabs say until the answer is called. */
export function hearOtherTabs(hear: (news: RoundNews) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>) => {
    const news = readNews(data)
    if (news) hear(news)
  }
  const each = open()
  each?.addEventListener('message', listen)
  return () => each?.removeEventListener('message', listen)
}

/** A tab may hold another version of the page: what it says is read with care. */
function readNews(data: unknown): RoundNews | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('roundId' in data)) return null
  const { kind, roundId } = data
  if (typeof roundId !== 'string') return null
  if (kind === 'removed') return { kind, roundId }
  if (kind !== 'lines' || !('ids' in data) || !('received' in data)) return null
  return { kind, roundId, ids: textsOf(data.ids), received: textsOf(data.received) }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
}
