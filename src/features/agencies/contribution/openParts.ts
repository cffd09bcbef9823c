/** Whether a part of the screen stands open in the address; parts are parted by commas. */
export function isOpen(tables: string | undefined, part: string): boolean {
  return (tables ?? '').split(',').includes(part)
}

/** The same address with the part opened or closed. */
export function toggled(tables: string | undefined, part: string): string | undefined {
  const open = (tables ?? '').split(',').filter(Boolean)
  const next = open.includes(part) ? open.filter(each => each !== part) : [...open, part]
  return next.length === 0 ? undefined : next.join(',')
}
