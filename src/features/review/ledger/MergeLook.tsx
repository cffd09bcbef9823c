import type { ReactNode } from 'react'
import type { ReviewConflict } from '../../../model/roundState.ts'
import type { MergePreview } from '../../../state/review/mergePreview.ts'
import type { OpenedReview } from '../../../state/review/openReviewFile.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { conflictTitle } from './conflictTitle.ts'
import type { EntryNames } from './entryNames.ts'
import { entryTexts } from './entryTexts.ts'
import { HashText } from './HashText.tsx'
import { reviewerWords } from './reviewerWords.ts'

/** Most names or lines that are listed of one kind. */
const most = 8

export type LookedAt = Pick<OpenedReview, 'preview' | 'newFiles' | 'clashes' | 'unfit' | 'faults'> & {
  readonly read: Pick<OpenedReview['read'], 'file' | 'sha256'> & {
    readonly manifest: Pick<OpenedReview['read']['manifest'], 'madeBy' | 'createdAt' | 'lines'>
  }
}

/** What a file would add: lines by whom, agencies, conflicts, lines that will not count and why. */
export function MergeLook({
  opened,
  names,
  takeOver,
  leave,
}: {
  opened: LookedAt
  names: EntryNames
  takeOver: () => void
  leave: () => void
}) {
  const words = useText(reviewerWords)
  const { language } = names
  const { read, preview, newFiles, clashes, unfit, faults } = opened
  const { manifest } = read
  const { fresh, people, agencyIds, conflicts, settled, notCounted, noLonger } = preview
  const count = (number: number) => formatNumber(String(number), language)
  const listed = (all: readonly string[], by = ', ') =>
    [...all.slice(0, most), ...(all.length > most ? [words.more(count(all.length - most))] : [])].join(by)
  const named = (list: readonly ReviewConflict[]) =>
    listed(
      list.map(each => conflictTitle(each, names)),
      '; ',
    )
  const whys = (list: MergePreview['notCounted']) =>
    [...new Set(list.map(each => each.why))]
      .map(
        why =>
          `${entryTexts[language].notCounted[why]} (${count(list.filter(each => each.why === why).length)})`,
      )
      .join('; ')
  const at = instantText(manifest.createdAt)
  // A line that two claim is told from then on, whichever of them stands.
  const isNothing = fresh.length === 0 && newFiles === 0 && clashes.length === 0
  return (
    <section className="rvl-look" aria-label={words.previewTitle(read.file)}>
      <h4>{words.previewTitle(read.file)}</h4>
      <p>{manifest.madeBy === null ? words.madeByNobody(at) : words.madeBy(manifest.madeBy, at)}</p>
      <ul>
        <Item>
          {fresh.length === 0
            ? words.nothingNew
            : words.freshLines(count(fresh.length), count(manifest.lines))}
        </Item>
        {people.map(each => (
          <Item key={each.name}>{words.byPerson(each.name, count(each.lines), count(each.decisions))}</Item>
        ))}
        {agencyIds.length > 0 && (
          <Item>{words.ofAgencies(count(agencyIds.length), listed(agencyIds.map(names.agency)))}</Item>
        )}
        {newFiles > 0 && <Item>{words.newFiles(count(newFiles))}</Item>}
        {conflicts.length > 0 && (
          <Item isWarned>
            {words.newConflicts(count(conflicts.length))}: {named(conflicts)}
          </Item>
        )}
        {settled.length > 0 && (
          <Item>
            {words.settledConflicts(count(settled.length))}: {named(settled)}
          </Item>
        )}
        {notCounted.length > 0 && (
          <Item isWarned>
            {words.willNotCount(count(notCounted.length))}. {whys(notCounted)}
          </Item>
        )}
        {noLonger.length > 0 && (
          <Item isWarned>
            {words.noLonger(count(noLonger.length))}. {whys(noLonger)}
          </Item>
        )}
        {clashes.length > 0 && (
          <Item isWarned>{words.altered(count(clashes.length), listed(clashes.map(each => each.id)))}</Item>
        )}
        {unfit.length > 0 && (
          <Item isWarned>
            {words.unfit(count(unfit.length))}{' '}
            {listed(
              unfit.map(
                ({ sha256, why, line }) => `${line?.act.file.fileName ?? sha256} (${words.misfit[why]})`,
              ),
              '; ',
            )}
          </Item>
        )}
        {faults.length > 0 && (
          <Item isWarned>{words.brokenPens(listed([...new Set(faults.map(each => each.by))]))}</Item>
        )}
      </ul>
      <HashText label={words.hash} sha256={read.sha256} />
      <p className="rvl-ways">
        {!isNothing && (
          <button type="button" className="button primary" onClick={takeOver}>
            {fresh.length === 0 && newFiles === 0 ? words.takeNote : words.takeOver(count(fresh.length))}
          </button>
        )}
        <button type="button" className="button" onClick={leave}>
          {words.notNow}
        </button>
      </p>
    </section>
  )
}

function Item({ isWarned = false, children }: { isWarned?: boolean; children: ReactNode }) {
  return (
    <li className={isWarned ? 'rvl-warned' : undefined}>
      {isWarned && <Mark kind="warning" size={12} />}
      {children}
    </li>
  )
}
