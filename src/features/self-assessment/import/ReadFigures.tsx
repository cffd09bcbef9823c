import { useEffect, useMemo, useRef, useState } from 'react'
import { quoted } from '../../../io/figureImport/importProblems.ts'
import { entryKey } from '../../../io/figureImport/importTarget.ts'
import { isWithinAsked } from '../../../model/draft.ts'
import type { FigureImport, ImportDifference, ImportProblem } from '../../../model/figureImport.ts'
import { keepImportedFiles } from '../../../state/assessment/figureImportFiles.ts'
import { differencesOf, firstUnclear } from '../../../state/assessment/importDifferences.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { askedWords } from '../asked/words.ts'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { DifferenceTable } from './DifferenceTable.tsx'
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

/** What its reader said of lines, by entry, for one file. */
type Choice = { readonly of: FigureImport; readonly said: ReadonlyMap<string, boolean> }

/** Evidence on its way to the disk, or what of it could not be kept. */
type Keeping = { readonly of: FigureImport; readonly unkept: readonly string[] | null }

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
  const all = useMemo(() => differencesOf(draft, read, form), [draft, read, form])
  const { asked } = draft
  // Whoever answers questions takes over what was asked about; the rest stays as it was handed in.
  const differences = useMemo(
    () => (asked ? all.filter(({ entry }) => isWithinAsked(asked, entry.edit)) : all),
    [all, asked],
  )
  const outside = all.filter(each => each.change !== 'same' && !differences.includes(each)).length
  const ofAnswers = useText(askedWords)
  const [choice, setChoice] = useState<Choice>()
  const [keeping, setKeeping] = useState<Keeping>()
  const { unkept } = keeping?.of === read ? keeping : { unkept: [] }
  const latest = useRef<FigureImport | null>(read)
  useEffect(() => {
    latest.current = read
    return () => {
      latest.current = null
    }
  }, [read])
  // The draft may change below, by another tab: what was chosen for this file stays chosen.
  const said = choice?.of === read ? choice.said : new Map<string, boolean>()
  const chosen = differences.filter(
    each => each.change !== 'same' && (said.get(entryKey(each.entry)) ?? isOffered(each)),
  )
  const taken = new Set(chosen)
  const take = (next: ReadonlySet<ImportDifference>) => {
    const turned = differences.filter(each => next.has(each) !== taken.has(each))
    const all = new Map([...said, ...turned.map(each => [entryKey(each.entry), next.has(each)] as const)])
    setChoice({ of: read, said: all })
  }
  const isPaste = read.kind === 'paste'
  const about = read.problems.filter(({ code }) => aboutSubject.has(code))
  const others = read.problems.filter(({ code }) => !aboutSubject.has(code))
  const apply = () => {
    open.change(chosen.map(({ entry }) => entry.edit))
    close()
    const first = firstUnclear(chosen, form)
    if (first) goTo(first)
  }
  // Evidence is on the disk before a draft names it.
  const keepThenApply = async () => {
    setKeeping({ of: read, unkept: null })
    const entries = chosen.map(({ entry }) => entry)
    const lost = await keepImportedFiles(read, entries)
    // Closed, or another file chosen meanwhile.
    if (latest.current !== read) return
    setKeeping({ of: read, unkept: lost })
    if (lost.length === 0) apply()
  }
  const isTold = unkept !== null && unkept.length > 0
  const press = read.files && !isTold ? () => void keepThenApply() : apply
  const count = formatNumber(String(chosen.length), language)
  return (
    <>
      <p role="status" className="sa-import-counts">
        {sentence(differences, others, words, text => formatNumber(String(text), language))}
      </p>
      {outside > 0 && (
        <p className="sa-import-hint">
          <Mark kind="known" size={14} />
          {ofAnswers.outsideImport(formatNumber(String(outside), language))}
        </p>
      )}
      {about.length > 0 && (
        <div className="sa-import-about">
          {about.map(({ code, place, message }) => (
            <p key={`${place.sheet} ${code}`}>
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
        <DifferenceTable differences={differences} taken={taken} take={take} form={form} isPaste={isPaste} />
      )}
      <ImportProblems
        problems={others}
        severity="warning"
        isPaste={isPaste}
        hasOthers={differences.length > 0}
      />
      {differences.some(({ change }) => change !== 'same') && (
        <footer className="sa-import-foot">
          {isTold && (
            <p role="alert" className="sa-import-failed lost">
              <Mark kind="error" size={14} />
              {words.unkept(unkept.map(quoted).join(', '))}
            </p>
          )}
          <button
            type="button"
            className="button primary"
            disabled={chosen.length === 0 || unkept === null}
            onClick={press}
          >
            {chosen.length === 0 ? words.applyNone : words.apply(count)}
          </button>
          <small>{words.undoHint}</small>
        </footer>
      )}
    </>
  )
}

/** All lines that change something, except those that take a figure away. */
function isOffered({ change }: ImportDifference): boolean {
  return change === 'new' || change === 'other'
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
