import { Icon } from '../ui/Icon.tsx'
import { Key } from '../ui/Key.tsx'
import { useText } from '../ui/language.tsx'
import { useOverlay } from './overlay.ts'
import { appWords } from './words.ts'

/** Looks like the field it opens. */
export function SearchButton() {
  const words = useText(appWords)
  const show = useOverlay(state => state.show)
  return (
    <button
      type="button"
      className="find"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title={words.findTitle}
      onClick={() => show('palette')}
    >
      <Icon name="search" size={16} />
      <span className="find-word">{words.find}</span>
      <Key>Ctrl K</Key>
    </button>
  )
}
