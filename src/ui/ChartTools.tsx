import { type FocusEvent, type KeyboardEvent, useContext, useId, useRef, useState } from 'react'
import './chartTools.css'
import { Icon } from './Icon.tsx'
import { dictionary, useLanguage, useText } from './language.tsx'
import { PictureFoot } from './picture/foot.ts'
import type { Picture, PictureFormat } from './picture/picture.ts'

export type { Picture } from './picture/picture.ts'

const words = dictionary({
  vi: {
    table: 'Xem dạng bảng',
    chart: 'Xem dạng biểu đồ',
    picture: 'Tải ảnh',
    png: 'Ảnh PNG',
    pngFor: 'chèn vào Word, PowerPoint, Zalo',
    svg: 'Ảnh SVG',
    svgFor: 'phóng to không vỡ, sửa được',
    copy: 'Chép ảnh',
    copyFor: 'rồi dán vào Word, PowerPoint, Zalo',
    busy: 'Đang vẽ ảnh…',
    saved: (name: string) => `Đã tải ảnh ${name}`,
    copied: 'Đã chép ảnh; dán bằng Ctrl V.',
    failed: (reason: string) => `Không vẽ được ảnh: ${reason}`,
    notCopied: (reason: string) => `Không chép được ảnh: ${reason}`,
    notLoaded: 'không tải được phần vẽ ảnh; hãy thử lại.',
    dismiss: 'Đóng thông báo',
  },
  en: {
    table: 'Show as table',
    chart: 'Show as chart',
    picture: 'Download picture',
    png: 'PNG picture',
    pngFor: 'for Word, PowerPoint, chat',
    svg: 'SVG picture',
    svgFor: 'sharp at any size, editable',
    copy: 'Copy picture',
    copyFor: 'then paste it into Word, PowerPoint, chat',
    busy: 'Drawing the picture…',
    saved: (name: string) => `Picture ${name} downloaded`,
    copied: 'Picture copied; paste it with Ctrl V.',
    failed: (reason: string) => `The picture could not be drawn: ${reason}`,
    notCopied: (reason: string) => `The picture could not be copied: ${reason}`,
    notLoaded: 'its drawing part could not be loaded; try again.',
    dismiss: 'Close message',
  },
})

type Progress =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'said' | 'failed'; readonly about: string }

/** Buttons of a chart: its table twin, and its picture as PNG or SVG or on the clipboard. */
export function ChartTools({
  showTable,
  toggleTable,
  picture,
}: {
  showTable?: boolean | undefined
  toggleTable?: (() => void) | undefined
  picture: Picture
}) {
  const text = useText(words)
  const tableName = showTable ? text.chart : text.table
  return (
    <span className="chart-tools" data-picture="skip">
      {toggleTable && (
        <button
          type="button"
          className="tool"
          aria-pressed={showTable === true}
          title={tableName}
          onClick={toggleTable}
        >
          <Icon name={showTable ? 'chart' : 'table'} />
          <span className="visually-hidden">{tableName}</span>
        </button>
      )}
      <PictureMenu picture={picture} />
    </span>
  )
}

function PictureMenu({ picture }: { picture: Picture }) {
  const text = useText(words)
  const language = useLanguage()
  const menuId = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' })
  const busy = progress.kind === 'busy'
  const foot = useContext(PictureFoot)

  const take = async (what: PictureFormat | 'copy') => {
    setOpen(false)
    opener.current?.focus()
    setProgress({ kind: 'busy' })
    const fail = what === 'copy' ? text.notCopied : text.failed
    try {
      // Fetched on the first press: most readers never take a picture away.
      const { savePicture, copyPicture } = await import('./picture/savePicture.ts').catch(() => {
        throw new Error(text.notLoaded)
      })
      // A picture without its data code is better than none.
      const origin = () => foot().catch(() => [])
      if (what === 'copy') {
        await copyPicture(picture, language, new Date(), origin)
        setProgress({ kind: 'said', about: text.copied })
      } else {
        const name = await savePicture(picture, what, language, new Date(), await origin())
        setProgress({ kind: 'said', about: text.saved(name) })
      }
    } catch (error) {
      setProgress({
        kind: 'failed',
        about: fail(error instanceof Error ? error.message : String(error)),
      })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (!open && progress.kind !== 'failed')) return
    // The panel or dialog around stays as it is.
    event.stopPropagation()
    event.preventDefault()
    setOpen(false)
    if (!open) setProgress({ kind: 'idle' })
    opener.current?.focus()
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only closes what its own buttons opened
    <span className="picture-menu" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={opener}
        type="button"
        className="tool"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        aria-busy={busy}
        aria-disabled={busy}
        title={busy ? text.busy : text.picture}
        onClick={() => {
          if (!busy) setOpen(!open)
        }}
      >
        <Icon name="download" />
        <span className="visually-hidden">{text.picture}</span>
      </button>
      {open && (
        // Can take the focus, so that a press between the choices does not close them.
        <span className="picture-choices" id={menuId} tabIndex={-1}>
          <button type="button" onClick={() => void take('png')}>
            <b>{text.png}</b> <small>{text.pngFor}</small>
          </button>
          <button type="button" onClick={() => void take('svg')}>
            <b>{text.svg}</b> <small>{text.svgFor}</small>
          </button>
          <button type="button" onClick={() => void take('copy')}>
            <b>{text.copy}</b> <small>{text.copyFor}</small>
          </button>
        </span>
      )}
      <span role="status" className={busy ? 'picture-busy' : 'visually-hidden'}>
        {busy && text.busy}
        {progress.kind === 'said' && progress.about}
      </span>
      {progress.kind === 'failed' && (
        <span role="alert" className="picture-failed">
          {progress.about}
          <button type="button" className="tool" onClick={() => setProgress({ kind: 'idle' })}>
            <Icon name="close" size={14} />
            <span className="visually-hidden">{text.dismiss}</span>
          </button>
        </span>
      )}
    </span>
  )
}
