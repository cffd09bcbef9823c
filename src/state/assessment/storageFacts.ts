/** What the browser says of the room it gives this page. */
export type StorageFacts = {
  /** Bytes in use and allowed; null where the browser does not tell. */
  readonly used: number | null
  readonly allowed: number | null
  /** Whether it promised to keep them when room gets short; null: it cannot be asked (a page without https). */
  readonly isPersistent: boolean | null
}

export async function storageFacts(): Promise<StorageFacts> {
  // Pages that came over plain http have no storage manager, whatever its type says.
  const storage: StorageManager | undefined = navigator.storage
  const [estimate, isPersistent] = await Promise.all([
    storage?.estimate?.().catch(() => undefined),
    storage?.persisted?.().catch(() => undefined),
  ])
  return {
    used: estimate?.usage ?? null,
    allowed: estimate?.quota ?? null,
    isPersistent: isPersistent ?? null,
  }
}

let wasAsked = false

/** Asks the browser, once a page, to keep what stands here when room gets short. */
export function askToKeep(): void {
  if (wasAsked) return
  wasAsked = true
  const storage: StorageManager | undefined = navigator.storage
  storage?.persist?.().catch(() => {})
}
