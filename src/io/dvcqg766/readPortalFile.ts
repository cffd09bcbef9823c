import type { PortalFileKind } from '../../model/portalImport.ts'
import type { Problem } from '../../model/problem.ts'
import { readJson } from '../decode.ts'
import { maxFileBytes } from '../maxFileBytes.ts'
import {
  envelopeSchema,
  groupOf,
  groups,
  listSchema,
  metricSchema,
  portalFileName,
  type RawUnit,
  refusalSchema,
  treeSchema,
  unitSchema,
} from './portalShape.ts'
import { type PortalUnit, readGroupFigures, readRankedFigures, type Say } from './readPortalUnit.ts'

/** One file that was handed in, or why its text could not be. */
export type PortalSource = { readonly name: string } & (
  | { readonly text: string }
  | { readonly unread: 'tooLarge' | 'tooMuch' | 'unreadable' }
)

/** More than this at once would stop the page for too long. */
export const maxTotalBytes = 60_000_000

/** Units below units: a province, its units and theirs are three levels. */
const maxDepth = 20

export type ReadPortalFile = {
  readonly kind: PortalFileKind | null
  readonly units: readonly PortalUnit[]
  readonly problems: readonly Problem[]
}

/** A record of the file with its place. */
type Placed = { readonly raw: unknown; readonly at: string }

type Recognised = {
  readonly kind: PortalFileKind
  /** The summary of the whole file, which often does not name its unit. */
  readonly head: Placed | null
  readonly records: readonly Placed[]
  /** Nothing but the absence of other fields speaks for it. */
  readonly isGuessed: boolean
}

/**
 * Reads one file saved from the portal and tells by its content which it is.
 * Unknown fields are passed over; what is wrong in one place does not cost the rest.
 */
export function readPortalFile(source: PortalSource): ReadPortalFile {
  const { name } = source
  const problems: Problem[] = []
  const say: Say = (path, code, message, severity = 'error') =>
    problems.push({ file: name, path, code, severity, message })
  const nothing = () => ({ kind: null, units: [], problems })

  if ('unread' in source) {
    const { code, message } = unreadFaults[source.unread]
    say('', code, message)
    return nothing()
  }
  const { text } = source
  if (/^[\s\uFEFF]*</.test(text)) {
    say('', 'web-page', {
      vi: 'đây là trang web (HTML), không phải số liệu JSON; có thể phiên đăng nhập đã hết: mở lại Cổng, xem lại bảng số liệu rồi lưu phần trả lời JSON',
      en: 'this is a web page (HTML), not JSON; the session may have ended: open the portal again and save its JSON answer',
    })
    return nothing()
  }
  const read = readJson(text, name)
  if (!read.ok) return { ...nothing(), problems: read.problems }

  const failed = refusalSchema.safeParse(read.value)
  if (failed.success) {
    const { code, message } = failed.data
    const reason = [code, message].filter(Boolean).join(': ')
    say('', 'portal-refused', {
      vi: `Cổng không trả số liệu mà báo “${reason}”; mở lại Cổng, đăng nhập nếu cần, rồi lưu lại`,
      en: `the portal answered "${reason}" instead of figures; open it again, log in if needed, and save anew`,
    })
    return nothing()
  }
  const wrapped = envelopeSchema.safeParse(read.value)
  const [data, base] = wrapped.success ? [wrapped.data.data, 'data'] : [read.value, '']
  const found = recognise(data, base, say)
  if (!found) {
    say('', 'unknown-file', {
      vi: 'không nhận ra đây là tệp nào của Cổng; cần data.overview và data.evaluation (công khai, số hóa, hài lòng, xếp hạng tỉnh) hoặc data.parent và data.children (tiến độ, trực tuyến, thanh toán)',
      en: 'this is none of the portal’s files; it needs data.overview and data.evaluation, or data.parent and data.children',
    })
    return nothing()
  }
  if (found.isGuessed)
    say(
      '',
      'guessed-file',
      {
        vi: 'có điểm mà không có số liệu tiến độ hay thanh toán, nên coi là tệp “Dịch vụ công trực tuyến”; kiểm tra lại',
        en: 'it has points but no figures on progress or payment, so it is taken for "Online public services"; please check',
      },
      'warning',
    )
  const units = readUnits(found, say)
  if (units.length === 0)
    say('', 'no-units', {
      vi: 'không đọc được đơn vị nào trong tệp',
      en: 'no unit of the file could be read',
    })
  return { kind: found.kind, units, problems }
}

