import type { RefObject } from 'react'
import type { SubmissionEntry } from '../../model/catalogue.ts'
import type { Picture } from '../../ui/ChartTools.tsx'
import type { TrendAddress } from './trendAddress.ts'

/** What every section of the screen needs besides its figures. */
export type TrendFrame = {
  readonly state: TrendAddress
  readonly change: (next: TrendAddress) => void
  /** Reads another period. */
  readonly select: (entry: SubmissionEntry) => void
  /** Address of the overview of a period. */
  readonly hrefOf: (entry: SubmissionEntry) => string
  /** The two periods that are compared, in words: "từ tháng 09/2026 đến tháng 10/2026"; empty where there is one. */
  readonly pair: string
  readonly pictureOf: (drawn: RefObject<HTMLElement | null>, title: string, fileName: string) => Picture
}
