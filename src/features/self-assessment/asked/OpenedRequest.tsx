import { useState } from 'react'
import { periodName } from '../../../receipt/periodName.ts'
import { pointsFormat } from '../../../receipt/pointsFormat.ts'
import { requestToDraft } from '../../../state/assessment/askedDraft.ts'
import { useDraftLibrary } from '../../../state/assessment/draftLibrary.ts'
import type { PackageOpening } from '../../../state/assessment/packageVerdict.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Problems } from '../../../ui/Problems.tsx'
import { Fact } from '../hand-in/Fact.tsx'
import { HashLine } from '../hand-in/HashLine.tsx'
import { MadeUp } from '../hand-in/MadeUp.tsx'
import { useOneRun } from '../hand-in/useOneRun.ts'
import { DueText } from './DueText.tsx'
import { type AskedWords, askedWords } from './words.ts'
import './asked.css'

type Opening = Extract<PackageOpening, { kind: 'request' }>

/** What a reviewer asks: who, until when, of what; nothing is taken over yet. */
export function OpenedRequest({ opening }: { opening: Opening }) {
  const words = useText(askedWords)
  const language = useLanguage()
  const { pack, agency, verdict } = opening
  const { request, ruleSet, manifest, submission, sha256 } = pack
  const count = formatNumber(String(request.questions.length), language)
  return (
    <>
      <h3 className="sa-opened-verdict reached">
        <Mark kind="reached" size={16} />
        {words.whole(count)}
      </h3>
      <dl className="sa-hand-in-facts">
        <Fact name={words.agency}>{agency?.name ?? manifest.agency.name ?? manifest.agency.id}</Fact>
        <Fact name={words.by}>
          {request.by === '' ? words.byNobody : request.by} <small>{words.byHint}</small>
        </Fact>
        <Fact name={words.at}>{words.dueText(instantText(request.at))}</Fact>
        <Fact name={words.due}>
          <DueText dueAt={request.dueAt} />
        </Fact>
        <Fact name={words.ruleSet}>
          {pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)}, {words.version(ruleSet.version)}
        </Fact>
        <Fact name={words.period}>
          {periodName(request.period, language)} <MadeUp provenance={submission.provenance} />
        </Fact>
        <Fact name={words.hash}>
          <HashLine sha256={sha256} isReceived />
        </Fact>
      </dl>
      <section aria-labelledby="sa-request-questions">
        <div className="section-head">
          <h3 id="sa-request-questions">{words.questions}</h3>
        </div>
        <Questions opening={opening} />
      </section>
      {verdict.kind === 'cannot' && (
        <Problems
          title={words.cannot}
          hint={words.refusedHint}
          problems={verdict.problems.map(({ file, path, code, message }) => ({
            file,
            path,
            code,
            text: message[language],
          }))}
        />
      )}
    </>
  )
}

function Questions({ opening: { pack, verdict } }: { opening: Opening }) {
  const words = useText(askedWords)
  const language = useLanguage()
  const { request, ruleSet } = pack
  const format = pointsFormat(ruleSet, language)
  const items = new Map(
    verdict.kind === 'answerable'
      ? verdict.form.areas.flatMap(area => area.items).map(item => [item.nodeId, item] as const)
      : [],
  )
  return (
    <ol className="sa-asked-questions">
      {request.questions.map(({ entryId, criterionId, question, points }) => {
        const item = items.get(criterionId)
        const maximum = item?.maxPoints ?? null
        return (
          <li key={entryId}>
            <p>
              <b>
                {item ? `${item.code} ${pickName(language, item.name, item.nameEn)}`.trim() : criterionId}
              </b>
              <span>
                {points === null
                  ? words.open
                  : words.pointsThen(
                      `${format(points)}${maximum === null ? '' : `/${formatNumber(maximum, language)}`}`,
                    )}
              </span>
            </p>
            <blockquote>{question}</blockquote>
          </li>
        )
      })}
    </ol>
  )
}

/** Makes a draft that answers it, or goes on with the one that does. */
export function AnswerRequest({
  opening: { pack, agency, verdict },
  openDraft,
}: {
  opening: Opening
  openDraft: (id: string) => void
}) {
  const words = useText(askedWords)
  const { drafts } = useDraftLibrary()
  const [taking, setTaking] = useState<'idle' | 'taking' | 'notSaved'>('idle')
  const { run } = useOneRun()
  const refusal = refusalOf({ pack, agency, verdict }, words)
  if (refusal !== null || agency === null)
    return (
      <footer>
        <p>{refusal}</p>
      </footer>
    )
  const known = drafts.find(({ draft }) => draft.asked?.request.id === pack.request.id)
  const take = () => {
    setTaking('taking')
    run(
      () => requestToDraft(pack, agency, new Date()),
      ({ draft, isSaved }) => {
        if (isSaved) openDraft(draft.id)
        else setTaking('notSaved')
      },
      () => setTaking('notSaved'),
    )
  }
  return (
    <footer>
      <p role={taking === 'idle' ? undefined : 'alert'}>
        {taking === 'notSaved'
          ? words.notSaved
          : taking === 'taking'
            ? words.taking
            : known
              ? words.hasDraft
              : words.toDraftHint}
      </p>
      {known && (
        <button type="button" className="button primary" onClick={() => openDraft(known.draft.id)}>
          {words.openDraft}
        </button>
      )}
      <button
        type="button"
        className={known ? 'button' : 'button primary'}
        aria-disabled={taking === 'taking'}
        onClick={take}
      >
        {known ? words.anew : words.toDraft}
      </button>
    </footer>
  )
}

function refusalOf(
  { pack, agency, verdict }: Pick<Opening, 'pack' | 'agency' | 'verdict'>,
  words: AskedWords,
): string | null {
  const { ruleSet } = pack.manifest
  switch (verdict.kind) {
    case 'cannot':
      return words.cannot
    case 'unknownRules':
      return words.noRules(ruleSet.id)
    case 'otherRules':
      return words.otherRules(ruleSet.version, verdict.version)
    case 'answerable':
      return agency === null ? words.noAgency(pack.manifest.agency.id) : null
  }
}
