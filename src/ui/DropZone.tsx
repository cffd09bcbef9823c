import type { ReactNode } from 'react'
import { FileButton } from './FileButton.tsx'
import { Icon } from './Icon.tsx'
import { useFileDrop } from './useFileDrop.ts'
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
  const { isOver, target } = useFileDrop(dropped => take([...dropped.files]))
  return (
    <div className={isOver ? 'drop-zone over' : 'drop-zone'} {...target}>
      <Icon name="exchange" size={24} />
      <p>
        {invitation}{' '}
        <FileButton accept={accept} isMultiple take={take}>
          {pick}
        </FileButton>
      </p>
      <small>{hint}</small>
    </div>
  )
}
