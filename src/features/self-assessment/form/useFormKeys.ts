import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'

type Keys = {
  readonly undo: () => void
  readonly redo: () => void
  readonly goNextMissing: () => void
}

/** Figures and claims; answers of one question count as one. */
const fields =
  'input[data-metric]:not([data-follows]), select[data-metric], input[data-claim], input[data-exempt]'

/**
 * Ctrl Z, Ctrl Y and Ctrl M wherever the keyboard is on this screen; dialogs keep their own. The history is the
 * draft's: what a field itself could undo is a part of it.
 */
export function useFormKeys(keys: Keys) {
  const latest = useRef(keys)
  useLayoutEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      if (!event.ctrlKey && !event.metaKey) return
      if (event.target instanceof Element && event.target.closest('dialog')) return
      const run = commandOf(event)
      if (!run) return
      event.preventDefault()
      latest.current[run]()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function commandOf({ key, shiftKey }: globalThis.KeyboardEvent): keyof Keys | null {
  switch (key.toLowerCase()) {
    case 'z':
      return shiftKey ? 'redo' : 'undo'
    case 'y':
      return shiftKey ? null : 'redo'
    case 'm':
      return shiftKey ? null : 'goNextMissing'
    default:
      return null
  }
}

/**
 * Enter goes to the next field, with Shift to the one before; past the last one of an area to `beyond`.
 */
export function walkFields(event: KeyboardEvent<HTMLElement>, beyond: (step: 1 | -1) => void) {
  if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const { target } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  if (target.closest('dialog')) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(fields)]
  const own = target.closest<HTMLElement>('.sa-field, .sa-chosen, .sa-box')
  const place = all.findIndex(field => field === target || (own?.contains(field) ?? false))
  const step = event.shiftKey ? -1 : 1
  const from = place === -1 ? nearest(all, target, step) : place + step
  const next = all[from]
  if (!next) return beyond(step)
  const chosen = next.closest('fieldset')?.querySelector<HTMLElement>('input:checked')
  const aim = chosen ?? next
  aim.focus()
  if (aim instanceof HTMLInputElement && aim.type === 'text') aim.select()
}

/** Where a control that is no figure stands among the figures. */
function nearest(all: readonly HTMLElement[], target: HTMLElement, step: 1 | -1): number {
  const follows = all.findIndex(
    field => target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const after = follows === -1 ? all.length : follows
  return step === 1 ? after : after - 1
}
