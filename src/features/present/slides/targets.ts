import type { Slide, SlideMark } from '../../../model/deck.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { type Tile, tilesOf } from '../../../sentences/tilesOf.ts'
import { dictionary } from '../../../ui/language.tsx'
import type { MarkKind } from '../../../ui/Mark.tsx'
import { evenPercents } from './evenPercents.ts'
import type { Frame } from './frame.ts'
import { pagesOf } from './pages.ts'
import { slideTable } from './slideTable.ts'
import { briefName, slideTitle } from './slideTitle.ts'

const targetSlideWords = dictionary({
  vi: {
    targets: (year: string) => `Mục tiêu năm ${year}`,
    thresholds: 'Ngưỡng đạt điểm tối đa',
    page: (name: string, page: string, pages: string) => `${name}, trang ${page}/${pages}`,
    name: 'Nội dung',
    target: 'Mục tiêu',
    actual: 'Thực hiện',
    still: 'Còn phải làm',
    pace: 'Nhịp độ, hạn',
    scale: 'Thang 0–100%',
    /** Said by the head of the column. */
    needs: /cần (?=thêm|bớt)/,
    missing: 'thiếu số liệu',
    reached: (reached: string, all: string) => `${reached}/${all} mục tiêu đã đạt`,
    allMissing: (count: string) => `${count} mục tiêu thiếu số liệu, chưa rõ đạt hay chưa`,
    short: (name: string, rest: string) => `${name}: ${rest}`,
    threshold: (name: string, actual: string, target: string) => `${name} mới đạt ${actual}, ${target}`,
    read: 'Thanh là mức thực hiện, hình thoi là mục tiêu; “cần thêm” tính bằng hồ sơ hay đơn vị đếm được với mẫu số hôm nay.',
    inferred: 'Mức ghi “suy ra” được tính ngược từ điểm đã công bố, không phải số liệu nguồn.',
    honest: 'Mục tiêu thiếu số liệu thì chưa rõ đạt hay chưa, không tính là không đạt.',
    ask: (name: string, rest: string) => `Nếu hỏi còn bao nhiêu: ${name}, ${rest}.`,
  },
  en: {
    targets: (year: string) => `Targets for ${year}`,
    thresholds: 'Thresholds for full points',
    page: (name: string, page: string, pages: string) => `${name}, page ${page} of ${pages}`,
    name: 'What',
    target: 'Target',
    actual: 'Actual',
    still: 'Still to do',
    pace: 'Pace, due day',
    scale: 'Scale 0–100%',
    needs: / needed$/,
    missing: 'figures missing',
    reached: (reached: string, all: string) => `${reached} of ${all} targets reached`,
    allMissing: (count: string) => `${count} targets have no figures and are unknown, not failed`,
    short: (name: string, rest: string) => `${name}: ${rest}`,
    threshold: (name: string, actual: string, target: string) => `${name} at ${actual}, ${target}`,
    read: 'The bar is the actual share, the diamond the target; “more needed” counts units with today’s denominator.',
    inferred: 'What says “inferred” was worked back from published points; it is no source figure.',
    honest: 'A target without figures is unknown, not failed.',
    ask: (name: string, rest: string) => `If asked how many: ${name}, ${rest}.`,
  },
})

const rowsAPage = 6
const mostPages = 3

const marks: Partial<Record<MarkKind, SlideMark>> = {
  missing: 'missing',
  reached: 'reached',
  actualInferred: 'inferred',
}

