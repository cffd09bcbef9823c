import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import type { Report } from '../../scoring/lint/report.ts'

/** Takes down what is wrong in a file. */
export type On = (file: string) => Report

/** An empty list of problems of many files and what writes into it. */
export function takeDown(): { readonly problems: readonly Problem[]; readonly on: On } {
  const problems: Problem[] = []
  const say =
    (file: string, severity: Problem['severity']): Report['error'] =>
    (path, code, message) =>
      problems.push({ file, path, code, severity, message })
  return { problems, on: file => ({ error: say(file, 'error'), warning: say(file, 'warning') }) }
}

/** Takes over problems that were found elsewhere, as they stand. */
export function passOn(problems: readonly Problem[], on: On): void {
  for (const { file, path, code, severity, message } of problems) on(file)[severity](path, code, message)
}

/** By file, errors first; a warning where an error stands already says nothing new. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  const placeOf = ({ file, path }: Problem) => `${file}\n${path}`
  const wrong = new Set(problems.filter(problem => problem.severity === 'error').map(placeOf))
  return problems
    .filter(problem => problem.severity === 'error' || !wrong.has(placeOf(problem)))
    .toSorted((a, b) =>
      a.file === b.file
        ? Number(a.severity === 'warning') - Number(b.severity === 'warning')
        : a.file < b.file
          ? -1
          : 1,
    )
}

const longest = 60

/** A value of a file inside a sentence: text in quotes, anything long cut off. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')
  const letters = [...text]
  const short = letters.length > longest ? `${letters.slice(0, longest).join('')}…` : text
  return typeof value === 'string' ? `“${short}”` : short
}

/** Ids given before, with the place of the first. */
export function reportTwice(
  entries: readonly { readonly key: string; readonly path: string }[],
  report: (entry: { readonly key: string; readonly path: string }, earlier: string) => void,
): void {
  const first = new Map<string, string>()
  for (const entry of entries) {
    const earlier = first.get(entry.key)
    if (earlier === undefined) first.set(entry.key, entry.path)
    else report(entry, earlier)
  }
}

/** Names that nothing answers to: each is said once a file, at its first place. */
export function reportUnknown(
  named: readonly { readonly key: string; readonly path: string }[],
  report: (entry: { readonly key: string; readonly path: string }, more: Bilingual) => void,
): void {
  const said = new Set<string>()
  for (const entry of named) {
    if (said.has(entry.key)) continue
    said.add(entry.key)
    const others = named.filter(({ key }) => key === entry.key).length - 1
    report(entry, {
      vi: others > 0 ? ` (còn ${others} chỗ nữa trong tệp)` : '',
      en: others > 0 ? ` (${others} more places in the file)` : '',
    })
  }
}

/** An id may be used once in its list. */
export function reportIds(
  lists: Readonly<Record<string, readonly { readonly id: string }[]>>,
  report: Report,
): void {
  const entries = Object.entries(lists).flatMap(([name, list]) =>
    list.map(({ id }, index) => ({ key: id, path: `${name}[${index}].id` })),
  )
  reportTwice(entries, ({ key, path }, earlier) => {
    report.error(path, 'duplicate-id', {
      vi: `mã “${key}” đã dùng ở ${earlier}; mỗi mã chỉ được dùng một lần`,
      en: `id "${key}" is already used at ${earlier}; each id may be used once`,
    })
  })
}
