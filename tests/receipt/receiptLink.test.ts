import { expect, test } from 'vitest'
import { receiptLink } from '../../src/receipt/receiptLink.ts'

test.each([
  ['http://x/par/#/criteria?agency=a&criterion=b', 'http://x/par/#/criteria?agency=a&criterion=c'],
  ['http://x/par/#/?ruleSet=r', 'http://x/par/#/?ruleSet=r&criterion=c'],
  ['http://x/par/index.html#/criteria', 'http://x/par/index.html#/criteria?criterion=c'],
])('%s names the receipt', (href, link) => {
  expect(receiptLink(href, 'c')).toBe(link)
})
