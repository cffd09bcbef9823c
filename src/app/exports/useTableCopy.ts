import { type RefObject, useState } from 'react'
import { useText } from '../../ui/language.tsx'
import { useCopy } from '../../ui/useCopy.ts'
import { clearRun } from './exportRun.ts'
import { panelWords } from './panelWords.ts'
import type { TableOfferOf } from './TableOffer.tsx'
import { tableText } from './tableText.ts'

/** Copies a table as text to paste, and says how that went. */
export function useTableCopy(field: RefObject<HTMLTextAreaElement | null>) {
  const words = useText(panelWords)
  const { state, copy } = useCopy()
  const [name, setName] = useState<string | null>(null)
  return {
    said:
      name === null || state === 'no'
        ? null
        : { ok: state === 'yes', text: state === 'yes' ? words.copied(name) : words.notCopied },
    clear: () => setName(null),
    copy: async (offer: TableOfferOf) => {
      clearRun()
      setName(null)
      const text = tableText(await offer.make())
      if (field.current) field.current.value = text
      await copy(text, field.current)
      setName(offer.name)
    },
  }
}
