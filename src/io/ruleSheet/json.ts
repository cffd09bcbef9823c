/** Plain data as a JSON file holds it; a rule set is one, too. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** A block that is being filled. */
export type Draft = { [key: string]: Json | Draft | Draft[] | undefined }

/** Value at a path such as `provenance.source.place`; undefined where there is none. */
export function valueAt(json: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>((value, key) => (isBlock(value) ? value[key] : undefined), json)
}

/** Puts a value at a path, with the blocks that lead there. */
export function putAt(draft: Draft, path: string, value: Json | Draft | Draft[]): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let block = draft
  for (const key of keys) {
    const inside = block[key]
    if (isDraft(inside)) block = inside
    else {
      const made: Draft = {}
      block[key] = made
      block = made
    }
  }
  block[last] = value
}

export function isBlock(value: unknown): value is { readonly [key: string]: Json | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isDraft(value: Draft[string]): value is Draft {
  return isBlock(value)
}

/** Path below another: `metrics[3]` and `id` give `metrics[3].id`. */
export function below(path: string, key: string): string {
  if (key === '') return path
  return path === '' ? key : `${path}.${key}`
}
