import { create } from 'zustand'
import { persist } from 'zustand/middleware'

type HandoutForm = {
  /** Slides alone, two on a page; else each with its notes and its table. */
  readonly isShort: boolean
  readonly setShort: (isShort: boolean) => void
}

/** Which hand-out this reader prints; kept on this machine. */
export const useHandoutForm = create<HandoutForm>()(
  persist(set => ({ isShort: true, setShort: isShort => set({ isShort }) }), {
    name: 'parboard-handout',
    version: 1,
    partialize: ({ isShort }) => ({ isShort }),
    // Whatever else stands there means the short one.
    merge: (stored, current) => ({
      ...current,
      isShort: !(
        typeof stored === 'object' &&
        stored !== null &&
        'isShort' in stored &&
        stored.isShort === false
      ),
    }),
  }),
)
