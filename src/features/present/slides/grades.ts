import type { Slide } from '../../../model/deck.ts'
import { bandsFromLowest } from '../../../sentences/bandsFromLowest.ts'
import { leagueParts, settledRange } from '../../../sentences/leagueSentence.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTable } from './slideTable.ts'
import { slideTitle } from './slideTitle.ts'

const gradeWords = dictionary({
  vi: {
    name: 'Phân bố xếp loại',
    band: 'Xếp loại',
    from: 'Từ',
    count: 'Đơn vị',
    scale: (all: string) => `Phần trong ${all} đơn vị được xếp hạng`,
    open: 'Chưa rõ, thiếu số liệu',
    who: 'Đơn vị nào',
    most: (count: string, all: string, band: string) => `${count}/${all} đơn vị được xếp hạng ở mức ${band}`,
    range: (low: string, high: string) => `Điểm đã rõ từ ${low} đến ${high}.`,
    openNote: 'Đơn vị thiếu số liệu có thể ở nhiều mức thì để riêng, không đoán.',
    quota: (band: string, percent: string, to: string) =>
      `Tối đa ${percent}% số đơn vị được xếp loại ${band}; vượt thì xuống ${to}.`,
  },
  en: {
    name: 'Agencies by grade',
    band: 'Grade',
    from: 'From',
    count: 'Agencies',
    scale: (all: string) => `Part of ${all} ranked agencies`,
    open: 'Open, figures missing',
    who: 'Which agencies',
    most: (count: string, all: string, band: string) =>
      `${count} of ${all} ranked agencies are graded ${band}`,
    range: (low: string, high: string) => `Settled scores from ${low} to ${high}.`,
    openNote: 'Agencies whose missing figures leave several grades open stand apart.',
    quota: (band: string, percent: string, to: string) =>
      `At most ${percent}% of the agencies are graded ${band}; the rest fall to ${to}.`,
  },
})

/** How many agencies of the group hold which grade. */
export function gradeSlides(frame: Frame): readonly Slide[] {
  const { group, ruleSet, language, number, sheet } = frame
  if (!group || ruleSet.bands.length === 0) return []
  const ranked = group.rows.filter(row => row.place === 'ranked')
  if (ranked.length < 2) return []
  const words = gradeWords[language]
  const idsOf = (bandId: string) => group.bandCounts.find(each => each.bandId === bandId)?.agencyIds ?? []
  const bands = bandsFromLowest(ruleSet.bands).toReversed()
  const named = bands.map(band => ({
    id: band.id,
    name: pickName(language, band.name, band.nameEn),
    from: `${number(band.fromPercent)}%`,
    ids: idsOf(band.id),
  }))
  const sure = new Set(named.flatMap(band => band.ids))
  const open = ranked.filter(row => !sure.has(row.agencyId)).map(row => row.agencyId)
  const shown = [
    ...named,
    ...(open.length > 0 ? [{ id: 'open', name: words.open, from: '', ids: open }] : []),
  ]
  const all = ranked.length
  const fullest = named.reduce((most, each) => (each.ids.length > most.ids.length ? each : most))
  const [, reach] = leagueParts(group, ruleSet, frame.agencyName, language)
  const most = words.most(frame.count(fullest.ids.length), frame.count(all), fullest.name)
  const title = reach === undefined ? most : slideTitle(capital(reach), most)
  const range = settledRange(group.rows)
  return [
    {
      id: 'grades',
      kind: 'grades',
      name: words.name,
      title,
      body: {
        kind: 'bars',
        scale: String(all),
        heads: {
          lead: null,
          name: words.band,
          numbers: [words.from, words.count],
          bar: words.scale(frame.count(all)),
          tail: null,
        },
        rows: shown.map(({ id, name, from, ids }) => ({
          id,
          kind: 'row',
          lead: '',
          name,
          numbers: [from, frame.count(ids.length)],
          segments:
            ids.length === 0
              ? []
              : [
                  {
                    from: 0,
                    to: ids.length / all,
                    paint: id === 'open' ? 'open' : 'actual',
                    isSure: id !== 'open',
                  },
                ],
          tail: '',
          ...(id === 'open' ? { mark: 'missing' as const } : {}),
          isStrong: ids.includes(sheet.agencyId),
        })),
        lines: [],
      },
      source: frame.sourceLine(),
      table: slideTable({
        id: 'grades',
        name: words.name,
        title,
        columns: [
          ['band', words.band, 20],
          ['from', words.from, 10, 'number'],
          ['count', words.count, 10, 'number'],
          ['who', words.who, 80],
        ],
        lines: shown.map(({ id, name, from, ids }) => ({
          id,
          cells: [name, from, frame.count(ids.length), ids.map(frame.agencyFull).join('; ')],
        })),
        language,
      }),
      notes: [
        `${title}.`,
        most === title ? '' : `${most}.`,
        range ? words.range(frame.percent(range.low), frame.percent(range.high)) : '',
        open.length > 0 ? words.openNote : '',
        ...(ruleSet.grading?.quotas ?? []).map(quota =>
          words.quota(
            bandName(frame, quota.bandId),
            number(quota.maxPercent),
            bandName(frame, quota.toBandId),
          ),
        ),
      ]
        .filter(text => text !== '')
        .slice(0, 5),
    },
  ]
}

function bandName({ ruleSet, language }: Frame, id: string): string {
  const band = ruleSet.bands.find(each => each.id === id)
  return band ? pickName(language, band.name, band.nameEn) : id
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
