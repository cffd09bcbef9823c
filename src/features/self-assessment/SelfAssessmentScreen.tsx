import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import { periodName } from '../../receipt/periodName.ts'
import { ruleSpeechOf } from '../../receipt/ruleSpeech.ts'
import { useLanguage, useText } from '../../ui/language.tsx'
import { AskedHead } from './asked/AskedHead.tsx'
import { AskedPanel } from './asked/AskedPanel.tsx'
import { answerStandings } from './asked/answerState.ts'
import { askedForm } from './asked/askedForm.ts'
import { NotAsked } from './asked/NotAsked.tsx'
import { useNextQuestion } from './asked/useNextQuestion.ts'
import { askedWords } from './asked/words.ts'
import type { AssessmentAddress, AssessmentProps, ChangeAddress } from './assessmentProps.ts'
import { ChecksList } from './checks/ChecksList.tsx'
import { OtherTab } from './drafts/OtherTab.tsx'
import { AreaForm, AreaSteps } from './form/AreaForm.tsx'
import { AreaList, AreaPicker } from './form/AreaList.tsx'
import { areaStandings } from './form/areas.ts'
import { FormHead } from './form/FormHead.tsx'
import { TotalPanel } from './form/TotalPanel.tsx'
import { useFormActs } from './form/useFormActs.ts'
import { useFormKeys, walkFields } from './form/useFormKeys.ts'
import { useGoTo } from './form/useGoTo.ts'
import { useHistorySteps } from './form/useHistorySteps.ts'
import { Panels, type Pasted } from './Panels.tsx'
import { PhoneFoot } from './PhoneFoot.tsx'
import { SideFoot } from './SideFoot.tsx'
import { screenWords } from './words.ts'
import './screen.css'
import './form/form.css'
import './form/said.css'
import './form/live.css'
import './narrow.css'

const SheetReceipt = lazy(() =>
  import('../../receipt/SheetReceipt.tsx').then(module => ({ default: module.SheetReceipt })),
)

const PrintedForm = lazy(() =>
  import('./print/PrintedForm.tsx').then(module => ({ default: module.PrintedForm })),
)

const none: readonly never[] = []

