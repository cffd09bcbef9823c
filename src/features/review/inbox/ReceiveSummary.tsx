import type { ReceiveSummary as Summary } from '../../../state/review/receivingSession.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { inboxWords } from './words.ts'

/** More names than this are counted only. */
const mostNames = 200

/** What a batch came to, until it is closed: counts first, every file that is not simply in by name. */
export function ReceiveSummary({ summary, close }: { summary: Summary; close: () => void }) {
  const words = useText(inboxWords)
  const language = useLanguage()
  const { done } = words
  const { read, answers, refused, repeats, unreadable, skipped, origin, of, stopped } = summary
  const handled = read + answers + refused.length + repeats.length + unreadable.length
  const isPage = origin === 'page'
  const counts = [
    ...(isPage ? [done.page(read)] : read > 0 || handled === 0 ? [done.read(read)] : []),
    ...(isPage && stopped === 'no' && of > read ? [done.pageMissing(of - read)] : []),
    ...(answers > 0 ? [done.answers(answers)] : []),
    ...(refused.length > 0 ? [done.refused(refused.length)] : []),
    ...(repeats.length > 0 ? [done.repeats(repeats.length)] : []),
    ...(unreadable.length > 0 ? [done.unreadable(unreadable.length)] : []),
    ...(skipped.length > 0 ? [done.skipped(skipped.length)] : []),
  ]
  const lists = [
    {
      title: done.refused(refused.length),
      names: refused.map(({ fileName, why }) => `${fileName}: ${words.why[why]}`),
    },
    {
      title: done.repeats(repeats.length),
      names: repeats.map(({ fileName, known }) => done.repeat(fileName, known)),
    },
    { title: done.unreadable(unreadable.length), names: unreadable },
    { title: done.skipped(skipped.length), names: skipped },
  ].filter(({ names }) => names.length > 0)
  return (
    <div className="rvi-summary">
      <div role="status">
        <p>
          <Mark
            kind={refused.length + unreadable.length > 0 || stopped === 'failed' ? 'warning' : 'reached'}
          />
          <b>{counts.join(', ')}.</b>
        </p>
        {stopped === 'cancelled' && <p>{done.cancelled(handled, of)}.</p>}
        {stopped === 'failed' && (
          <p className="lost">
            {done.failed}. {summary.problems.map(problem => problem.message[language]).join(' ')}
          </p>
        )}
        {summary.isCut && <p>{done.cut}.</p>}
      </div>
      {lists.length > 0 && (
        <details>
          <summary>{done.list}</summary>
          {lists.map(({ title, names }) => (
            <section key={title} aria-label={title}>
              <p>{title}</p>
              <ul>
                {names.slice(0, mostNames).map((name, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
                  <li key={index}>{name}</li>
                ))}
              </ul>
            </section>
          ))}
        </details>
      )}
      <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
        <Icon name="close" size={16} />
      </button>
    </div>
  )
}
