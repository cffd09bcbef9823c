import { useEffect, useRef, useState } from 'react'
import type { Draft } from '../../../model/draft.ts'
import type { Form, FormArea } from '../../../model/form.ts'
import type { Assessment } from '../../../state/assessment/assessment.ts'
import type { OpenDraft } from '../../../state/assessment/openDraft.ts'
import { useText } from '../../../ui/language.tsx'
import type { GoTo } from '../assessmentProps.ts'
import { screenWords } from '../words.ts'
import { findPlace, type Place } from './goTo.ts'
import { fieldOrder, missingPlaces, placeAfter } from './nextMissing.ts'

/** Undo and redo that show what they changed, and the way to the next figure that is missing. */
export function useHistorySteps(open: OpenDraft, form: Form, area: FormArea | undefined, goTo: GoTo) {
  const words = useText(screenWords)
  const [said, say] = useState('')
  const before = useRef<Draft | null>(null)
  const { draft } = open

  // Nothing changes out of sight: the first thing a step changed is brought there, unless some of it is in sight.
  useEffect(() => {
    const was = before.current
    before.current = null
    if (!was || was === draft) return
    const places = changedPlaces(was, draft, form)
    const isSeen = places.some(place => findPlace(form, place)?.area.id === area?.id)
    const focused = placeOfFocus()
    const [first] = places
    if (first && (!isSeen || (places.length === 1 && !isSamePlace(first, focused)))) goTo(first)
  }, [draft, form, area, goTo])

  const step = (take: (() => void) | null, done: string) => {
    if (!take) return
    before.current = draft
    take()
    say(done)
  }
  return {
    undo: () => step(open.undo, words.undone),
    redo: () => step(open.redo, words.redone),
    missing: (assessment: Assessment) => ({
      said,
      goNextMissing: () => {
        const next = placeAfter(
          missingPlaces(assessment),
          fieldOrder(assessment.form),
          placeOfFocus() ?? startOf(area),
        )
        if (next) goTo(next)
        say(next ? '' : words.noneMissing)
      },
    }),
  }
}

function changedPlaces(was: Draft, now: Draft, form: Form): readonly Place[] {
  const metricIds = differing(was.fields, now.fields)
  // Only a draft that answers questions has a field for words in the form itself.
  const parts = [
    ['claims', 'claim'],
    ['exempt', 'exempt'],
    ...(now.asked ? ([['explanations', 'explanation']] as const) : []),
  ] as const
  const nodeIds = parts.flatMap(([list, part]) =>
    differing<unknown>(was[list], now[list]).map(nodeId => ({ nodeId, metricId: null, part })),
  )
  const order = new Map(form.metricIds.map((id, index) => [id, index]))
  const rank = (id: string) => order.get(id) ?? order.size
  return [
    ...metricIds.toSorted((a, b) => rank(a) - rank(b)).map(metricId => ({ nodeId: null, metricId })),
    ...nodeIds,
  ]
}

function differing<Value>(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter(key => a.get(key) !== b.get(key))
}

/** The field or item the keyboard is in. */
function placeOfFocus(): (Place & { readonly nodeId: string }) | null {
  const element = document.activeElement
  const item = element?.closest<HTMLElement>('[data-item]')
  const nodeId = item?.dataset['item']
  if (!(element instanceof HTMLElement) || nodeId === undefined) return null
  const { metric, claim } = element.dataset
  return {
    nodeId,
    metricId: metric ?? null,
    ...(claim === undefined && metric !== undefined ? {} : { part: 'claim' as const }),
  }
}

function isSamePlace(a: Place, b: Place | null): boolean {
  return b !== null && (a.metricId === null ? a.nodeId === b.nodeId : a.metricId === b.metricId)
}

/** Before the first field of an area, where the keyboard is in none. */
function startOf(area: FormArea | undefined): Place | null {
  const first = area?.items[0]
  return first ? { nodeId: first.nodeId, metricId: null, part: 'claim' } : null
}
