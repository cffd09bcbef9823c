import type { Finding } from '../../../model/checks.ts'
import { capitalised } from '../../../receipt/ruleSentence.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { detailWords } from './detailWords.ts'
import { Section } from './Section.tsx'

/** What the checks found about the item, with the reasons its agency gave. */
export function FindingSection({ findings }: { findings: readonly Finding[] }) {
  const words = useText(detailWords)
  const language = useLanguage()
  return (
    <Section title={words.findings}>
      {findings.length === 0 ? (
        <p className="rvd-quiet">{words.noFindings}</p>
      ) : (
        <ul className="rvd-findings">
          {findings.map(({ id, severity, text, accepted }) => (
            <li key={id}>
              <Mark
                kind={severity === 'blocks' ? 'error' : severity === 'doubt' ? 'warning' : 'known'}
                size={12}
              />
              <div>
                <p>{capitalised(text[language])}</p>
                {accepted !== null && <p className="rvd-reason">{words.accepted(accepted)}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
