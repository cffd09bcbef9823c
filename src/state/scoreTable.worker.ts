import type { RuleSet } from '../model/ruleSet.ts'
import { type BulkProgress, type BulkScores, scoreTableInSteps } from '../scoring/bulk/scoreTable.ts'
import type { BulkTable } from '../scoring/bulk/table.ts'

// Runs in a Web Worker; scoreTableInWorker.ts is the other end.

export type TableRequest = { readonly ruleSet: RuleSet; readonly table: BulkTable }

export type TableMessage =
  | { readonly kind: 'progress'; readonly progress: BulkProgress }
  | { readonly kind: 'scored'; readonly scores: BulkScores }
  | { readonly kind: 'failed'; readonly message: string }

const say = (message: TableMessage) => {
  self.postMessage(message)
}

self.addEventListener('message', ({ data }: MessageEvent<TableRequest>) => {
  try {
    const steps = scoreTableInSteps(data.ruleSet, data.table)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        say({ kind: 'scored', scores: step.value })
        return
      }
      say({ kind: 'progress', progress: step.value })
    }
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
  }
})
