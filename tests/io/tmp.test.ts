import { test } from 'vitest'
import { locateJsonFault } from '../../src/io/locateJsonFault.ts'
test('x', () => { for (const n of [1e5, 5e5, 1e6, 2e6, 4e6, 8e6, 2e7]) { try { locateJsonFault('"' + 'a'.repeat(n)); console.log(n, 'ok') } catch (e) { console.log(n, String(e)) } } })
