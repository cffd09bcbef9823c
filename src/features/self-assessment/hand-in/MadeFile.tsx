import { useEffect, useRef } from 'react'
import type { Draft } from '../../../model/draft.ts'
import type { HandedIn } from '../../../state/assessment/handIn.ts'
import { download } from '../../../ui/download.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { sizeText } from '../evidence/evidenceOf.ts'
import { Fact } from './Fact.tsx'
import { HashLine } from './HashLine.tsx'
import { useHandInWords } from './useHandInWords.ts'

/** The file that was made, the hash to read out, and what its owner does with it. */
export function MadeFile({ file, draft }: { file: HandedIn; draft: Pick<Draft, 'asked'> }) {
  const words = useHandInWords(draft)
  const language = useLanguage()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    // It stands above what was just worked on.
    if (file) head.current?.focus()
  }, [file])
  return (
    <section className="sa-made" aria-labelledby="sa-made">
      <div className="section-head">
        <h3 id="sa-made" ref={head} tabIndex={-1}>
          <Mark kind="reached" size={14} />
          {words.made}
        </h3>
      </div>
      <p>{words.madeAndSaved(file.fileName)}</p>
      <dl className="sa-hand-in-facts">
        <Fact name={words.size}>
          {sizeText(file.blob.size, language)}
          <button type="button" className="link-button" onClick={() => download(file.fileName, file.blob)}>
            {words.again}
          </button>
        </Fact>
        <Fact name={words.hash}>
          <HashLine sha256={file.sha256} />
        </Fact>
      </dl>
      {file.absent.length > 0 && (
        <p className="sa-hand-in-absent">
          <Mark kind="warning" size={14} />
          {words.absent(file.absent.map(({ name }) => `“${name}”`).join(', '))}
        </p>
      )}
      <h4>{words.next}</h4>
      <ol>
        {words.nextSteps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
