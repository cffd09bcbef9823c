/** What can keep a picture from being drawn. */
type Trouble = 'gone' | 'noStage' | 'noCanvas' | 'tooLarge'

type TroubleError = Error & { readonly trouble: Trouble }

/** An error the reader is told about in words of their own language. */
export function troubleOf(trouble: Trouble): TroubleError {
  return Object.assign(new Error(`no picture: ${trouble}`), { trouble })
}

export function isTrouble(error: unknown): error is TroubleError {
  return error instanceof Error && 'trouble' in error
}
