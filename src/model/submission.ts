import type { Decimal } from './exact.ts'
import type { Provenance } from './provenance.ts'

/** Ladder of an assessment; the last decided stage wins. */
export type Stage = 'selfAssessment' | 'firstReview' | 'explanation' | 'secondReview' | 'closed' | 'published'

/** A value that was sent and later replaced. */
export type Correction = { readonly was: Decimal; readonly on: string; readonly reason: string }

/** A figure with its state. Zero is an entered value; missing never is zero. */
export type MetricValue =
  | {
      readonly metricId: string
      readonly state: 'entered'
      /** A number, or an ISO date where the metric is one. */
      readonly value: Decimal
      /** Earlier values of the same figure, oldest first. */
      readonly corrections?: readonly Correction[] | undefined
      readonly provenance?: Provenance | undefined
    }
  | {
      readonly metricId: string
      readonly state: 'missing' | 'notApplicable' | 'withheld'
      readonly note?: string | undefined
      readonly provenance?: Provenance | undefined
    }

export type PublishedPoints = {
  /** A criterion at any level, or a pool. */
  readonly nodeId: string
  readonly points: Decimal
  readonly provenance?: Provenance | undefined
  /** Cause of a loss as the source gives it. */
  readonly cause?: string | undefined
}

/** One way to make published figures agree with each other; both are shown. */
export type PublishedReading = {
  readonly id: 'namedLosses' | 'publishedTotal'
  readonly title: string
  readonly titleEn: string
  readonly text: string
  readonly textEn: string
}

/** Figures somebody else published, kept apart from what the engine computes. */
export type PublishedResult = {
  readonly provenance: Provenance
  readonly total: Decimal | null
  readonly points: readonly PublishedPoints[]
  readonly rank?:
    | {
        readonly rank: number
        readonly of: number
        readonly among: string
        readonly amongEn?: string | undefined
        /** Where it differs from the rest of the result. */
        readonly provenance?: Provenance | undefined
      }
    | undefined
  readonly band?: string | undefined
  /** Signed difference to an earlier result, as the source publishes it. */
  readonly change?:
    | { readonly points: Decimal; readonly since: string; readonly sinceEn?: string | undefined }
    | undefined
  /** Number of items at their maximum as the source counts them. */
  readonly itemsAtMax?: number | undefined
  readonly readings?: readonly PublishedReading[] | undefined
}

/** Points decided for a leaf; entries are appended and the last one for a leaf stands, also when it is lower. */
export type Decision = {
  readonly criterionId: string
  readonly stage: Stage
  readonly points: Decimal
  readonly reason?: string | undefined
  /** It took exactly what the rule gives, so the points still rest on the figures. */
  readonly byRule?: true | undefined
  /** Who decided it, by the name they typed: nobody proves who it was. */
  readonly by?: string | undefined
  /** ISO instant, by the clock of their machine. */
  readonly at?: string | undefined
  readonly provenance?: Provenance | undefined
}

/** A document backing a value or a claim. The file itself stays with the agency, or in the file it hands in. */
export type EvidenceItem = {
  readonly id: string
  readonly criterionIds: readonly string[]
  /** Which document the rule set asks for this is; absent: another one. */
  readonly requiredId?: string | undefined
  readonly title: string
  readonly number?: string | undefined
  readonly issuer?: string | undefined
  readonly issuedOn?: string | undefined
  /** Day from which it has effect, where that is not the day of issue. */
  readonly effectiveOn?: string | undefined
  /** Where to look in it: "trang 3, mục II". */
  readonly pages?: string | undefined
  /** Address it is published under; shown and copied, never loaded. */
  readonly url?: string | undefined
  readonly fileName?: string | undefined
  /** What the file was when it was added. */
  readonly file?: EvidenceFile | undefined
  readonly note?: string | undefined
}

export type EvidenceFile = {
  readonly name: string
  readonly bytes: number
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly sha256: string
}

/** What one agency sent, or what was published about it, for one period. */
export type Submission = {
  readonly id: string
  readonly ruleSetId: string
  readonly ruleSetVersion: string
  readonly agencyId: string
  /** "2022", "2026-Q3", "2026-10" or "2026-10-10". */
  readonly period: string
  readonly stage: Stage
  /** ISO day it was handed in. */
  readonly submittedOn?: string | undefined
  /** Origin of every value that does not name its own. */
  readonly provenance: Provenance
  readonly values: readonly MetricValue[]
  /** Criteria the agency is exempt from, with the reason. */
  readonly notApplicable?: readonly { readonly criterionId: string; readonly reason: string }[] | undefined
  readonly decisions?: readonly Decision[] | undefined
  readonly evidence?: readonly EvidenceItem[] | undefined
  /** What the agency says of a criterion beside its figures, such as why there is no evidence. */
  readonly explanations?: readonly { readonly criterionId: string; readonly text: string }[] | undefined
  /** Doubts of the checks that the agency let stand, with what they were and why. */
  readonly accepted?:
    | readonly {
        readonly findingId: string
        readonly criterionId: string | null
        readonly finding: string
        readonly reason: string
      }[]
    | undefined
  /** Who approved what was handed in. */
  readonly approval?: Approval | undefined
  readonly published?: PublishedResult | undefined
  readonly note?: string | undefined
}

/** Head of the agency, or who signs for them. */
export type Approval = {
  readonly name: string
  /** Office held: "Chủ tịch Ủy ban nhân dân". */
  readonly title?: string | undefined
  /** ISO day. */
  readonly on: string
}

type WithoutMetric<Value> = Value extends MetricValue ? Omit<Value, 'metricId'> : never

/** One value of a table: a text was entered; anything else says why not, or has more to say. */
export type TableCell = Decimal | WithoutMetric<MetricValue>

/** One agency's line of a table. */
export type TableRow = {
  readonly agencyId: string
  readonly cells: readonly TableCell[]
  readonly stage?: Stage | undefined
  readonly provenance?: Provenance | undefined
} & Pick<Submission, 'submittedOn' | 'notApplicable' | 'decisions' | 'evidence' | 'published' | 'note'>

/** Many submissions of one rule set and period in one file; a row may differ in what the head says. */
export type SubmissionTable = Pick<
  Submission,
  'ruleSetId' | 'ruleSetVersion' | 'period' | 'stage' | 'provenance' | 'note'
> & {
  /** Columns of `cells`. */
  readonly metricIds: readonly string[]
  readonly rows: readonly TableRow[]
}

/** The submissions of a table, in the order of its rows; short rows leave their last figures out. */
export function submissionsOf({ metricIds, rows, ...head }: SubmissionTable): readonly Submission[] {
  return rows.map(({ cells, stage = head.stage, provenance = head.provenance, ...row }) => ({
    ...head,
    ...row,
    id: `${head.ruleSetId}.${head.period}.${row.agencyId}`,
    stage,
    provenance,
    values: cells.flatMap((cell, index): readonly MetricValue[] => {
      const metricId = metricIds[index]
      if (metricId === undefined) return []
      return [typeof cell === 'string' ? { metricId, state: 'entered', value: cell } : { ...cell, metricId }]
    }),
  }))
}
