import type { SubmissionTable } from '../model/submission.ts'

/**
 * A table as it stands in its file: the head as any other data file, then one agency a line.
 * One row a line keeps a file of a hundred agencies small and a changed figure easy to find.
 */
export function formatTable({
  rows,
  ...head
}: SubmissionTable & { readonly $schema?: string | undefined }): string {
  const opening = JSON.stringify(head, null, 2).slice(0, -'\n}'.length)
  const lines = rows.map(row => `    ${JSON.stringify(row)}`)
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  return `${opening},\n  "rows": ${list}\n}\n`
}
