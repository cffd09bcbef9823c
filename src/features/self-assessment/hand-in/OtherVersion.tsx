import { useEffect, useState } from 'react'
import type { Agency } from '../../../model/agency.ts'
import type { RuleSetMark } from '../../../model/draft.ts'
import type { RuleSet } from '../../../model/ruleSet.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import { keepRules } from '../../../state/assessment/keptRules.ts'
import type { OpenDraft } from '../../../state/assessment/openDraft.ts'
import type { VersionChange } from '../../../state/assessment/otherVersion.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { askedWords } from '../asked/words.ts'
import { openedWords } from './openedWords.ts'
import { RuleChanges } from './RuleChanges.tsx'
import { SheetTable } from './SheetTable.tsx'
import { TypedFigures } from './TypedFigures.tsx'
import { totalText } from './totalText.ts'
import { handInWords } from './words.ts'
import './opened.css'

/**
 * A draft whose rule set is published here in another version, with another content, or not at all. Nothing is
 * scored anew until its owner says so.
 */
export function OtherVersion({
  open,
  other,
  agency,
  leave,
}: {
  open: OpenDraft
  /** The rule set of this page by the same id; null where there is none. */
  other: { readonly mark: RuleSetMark; readonly ruleSet: RuleSet } | null
  /** null: the directory does not know it. */
  agency: Agency | null
  /** Back to where the draft was chosen, or to the draft as it stands. */
  leave: () => void
}) {
  const words = useText(openedWords)
  const asked = useText(askedWords)
  const language = useLanguage()
  const { draft } = open
  const state = useVersionChange(open, other, agency)
  const isSameVersion = other?.mark.version === draft.ruleSet.version
  const title =
    other === null
      ? words.gone(draft.ruleSet.id)
      : isSameVersion
        ? words.otherTitleContent
        : words.otherTitle(other.mark.version)
  return (
    <section className="sa-other" aria-labelledby="sa-other">
      <p className="eyebrow">
        {[
          agency?.name ?? draft.agencyId,
          ...(other ? [pickName(language, other.ruleSet.shortTitle, other.ruleSet.shortTitleEn)] : []),
          periodName(draft.period, language),
        ].join(' · ')}
      </p>
      <h1 id="sa-other">{title}</h1>
      {other && (
        <p className="sa-opened-text">
          {isSameVersion
            ? words.otherTextContent(other.mark.version)
            : words.otherText(draft.ruleSet.version, other.mark.version)}
        </p>
      )}
      <div className="sa-other-acts">
        {other && draft.asked && <p className="sa-opened-text">{asked.rulesFixed}</p>}
        {other && !draft.asked && (
          <div>
            <button
              type="button"
              className="button primary"
              onClick={() => {
                void keepRules(other.ruleSet)
                open.change([{ kind: 'ruleSet', ruleSet: other.mark }])
              }}
            >
              {isSameVersion ? words.rescoreContent : words.rescore(other.mark.version)}
            </button>
            <small>{words.rescoreHint}</small>
          </div>
        )}
        <div>
          <button type="button" className="button" onClick={leave}>
            {words.keep}
          </button>
          <small>{words.keepHint}</small>
        </div>
      </div>
      <p role="status" className={state.status === 'working' ? undefined : 'visually-hidden'}>
        {state.status === 'working' ? words.working : ''}
      </p>
      {state.status === 'failed' && (
        <p role="alert" className="lost">
          {words.workFailed}
        </p>
      )}
      {state.status === 'done' && other && (
        <Compared found={state.found} newer={other.ruleSet} was={draft.ruleSet.version} />
      )}
      <TypedFigures
        draft={draft}
        older={state.status === 'done' ? state.found.older : null}
        newer={other?.ruleSet ?? null}
      />
    </section>
  )
}

type Working =
  | { readonly status: 'idle' | 'working' | 'failed' }
  | { readonly status: 'done'; readonly found: VersionChange }

function useVersionChange(
  { draft }: OpenDraft,
  other: { readonly ruleSet: RuleSet } | null,
  agency: Agency | null,
): Working {
  const [state, setState] = useState<Working>({ status: other ? 'working' : 'idle' })
  const newer = other?.ruleSet ?? null
  useEffect(() => {
    if (!newer) return
    let isWanted = true
    // The engine is a good part of the scripts; it comes when it is needed.
    import('../../../state/assessment/otherVersion.ts')
      .then(({ otherVersion }) => otherVersion(draft, newer, agency))
      .then(
        found => isWanted && setState({ status: 'done', found }),
        () => isWanted && setState({ status: 'failed' }),
      )
    return () => {
      isWanted = false
    }
  }, [draft, newer, agency])
  return state
}

function Compared({ found, newer, was }: { found: VersionChange; newer: RuleSet; was: string }) {
  const words = useText(openedWords)
  const { atLeast } = useText(handInWords)
  const language = useLanguage()
  const format = pointsFormat(newer, language)
  const { comparison, change, sheet, unasked, newlyAsked } = found
  const missing = sheet.total.missingLeaves
  return (
    <>
      <section aria-labelledby="sa-other-points">
        <div className="section-head">
          <h2 id="sa-other-points">{comparison ? words.totals : words.newTotal}</h2>
          {comparison && <p className="sub">{words.totalsSub}</p>}
        </div>
        {comparison ? (
          <SheetTable
            label={words.totals}
            before={words.oldVersion(was)}
            after={words.oldVersion(newer.version)}
            lines={comparison.areas}
            total={comparison.total}
            format={format}
          />
        ) : (
          <p className="sa-opened-text">
            <b>
              {totalText(sheet.total.points, format, atLeast)}/{format(sheet.total.maxPoints)}
            </b>
            {missing > 0 && `, ${words.missing(formatNumber(String(missing), language))}`}. {words.oldUnknown}
          </p>
        )}
        {comparison && comparison.changed.length > 0 && (
          <>
            <h3>{words.tableDiffers}</h3>
            <SheetTable
              label={words.tableDiffers}
              before={words.oldVersion(was)}
              after={words.oldVersion(newer.version)}
              lines={comparison.changed}
              total={null}
              format={format}
            />
          </>
        )}
      </section>
      {change && (
        <section aria-labelledby="sa-other-changes">
          <div className="section-head">
            <h2 id="sa-other-changes">{words.changes}</h2>
          </div>
          <RuleChanges change={change} />
        </section>
      )}
      {newlyAsked.length > 0 && (
        <Names
          title={words.newlyAsked}
          hint={null}
          names={newlyAsked.map(({ name, nameEn }) => pickName(language, name, nameEn))}
        />
      )}
      {unasked.length > 0 && (
        <Names
          title={words.unasked}
          hint={words.unaskedHint}
          names={unasked.map(({ metric, metricId }) =>
            metric ? pickName(language, metric.name, metric.nameEn) : metricId,
          )}
        />
      )}
    </>
  )
}

function Names({ title, hint, names }: { title: string; hint: string | null; names: readonly string[] }) {
  return (
    <section aria-label={title}>
      <div className="section-head">
        <h2>{title}</h2>
        {hint !== null && <p className="sub">{hint}</p>}
      </div>
      <ul className="sa-rule-changes">
        {names.map(name => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </section>
  )
}