/** Targets of the plan, or the thresholds of the ratios that lose most, with how many more it takes. */
export function targetSlides(frame: Frame): readonly Slide[] {
  const { sheet, view, language, source } = frame
  const words = targetSlideWords[language]
  const tiles = tilesOf(sheet, view.plan, language, source.next)
  if (tiles.length === 0) return []
  const plan = view.plan?.plan ?? null
  const name = plan ? words.targets(String(plan.year)) : words.thresholds
  const pages = pagesOf(tiles, rowsAPage, mostPages)
  const actual = evenPercents(
    tiles.map(tile => actualText(frame, tile)),
    language,
  )
  const actualOf = (tile: Tile) => actual[tiles.indexOf(tile)] ?? ''
  // What is said of every row stands once, in the head.
  const [first] = tiles
  const common =
    plan === null && first && tiles.every(tile => tile.comparison === first.comparison)
      ? first.comparison
      : null
  return pages.map((page, index): Slide => {
    const id = index === 0 ? 'targets' : `targets.${index + 1}`
    const title = titleOf(frame, index === 0 ? tiles : page, index === 0)
    const shown =
      pages.length === 1 ? name : words.page(name, frame.count(index + 1), frame.count(pages.length))
    const listed = index === 0 ? tiles : page
    return {
      id,
      kind: 'targets',
      name: shown,
      title,
      body: {
        kind: 'bars',
        scale: '100',
        heads: {
          lead: null,
          name: words.name,
          numbers: [common === null ? words.target : capital(common), words.actual],
          bar: words.scale,
          tail: words.still,
        },
        rows: page.map(tile => ({
          id: tile.id,
          kind: 'row',
          lead: '',
          name: tile.name,
          numbers: [common === null ? targetText(tile) : tile.percent, actualOf(tile)],
          segments:
            tile.bar.actual === null || tile.bar.actual === 0
              ? []
              : [{ from: 0, to: tile.bar.actual, paint: 'actual', isSure: !isDeduced(frame, tile) }],
          tail: restText(tile).replace(words.needs, ''),
          ...(marks[tile.mark] ? { mark: marks[tile.mark] } : {}),
          isStrong: false,
          target: Math.min(Math.max(tile.bar.target, 0), 1),
          ...receiptOf(frame, tile),
        })),
        lines: [],
      },
      source: frame.sourceLine(plan ? [...new Set([plan.documentId, ...frame.ownDocuments])] : undefined),
      table: slideTable({
        id,
        name: shown,
        title,
        columns: [
          ['name', words.name, 44],
          ['target', words.target, 18],
          ['actual', words.actual, 14, 'number'],
          ['still', words.still, 34],
          ['pace', words.pace, 34],
        ],
        lines: listed.map(tile => ({
          id: tile.id,
          cells: [tile.name, targetText(tile), actualOf(tile), restText(tile), tile.pace || tile.due],
        })),
        language,
      }),
      notes: notesOf(frame, listed),
    }
  })
}

function titleOf(frame: Frame, tiles: readonly Tile[], isFirst: boolean): string {
  const { language, view } = frame
  const words = targetSlideWords[language]
  const short = tiles.find(tile => tile.mark !== 'reached' && tile.mark !== 'missing')
  if (!view.plan) {
    if (!short) return words.thresholds
    const say = (name: string) => words.threshold(name, short.strong, targetText(short))
    return slideTitle(say(short.name), say(briefName(short.name, 36)))
  }
  const reached = tiles.filter(tile => tile.mark === 'reached').length
  const counted = words.reached(frame.count(reached), frame.count(tiles.length))
  // Without figures a target is not failed: none of them is counted as such.
  if (tiles.every(tile => tile.mark === 'missing')) return words.allMissing(frame.count(tiles.length))
  if (!short) return counted
  const rest = `${short.strong}${short.rest}`
  const say = (name: string) => words.short(name, rest)
  return isFirst
    ? slideTitle(
        `${counted}; ${say(lowerFirst(short.name))}`,
        `${counted}; ${say(lowerFirst(briefName(short.name, 24)))}`,
        counted,
      )
    : slideTitle(say(short.name), say(briefName(short.name, 36)), counted)
}

const targetText = (tile: Tile) => `${tile.comparison} ${tile.percent}`

function actualText({ language }: Frame, tile: Tile): string {
  if (tile.mark === 'missing') return targetSlideWords[language].missing
  return /\d[\d.,]*%/.exec(tile.strong)?.[0] ?? tile.strong
}

/** "cần thêm 1.234 hồ sơ", "suy ra; cần thêm …" */
function restText(tile: Tile): string {
  return tile.mark === 'missing' ? '' : tile.rest.replace(/^[;,\s]+/, '')
}

/** Worked back by us; what is made up says so in words. */
function isDeduced(frame: Frame, { id, mark }: Tile): boolean {
  const outcome = frame.node(id)?.outcome
  return mark === 'actualInferred' || (outcome?.kind === 'scored' && outcome.certainty === 'inferred')
}

function receiptOf(frame: Frame, tile: Tile) {
  const target = frame.view.plan?.plan.targets.find(each => each.id === tile.id)
  const id = target ? target.criterionId : tile.id
  return id !== undefined && frame.hasReceipt(id) ? { receiptId: id } : {}
}

function notesOf(frame: Frame, tiles: readonly Tile[]): readonly string[] {
  const words = targetSlideWords[frame.language]
  const short = tiles.find(
    tile => tile.mark !== 'reached' && tile.mark !== 'missing' && restText(tile) !== '',
  )
  return [
    words.read,
    ...(short ? [words.ask(short.name, restText(short))] : []),
    ...(tiles.some(tile => tile.mark === 'actualInferred') ? [words.inferred] : []),
    ...(tiles.some(tile => tile.mark === 'missing') ? [words.honest] : []),
  ]
}

const capital = (text: string) => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
