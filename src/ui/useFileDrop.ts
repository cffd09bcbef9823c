import { type DragEvent, useEffect, useState } from 'react'

/**
 * Makes an element take files that are dropped on it; those dropped beside it do not replace the page.
 * @param take what was dropped; a button has to do the same for the keyboard
 */
export function useFileDrop(take: (dropped: DataTransfer) => void) {
  const [isOver, setOver] = useState(false)
  useRefusedDrops()
  return {
    isOver,
    /** Of the element. */
    target: {
      onDragOver: (event: DragEvent) => {
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer)
      },
    },
  }
}

function useRefusedDrops() {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}
