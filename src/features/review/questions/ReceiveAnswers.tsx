import { useState } from 'react'
import type { Exchange } from '../../../state/review/exchange.ts'
import type { DroppedFiles, ReceiveSummary } from '../../../state/review/receivingSession.ts'
import { useReceiving } from '../../../state/review/useReceiving.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { useFileDrop } from '../../../ui/useFileDrop.ts'
import { filesOfDrop, sortFiles } from '../inbox/droppedFiles.ts'
import type { ReviewProps } from '../reviewProps.ts'
import { StrayAnswers } from './StrayAnswers.tsx'
import { questionsWords } from './words.ts'

/** Takes answer files in, the same way as the inbox does. */
export function ReceiveAnswers({
  open,
  catalogue,
  directory,
  strays,
}: Pick<ReviewProps, 'open' | 'catalogue' | 'directory'> & {
  /** Answer files whose answers no line has. */
  strays: Exchange['strays']
}) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const { state, start, cancel, dismiss } = useReceiving(open, { catalogue, directory })
  // What was received elsewhere is told there.
  const [isOurs, setOurs] = useState(false)
  const begin = (dropped: DroppedFiles) => {
    setOurs(true)
    start(dropped)
  }
  const count = (number: number) => formatNumber(String(number), language)
  const { isOver, target } = useFileDrop(dropped => void filesOfDrop(dropped).then(begin))
  return (
    <section className="rvq-receive" aria-labelledby="rvq-receive">
      <div className="section-head">
        <h2 id="rvq-receive">{words.receive}</h2>
      </div>
      <div className={isOver ? 'rvq-drop over' : 'rvq-drop'} {...target}>
        <FileButton accept=".parboard,.zip" isMultiple take={files => begin(sortFiles(files))}>
          {isOver ? words.drop : words.receive}
        </FileButton>
        <small>{words.receiveHint}</small>
      </div>
      <div role="status" className="rvq-received">
        {state.status === 'waiting' && <p>{words.needName}</p>}
        {state.status === 'reading' && (
          <p>
            {words.reading(count(state.done), count(state.of))}{' '}
            <button type="button" className="link-button" onClick={cancel}>
              {words.cancel}
            </button>
          </p>
        )}
        {isOurs && state.status === 'done' && state.summary.origin === 'files' && (
          <Received summary={state.summary} close={dismiss} />
        )}
      </div>
      <StrayAnswers strays={strays} open={open} directory={directory} />
    </section>
  )
}

function Received({ summary, close }: { summary: ReceiveSummary; close: () => void }) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const count = (number: number) => formatNumber(String(number), language)
  const { answers, read, refused, repeats, unreadable, skipped, problems } = summary
  return (
    <>
      <p>
        {words.received(count(answers))} {read > 0 && words.receivedOthers(count(read))}{' '}
        <button type="button" className="link-button" onClick={close}>
          {words.dismiss}
        </button>
      </p>
      <ul>
        {refused.map(file => (
          <li key={file.sha256} className="lost">
            {words.refused(file.fileName, file.problems.map(problem => problem[language]).join('; '))}
          </li>
        ))}
        {repeats.map(({ fileName }) => (
          <li key={fileName}>{words.repeated(fileName)}</li>
        ))}
        {[...unreadable, ...skipped].map(name => (
          <li key={name} className="lost">
            {words.unread(name)}
          </li>
        ))}
        {problems.map(({ file, path, message }) => (
          <li key={`${file} ${path}`} className="lost">
            {words.refused(file, message[language])}
          </li>
        ))}
      </ul>
    </>
  )
}
