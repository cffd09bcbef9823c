import { expect, test } from 'vitest'
import { deckFile } from '../../../src/state/exports/deckFile.ts'
import { sampleDeck, sampleOrigin } from '../../io/exports/sampleDeck.ts'

test('makes the file beside the page and tells how far it is', async () => {
  const told: number[] = []
  const blob = await deckFile(sampleDeck, { origin: sampleOrigin, progress: done => told.push(done) })
  expect(blob.type).toBe('application/vnd.openxmlformats-officedocument.presentationml.presentation')
  // "PK": a zip file.
  expect([...new Uint8Array(await blob.slice(0, 2).arrayBuffer())]).toEqual([0x50, 0x4b])
  expect(told.length).toBeGreaterThan(sampleDeck.slides.length)
  expect(told.at(-1)).toBe(1)
})

test('is stopped by its signal', async () => {
  const stop = new AbortController()
  const stopped = deckFile(sampleDeck, {
    origin: sampleOrigin,
    signal: stop.signal,
    progress: () => stop.abort(new Error('enough')),
  })
  await expect(stopped).rejects.toThrow('enough')
})
