import { Fragment, type ReactNode } from 'react'
import type { Provenance } from '../../model/provenance.ts'
import type { Band } from '../../model/ruleSet.ts'
import { documentName } from '../../receipt/citation.ts'
import { roundingText } from '../../receipt/ruleSections.ts'
import type { RuleSpeech } from '../../receipt/ruleSpeech.ts'
import type { RuleSetView } from '../../state/useRuleSetView.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { gradingTexts } from './gradingTexts.ts'
import type { RuleSetLinker } from './ruleSetState.ts'
import { ruleSetWords } from './words.ts'

/** What holds for the whole set: decision, validity, scale, rounding, grades, ties, what it supersedes. */
export function Facts({ view, say, link }: { view: RuleSetView; say: RuleSpeech; link: RuleSetLinker }) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const { ruleSet, documents, comparison } = view
  const { validFrom, validTo, supersedes, grading } = ruleSet
  const decision = documents.find(each => each.id === ruleSet.decisionId)
  const older = comparison?.older.id === supersedes ? comparison?.older : undefined
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      words.decision,
      link(
        { to: 'document', documentId: ruleSet.decisionId },
        decision ? documentName(decision, language) : ruleSet.decisionId,
      ),
    ],
    [
      words.validity,
      validTo === undefined
        ? words.validFrom(formatDate(validFrom))
        : words.validBetween(formatDate(validFrom), formatDate(validTo)),
    ],
    [words.scale, `${formatNumber(ruleSet.scale, language)} ${words.points}`],
    [
      words.rounding,
      <Sure key="rounding" provenance={ruleSet.roundingProvenance} text={roundingLine(view, say)} />,
    ],
    [words.bands, <Grades key="bands" view={view} />],
    [
      words.ties,
      [words.tieStyles[ruleSet.tieStyle], ...(grading?.on === 'rounded' ? [words.gradedOnRounded] : [])].join(
        '; ',
      ),
    ],
    ...(supersedes === undefined
      ? []
      : [
          [
            words.supersedes,
            link(
              { to: 'ruleSet', ruleSetId: supersedes },
              older ? pickName(language, older.shortTitle, older.shortTitleEn) : supersedes,
            ),
          ] as const,
        ]),
    [words.version, ruleSet.version],
  ]
  return (
    <dl className="set-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A text with the mark of what was not found in a document. */
function Sure({ provenance, text }: { provenance: Provenance | null; text: string }) {
  const words = useText(ruleSetWords)
  const word =
    provenance === null || provenance.source === null
      ? words.noSource
      : provenance.certainty === 'stated'
        ? null
        : words.sourceKinds[provenance.certainty]
  return (
    <span title={provenance?.note}>
      {text}
      {word !== null && (
        <small className="sure">
          <Mark kind={provenance?.source ? 'inferred' : 'missing'} />
          {word}
        </small>
      )}
    </span>
  )
}

function roundingLine({ ruleSet: { rounding } }: RuleSetView, say: RuleSpeech): string {
  const places = (['ratio', 'leaf', 'group', 'total'] as const).flatMap(place => {
    const step = rounding[place]
    return step === null
      ? []
      : [`${say.words.places[place].toLocaleLowerCase('vi')} ${roundingText(step, say)}`]
  })
  return places.length === 0 ? ruleSetWords[say.language].noRounding : places.join('; ')
}

/** Every grade with its threshold, conditions and quotas after them. */
function Grades({ view: { ruleSet } }: { view: RuleSetView }) {
  const words = useText(ruleSetWords)
  const language = useLanguage()
  const { bands, bandsProvenance } = ruleSet
  if (bands.length === 0)
    return <Sure provenance={{ certainty: 'inferred', source: null }} text={words.noBands} />
  const nameOf = (band: Band) => pickName(language, band.name, band.nameEn)
  const { quotas, overrides } = gradingTexts(ruleSet, language)
  return (
    <>
      <Sure
        provenance={bandsProvenance}
        text={bands
          .map(band =>
            band.fromPercent === '0'
              ? words.bandBelow(nameOf(band))
              : words.bandFrom(nameOf(band), `${formatNumber(band.fromPercent, language)}%`),
          )
          .join(', ')}
      />
      {[...quotas, ...overrides].map(text => (
        <Fragment key={text}>; {text}</Fragment>
      ))}
    </>
  )
}
