import { useMemo } from 'react'
import type { Exchange } from '../../../state/review/exchange.ts'
import { readAnswers } from '../../../state/review/receiveActs.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { ReviewProps } from '../reviewProps.ts'
import { questionsWords } from './words.ts'

/** Answer files whose answers no line of the ledger has: each can be read from what was kept, or says what is missing. */
export function StrayAnswers({
  strays,
  open,
  directory,
}: Pick<ReviewProps, 'open' | 'directory'> & { strays: Exchange['strays'] }) {
  const words = useText(questionsWords)
  const language = useLanguage()
  const files = useMemo(
    () =>
      strays.flatMap(({ act: { file } }) => {
        const reading = readAnswers(file, open.received.get(file.sha256) ?? null, open)
        return reading ? [{ file, reading }] : []
      }),
    [strays, open],
  )
  if (files.length === 0) return null
  const names = new Map(directory.agencies.map(agency => [agency.id, agency.name]))
  return (
    <div className="rvq-strays">
      <p className="rvq-stray" id="rvq-strays">
        <Mark kind="warning" size={13} />
        {words.strays(formatNumber(String(files.length), language))}
      </p>
      <ul aria-labelledby="rvq-strays">
        {files.map(({ file, reading }) => (
          <li key={file.sha256}>
            {file.fileName}
            {file.agencyId !== null && ` (${names.get(file.agencyId) ?? file.agencyId})`}:{' '}
            {reading.ok ? (
              <>
                {reading.replaces && `${words.strayReplaces} `}
                <button
                  type="button"
                  className="link-button"
                  aria-label={words.readAgainOf(file.fileName)}
                  aria-disabled={open.me === ''}
                  onClick={() => {
                    if (open.me !== '') open.append([reading.act])
                  }}
                >
                  {words.readAgain}
                </button>
                {open.me === '' && ` ${words.strayNeedsName}`}
              </>
            ) : (
              words.strayMissing[reading.missing]
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
