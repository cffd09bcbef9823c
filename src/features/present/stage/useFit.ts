import { type RefObject, useLayoutEffect } from 'react'
import type { Slide } from '../../../model/deck.ts'
import type { StageShape } from './stageSize.ts'

/** Steps of slides.css: first the rows come closer, then the letters become smaller, never under 24 px. */
const tightest = 6

/** How far rows and letters of a slide with little on it may grow, so that the stage is used. */
const growths = [1.6, 1.45, 1.3, 1.15, 1] as const

/** Lines a title has in the largest letters. */
const titleLines = 2

type Fit = { readonly step: number; readonly growth: number; readonly title: string }

/** What was found for a slide, so that a neighbour or a preview is not measured again. */
const found = new WeakMap<Slide, Map<string, Fit>>()

/**
 * Sets the loosest step that a slide fits its stage at. Names are as long as they are; nothing on a slide is cut or
 * hidden behind an ellipsis.
 */
export function useFit(
  stage: RefObject<HTMLElement | null>,
  slide: Slide,
  shape: StageShape,
  isTwin: boolean,
) {
  useLayoutEffect(() => {
    const key = `${shape}${isTwin ? ' twin' : ''}`
    const measure = () => {
      const element = stage.current
      const body = element?.querySelector<HTMLElement>('.ps-body')
      if (!element || !body) return
      const title = fitTitle(element)
      const holds = () =>
        body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1
      let fit: Fit = { step: 0, growth: 1, title }
      for (let step = 0; step <= tightest; step++) {
        fit = { step, growth: 1, title }
        set(element, fit)
        if (holds()) break
      }
      if (fit.step === 0)
        for (const growth of growths) {
          fit = { step: 0, growth, title }
          set(element, fit)
          if (growth === 1 || holds()) break
        }
      const fits = found.get(slide) ?? new Map<string, Fit>()
      found.set(slide, fits.set(key, fit))
    }
    const known = found.get(slide)?.get(key)
    if (known === undefined || !stage.current) measure()
    else set(stage.current, known)
    // Letters that came meanwhile have another width than those that stood in for them.
    document.fonts.addEventListener('loadingdone', measure)
    return () => document.fonts.removeEventListener('loadingdone', measure)
  }, [stage, slide, shape, isTwin])
}

function set(element: HTMLElement, { step, growth, title }: Fit) {
  element.dataset['fit'] = String(step)
  element.dataset['title'] = title
  element.style.setProperty('--grow', String(growth))
}

/** The largest letters that keep the title to its lines; the smallest ones take as many as it needs. */
function fitTitle(element: HTMLElement): string {
  const title = element.querySelector<HTMLElement>('.ps-title')
  for (const size of ['large', 'medium'])
    if (title) {
      element.dataset['title'] = size
      const line = Number.parseFloat(getComputedStyle(title).lineHeight)
      if (title.clientHeight <= (titleLines + 0.5) * line) return size
    }
  return title ? 'small' : 'large'
}
