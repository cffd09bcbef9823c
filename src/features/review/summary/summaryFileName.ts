import { fileNameOf } from '../../../io/fileName.ts'

/** "tong-hop_mau-tinh-cqs_2026-10_xep-hang_2026-11-21", safe as a name of a file. */
export function summaryFileName(
  round: { readonly ruleSet: { readonly id: string }; readonly period: string },
  parts: readonly string[],
): string {
  const all = ['tong-hop', round.ruleSet.id, round.period, ...parts, new Date().toISOString().slice(0, 10)]
  return fileNameOf(all, '')
}
