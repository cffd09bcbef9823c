import type { Language } from '../../src/ui/formatNumber.ts'
import { LanguageProvider } from '../../src/ui/language.tsx'
import { HatchPatterns } from '../../src/ui/Mark.tsx'
import { cases, type GalleryCase } from './cases.tsx'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** How the parts are looked at; stands in the gallery's address. */
export type Look = {
  readonly theme: Theme | 'all'
  readonly language: Language
  readonly print: boolean
  /** One case alone, for a picture of it or a window of another size. */
  readonly caseId: string | null
}

export function readLook(search: string): Look {
  const raw = new URLSearchParams(search)
  return {
    theme: themes.find(theme => theme === raw.get('theme')) ?? (raw.get('theme') === 'all' ? 'all' : 'light'),
    language: raw.get('lang') === 'en' ? 'en' : 'vi',
    print: raw.get('print') !== null,
    caseId: raw.get('case'),
  }
}

/** Lets the rules for paper hold on the screen, until the page is loaded anew. */
export function showPrintLook(): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSMediaRule) {
        if (rule.media.mediaText === 'print') rule.media.mediaText = 'all'
        else if (rule.media.mediaText.startsWith('screen')) rule.media.mediaText = 'not all'
      }
}

export function GalleryPage({ look }: { look: Look }) {
  const shown = cases.filter(each => look.caseId === null || each.id === look.caseId)
  const parts = [...new Set(shown.map(each => each.part))]
  return (
    <div className="gallery">
      {look.caseId === null && <Controls look={look} />}
      {look.theme === 'all' ? (
        <SideBySide look={look} />
      ) : (
        <LanguageProvider language={look.language}>
          <HatchPatterns />
          {parts.map(part => (
            <section key={part}>
              {look.caseId === null && <h2>{part}</h2>}
              {shown
                .filter(each => each.part === part)
                .map(each => (
                  <Frame key={each.id} shown={each} />
                ))}
            </section>
          ))}
        </LanguageProvider>
      )}
    </div>
  )
}

export function Frame({ shown }: { shown: GalleryCase }) {
  return (
    <div className="case">
      <h3>
        <a href={`?case=${shown.id}`}>{shown.title}</a>
      </h3>
      <div className={`frame${shown.part === 'receipt' ? ' receipt-frame' : ''}`} data-case={shown.id}>
        {shown.draw()}
      </div>
    </div>
  )
}

/** Hatches take their colours from the root they are defined in, so each theme needs a page of its own. */
function SideBySide({ look }: { look: Look }) {
  return (
    <div className="side-by-side">
      {themes.map(theme => (
        <iframe
          key={theme}
          title={theme}
          src={`?theme=${theme}&lang=${look.language}${look.print ? '&print' : ''}${look.caseId === null ? '' : `&case=${look.caseId}`}`}
        />
      ))}
    </div>
  )
}

function Controls({ look }: { look: Look }) {
  return (
    <form method="get" onChange={event => event.currentTarget.requestSubmit()}>
      <label>
        Theme
        <select name="theme" defaultValue={look.theme}>
          {[...themes, 'all'].map(theme => (
            <option key={theme} value={theme}>
              {theme === 'all' ? 'side by side' : theme}
            </option>
          ))}
        </select>
      </label>
      <label>
        Language
        <select name="lang" defaultValue={look.language}>
          <option value="vi">Tiếng Việt</option>
          <option value="en">English</option>
        </select>
      </label>
      <label>
        <input type="checkbox" name="print" defaultChecked={look.print} /> Print
      </label>
    </form>
  )
}
