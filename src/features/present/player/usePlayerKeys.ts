import { useEffect, useRef } from 'react'
import { usePreferences } from '../../../state/preferences.ts'
import { commandOf, isDigit, isLetter, type PlayerCommand } from './playerKeys.ts'

export type KeyTaker = {
  readonly run: (command: PlayerCommand) => void
  readonly type: (letters: string) => void
  readonly digit: (digit: string) => void
  /** What lies over the slide takes the keys itself: all but Escape. */
  readonly isTaken: boolean
  /** The wall is blank: any key brings the slide back. */
  readonly isBlank: boolean
}

/**
 * Keys of the player, heard before anything else of the page hears them, so that the keys of the page rest for as
 * long as slides are on the wall. A letter that is a key acts at once, whatever was pressed before it; any other one
 * begins a word, and so does "/" for words that begin with the letter of a key.
 */
export function usePlayerKeys(taker: KeyTaker) {
  const latest = useRef(taker)
  useEffect(() => {
    latest.current = taker
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { run, type, digit, isTaken, isBlank } = latest.current
      if (event.isComposing || event.altKey || isElsewhere(event.target)) return
      const take = () => {
        event.preventDefault()
        event.stopPropagation()
      }
      const { key } = event
      if (key === 'Escape') {
        take()
        run('escape')
        return
      }
      if (event.ctrlKey || event.metaKey) {
        if (key.toLowerCase() !== 'k') return
        take()
        if (!isTaken) run('search')
        return
      }
      if (isTaken) {
        // Letters would start keys of the page behind.
        if (isLetter(key) && !isWriting(event.target)) take()
        return
      }
      const withLetters = usePreferences.getState().letterKeys
      const command = commandOf(key, withLetters)
      if (isBlank && key !== 'Tab' && (command !== null || isLetter(key) || isDigit(key))) {
        take()
        run(command === 'white' || command === 'black' ? command : 'black')
        return
      }
      if (leaveToFocused(event, command)) return
      if (withLetters && isLetter(key)) {
        take()
        if (command === null) type(key)
        else run(command)
        return
      }
      if (withLetters && isDigit(key)) {
        take()
        digit(key)
        return
      }
      if (command === null) return
      take()
      run(command)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}

/** A layer of the page that came over the player keeps its own keys. */
function isElsewhere(target: EventTarget | null): boolean {
  const dialog = target instanceof Element ? target.closest('dialog') : null
  return dialog !== null && dialog.closest('.ps-player') === null
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null
}

/** Whoever went to a button with Tab presses it with Enter or Space, and scrolls what scrolls with up and down. */
function leaveToFocused(event: KeyboardEvent, command: PlayerCommand | null): boolean {
  if (!(event.target instanceof Element)) return false
  if ((event.key === 'Enter' || event.key === ' ') && event.target.closest('button, a') !== null) return true
  const scrolls = event.target.closest('.ps-side')
  return (
    scrolls !== null && command !== null && ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'].includes(event.key)
  )
}
