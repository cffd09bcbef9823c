import './import.css'
import { useState } from 'react'
import { fromValues } from '../../../io/figureImport/fromSubmission.ts'
import { quoted } from '../../../io/figureImport/importProblems.ts'
import { fieldsToFill } from '../../../io/figureImport/importTarget.ts'
import type { FigureImport } from '../../../model/figureImport.ts'
import { periodName } from '../../../receipt/periodName.ts'
import type { ReadingStep } from '../../../state/assessment/figureImport.ts'
import { importTargetOf } from '../../../state/assessment/importTarget.ts'
import { useFigureImport } from '../../../state/assessment/useFigureImport.ts'
import { useCatalogue } from '../../../state/useScoredView.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DropZone } from '../../../ui/DropZone.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { ImportHead } from './ImportHead.tsx'
import { ReadFigures } from './ReadFigures.tsx'
import { importWords } from './words.ts'

const accepted = '.xlsx,.xlsm,.csv,.tsv,.txt,.json,.parboard'

/** Figures from a file or from the period before: read beside the page, shown as a difference, then applied. */
export function ImportPanel(props: AssessmentProps & { close: () => void; goTo: GoTo }) {
  const { assessment, close } = props
  const words = useText(importWords)
  const { agencies } = useCatalogue()
  const [files, setFiles] = useState<readonly File[]>([])
  const [earlier, setEarlier] = useState<FigureImport | null>(null)
  const target = importTargetOf(assessment, agencies)
  const state = useFigureImport(files, target)
  const read = earlier ?? (state.status === 'read' ? state.read : null)
  const choose = (chosen: readonly File[]) => {
    if (chosen.length === 0) return
    setEarlier(null)
    setFiles([...chosen])
  }
  return (
    <Dialog label={words.title} className="sa-import" close={close}>
      <ImportHead title={words.title} sub={words.sub} close={close} />
      <div className="sa-import-body">
        {state.status === 'reading' && !earlier ? (
          <Reading files={files} step={state.step} stop={() => setFiles([])} />
        ) : (
          <div className={read ? 'sa-import-intake small' : 'sa-import-intake'}>
            <DropZone
              invitation={words.drop}
              pick={read ? words.pickOther : words.pick}
              accept={accepted}
              hint={read ? '' : words.dropHint}
              take={choose}
            />
            {!read && (
              <Earlier
                assessment={assessment}
                take={(values, period, title) => setEarlier(fromValues(values, { title, period }, target))}
              />
            )}
          </div>
        )}
        {state.status === 'failed' && !earlier && (
          <p role="alert" className="sa-import-failed lost">
            <Mark kind="error" size={14} />
            {words.failed}
          </p>
        )}
        {read && (
          <>
            <h3 className="sa-import-file">
              {read.entries.length === 0
                ? quoted(read.file)
                : words.found(quoted(read.file), words.kinds[read.kind])}
            </h3>
            <ReadFigures {...props} read={read} />
          </>
        )}
      </div>
    </Dialog>
  )
}

const stepOrder: readonly ReadingStep[] = ['reading', 'unpacking', 'matching']

/** How far the reading has come; a large file may be stopped. */
function Reading({ files, step, stop }: { files: readonly File[]; step: ReadingStep; stop: () => void }) {
  const words = useText(importWords)
  const at = stepOrder.indexOf(step)
  return (
    <div className="sa-import-reading">
      <p role="status">
        <b>{words.reading(quoted(files.map(({ name }) => name).join(', ')))}</b>
        <span className="visually-hidden">: {words.steps[step]}</span>
      </p>
      <ol>
        {stepOrder.map((each, index) => (
          <li
            key={each}
            aria-current={index === at ? 'step' : undefined}
            className={index < at ? 'done' : undefined}
          >
            {index < at && <Mark kind="reached" />}
            {words.steps[each]}
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={stop}>
        {words.cancel}
      </button>
    </div>
  )
}

/** Figures of the period before, where there are any. */
function Earlier({
  assessment: { previous, form },
  take,
}: Pick<AssessmentProps, 'assessment'> & {
  take: (values: Parameters<typeof fromValues>[0], period: string, title: string) => void
}) {
  const words = useText(importWords)
  const language = useLanguage()
  const own = new Set(fieldsToFill(form).map(({ field }) => field.metric.id))
  const known = previous
    ? [...previous.values.values()].filter(({ metricId, state }) => state !== 'missing' && own.has(metricId))
    : []
  if (!previous || known.length === 0) return null
  const period = periodName(previous.period, language)
  return (
    <section className="sa-import-earlier" aria-labelledby="sa-import-earlier">
      <h3 id="sa-import-earlier">{words.previous}</h3>
      <button
        type="button"
        className="button"
        onClick={() => take(known, previous.period, words.previousTitle(period))}
      >
        {words.previousButton(period)}
      </button>
      <small>{words.previousHint(formatNumber(String(known.length), language))}</small>
    </section>
  )
}
