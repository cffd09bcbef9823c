import { useEffect, useRef, useState } from 'react'
import type { EvidenceFile } from '../../../model/submission.ts'
import { type EvidenceContent, evidenceFile } from '../../../state/review/evidenceFile.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { download } from '../../../ui/download.ts'
import { formatNumber, type Language } from '../../../ui/formatNumber.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { type DetailWords, detailWords } from './detailWords.ts'

type State =
  | { readonly status: 'shut' | 'reading' }
  | { readonly status: 'read'; readonly blob: Blob; readonly url: string | null }
  | { readonly status: 'failed'; readonly why: Exclude<EvidenceContent, { ok: true }>['why'] }

/** A file of evidence: its name, size and hash; taken out of the received package when somebody wants to see it. */
export function EvidenceFileLine({
  file,
  fileOf,
  packages,
}: {
  file: EvidenceFile
  fileOf: OpenRound['fileOf']
  /** Packages it may have come in. */
  packages: readonly string[]
}) {
  const words = useText(detailWords)
  const language = useLanguage()
  const [state, setState] = useState<State>({ status: 'shut' })
  const reading = useRef<AbortController | null>(null)
  const url = state.status === 'read' ? state.url : null
  useEffect(() => () => reading.current?.abort(), [])
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url)
    },
    [url],
  )
  const take = async (how: 'open' | 'download') => {
    if (state.status === 'read') {
      if (how === 'download') download(file.name, state.blob)
      return
    }
    reading.current?.abort()
    const control = new AbortController()
    reading.current = control
    setState({ status: 'reading' })
    const content = await evidenceFile(fileOf, packages, file, control.signal).catch(() => null)
    if (control.signal.aborted) return
    if (content === null || !content.ok) {
      setState({ status: 'failed', why: content === null ? 'broken' : content.why })
      return
    }
    const shownAt = content.canBeShown ? URL.createObjectURL(content.blob) : null
    setState({ status: 'read', blob: content.blob, url: shownAt })
    if (how === 'download' || shownAt === null) download(file.name, content.blob)
    else showInTab(shownAt)
  }
  return (
    <div className="rvd-file">
      <p title={`SHA-256 ${file.sha256}`}>
        <Icon name="clip" size={14} /> {file.name} · {sizeText(file.bytes, language, words)} ·{' '}
        {words.sha(file.sha256.slice(0, 12))}
      </p>
      {state.status === 'failed' ? (
        <p className="rvd-warned" role="alert">
          <Mark kind="warning" />
          {words.fileFault[state.why]}
        </p>
      ) : (
        <p className="rvd-file-acts">
          {url === null ? (
            <button
              type="button"
              className="link-button"
              aria-label={words.openNamed(file.name)}
              disabled={state.status === 'reading'}
              onClick={() => void take('open')}
            >
              {state.status === 'reading' ? words.opening : words.open}
            </button>
          ) : (
            // A browser that refuses a tab of its own accord opens it at a press.
            <a className="link-button" href={url} target="_blank" rel="noopener noreferrer">
              {words.ready}
            </a>
          )}
          <button
            type="button"
            className="link-button"
            aria-label={words.downloadNamed(file.name)}
            disabled={state.status === 'reading'}
            onClick={() => void take('download')}
          >
            {words.download}
          </button>
        </p>
      )}
    </div>
  )
}

function showInTab(url: string) {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}

/** "1,2 MB" */
function sizeText(bytes: number, language: Language, words: DetailWords): string {
  const [size, unit] =
    bytes < 1024
      ? [String(bytes), words.size.bytes]
      : bytes < 1024 * 1024
        ? [`${bytes}/1024`, words.size.kB]
        : [`${bytes}/1048576`, words.size.MB]
  return `${formatNumber(size, language, { places: bytes < 1024 ? 0 : 1 })}\u00a0${unit}`
}
