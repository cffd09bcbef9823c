import { useState } from 'react'
import type { FoundProblem } from '../../state/readRuleSetFile.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { ruleSetImportWords } from './ruleSetImportWords.ts'

/** A whole column filled in wrongly fills the page; the first rows say what is the matter. */
const shownAtFirst = 40

/** What is wrong in a spreadsheet, one row a cell: where, what it says, what is needed. */
export function FoundProblems({ problems, name }: { problems: readonly FoundProblem[]; name: string }) {
  const words = useText(ruleSetImportWords)
  const language = useLanguage()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? problems : problems.slice(0, shownAtFirst)
  return (
    <>
      <div className="table-scroll">
        <table className="figures found-problems" aria-label={name}>
          <thead>
            <tr>
              <th scope="col">{words.columns.sheet}</th>
              <th scope="col">{words.columns.cell}</th>
              <th scope="col">{words.columns.title}</th>
              <th scope="col">{words.columns.found}</th>
              <th scope="col">{words.columns.needed}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be wrong in two ways
              <tr key={index}>
                <td data-label={words.columns.sheet}>
                  <Mark kind={problem.severity} size={13} />
                  <span className="visually-hidden">{words.severity[problem.severity]}: </span>
                  {problem.sheet || (problem.cell === '' ? words.wholeFile : '')}
                </td>
                <th scope="row" data-label={words.columns.cell}>
                  <code>{problem.cell}</code>
                </th>
                <td data-label={words.columns.title}>{problem.title}</td>
                <td data-label={words.columns.found} className="found">
                  {problem.found !== '' && <q>{problem.found}</q>}
                  {problem.found === '' && problem.title !== '' && (
                    <em>{problem.code === 'missing-column' ? words.absent : words.empty}</em>
                  )}
                </td>
                <td data-label={words.columns.needed}>{problem.needed[language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < problems.length && (
        <button type="button" className="link-button more" onClick={() => setShowsAll(true)}>
          {words.showAll(formatNumber(String(problems.length), language))}
        </button>
      )}
    </>
  )
}
