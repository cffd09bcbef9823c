import { type RoundLibrary, useRoundLibrary } from './roundLibrary.ts'

/** Rounds of this machine with what came in and what is decided. */
export function useRounds(): RoundLibrary {
  return useRoundLibrary()
}
