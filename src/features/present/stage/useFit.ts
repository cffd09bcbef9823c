import { type RefObject, useLayoutEffect } from 'react'
import type { Slide } from '../../../model/deck.ts'
import type { StageShape } from './stageSize.ts'

/** Steps of slides.css: first the rows come closer, then the letters become smaller, never under 24 px. */
const tightest = 6

/** What was found for a slide, so that a neighbour or a preview is not measured again. */
const found = new WeakMap<Slide, Map<string, number>>()

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
      for (let step = 0; step <= tightest; step++) {
        element.dataset['fit'] = String(step)
        if (body.scrollHeight <= body.clientHeight + 1 && body.scrollWidth <= body.clientWidth + 1) break
      }
      const steps = found.get(slide) ?? new Map<string, number>()
      found.set(slide, steps.set(key, Number(element.dataset['fit'])))
    }
    const known = found.get(slide)?.get(key)
    if (known === undefined || !stage.current) measure()
    else stage.current.dataset['fit'] = String(known)
    // Letters that came meanwhile have another width than those that stood in for them.
    document.fonts.addEventListener('loadingdone', measure)
    return () => document.fonts.removeEventListener('loadingdone', measure)
  }, [stage, slide, shape, isTwin])
}
