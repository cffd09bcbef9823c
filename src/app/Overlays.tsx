import { lazy, Suspense, useLayoutEffect } from 'react'
import { Dialog } from '../ui/Dialog.tsx'
import { useText } from '../ui/language.tsx'
import { useCheckedFile } from './exports/checkStore.ts'
import { useOverlay } from './overlay.ts'
import { appWords } from './words.ts'

// Both come when they are first asked for; a part that cannot be fetched must not take the screen with it.
const PaletteOverlay = lazy(() =>
  import('./palette/PaletteOverlay.tsx').then(
    module => ({ default: module.PaletteOverlay }),
    () => ({ default: Unavailable }),
  ),
)
const HelpOverlay = lazy(() =>
  import('./help/HelpOverlay.tsx').then(
    module => ({ default: module.HelpOverlay }),
    () => ({ default: Unavailable }),
  ),
)

const ExportOverlay = lazy(() =>
  import('./exports/ExportOverlay.tsx').then(
    module => ({ default: module.ExportOverlay }),
    () => ({ default: Unavailable }),
  ),
)

// Does not take the screen with it either; its own file is chosen again after a reload.
const CheckOverlay = lazy(() =>
  import('./exports/CheckOverlay.tsx').then(
    module => ({ default: module.CheckOverlay }),
    () => ({ default: CheckUnavailable }),
  ),
)

/** The palette, the help or what can be taken away, whichever is open; and what came of checking a file. */
export function Overlays() {
  const open = useOverlay(state => state.open)
  const { file, run } = useCheckedFile()
  return (
    <Suspense fallback={null}>
      {open === 'palette' && (
        <Suspense fallback={<KeepTyped />}>
          <PaletteOverlay />
        </Suspense>
      )}
      {open === 'help' && <HelpOverlay />}
      {open === 'export' && <ExportOverlay />}
      {file && (
        <Suspense fallback={null}>
          <CheckOverlay key={run} file={file} />
        </Suspense>
      )}
    </Suspense>
  )
}

/** Whoever types right after Ctrl K loses nothing to the time the palette takes to arrive. */
function KeepTyped() {
  // Before the browser paints: while the palette takes over, no key may be taken by both or by neither.
  useLayoutEffect(() => {
    const keep = (event: KeyboardEvent) => {
      const { typed, type, show } = useOverlay.getState()
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key === 'Escape') show(null)
      else if (event.key === 'Backspace') type(typed.slice(0, -1))
      else if (event.key.length === 1) type(typed + event.key)
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', keep)
    return () => document.removeEventListener('keydown', keep)
  }, [])
  return null
}

function Unavailable() {
  const show = useOverlay(state => state.show)
  return <NotLoaded close={() => show(null)} />
}

function CheckUnavailable(_props: { file: File }) {
  const close = useCheckedFile(state => state.close)
  return <NotLoaded close={close} />
}

function NotLoaded({ close }: { close: () => void }) {
  const words = useText(appWords)
  return (
    <Dialog label={words.overlayFailed} className="unavailable" close={close}>
      <p>{words.overlayFailed}</p>
      <button type="button" className="button" onClick={close}>
        {words.close}
      </button>
    </Dialog>
  )
}
