import type { Ref } from 'react'
import { isFilledByAgency } from '../../../model/form.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { screenWords } from '../words.ts'
import type { AreaStanding } from './areas.ts'

/** Name of the area, and what is done to the whole form. */
export function FormHead({
  ref,
  standing: { area, code, name },
  undo,
  redo,
  openPaste,
  openImport,
  asksNothing,
  isAnswer,
}: {
  ref: Ref<HTMLHeadingElement>
  standing: AreaStanding
  undo: (() => void) | null
  redo: (() => void) | null
  openPaste: () => void
  openImport: () => void
  /** There is nothing to fill in anywhere in the form. */
  asksNothing: boolean
  /** It answers questions of a reviewer, which has words of its own. */
  isAnswer: boolean
}) {
  const words = useText(screenWords)
  const isByOthers = !area.items.some(isFilledByAgency)
  const isOutside = area.items.every(item => item.effect !== 'criterion')
  return (
    <div className="sa-head">
      <div className="sa-head-title">
        <h1 ref={ref} tabIndex={-1}>
          {code !== '' && <span>{code}</span>} {name}
        </h1>
        {isAnswer ? null : asksNothing ? (
          <p className="sa-asks-nothing">{words.asksNothing}</p>
        ) : (
          <p>{isByOthers ? words.fromSurvey : isOutside ? words.adjustmentsHint : words.hint}</p>
        )}
      </div>
      {(!asksNothing || isAnswer) && (
        // biome-ignore lint/a11y/useSemanticElements: a row of buttons, no fields
        <div className="sa-head-actions" role="group" aria-label={words.actions}>
          <button type="button" className="link-button" title={words.pasteTitle} onClick={openPaste}>
            <Icon name="table" size={15} />
            {words.paste}
          </button>
          <button type="button" className="link-button" onClick={openImport}>
            <Icon name="exchange" size={15} />
            {words.importFile}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.undo}
            aria-keyshortcuts="Control+Z"
            title={words.undoTitle}
            aria-disabled={undo === null}
            onClick={() => undo?.()}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.redo}
            aria-keyshortcuts="Control+Y"
            title={words.redoTitle}
            aria-disabled={redo === null}
            onClick={() => redo?.()}
          >
            <Icon name="redo" />
          </button>
        </div>
      )}
    </div>
  )
}
