import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react'

/**
 * A field with suggestions below it, by keyboard and by mouse: arrows walk through them, Enter takes one, Escape
 * takes back what was typed. The focus stays in the field.
 * @param found what is suggested, in order
 * @param isTyped whether the field holds something that Escape takes back
 */
export function useCombobox<Choice extends { readonly id: string }>({
  found,
  pick,
  isTyped,
  takeBack,
}: {
  found: readonly Choice[]
  pick: (choice: Choice) => void
  isTyped: boolean
  takeBack: () => void
}) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const current = found[Math.min(active, found.length - 1)]
  const isListed = isOpen && found.length > 0
  const show = () => {
    setActive(0)
    setOpen(true)
  }
  const take = (choice: Choice) => {
    pick(choice)
    setActive(0)
    setOpen(false)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(isListed ? (active + step + found.length) % found.length : 0)
      setOpen(true)
    } else if (event.key === 'Enter' && isOpen && current) {
      event.preventDefault()
      take(current)
    } else if (event.key === 'Escape' && (isOpen || isTyped)) {
      event.stopPropagation()
      setOpen(false)
      takeBack()
    }
  }
  return {
    isOpen,
    close: () => setOpen(false),
    /** What was typed changed: suggestions begin anew. */
    show,
    field: {
      id: `${id}-field`,
      type: 'text',
      role: 'combobox',
      autoComplete: 'off',
      spellCheck: false,
      'aria-autocomplete': 'list',
      'aria-expanded': isListed,
      'aria-controls': `${id}-list`,
      'aria-activedescendant': isListed && current ? `${id}-${current.id}` : undefined,
      onClick: () => setOpen(true),
      onKeyDown: press,
      onBlur: () => setOpen(false),
    },
    list: { id: `${id}-list`, hidden: !isListed },
    option: (choice: Choice) => ({
      id: `${id}-${choice.id}`,
      role: 'option',
      tabIndex: -1,
      'aria-selected': choice === current,
      // Keeps the focus in the field, which closes the list when it leaves.
      onMouseDown: (event: MouseEvent) => event.preventDefault(),
      onMouseMove: () => setActive(found.indexOf(choice)),
      onClick: () => take(choice),
    }),
  } as const
}
