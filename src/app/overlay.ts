import { create } from 'zustand'

/** What lies over the page; not part of the view, so not in the address. */
export type Overlay = 'palette' | 'help' | 'export'

export const useOverlay = create<{
  readonly open: Overlay | null
  /** What an action has done, where nothing else on the screen shows it. */
  readonly said: string
  /** Typed after the palette was asked for and before it was there. */
  readonly typed: string
  readonly show: (overlay: Overlay | null) => void
  readonly say: (text: string) => void
  readonly type: (text: string) => void
}>()(set => ({
  open: null,
  said: '',
  typed: '',
  show: open => set({ open, typed: '' }),
  say: said => set({ said }),
  type: typed => set({ typed }),
}))
