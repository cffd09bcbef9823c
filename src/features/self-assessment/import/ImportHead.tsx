import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { importWords } from './words.ts'

export function ImportHead({ title, sub, close }: { title: string; sub: string; close: () => void }) {
  const words = useText(importWords)
  return (
    <header className="sa-import-head">
      <h2>{title}</h2>
      <p>{sub}</p>
      <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
        <Icon name="close" />
      </button>
    </header>
  )
}
