import type { ReactNode } from 'react'
import type { FileState } from '../../../model/roundState.ts'
import { formatDate, formatNumber } from '../../../ui/formatNumber.ts'
import { instantText } from '../../../ui/instants.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { filesWords } from './filesWords.ts'
import { inboxWords } from './words.ts'

/** What is known of a file, and whose clock said so. */
export function FileFacts({
  state: { entry, file, receivedAt, correctedAt, timeliness, repeats },
}: {
  state: FileState
}) {
  const words = useText(filesWords)
  const inbox = useText(inboxWords)
  const language = useLanguage()
  const late = inbox.timeliness[timeliness]
  return (
    <dl className="rvi-facts">
      <Fact name={words.received} hint={correctedAt ? undefined : words.receivedHint}>
        {instantText(receivedAt)}
        {late !== '' && `, ${late}`}
        {correctedAt && (
          <small>{words.correctedFrom(instantText(entry.at), correctedAt.by, correctedAt.act.reason)}</small>
        )}
        {repeats > 0 && <small>{words.repeats(repeats)}</small>}
      </Fact>
      {file.outcome === 'read' && file.origin === 'page' && <Fact name={words.size}>{words.fromPage}</Fact>}
      {file.outcome === 'read' && file.origin === 'file' && (
        <>
          <Fact name={words.madeAt} hint={words.madeHint}>
            {instantText(file.madeAt)}
          </Fact>
          <Fact name={words.approved}>
            {file.approvedBy === null
              ? words.notApproved
              : words.approvedBy(file.approvedBy, formatDate(file.approvedOn ?? ''))}
          </Fact>
          <Fact name={words.rules}>{inbox.version(file.ruleSet.version)}</Fact>
          <Fact name={words.whole}>{words[file.rescored]}</Fact>
        </>
      )}
      {(file.outcome === 'refused' || file.origin === 'file') && (
        <Fact name={words.hash} hint={words.hashHint} isWide>
          <code>{file.sha256}</code>{' '}
          {words.bytes(formatNumber(String(file.bytes / 1000), language, { places: 0 }))}
        </Fact>
      )}
      {file.outcome === 'read' && file.warnings.length > 0 && (
        <Fact name={words.warnings}>
          {file.warnings.map((warning, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two warnings may be word for word the same
            <span key={index}>{warning[language]}. </span>
          ))}
        </Fact>
      )}
    </dl>
  )
}

function Fact({
  name,
  hint,
  isWide = false,
  children,
}: {
  name: string
  hint?: string | undefined
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className={isWide ? 'wide' : undefined}>
      <dt>{name}</dt>
      <dd>
        {children}
        {hint !== undefined && <small>{hint}</small>}
      </dd>
    </div>
  )
}
