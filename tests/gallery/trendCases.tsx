import { useState } from 'react'
import { TrendScreen } from '../../src/features/trend/TrendScreen.tsx'
import type { TrendAddress } from '../../src/features/trend/trendAddress.ts'
import type { TrendView } from '../../src/state/useTrendView.ts'
import type { GalleryCase } from './cases.tsx'
import { aPeriod, manyMonths, newer, statedSeries, trendView } from './trendSample.ts'

const longName = 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk'

function Screen({ view, opening }: { view: TrendView; opening: TrendAddress }) {
  const [state, setState] = useState(opening)
  return (
    <TrendScreen
      view={view}
      agencyName={longName}
      state={state}
      change={next => setState({ ...state, ...next })}
      hrefOf={({ period }) => `#${period}`}
      linkToDocument={(documentId, label) => <a href={`#${documentId}`}>{label}</a>}
    />
  )
}

function screenCase(id: string, title: string, view: TrendView, opening: TrendAddress = {}): GalleryCase {
  return { id, part: 'screens', title, draw: () => <Screen view={view} opening={opening} /> }
}

const share = { criterionId: 'truc-tuyen', measure: 'share' } as const

export const trendCases: readonly GalleryCase[] = [
  screenCase(
    'trend-months',
    'Trend over two rule sets: a gap, a month not sent, one open, stated figures',
    trendView(manyMonths, { figures: statedSeries }),
  ),
  screenCase('trend-tables', 'Trend as tables', trendView(manyMonths, { figures: statedSeries }), {
    tables: 'trend,causes,movers,figures',
  }),
  screenCase('trend-rules', 'Trend read across two rule sets', trendView(manyMonths, { read: 2 })),
  screenCase('trend-open', 'Trend at a month with figures missing', trendView(manyMonths, { read: 5 })),
  screenCase(
    'trend-claimed',
    'Trend at a self-assessed month, the months before closed',
    trendView([
      ...manyMonths,
      aPeriod('2026-07', { onTime: '92', online: '41' }, newer, undefined, 'selfAssessment'),
    ]),
  ),
  screenCase('trend-skipped', 'Trend whose month before was not sent', trendView(manyMonths, { read: 4 })),
  screenCase('trend-not-sent', 'Trend at a month that was not sent', trendView(manyMonths, { read: 3 })),
  screenCase(
    'trend-share',
    'Trend of a share against its target',
    trendView(manyMonths, { subject: share }),
    {
      criterion: 'truc-tuyen',
      measure: 'share',
    },
  ),
  screenCase('trend-one-date', 'Trend with one date', trendView([aPeriod('2026-10-10', {})])),
  screenCase(
    'trend-dates',
    'Trend of three dates',
    trendView([
      aPeriod('2026-09-17', { onTime: '60' }),
      aPeriod('2026-09-28', {}),
      aPeriod('2026-10-10', { onTime: '81' }),
    ]),
  ),
  screenCase(
    'trend-loading',
    'Trend with files on their way and one that is broken',
    trendView(manyMonths, { pending: ['2025-10', '2025-12'], failed: ['2026-05'] }),
  ),
]
