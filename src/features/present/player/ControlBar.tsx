import type { ReactNode } from 'react'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import type { PlayerCommand } from './playerKeys.ts'
import { playerWords } from './words.ts'

/** Everything the keys do, for mouse and touch; stands while the pointer moves or the keyboard is in it. */
export function ControlBar({
  run,
  isAway,
  pressed,
}: {
  run: (command: PlayerCommand) => void
  /** On the slides of another agency. */
  isAway: boolean
  pressed: { readonly table: boolean; readonly notes: boolean; readonly dark: boolean }
}) {
  const words = useText(playerWords)
  const button = (command: PlayerCommand, icon: ReactNode, word: string, isOn?: boolean) => (
    <button
      type="button"
      title={word}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
      onClick={() => run(command)}
    >
      {icon}
      <span>{word}</span>
    </button>
  )
  return (
    <div className="ps-bar-controls" role="toolbar" aria-label={words.bar}>
      {button('previous', <Icon name="back" size={20} />, words.previous)}
      {button('next', <Icon name="next" size={20} />, words.next)}
      {button('search', <Icon name="search" size={20} />, words.jump)}
      {button('table', <Icon name="table" size={20} />, words.table, pressed.table)}
      {button('notes', <Icon name="criteria" size={20} />, words.notes, pressed.notes)}
      {button('black', <Drawing path="M3 4h14v10H3z" isSolid />, words.blank)}
      {button('dark', <Icon name="theme" size={20} />, words.theme, pressed.dark)}
      {button('fullScreen', <Drawing path="M3 8V3h5M12 3h5v5M17 12v5h-5M8 17H3v-5" />, words.fullScreen)}
      {button('help', <Icon name="help" size={20} />, words.keys)}
      {isAway
        ? button('back', <Icon name="undo" size={20} />, words.backTo)
        : button('escape', <Icon name="close" size={20} />, words.leave)}
    </div>
  )
}

/** What no other part of the page draws. */
function Drawing({ path, isSolid = false }: { path: string; isSolid?: boolean }) {
  return (
    <svg className="icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} fill={isSolid ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