const unreadFaults = {
  tooLarge: {
    code: 'too-large',
    message: {
      vi: `tệp quá lớn (trên ${maxFileBytes / 1_000_000} MB)`,
      en: `the file is too large (over ${maxFileBytes / 1_000_000} MB)`,
    },
  },
  tooMuch: {
    code: 'too-much',
    message: {
      vi: `các tệp đã nạp cùng tệp này quá ${maxTotalBytes / 1_000_000} MB nên chưa đọc tệp này; bỏ bớt tệp rồi nạp lại`,
      en: `with this one the loaded files are over ${maxTotalBytes / 1_000_000} MB, so it was not read; remove some and load it again`,
    },
  },
  unreadable: {
    code: 'unreadable',
    message: {
      vi: 'không mở được; đây có thể là thư mục: mở thư mục ra rồi chọn từng tệp',
      en: 'cannot be opened; it may be a folder: open it and choose the files',
    },
  },
} as const

function recognise(data: unknown, base: string, say: Say): Recognised | null {
  const place = (path: string) => (base === '' ? path : `${base}.${path}`)
  const list = listSchema.safeParse(data)
  if (list.success) {
    const head = { raw: list.data.overview, at: place('overview') }
    const records = list.data.evaluation.map((raw, index) => ({ raw, at: place(`evaluation[${index}]`) }))
    const raws = unitsAmong([head, ...records])
    // The summary of the ranking is the whole country's, which is no unit of ours.
    if (raws.some(raw => raw.groupScores)) return { kind: 'ranking', head: null, records, isGuessed: false }
    const kind = groupWithCodes(raws.flatMap(codesOf))
    return kind && { kind, head: list.data.overview ? head : null, records, isGuessed: false }
  }
  const tree = treeSchema.safeParse(data)
  if (!tree.success || (!tree.data.parent && !tree.data.children)) return null
  const head = tree.data.parent ? { raw: tree.data.parent, at: place('parent') } : null
  const records = flatten(tree.data.children ?? [], place('children'), say)
  const raws = unitsAmong(head ? [head, ...records] : records)
  const fields = new Set(raws.flatMap(raw => Object.keys(raw)))
  const own = groups.find(({ fields: known, marks = [] }) =>
    [...known.flatMap(each => [each.numerator, each.denominator]), ...marks].some(field => fields.has(field)),
  )
  if (own) return { kind: own.kind, head, records, isGuessed: false }
  if (!fields.has('totalScore')) return null
  return { kind: 'onlineService', head, records, isGuessed: raws.every(raw => raw['totalMaxScore'] !== 12) }
}

/** A tree may have branches of its own, every unit before those below it; without recursion, however deep a file is. */
function flatten(children: readonly unknown[], path: string, say: Say): readonly Placed[] {
  const found: Placed[] = []
  const waiting: (Placed & { readonly depth: number })[] = []
  const wait = (raws: readonly unknown[], above: string, depth: number) => {
    for (let index = raws.length - 1; index >= 0; index -= 1)
      waiting.push({ raw: raws[index], at: `${above}[${index}]`, depth })
  }
  let cut: string | null = null
  wait(children, path, 1)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { raw, at, depth } = next
    found.push({ raw, at })
    const below = asUnit(raw)?.['children']
    if (!Array.isArray(below) || below.length === 0) continue
    if (depth < maxDepth) wait(below, `${at}.children`, depth + 1)
    else cut ??= `${at}.children`
  }
  if (cut !== null)
    say(cut, 'too-deep', {
      vi: `đơn vị lồng nhau quá ${maxDepth} tầng; bỏ qua phần sâu hơn`,
      en: `units stand more than ${maxDepth} levels below each other; what lies deeper is left out`,
    })
  return found
}

