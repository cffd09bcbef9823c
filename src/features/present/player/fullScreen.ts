/** Takes the whole screen where the browser allows it; elsewhere the player covers the window, which is enough. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
    await lockEscape()
  } catch {
    // Refused, or there is no such thing: nothing to be told.
  }
}

/** Gives the screen back. */
export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
}

/**
 * Lets the page hear Escape in full screen, so that it closes a receipt before it ends the show. Where the browser
 * keeps the key for itself, leaving full screen is heard instead.
 */
async function lockEscape(): Promise<void> {
  const keyboard: unknown = 'keyboard' in navigator ? navigator.keyboard : undefined
  if (typeof keyboard !== 'object' || keyboard === null || !('lock' in keyboard)) return
  const { lock } = keyboard
  if (typeof lock !== 'function') return
  await lock.call(keyboard, ['Escape'])
  isEscapeHeard = true
}

let isEscapeHeard = false

/** Whether Escape comes as a key although the page fills the screen. */
export function hearsEscape(): boolean {
  return isEscapeHeard
}
