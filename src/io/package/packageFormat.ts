import * as z from 'zod'
import type { Problem } from '../../model/problem.ts'
import type { RuleSet } from '../../model/ruleSet.ts'
import type { ScoreSheet } from '../../model/scoreSheet.ts'
import type { Submission } from '../../model/submission.ts'
import { id, isoDate, natural, period, sha256, text } from '../fields.ts'

// One submission file: a zip by the name of ".parboard". data/README.md tells it field by field.

export const packageFormat = 'parboard-submission'
/** Files of a later form are refused; earlier ones are brought up to it when they are read. */
export const packageFormatVersion = 1
export const packageExtension = '.parboard'
/** What the list of a request file says it is; `requestFormat.ts` tells the rest. */
export const requestFormat = 'parboard-request'

/** What a submission file may be, so that no file of anybody fills the memory of the page. */
export const packageLimits = {
  packedBytes: 100_000_000,
  unpackedBytes: 200_000_000,
  entries: 1_000,
  /** Of one JSON file inside. */
  jsonBytes: 20_000_000,
} as const

/** Files that stand in every submission file, and one that stands in some. */
export const packagePaths = {
  manifest: 'manifest.json',
  submission: 'submission.json',
  ruleSet: 'rule-set.json',
  scoreSheet: 'score-sheet.json',
  /** Figures of the period before, where rules compare with them. */
  previous: 'previous.json',
  readme: 'README.txt',
} as const

const evidencePath = /^evidence\/[0-9a-f]{12,64}-[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/

/** Whether a name is one that our own files use. */
export function isPackagePath(path: string): boolean {
  return Object.values<string>(packagePaths).includes(path) || evidencePath.test(path)
}

const approval = z.strictObject({ name: text, title: text.optional(), on: isoDate })

/** `manifest.json`: what the file is, and the hash of everything else in it. */
export const manifestSchema = z.strictObject({
  format: z.literal(packageFormat),
  formatVersion: z.literal(packageFormatVersion),
  /** ISO instant of the clock of the machine it was made on. */
  createdAt: z.iso.datetime({ error: 'instant' }),
  appVersion: text,
  engineVersion: text,
  submissionId: id,
  ruleSet: z.strictObject({ id, version: text, sha256, title: text }),
  /** `name` is null where the directory of the page did not know the agency. */
  agency: z.strictObject({ id, name: text.nullable() }),
  period,
  approval: approval.nullable(),
  files: z.array(z.strictObject({ path: text.max(200), bytes: natural, sha256 })).max(packageLimits.entries),
  /** Files of evidence that stayed with the agency: only what they are is told. */
  leftOut: z.array(z.strictObject({ name: text, bytes: natural, sha256 })),
  /** The questions of a reviewer it answers; absent: it is handed in on its own. */
  answersTo: z.strictObject({ requestId: id, roundId: id }).optional(),
})

export type Manifest = z.infer<typeof manifestSchema>

/** What is handed in. */
export type PackageContent = {
  readonly submission: Submission
  /** The rules it was scored by, so that it can be scored again whatever is published later. */
  readonly ruleSet: RuleSet
  readonly previous: Submission | null
  readonly scoreSheet: ScoreSheet
  readonly agencyName: string | null
  readonly appVersion: string
  /** ISO instant. */
  readonly createdAt: string
  /** Bytes of the evidence that goes along, by SHA-256; of the rest only the hash goes. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** The questions it answers. */
  readonly answersTo?: Manifest['answersTo']
}

const exact = z
  .string()
  .max(2_000)
  .regex(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/, 'exact')
const interval = z.object({ from: exact, to: exact })
const points = z.discriminatedUnion('kind', [
  interval.extend({ kind: z.literal('known') }),
  z.object({ kind: z.literal('unknown'), atLeast: exact }),
])

/**
 * What is read of the score sheet inside: enough to set it beside our own. The rest is only compared, letter
 * by letter, with the sheet computed here.
 */
export const sheetSchema = z.looseObject({
  formatVersion: z.literal(1),
  engineVersion: text,
  scoredAt: z.iso.datetime({ error: 'instant' }),
  ruleSetId: id,
  ruleSetVersion: text,
  submissionId: id,
  agencyId: id,
  period,
  total: z.looseObject({ points, maxPoints: exact }),
  nodes: z.array(
    z.looseObject({
      criterionId: id,
      code: text,
      name: text,
      nameEn: text.optional(),
      parentId: id.nullable(),
      isLeaf: z.boolean(),
      maxPoints: exact.nullable(),
      points: points.nullable(),
    }),
  ),
  adjustments: z.array(
    z.looseObject({
      adjustmentId: id,
      name: text,
      nameEn: text.optional(),
      effect: z.enum(['bonus', 'penalty']),
      ceiling: exact,
      points: interval,
    }),
  ),
})

export type SheetOnFile = z.infer<typeof sheetSchema>

/** A submission file that was read and whose every hash is right. */
export type ReadPackage = {
  readonly file: string
  readonly bytes: number
  /** SHA-256 of the whole file, to be compared with what its sender reads out. */
  readonly sha256: string
  readonly manifest: Manifest
  readonly submission: Submission
  readonly ruleSet: RuleSet
  readonly previous: Submission | null
  readonly scoreSheet: SheetOnFile
  /** Evidence that came along, by SHA-256. */
  readonly evidence: ReadonlyMap<string, Uint8Array>
  /** What is odd and does no harm. */
  readonly remarks: readonly Problem[]
}

/** What the files inside say, whatever the file itself is. */
export type PackageContents = Omit<ReadPackage, 'file' | 'bytes' | 'sha256' | 'remarks'>
