import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { LedgerAct, VersionChoice, VersionPick } from '../../../model/review.ts'
import type { AgencyState } from '../../../model/roundState.ts'
import type { ScoreSheet } from '../../../model/scoreSheet.ts'
import { formatInterval, pointsFormat } from '../../../receipt/pointsFormat.ts'
import { type AgencyVersion, differencesOf, scoreOfChoice } from '../../../state/review/agencyVersions.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { TableScroll } from '../../../ui/TableScroll.tsx'
import { choosing } from './chooseVersion.ts'
import { tidy } from './FileForms.tsx'
import { filesWords } from './filesWords.ts'
import { differenceTexts } from './versionTexts.ts'

/** Versions side by side: which one is read, and which parts come from another. */
export function VersionChoiceSection({
  open,
  agency,
  versions,
  letters,
  canWrite,
  write,
}: {
  open: OpenRound
  agency: AgencyState
  versions: readonly AgencyVersion[]
  letters: ReadonlyMap<string, string>
  canWrite: boolean
  write: (acts: readonly LedgerAct[]) => void
}) {
  const words = useText(filesWords)
  const language = useLanguage()
  const id = useId()
  const readable = versions.filter(each => each.submission !== null)
  const [first] = readable
  const [base, setBase] = useState(agency.choice?.base ?? first?.file.file.sha256 ?? '')
  const [picks, setPicks] = useState<readonly VersionPick[]>(agency.choice?.picks ?? [])
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const texts = useMemo(
    () => differenceTexts(differencesOf(readable, open), open.ruleSet, language),
    [readable, open, language],
  )
  const choice = useMemo(() => choiceOf(base, picks, readable), [base, picks, readable])
  const totals = useMemo(
    () =>
      new Map(
        readable.map(({ file }) => {
          const { sha256 } = file.file
          return [sha256, scoreOfChoice(choiceOf(sha256, [], readable), open)] as const
        }),
      ),
    [readable, open],
  )
  const weighed = useDeferredValue(choice)
  const merged = useMemo(
    () => (weighed.picks.length > 0 ? scoreOfChoice(weighed, open) : null),
    [weighed, open],
  )
  const { choose } = choosing(agency, write)
  const said = tidy(reason)
  const isReasonMissing = wasSent && picks.length > 0 && said === ''
  const say = (sheet: ScoreSheet | null) => totalText(sheet, open, words, language)
  const pickFrom = (part: VersionPick['part'], from: string, pickId: string) => {
    const others = picks.filter(each => each.part !== part || each.id !== pickId)
    setPicks(from === base ? others : [...others, { part, id: pickId, from }])
  }
  const chooseBase = (sha256: string) => {
    setBase(sha256)
    // What was picked from the new base is in it anyway.
    setPicks(picks.filter(each => each.from !== sha256))
  }
  const save = () => {
    setSent(true)
    if (picks.length > 0 && said === '') return
    choose(choice, said === '' ? null : said)
    setReason('')
    setSent(false)
  }
  if (readable.length < 2) return null
  return (
    <section className="rvi-compare" aria-labelledby={`${id}-title`}>
      <div className="section-head">
        <h3 id={`${id}-title`}>{texts.length > 0 ? words.compare(texts.length) : words.noDifference}</h3>
        {texts.length > 0 && <p className="sub">{words.compareHint}</p>}
      </div>
      <TableScroll label={words.compare(texts.length)}>
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {readable.map(({ file }) => {
                const { sha256 } = file.file
                const letter = letters.get(sha256) ?? '?'
                return (
                  <th key={sha256} scope="col">
                    <label className="rvi-choice">
                      <input
                        type="radio"
                        name={`${id}-base`}
                        checked={base === sha256}
                        disabled={!canWrite}
                        onChange={() => chooseBase(sha256)}
                      />
                      <span>
                        {words.version(letter)}
                        <small>{words.base}</small>
                      </span>
                    </label>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            <tr className="rvi-totals">
              <th scope="row">{words.total}</th>
              {readable.map(({ file }) => (
                <td key={file.file.sha256}>{say(totals.get(file.file.sha256) ?? null)}</td>
              ))}
            </tr>
            {texts.map(({ difference: { part, id: pickId }, part: partName, name, values }) => {
              const picked = picks.find(each => each.part === part && each.id === pickId)?.from ?? base
              return (
                <tr key={`${part} ${pickId}`}>
                  <th scope="row">
                    <small>{partName}</small> {name}
                  </th>
                  {readable.map(({ file: { file } }, place) => (
                    <td key={file.sha256} className={picked === file.sha256 ? 'rvi-picked' : undefined}>
                      <label className="rvi-choice">
                        <input
                          type="radio"
                          name={`${id} ${part} ${pickId}`}
                          checked={picked === file.sha256}
                          disabled={!canWrite}
                          onChange={() => pickFrom(part, file.sha256, pickId)}
                        />
                        <span>{values[place]}</span>
                      </label>
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
          {picks.length > 0 && (
            <tfoot>
              <tr className="rvi-totals">
                <th scope="row">{words.chosenTotal}</th>
                <td colSpan={readable.length}>
                  <b>{say(merged)}</b>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </TableScroll>
      {canWrite && (
        <div className="rvi-form">
          <label htmlFor={`${id}-reason`} className="rvi-reason">
            {words.reason}
            <input
              id={`${id}-reason`}
              value={reason}
              maxLength={1000}
              autoComplete="off"
              aria-invalid={isReasonMissing}
              aria-describedby={`${id}-hint`}
              onChange={event => setReason(event.target.value)}
            />
            <small id={`${id}-hint`} className={isReasonMissing ? 'rvi-error' : 'rvi-quiet'}>
              {isReasonMissing
                ? words.needReason
                : `${picks.length > 0 ? words.mustReason : words.optional}. ${words.useReasonHint}`}
            </small>
          </label>
          <p className="rvi-form-foot">
            <button type="button" className="button primary" onClick={save}>
              {words.saveChoice}
            </button>
          </p>
        </div>
      )}
    </section>
  )
}

/** Carried over where a part of it answers other rules. */
function choiceOf(
  base: string,
  picks: readonly VersionPick[],
  versions: readonly AgencyVersion[],
): VersionChoice {
  const used = new Set([base, ...picks.map(each => each.from)])
  const isCarried = versions.some(({ file }) => file.isOtherRules && used.has(file.file.sha256))
  return { base, picks, ...(isCarried && { carried: true as const }) }
}

function totalText(
  sheet: ScoreSheet | null,
  { ruleSet }: Pick<OpenRound, 'ruleSet'>,
  words: (typeof filesWords)['vi'],
  language: 'vi' | 'en',
): string {
  if (!sheet) return words.unknown
  const format = pointsFormat(ruleSet, language)
  const { points, maxPoints } = sheet.total
  return points.kind === 'known'
    ? words.points(formatInterval(points, format), format(maxPoints))
    : words.unknown
}
