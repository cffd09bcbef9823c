import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { AreasSection } from './AreasSection.tsx'
import { ConflictsSection } from './ConflictsSection.tsx'
import { ExportSection } from './ExportSection.tsx'
import type { EntryNames } from './entryNames.ts'
import { MergeSection } from './MergeSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { reviewerWords } from './reviewerWords.ts'
import './reviewers.css'

/** Several reviewers: what contradicts, who did what, who takes what, files to and from colleagues. */
export function ReviewersView(
  props: ReviewProps & { names: EntryNames; seeLinesOf: (name: string) => void },
) {
  const { open, names, seeLinesOf } = props
  const words = useText(reviewerWords)
  const language = useLanguage()
  const people = new Set(open.state.entries.map(entry => entry.by)).size
  const conflicts = open.state.conflicts.length
  const count = (number: number) => formatNumber(String(number), language)
  return (
    <>
      <h1>
        {people === 0
          ? words.titleNone
          : words.title(count(people), conflicts === 0 ? null : count(conflicts))}
      </h1>
      <p className="rvl-quiet">{words.names}</p>
      <ConflictsSection {...props} />
      <PeopleSection open={open} names={names} seeLinesOf={seeLinesOf} />
      <AreasSection open={open} names={names} />
      <section className="rvl-exchange" aria-labelledby="rvl-exchange">
        <div className="section-head">
          <h2 id="rvl-exchange">{words.files}</h2>
          <span className="sub">{words.filesHint}</span>
        </div>
        <ExportSection open={open} />
        <MergeSection open={open} names={names} />
      </section>
    </>
  )
}
