import { appVersion } from '../../model/appVersion.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useText } from '../../ui/language.tsx'
import { Mark, type MarkKind } from '../../ui/Mark.tsx'
import { HelpKeys } from './HelpKeys.tsx'
import { HelpSection } from './HelpSection.tsx'
import { helpWords } from './words.ts'
import './help.css'

/** Signs in the order of the chart grammar; "chưa nộp" is drawn as what is missing. */
const signs = [
  ['actual', 'actual'],
  ['lost', 'lost'],
  ['actualInferred', 'actualInferred'],
  ['lostInferred', 'lostInferred'],
  ['missing', 'missing'],
  ['notSubmitted', 'missing'],
  ['notApplicable', 'notApplicable'],
  ['max', 'max'],
  ['target', 'target'],
  ['reached', 'reached'],
  ['warning', 'warning'],
  ['error', 'error'],
] as const satisfies readonly (readonly [string, MarkKind])[]

/** Keys, signs, how to read an interval, where data goes, versions: one page, also on paper. */
export function Help({
  engineVersion,
  ruleSet,
  close,
}: {
  engineVersion: string
  ruleSet: { readonly title: string; readonly version: string } | null
  close: () => void
}) {
  const words = useText(helpWords)
  return (
    <Dialog label={words.title} className="help" close={close}>
      <header className="help-top">
        <h2>{words.title}</h2>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          {words.print}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard has to get in */}
      <section className="help-body" aria-label={words.title} tabIndex={0}>
        <HelpKeys />
        <div>
          <HelpSection title={words.signs}>
            <p>{words.signsHint}</p>
            <dl className="help-signs">
              {signs.map(([sign, mark]) => {
                const [name, meaning] = words.sign[sign]
                return (
                  <div key={sign}>
                    <dt>
                      <Mark kind={mark} size={13} />
                      {name}
                    </dt>
                    <dd>{meaning}</dd>
                  </div>
                )
              })}
            </dl>
          </HelpSection>
          <HelpSection title={words.interval}>
            {words.intervalText.map(text => (
              <p key={text}>{text}</p>
            ))}
          </HelpSection>
          <HelpSection title={words.privacy}>
            {words.privacyText.map(text => (
              <p key={text}>{text}</p>
            ))}
          </HelpSection>
          <HelpSection title={words.version}>
            <p>
              {words.app} {appVersion} · {words.engine} {engineVersion}
            </p>
            {ruleSet && (
              <p>
                {words.ruleSet}: {words.ruleSetVersion(ruleSet.title, ruleSet.version)}
              </p>
            )}
          </HelpSection>
        </div>
      </section>
    </Dialog>
  )
}
