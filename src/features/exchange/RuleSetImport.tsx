import './ruleSetImport.css'
import { useState } from 'react'
import type { Catalogue } from '../../model/catalogue.ts'
import type { RuleSetReading, RuleSetSummary } from '../../state/readRuleSetFile.ts'
import { draftWorkbook, templateWorkbook } from '../../state/ruleSetImport.ts'
import { ruleSheetFile } from '../../state/ruleSheetFile.ts'
import { useRuleSetImport } from '../../state/useRuleSetImport.ts'
import { useDocuments } from '../../state/useScoredView.ts'
import { DropZone } from '../../ui/DropZone.tsx'
import { download } from '../../ui/download.ts'
import { formatNumber, type Language } from '../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { FoundProblems } from './FoundProblems.tsx'
import { ruleSetImportWords } from './ruleSetImportWords.ts'
import { exchangeWords } from './words.ts'

/** A rule set in a spreadsheet: handed in, checked cell by cell, handed back as JSON or XLSX. */
export function RuleSetImport({ catalogue }: { catalogue: Catalogue }) {
  const words = useText(ruleSetImportWords)
  const { ruleSets: title } = useText(exchangeWords)
  const language = useLanguage()
  const [file, setFile] = useState<File | null>(null)
  const known = useDocuments(catalogue)
  // Without the registry every id may be cited; that is better than no reading at all.
  const state = useRuleSetImport(file, known.problems.length > 0 ? undefined : known.documents)
  return (
    <section className="panel rule-set-import" aria-labelledby="rule-set-import">
      <div className="section-head">
        <h2 id="rule-set-import">{title}</h2>
        <p className="sub">{words.sub}</p>
      </div>
      <div className="intake">
        <DropZone
          invitation={words.drop}
          pick={words.pick}
          accept=".xlsx,.csv,.tsv,.txt,.json"
          hint={words.dropHint}
          take={([first]) => {
            if (first) setFile(first)
          }}
        />
        <div className="template">
          <FileButton label={words.template} make={templateWorkbook} name="mau-bo-chi-so.xlsx" />
          <small>{words.templateHint}</small>
        </div>
      </div>
      <p role="status" className={state.status === 'reading' ? undefined : 'visually-hidden'}>
        {file && state.status === 'reading' && words.reading(file.name)}
        {state.status === 'read' && headline(state.reading, words, language)}
      </p>
      {state.status === 'failed' && (
        <p role="alert" className="lost">
          {words.failed}
        </p>
      )}
      {file && state.status === 'read' && (
        <Reading reading={state.reading} file={file} clear={() => setFile(null)} />
      )}
    </section>
  )
}

/** What a file has come to, in a sentence. */
function headline(
  { file, problems, unreadable, sound }: RuleSetReading,
  words: (typeof ruleSetImportWords)['vi'],
  language: Language,
): string {
  if (sound) {
    const { title, titleEn, totalPoints } = sound.summary
    return words.good(pickName(language, title, titleEn), formatNumber(totalPoints, language))
  }
  if (unreadable) return words.unreadable(file)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  return words.refused(file, formatNumber(String(errors), language))
}

function Reading({ reading, file, clear }: { reading: RuleSetReading; file: File; clear: () => void }) {
  const words = useText(ruleSetImportWords)
  const language = useLanguage()
  const { problems, unreadable, sound, isCsv } = reading
  const count = (number: number) => formatNumber(String(number), language)
  const title = headline(reading, words, language)
  return (
    <section className="sheet" aria-labelledby="rule-set-reading">
      <div className="section-head">
        <h2 id="rule-set-reading">
          <Mark kind={sound ? 'reached' : 'error'} size={14} /> {title}
        </h2>
        <p className="sub">
          {sound ? words.goodSub(reading.file) : unreadable ? unreadable[language] : words.fixHint}
        </p>
        <div className="section-actions">
          <button type="button" className="link-button" onClick={clear}>
            {words.clear}
          </button>
        </div>
      </div>
      {sound && <Facts summary={sound.summary} />}
      {sound && (
        <div className="take-away">
          <button
            type="button"
            className="button primary"
            onClick={() => download(`${sound.ruleSet.id}.json`, sound.text)}
          >
            {words.json}
          </button>
          <FileButton
            label={words.xlsx}
            make={() => ruleSheetFile(sound.ruleSet)}
            name={`${sound.ruleSet.id}.xlsx`}
          />
          <small>{words.publish}</small>
        </div>
      )}
      {isCsv && !sound && !unreadable && (
        <div className="take-away">
          <FileButton
            label={words.draft}
            make={() => draftWorkbook(file)}
            name={file.name.replace(/\.\w+$/, '.xlsx')}
          />
          <small>{words.draftHint}</small>
        </div>
      )}
      {sound && problems.length > 0 && <h3>{words.warnings(count(problems.length))}</h3>}
      {problems.length > 0 && !unreadable && (
        <FoundProblems key={file.name} problems={problems} name={title} />
      )}
    </section>
  )
}

function Facts({ summary }: { summary: RuleSetSummary }) {
  const words = useText(ruleSetImportWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const facts = [
    [words.facts.areas, count(summary.areas)],
    [words.facts.criteria, count(summary.criteria)],
    [words.facts.leaves, count(summary.leaves)],
    [words.facts.metrics, count(summary.metrics)],
    [words.facts.totalPoints, formatNumber(summary.totalPoints, language)],
    [
      words.facts.examples,
      summary.examples === 0 ? words.noExamples : words.examplesAgree(count(summary.examples)),
    ],
  ] as const
  return (
    <dl className="rule-set-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A button for a file that has to be made first. */
function FileButton({ label, make, name }: { label: string; make: () => Promise<Blob>; name: string }) {
  const words = useText(ruleSetImportWords)
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const run = async () => {
    setState('working')
    try {
      download(name, await make())
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <>
      <button type="button" className="button" disabled={state === 'working'} onClick={run}>
        {label}
      </button>
      <span role="status" className={state === 'failed' ? 'lost' : 'visually-hidden'}>
        {state === 'failed' ? words.workFailed : state === 'working' ? words.working : ''}
      </span>
    </>
  )
}
