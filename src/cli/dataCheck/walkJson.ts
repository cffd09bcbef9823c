/** A text of a file with its place and the field it is the value of; list entries carry their list's field. */
export type TextPlace = { readonly path: string; readonly key: string; readonly text: string }

/** Every text of a file, in file order. */
export function textsIn(data: unknown): readonly TextPlace[] {
  const found: TextPlace[] = []
  const visit = (value: unknown, path: string, key: string): void => {
    if (typeof value === 'string') found.push({ path, key, text: value })
    else if (Array.isArray(value))
      value.forEach((each, index) => {
        visit(each, `${path}[${index}]`, key)
      })
    else if (isBlock(value))
      for (const [name, each] of Object.entries(value))
        visit(each, path === '' ? name : `${path}.${name}`, name)
  }
  visit(data, '', '')
  return found
}

/** Every block `{ … }` that has a field, with its place. */
export function blocksWith(
  field: string,
  data: unknown,
): readonly { readonly path: string; readonly block: Readonly<Record<string, unknown>> }[] {
  const found: { path: string; block: Readonly<Record<string, unknown>> }[] = []
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value))
      value.forEach((each, index) => {
        visit(each, `${path}[${index}]`)
      })
    else if (isBlock(value)) {
      if (field in value) found.push({ path, block: value })
      for (const [name, each] of Object.entries(value)) visit(each, path === '' ? name : `${path}.${name}`)
    }
  }
  visit(data, '')
  return found
}

/** What stands at a place such as `criteria[2].maxPoints`; undefined where nothing does. */
export function valueAt(data: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? []
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)]
    return isBlock(value) ? value[step] : undefined
  }, data)
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
