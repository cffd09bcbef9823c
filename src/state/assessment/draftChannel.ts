/** What a tab tells the others of this page. */
export type DraftNews = {
  readonly kind: 'saved' | 'removed'
  readonly draftId: string
}

const name = 'parboard-drafts'

// One for the page: a channel does not hear what is said through it, so a tab never hears itself.
let channel: BroadcastChannel | null | undefined

function open(): BroadcastChannel | null {
  // Where a browser has none, a tab looks again when it is turned to.
  channel ??= typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name)
  return channel
}

export function tellOtherTabs(news: DraftNews): void {
  open()?.postMessage(news)
}

/** Calls for what other tabs say until the answer is called. */
export function hearOtherTabs(hear: (news: DraftNews) => void): () => void {
  const listen = ({ data }: MessageEvent<unknown>) => {
    const news = readNews(data)
    if (news) hear(news)
  }
  const each = open()
  each?.addEventListener('message', listen)
  return () => each?.removeEventListener('message', listen)
}

/** A tab may hold another version of the page: what it says is read with care. */
function readNews(data: unknown): DraftNews | null {
  if (typeof data !== 'object' || data === null || !('kind' in data) || !('draftId' in data)) return null
  const { kind, draftId } = data
  if ((kind !== 'saved' && kind !== 'removed') || typeof draftId !== 'string') return null
  return { kind, draftId }
}
