import type { SourceDocument } from '../model/provenance.ts'
import type { RuleSet } from '../model/ruleSet.ts'
import type { ScoreSheet } from '../model/scoreSheet.ts'
import type { Language } from '../ui/formatNumber.ts'
import type { MarkKind } from '../ui/Mark.tsx'

/** One line of a receipt: a label with its value, or a sentence. */
export type ReceiptLine = {
  readonly label?: string | undefined
  readonly value?: string | undefined
  readonly mark?: MarkKind | undefined
  readonly strong?: boolean | undefined
  readonly kind?: 'pair' | 'formula' | 'choice' | 'note' | 'document' | undefined
  /** Registered document behind a line of kind `document`. */
  readonly documentId?: string | undefined
}

export type ReceiptSection = {
  readonly id: string
  readonly title: string | null
  readonly lines: readonly ReceiptLine[]
}

export type Receipt = {
  readonly nodeId: string
  readonly code: string
  readonly title: string
  /** Agency, rule set and period: what a copied receipt is of. */
  readonly scope: string
  readonly points: string
  /** null: watched only, there is no maximum. */
  readonly maxPoints: string | null
  readonly lost: string | null
  readonly isFull: boolean
  readonly sections: readonly ReceiptSection[]
}

export type ReceiptContext = {
  readonly sheet: ScoreSheet
  readonly ruleSet: RuleSet
  readonly documents: readonly SourceDocument[]
  /** Targets that bear on the node, already in words: "tối thiểu 50%". */
  readonly targets: readonly { readonly year: number; readonly text: string }[]
  readonly language: Language
  readonly scope: string
  /** Name of another agency, where a rule compared several; ids stand for themselves without it. */
  readonly agencyName?: ((agencyId: string) => string) | undefined
}
