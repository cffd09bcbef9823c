import { Dialog } from '../../../ui/Dialog.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import type { AssessmentProps, GoTo } from '../assessmentProps.ts'
import { ChecksBody } from './ChecksList.tsx'
import { checksWords } from './words.ts'

/** The checks over the form, for windows without room beside it. */
export function ChecksPanel({
  close,
  goTo,
  ...rest
}: AssessmentProps & {
  close: () => void
  goTo: GoTo
  showEvidence?: ((nodeId: string) => void) | undefined
}) {
  const words = useText(checksWords)
  return (
    <Dialog label={words.title} className="sa-checks-panel" close={close}>
      <header>
        <h2>{words.title}</h2>
        <p>{words.sub}</p>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <ChecksBody
        {...rest}
        goTo={place => {
          close()
          goTo(place)
        }}
      />
    </Dialog>
  )
}
