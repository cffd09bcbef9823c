import { useText } from '../../ui/language.tsx'
import './lossSwitch.css'
import { bodyWords } from './bodyWords.ts'

/** How losses are told: by criterion, by area, or each area's share. */
export type LossMode = 'items' | 'areas' | 'shares'

/** Chooses among the ways to tell the losses; inside an area there is a way back up. */
export function LossSwitch({
  mode,
  modes,
  choose,
  leave,
}: {
  mode: LossMode
  modes: readonly LossMode[]
  choose: (mode: LossMode) => void
  /** Present inside an area. */
  leave?: (() => void) | undefined
}) {
  const words = useText(bodyWords)
  const names: Readonly<Record<LossMode, string>> = {
    items: words.byItem,
    areas: words.byArea,
    shares: words.byShare,
  }
  return (
    <>
      {leave && (
        <button type="button" className="link-button up" onClick={leave}>
          ‹ {words.allAreas}
        </button>
      )}
      <fieldset className="loss-switch" aria-label={words.lossBy}>
        {modes.map(each => (
          <button key={each} type="button" aria-pressed={each === mode} onClick={() => choose(each)}>
            {names[each]}
          </button>
        ))}
      </fieldset>
    </>
  )
}
