import { useState } from 'react'

/** `sent`: what is on its way; the draft may still say an earlier one of these while the next key is pressed. */
type Typed = { readonly text: string; readonly seen: string; readonly sent: readonly string[] }

/**
 * Text of a field, shown as typed before anybody else knows of it. The draft's own text takes over when it was
 * changed elsewhere: undone, imported, set in another field.
 *
 * @param stored the text as the draft has it
 * @param store hands the text over to the draft
 */
export function useTyped(stored: string, store: (text: string) => void) {
  const [typed, setTyped] = useState<Typed>({ text: stored, seen: stored, sent: [] })
  const current = stored === typed.seen ? typed : arrived(typed, stored)
  if (current !== typed) setTyped(current)
  const type = (text: string) => {
    setTyped(before => ({ ...before, text, sent: [...before.sent, text] }))
    store(text)
  }
  return [current.text, type] as const
}

function arrived({ text, sent }: Typed, stored: string): Typed {
  const place = sent.indexOf(stored)
  return place === -1
    ? { text: stored, seen: stored, sent: [] }
    : { text, seen: stored, sent: sent.slice(place + 1) }
}
