import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { Icon } from './Icon.tsx'
import './dropZone.css'

/** A frame files are dropped on, with a button that opens the file dialog for the keyboard and the mouse. */
export function DropZone({
  invitation,
  pick,
  accept,
  hint,
  take,
}: {
  /** Stands before the button: "Thả tệp vào đây, hoặc". */
  invitation: string
  pick: string
  /** As in `<input accept>`. */
  accept: string
  hint: ReactNode
  take: (files: readonly File[]) => void
}) {
  const [isOver, setOver] = useState(false)
  useRefusedDrops()
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done with the button inside
    <div
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Icon name="exchange" size={24} />
      <p>
        {invitation}{' '}
        <label className="button">
          {pick}
          <input
            type="file"
            className="visually-hidden"
            multiple
            accept={accept}
            onChange={event => {
              take([...(event.target.files ?? [])])
              // Choosing the same file again is a change too.
              event.target.value = ''
            }}
          />
        </label>
      </p>
      <small>{hint}</small>
    </div>
  )
}

/** A file dropped beside the frame must not replace the page. */
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