/** Tự chấm: the form of an agency, what it comes to as it is filled in, and what is still to do. */
export function SelfAssessmentScreen({
  open,
  assessment,
  address,
  change,
  isWide,
  linkToDocument,
}: AssessmentProps & {
  address: AssessmentAddress
  change: ChangeAddress
  /** Room enough for a column beside the form. */
  isWide: boolean
  linkToDocument: (documentId: string, label: string) => ReactNode
}) {
  const words = useText(screenWords)
  const language = useLanguage()
  const main = useRef<HTMLElement>(null)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const { ruleSet, answers } = assessment
  const { asked } = open.draft
  const askedText = useText(askedWords)
  // Whoever answers questions sees what was asked about, and nothing else to fill in.
  const form = useMemo(
    () => (asked ? askedForm(assessment.form, asked) : assessment.form),
    [assessment.form, asked],
  )
  const standings = useMemo(() => {
    const all = areaStandings({ ...assessment, form }, words, language)
    return answers ? answerStandings(all, answers, askedText) : all
  }, [assessment, form, answers, words, askedText, language])
  const current = standings.find(each => each.area.id === address.area) ?? standings[0]
  const say = useMemo(() => ruleSpeechOf(ruleSet, language), [ruleSet, language])
  const acts = useFormActs(open, {
    paste: (text, at) => {
      setPasted({ text, at })
      change({ panel: 'paste' })
    },
    openReceipt: nodeId => change({ criterion: nodeId === address.criterion ? undefined : nodeId }),
  })
  const { goTo, title, showArea } = useGoTo(main, form, current?.area.id, change)
  const steps = useHistorySteps(open, form, current?.area, goTo)
  const toMissing = steps.missing(assessment)
  const toUnanswered = useNextQuestion(form, answers ?? none, goTo)
  const { goNextMissing, said } = answers ? toUnanswered : toMissing
  useFormKeys({ undo: steps.undo, redo: steps.redo, goNextMissing })

  const receiptId = address.panel === 'evidence' ? undefined : receiptOf(assessment, address.criterion)
  const closeReceipt = () => {
    change({ criterion: undefined })
    const aim =
      receiptId === 'total'
        ? '.sa-total [data-receipt]'
        : `[data-item="${CSS.escape(receiptId ?? '')}"] [data-receipt]`
    requestAnimationFrame(() => document.querySelector<HTMLElement>(aim)?.focus())
  }
  const showEvidence = (nodeId: string) => change({ panel: 'evidence', criterion: nodeId })
  const openTotal = () => change({ criterion: 'total' })
  const { previous } = assessment
  const previousPeriod = previous && periodName(previous.period, language)
  const previousName =
    previousPeriod !== null && previous?.isDraft ? words.fromDraft(previousPeriod) : previousPeriod
  if (!current) return null
  const place = standings.indexOf(current)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that belong to no single control
    <div
      className="view sa-view"
      onKeyDown={event => {
        if (event.key === 'Escape' && receiptId !== undefined && isWide && !event.defaultPrevented)
          closeReceipt()
      }}
    >
      <main className="content sa-content" id="content" tabIndex={-1} ref={main}>
        <AreaList areas={standings} currentId={current.area.id} choose={showArea} />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter walks through the fields below */}
        <div
          className="sa-form"
          onKeyDown={event =>
            walkFields(event, step => {
              const next = standings[place + step]
              if (next) showArea(next.area.id, step === 1 ? 'first' : 'last')
            })
          }
        >
          <AreaPicker areas={standings} currentId={current.area.id} choose={showArea} />
          <FormHead
            ref={title}
            standing={current}
            undo={open.undo && steps.undo}
            redo={open.redo && steps.redo}
            openPaste={() => {
              setPasted(null)
              change({ panel: 'paste' })
            }}
            openImport={() => change({ panel: 'import' })}
            asksNothing={assessment.asksNothing}
            isAnswer={asked !== undefined}
          />
          {asked && <AskedHead asked={asked} />}
          <OtherTab open={open} ruleSet={ruleSet} />
          <AreaForm
            open={open}
            assessment={assessment}
            area={current.area}
            say={say}
            acts={acts}
            showEvidence={showEvidence}
            previousPeriod={previousName}
          />
          <AreaSteps
            before={standings[place - 1]}
            after={standings[place + 1]}
            go={areaId => showArea(areaId)}
            goNextMissing={!answers && assessment.completeness.missing > 0 ? goNextMissing : null}
          />
          {asked && <NotAsked assessment={assessment} asked={asked} />}
          {/* Where there is no column beside the form. */}
          <div className="sa-end">
            <SideFoot assessment={assessment} open={open} change={change} />
          </div>
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </div>
      </main>
      {receiptId === undefined || !isWide ? (
        <aside className="sa-side" aria-label={words.side}>
          {answers ? (
            <AskedPanel form={form} answers={answers} goTo={goTo} goNext={goNextMissing} />
          ) : (
            <TotalPanel assessment={assessment} openReceipt={openTotal} goNextMissing={goNextMissing} />
          )}
          <ChecksList open={open} assessment={assessment} goTo={goTo} showEvidence={showEvidence} />
          <SideFoot assessment={assessment} open={open} change={change} />
        </aside>
      ) : null}
      {receiptId !== undefined && (
        <Suspense fallback={isWide ? <aside className="receipt" /> : null}>
          <SheetReceipt
            view={{ ...assessment, plan: null }}
            nodeId={receiptId}
            close={closeReceipt}
            covers={!isWide}
            linkToDocument={linkToDocument}
          />
        </Suspense>
      )}
      <PhoneFoot
        assessment={assessment}
        openChecks={() => change({ panel: 'checks' })}
        openTotal={openTotal}
      />
      {/* There before anybody prints: paper does not wait. */}
      <Suspense fallback={null}>
        <PrintedForm open={open} assessment={assessment} />
      </Suspense>
      <Panels
        open={open}
        assessment={assessment}
        address={address}
        change={change}
        goTo={goTo}
        showEvidence={showEvidence}
        pasted={pasted}
      />
    </div>
  )
}

function receiptOf({ sheet }: AssessmentProps['assessment'], id: string | undefined): string | undefined {
  const isKnown =
    id === 'total' ||
    sheet.nodes.some(node => node.criterionId === id) ||
    sheet.adjustments.some(each => each.adjustmentId === id) ||
    sheet.pools.some(pool => pool.poolId === id)
  return isKnown ? id : undefined
}
