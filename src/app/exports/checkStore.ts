import { create } from 'zustand'

/** The file that is held against the page; what came of it lies over the screen until it is closed. */
export const useCheckedFile = create<{
  readonly file: File | null
  /** Grows with every file, so that the same one chosen again is checked again. */
  readonly run: number
  readonly check: (file: File) => void
  readonly close: () => void
}>()(set => ({
  file: null,
  run: 0,
  check: file => set(({ run }) => ({ file, run: run + 1 })),
  close: () => set({ file: null }),
}))
