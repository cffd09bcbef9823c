import { describe, expect, test } from 'vitest'
import { readStored } from '../../src/state/preferences.ts'

const first = { theme: 'system', language: 'vi', hintDone: false, letterKeys: true, recent: [], reviewer: '' }

describe('preferences kept on this machine', () => {
  test('what version 1 kept is kept', () => {
    expect(readStored({ theme: 'dark', language: 'en' })).toEqual({ ...first, theme: 'dark', language: 'en' })
  })

  test('what version 2 keeps is read again', () => {
    const kept = {
      theme: 'contrast',
      language: 'vi',
      hintDone: true,
      letterKeys: false,
      recent: ['agency:h15-157', 'screen:/'],
      reviewer: 'Trần Thị Hòa',
    }
    expect(readStored(kept)).toEqual(kept)
  })

  test('a name is kept in NFC, without spaces nobody sees, no longer than a name is', () => {
    expect(readStored({ reviewer: '  Trần  Thị Hòa '.normalize('NFD') }).reviewer).toBe('Trần Thị Hòa')
    expect(readStored({ reviewer: 'a'.repeat(80) }).reviewer).toHaveLength(80)
    expect(readStored({ reviewer: 'a'.repeat(81) }).reviewer).toHaveLength(80)
    expect(readStored({ reviewer: 7 }).reviewer).toBe('')
  })

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'dark'],
    ['a list', ['dark']],
    ['foreign fields', { theme: 'pink', language: 'fr', hintDone: 'yes', letterKeys: 0, recent: 'x' }],
  ])('%s counts as a first visit', (_, stored) => {
    expect(readStored(stored)).toEqual(first)
  })

  test('of a damaged list what is text stays, and no more than six', () => {
    expect(readStored({ recent: ['a', 1, null, 'b', 'c', 'd', 'e', 'f', 'g'] }).recent).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ])
  })
})
