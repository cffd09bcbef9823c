/** How sure a value is. The chart grammar draws each one differently. */
export type Certainty =
  /** Written in a cited document. */
  | 'stated'
  /** Deduced by us from what is written; every screen says "suy ra". */
  | 'inferred'
  /** Made up to demonstrate; every screen says "số liệu minh họa". */
  | 'illustrative'

/** Where in a registered document a value stands. */
export type Source = {
  readonly documentId: string
  /** Section, task number, table row, as a reader would look it up. */
  readonly place?: string | undefined
  /** Original wording, only where it is needed to recognise the value. */
  readonly quote?: string | undefined
}

/** Origin of one value; `source: null` is shown as "chưa có nguồn". */
export type Provenance = {
  readonly certainty: Certainty
  readonly source: Source | null
  readonly note?: string | undefined
}

/** Sentence in the two languages of the screens. Vietnamese is the original. */
export type Bilingual = { readonly vi: string; readonly en: string }

/** A decision, plan, guidance or data publication cited by rules and figures. */
export type SourceDocument = {
  readonly id: string
  readonly kind:
    | 'law'
    | 'decree'
    | 'resolution'
    | 'circular'
    | 'decision'
    | 'plan'
    | 'letter'
    | 'publication'
    | 'guidance'
    | 'press'
    | 'example'
  /** Official number such as "37/KH-STTTT-VP"; null when the copy lacks it. */
  readonly number: string | null
  readonly title: string
  readonly issuer: string
  /** ISO date of issue; null when the copy lacks it. */
  readonly date: string | null
  readonly url?: string | undefined
  /** Name of the file our copy was read from. */
  readonly fileName?: string | undefined
  /** ISO date on which somebody last compared our figures with the document. */
  readonly checkedOn: string
  /** False when we cite it through another document and have not read it. */
  readonly read: boolean
  readonly note?: string | undefined
}
