import { describeAdjustmentReceipt } from './describeAdjustmentReceipt.ts'
import { describeGroupReceipt, describePoolReceipt, describeReceipt } from './describeReceipt.ts'
import { describeTotalReceipt, totalId } from './describeTotalReceipt.ts'
import type { Receipt, ReceiptContext } from './receipt.ts'

/**
 * The receipt of anything on a score sheet: a leaf, a group, a pool, a bonus or penalty, or the total.
 * @param nodeId id of the thing; "total" is the whole unless a criterion has that id
 * @returns null when the sheet has nothing of that id
 */
export function receiptFor(nodeId: string, context: ReceiptContext): Receipt | null {
  const { nodes, pools, adjustments } = context.sheet
  const node = nodes.find(entry => entry.criterionId === nodeId)
  if (node) return node.isLeaf ? describeReceipt(node, context) : describeGroupReceipt(node, context)
  const pool = pools.find(entry => entry.poolId === nodeId)
  if (pool) return describePoolReceipt(pool, context)
  const adjustment = adjustments.find(entry => entry.adjustmentId === nodeId)
  if (adjustment) return describeAdjustmentReceipt(adjustment, context)
  return nodeId === totalId ? describeTotalReceipt(context) : null
}
