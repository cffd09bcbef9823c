import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screens } from '../../src/app/screens.ts'
import { appVersion } from '../../src/model/appVersion.ts'

test('the help names the version of the package', () => {
  expect(appVersion).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version)
})

test('each screen has a key of its own, and none is the g that leads it', () => {
  const keys = screens.map(screen => screen.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).not.toContain('g')
})
