import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { usePreferences } from '../state/preferences.ts'
import { useOverlay } from './overlay.ts'
import { screens, takeAwayKey, toAnotherScreen } from './screens.ts'

/** Time for the letter after g. */
const patience = 1500

const writing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]'

/**
 * Keys that work on every screen: Ctrl K for the palette, ? for help, g and a letter for a screen or Tải về.
 * Single letters wait while somebody writes and can be switched off (WCAG 2.1.4).
 */
export function useKeys() {
  const navigate = useNavigate()
  useEffect(() => {
    let leader = 0
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      const key = event.key.toLowerCase()
      const { open, show } = useOverlay.getState()
      if (event.ctrlKey || event.metaKey) {
        // The same key closes what it opened; in a browser it would go to the address field.
        if (key !== 'k' || event.shiftKey) return
        event.preventDefault()
        show(open === 'palette' ? null : 'palette')
        return
      }
      const isWriting = event.target instanceof Element && event.target.closest(writing) !== null
      if (open !== null || isWriting || !usePreferences.getState().letterKeys) return
      if (event.key === '?') {
        event.preventDefault()
        show('help')
        return
      }
      const follows = event.timeStamp - leader < patience && leader > 0
      leader = key === 'g' && !follows ? event.timeStamp : 0
      if (follows && key === takeAwayKey) {
        event.preventDefault()
        show('export')
        return
      }
      const screen = follows ? screens.find(each => each.key === key) : undefined
      if (!screen) return
      event.preventDefault()
      void navigate({ to: screen.to, search: toAnotherScreen })
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [navigate])
}
