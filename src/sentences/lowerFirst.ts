/** Lower-cases the first letter inside a sentence, but leaves acronyms ("TTHC") alone. */
export function lowerFirst(name: string): string {
  const [first = '', second = ''] = name
  const isAcronym = second !== second.toLocaleLowerCase('vi')
  return isAcronym ? name : first.toLocaleLowerCase('vi') + name.slice(1)
}