function asUnit(raw: unknown): RawUnit | null {
  const unit = unitSchema.safeParse(raw)
  return unit.success ? unit.data : null
}

function unitsAmong(placed: readonly Placed[]): readonly RawUnit[] {
  return placed.map(({ raw }) => asUnit(raw)).filter(unit => unit !== null)
}

function codesOf(raw: RawUnit): readonly string[] {
  return (raw.metrics ?? []).flatMap(metric => metricSchema.safeParse(metric).data?.code ?? [])
}

/** The group most of the codes belong to. */
function groupWithCodes(codes: readonly string[]) {
  const hits = groups.map(group => ({
    kind: group.kind,
    count: codes.filter(code => group.codes.includes(code)).length,
  }))
  const best = hits.reduce((top, each) => (each.count > top.count ? each : top))
  return best.count > 0 ? best.kind : null
}

function readUnits({ kind, head, records }: Recognised, say: Say): readonly PortalUnit[] {
  const seen = new Map<string, string>()
  const unknown = new Set<string>()
  const readUnit = ({ raw, at }: Placed, headCode: string | null): PortalUnit | null => {
    const unit = asUnit(raw)
    const code = unit?.departmentCode ?? headCode
    if (!unit || !code || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code)) {
      say(at, 'no-unit-code', {
        vi: 'không có mã đơn vị (departmentCode), không biết là đơn vị nào; bỏ qua',
        en: 'there is no unit code (departmentCode); left out',
      })
      return null
    }
    const earlier = seen.get(code)
    if (earlier !== undefined) {
      say(at, 'duplicate-unit', {
        vi: `đơn vị ${code} đã có ở ${earlier}; giữ chỗ đó, bỏ chỗ này`,
        en: `unit ${code} stands at ${earlier} already; that one is kept`,
      })
      return null
    }
    seen.set(code, at)
    if (kind !== 'ranking')
      for (const each of codesOf(unit)) if (!groupOf(kind).codes.includes(each)) unknown.add(each)
    const names = {
      code,
      name: unit.departmentName ?? null,
      at,
    }
    const blank = { pairs: new Map(), groupPoints: new Map(), change: null }
    return kind === 'ranking'
      ? { ...blank, ...names, ...readRankedFigures(unit, at, say) }
      : { ...blank, ...names, ...readGroupFigures(unit, kind, at, say) }
  }

  const summary = head && readHead(head, records, readUnit, say)
  const units = records.flatMap(record => readUnit(record, null) ?? [])
  for (const code of unknown)
    say(
      '',
      'unknown-indicator',
      {
        vi: `tệp “${portalFileName(kind).vi}” có chỉ tiêu mã ${code} mà bộ chỉ số chưa có; bỏ qua`,
        en: `the file "${portalFileName(kind).en}" has indicator ${code}, which the rule set does not know; left out`,
      },
      'warning',
    )
  return [...(summary ? [summary] : []), ...units]
}

/** The summary is the province's, whose code all its units begin with. */
function readHead(
  head: Placed,
  records: readonly Placed[],
  readUnit: (record: Placed, code: string | null) => PortalUnit | null,
  say: Say,
): PortalUnit | null {
  const codes = unitsAmong(records).flatMap(unit => unit.departmentCode ?? [])
  const beginnings = new Set(codes.map(code => (code.includes('.') ? code.split('.')[0] : null)))
  const [shared] = beginnings
  const code = asUnit(head.raw)?.departmentCode ?? (beginnings.size === 1 ? shared : null)
  if (code) return readUnit(head, code)
  say(
    head.at,
    'unnamed-summary',
    {
      vi: 'phần tổng hợp không ghi mã đơn vị và các đơn vị không cùng một tỉnh; bỏ qua phần này',
      en: 'the summary names no unit and the units are not of one province; it is left out',
    },
    'warning',
  )
  return null
}
