import { useEffect, useLayoutEffect, useRef } from 'react'
import { usePreferences } from '../../../state/preferences.ts'

export type DeskCommand =
  | 'agree'
  | 'change'
  | 'ask'
  | 'notApplicable'
  | 'undo'
  | 'next'
  | 'previous'
  | 'nextOpen'
  | 'nextAgency'
  | 'previousAgency'

/** After g the next letter belongs to the screens. */
const patience = 1500

const writing =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable]'

const commands: Readonly<Record<string, DeskCommand>> = {
  '1': 'agree',
  '2': 'change',
  '3': 'ask',
  '4': 'notApplicable',
  u: 'undo',
  j: 'next',
  k: 'previous',
  n: 'nextOpen',
  '[': 'previousAgency',
  ']': 'nextAgency',
}

/** Keys by their place: a Vietnamese layout writes letters with the row of the digits. */
const places: Readonly<Record<string, string>> = {
  Digit1: '1',
  Digit2: '2',
  Digit3: '3',
  Digit4: '4',
  Numpad1: '1',
  Numpad2: '2',
  Numpad3: '3',
  Numpad4: '4',
  BracketLeft: '[',
  BracketRight: ']',
}

/** Single keys of the desk. They wait while somebody writes or a dialog is open, and can be switched off. */
export function useDeskKeys(run: (command: DeskCommand) => void) {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    let leader = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const isOther = event.altKey || event.ctrlKey || event.metaKey
      // Brackets of some layouts need AltGr, which comes with Ctrl and Alt.
      if (isOther && !event.getModifierState('AltGraph')) return
      if (event.target instanceof Element && event.target.closest(writing)) return
      if (!usePreferences.getState().letterKeys || document.querySelector('dialog[open]')) return
      const key = event.key.toLowerCase()
      const follows = event.timeStamp - leader < patience
      leader = key === 'g' && !follows ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (follows) return
      const command = commandOf(key) ?? (event.shiftKey ? null : commandOf(places[event.code] ?? ''))
      if (command === null) return
      event.preventDefault()
      latest.current(command)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function commandOf(key: string): DeskCommand | null {
  return Object.hasOwn(commands, key) ? (commands[key] ?? null) : null
}
