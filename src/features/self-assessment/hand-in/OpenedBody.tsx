import { isSettled } from '../../../model/exact.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import type { PackageOpening } from '../../../state/assessment/packageVerdict.ts'
import { formatDate, formatNumber } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { instantText } from '../instantText.ts'
import { Fact } from './Fact.tsx'
import { HashLine } from './HashLine.tsx'
import { MadeUp } from './MadeUp.tsx'
import { openedWords } from './openedWords.ts'
import { PackageChecks } from './PackageChecks.tsx'
import { RuleChanges } from './RuleChanges.tsx'
import { SheetTable } from './SheetTable.tsx'
import { totalText } from './totalText.ts'
import { handInWords } from './words.ts'

type Opened = Extract<PackageOpening, { kind: 'open' }>

/** What is in a submission file, whether it holds, and what it comes to here. */
export function OpenedBody({ opening }: { opening: Opened }) {
  const words = useText(openedWords)
  const language = useLanguage()
  const { pack, verdict } = opening
  const { again, rules } = verdict
  const format = pointsFormat(pack.ruleSet, language)
  const [kind, sentence] =
    again.kind === 'identical'
      ? (['reached', words.intact] as const)
      : again.kind === 'differs'
        ? (['warning', words.differs] as const)
        : (['error', words.cannot] as const)
  return (
    <>
      <h3 className={`sa-opened-verdict ${kind}`}>
        <Mark kind={kind} size={16} />
        {sentence}
      </h3>
      <Facts opening={opening} />
      <PackageChecks opening={opening} />
      {again.kind !== 'cannot' && (
        <section aria-labelledby="sa-opened-points">
          <div className="section-head">
            <h3 id="sa-opened-points">{words.table}</h3>
            <p className="sub">{words.tableSub}</p>
          </div>
          <SheetTable
            label={words.table}
            before={words.handedIn}
            after={words.again}
            lines={again.comparison.areas}
            total={again.comparison.total}
            format={format}
          />
          {again.comparison.changed.length > 0 && (
            <>
              <h4>{words.tableDiffers}</h4>
              <SheetTable
                label={words.tableDiffers}
                before={words.handedIn}
                after={words.again}
                lines={again.comparison.changed}
                total={null}
                format={format}
              />
            </>
          )}
          {again.kind === 'differs' && again.places.length > 0 && <Places places={again.places} />}
        </section>
      )}
      {rules.kind === 'other' && (
        <section aria-labelledby="sa-opened-rules">
          <div className="section-head">
            <h3 id="sa-opened-rules">{words.newRules}</h3>
            <p className="sub">{words.newRulesSub(rules.mark.version)}</p>
          </div>
          {rules.comparison ? (
            <SheetTable
              label={words.newRules}
              before={words.byOld}
              after={words.byNew}
              lines={rules.comparison.isSame ? [] : rules.comparison.changed}
              total={rules.comparison.total}
              format={format}
            />
          ) : (
            <p className="sa-opened-text">{words.cannotCompare}</p>
          )}
          <h4>{words.changes}</h4>
          <RuleChanges change={rules.change} />
        </section>
      )}
    </>
  )
}

function Facts({ opening: { pack, agency } }: { opening: Opened }) {
  const words = useText(openedWords)
  const { atLeast } = useText(handInWords)
  const language = useLanguage()
  const { manifest, ruleSet, scoreSheet, submission, sha256 } = pack
  const { approval } = manifest
  const format = pointsFormat(ruleSet, language)
  const count = (number: number) => formatNumber(String(number), language)
  const inState = (state: MetricValue['state']) =>
    submission.values.filter(value => value.state === state).length
  const some = (number: number, say: (count: string) => string) => (number === 0 ? [] : [say(count(number))])
  const { points } = scoreSheet.total
  const isOpen = points.kind === 'unknown' || !isSettled(points)
  const accepted = submission.accepted ?? []
  return (
    <section aria-labelledby="sa-opened-facts">
      <div className="section-head">
        <h3 id="sa-opened-facts">{words.facts}</h3>
      </div>
      <dl className="sa-hand-in-facts">
        <Fact name={words.agency}>{manifest.agency.name ?? agency?.name ?? manifest.agency.id}</Fact>
        <Fact name={words.ruleSet}>
          {pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, {words.version(ruleSet.version)}
        </Fact>
        <Fact name={words.period}>{periodName(submission.period, language)}</Fact>
        <Fact name={words.points}>
          <b className="sa-hand-in-total">
            {totalText(scoreSheet.total.points, format, atLeast)}
            <span>/{formatNumber(scoreSheet.total.maxPoints, language)}</span>
          </b>
          {isOpen && <small>{words.isProvisional}</small>}
          <MadeUp provenance={submission.provenance} />
        </Fact>
        <Fact name={words.figures}>
          {[
            words.entered(count(inState('entered'))),
            ...some(inState('missing'), words.figuresMissing),
            ...some(inState('notApplicable'), words.figuresExempt),
            ...some(inState('withheld'), words.figuresWithheld),
          ].join(', ')}
        </Fact>
        {accepted.length > 0 && (
          <Fact name={words.accepted}>
            <details>
              <summary>{words.acceptedCount(count(accepted.length))}</summary>
              <ul>
                {accepted.map(({ findingId, finding, reason }) => (
                  <li key={findingId}>
                    {finding} <i>{words.acceptedWhy(reason)}</i>
                  </li>
                ))}
              </ul>
            </details>
          </Fact>
        )}
        <Fact name={words.approval}>
          {approval
            ? [approval.name, approval.title, words.on(formatDate(approval.on))].filter(Boolean).join(', ')
            : words.noApproval}
        </Fact>
        <Fact name={words.made}>{words.madeBy(instantText(manifest.createdAt), manifest.appVersion)}</Fact>
        <Fact name={words.hash}>
          <HashLine sha256={sha256} isReceived />
        </Fact>
      </dl>
    </section>
  )
}

function Places({ places }: { places: Extract<Opened['verdict']['again'], { kind: 'differs' }>['places'] }) {
  const words = useText(openedWords)
  return (
    <details className="sa-opened-places">
      <summary>{words.places}</summary>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.handedIn}</th>
            <th scope="col">{words.again}</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ path, from, to }) => (
            <tr key={path.join('.')}>
              <th scope="row">
                <code translate="no">{path.join('.')}</code>
              </th>
              <td>{from ?? words.none}</td>
              <td>{to ?? words.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
