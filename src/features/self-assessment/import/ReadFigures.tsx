import { useMemo, useState } from 'react'
import type { FigureImport, ImportDifference, ImportProblem } from '../../../model/figureImport.ts'
import { differencesOf } from '../../../state/assessment/importDifferences.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
import { subjectsOf } from './entryText.ts'
import { ImportProblems } from './ImportProblems.tsx'
import { type ImportWords, importWords } from './words.ts'

/** Problems of what the file is about, which its reader has to weigh before anything else. */
const aboutSubject = new Set([
  'other-rule-set',
  'other-version',
  'other-agency',
  'unknown-agency',
  'other-period',
])

/** What was read, against what stands in the draft; nothing is applied before the button is pressed. */
export function ReadFigures({
  read,
  open,
  assessment: { form },
  close,
  goTo,
}: AssessmentProps & { read: FigureImport; close: () => void; goTo: GoTo }) {
  const words = useText(importWords)
  const language = useLanguage()
  const { draft } = open
  const differences = useMemo(() => differencesOf(draft, read, form), [draft, read, form])
  const [choice, setChoice] = useState<{
    readonly of: readonly ImportDifference[]
    readonly taken: ReadonlySet<ImportDifference>
  }>()
  // Other lines than the choice was made for: all of them again, except those that take a figure away.
  const taken = choice?.of === differences ? choice.taken : offered(differences)
  const chosen = differences.filter(difference => taken.has(difference))
  const isPaste = read.kind === 'paste'
  const about = read.problems.filter(({ code }) => aboutSubject.has(code))
  const others = read.problems.filter(({ code }) => !aboutSubject.has(code))
  const apply = () => {
    open.change(chosen.map(({ entry }) => entry.edit))
    close()
    const unclear = read.problems.find(({ code }) => code === 'unclear')
    const first = chosen.find(({ entry }) => unclear && entry.place.cell === unclear.place.cell)
    if (first?.entry.edit.kind === 'field')
      goTo({
        nodeId: subjectsOf(form, language, words)(first.entry).nodeId,
        metricId: first.entry.edit.metricId,
      })
  }
  const count = formatNumber(String(chosen.length), language)
  return (
    <>
      <p role="status" className="sa-import-counts">
        {sentence(differences, others, words, text => formatNumber(String(text), language))}
      </p>
      {about.length > 0 && (
        <div className="sa-import-about">
          {about.map(({ code, message }) => (
            <p key={code}>
              <Mark kind="warning" size={14} />
              <span>{capital(message[language])}</span>
            </p>
          ))}
          {differences.length > 0 && <p className="decide">{words.decide}</p>}
        </div>
      )}
      <ImportProblems
        problems={others}
        severity="error"
        isPaste={isPaste}
        hasOthers={differences.length > 0}
      />
      {differences.length > 0 && (
        <DifferenceTable
          differences={differences}
          taken={taken}
          take={next => setChoice({ of: differences, taken: next })}
          form={form}
          isPaste={isPaste}
        />
      )}
      <ImportProblems
        problems={others}
        severity="warning"
        isPaste={isPaste}
        hasOthers={differences.length > 0}
      />
      {differences.some(({ change }) => change !== 'same') && (
        <footer className="sa-import-foot">
          <button type="button" className="button primary" disabled={chosen.length === 0} onClick={apply}>
            {chosen.length === 0 ? words.applyNone : words.apply(count)}
          </button>
          <small>{words.undoHint}</small>
        </footer>
      )}
    </>
  )
}

function offered(differences: readonly ImportDifference[]): ReadonlySet<ImportDifference> {
  return new Set(differences.filter(({ change }) => change === 'new' || change === 'other'))
}

function sentence(
  differences: readonly ImportDifference[],
  problems: readonly ImportProblem[],
  words: ImportWords,
  shown: (count: number) => string,
): string {
  const changes = (['new', 'other', 'clears', 'same'] as const).flatMap(change => {
    const count = differences.filter(each => each.change === change).length
    return count === 0 ? [] : [`${shown(count)}\u00a0${words.counts[change]}`]
  })
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  return capital(
    [
      ...(changes.length === 0 ? [words.nothing] : changes),
      ...(errors > 0 ? [words.notTaken(shown(errors))] : []),
      ...(warnings > 0 ? [words.remarks(shown(warnings))] : []),
    ].join(', '),
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
