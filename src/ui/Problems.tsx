import { Mark } from './Mark.tsx'

export type ShownProblem = {
  readonly file: string
  readonly path: string
  readonly text: string
  readonly code: string
}

/** Errors in files: which file, which place, what to do; never a blank page. */
export function Problems({
  title,
  hint,
  problems,
  retry,
}: {
  title: string
  hint: string
  problems: readonly ShownProblem[]
  retry?: { readonly label: string; readonly run: () => void } | undefined
}) {
  return (
    <section className="problems" role="alert">
      <h1>{title}</h1>
      <ul>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
          <li key={index}>
            <Mark kind="error" size={16} />
            <div>
              <p>
                {problem.file !== '' && <b>{problem.file}</b>}
                {problem.path !== '' && <code>{problem.path}</code>}
              </p>
              <p>
                {problem.text} <small>[{problem.code}]</small>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="hint">{hint}</p>
      {retry && (
        <button type="button" className="button primary" onClick={retry.run}>
          {retry.label}
        </button>
      )}
    </section>
  )
}
