import { useState } from 'react'

/**
 * Copies text and knows how that went.
 * @returns `copy` of a text; with the field it stands in, it is marked there and copied the older way where the
 * browser withholds the clipboard, as it does from pages over plain http
 */
export function useCopy() {
  const [state, setState] = useState<'no' | 'yes' | 'refused'>('no')
  const copy = async (text: string, field?: HTMLTextAreaElement | null) => {
    try {
      await navigator.clipboard.writeText(text)
      setState('yes')
    } catch {
      field?.select()
      setState(field && document.execCommand('copy') ? 'yes' : 'refused')
    }
  }
  return { state, copy }
}
