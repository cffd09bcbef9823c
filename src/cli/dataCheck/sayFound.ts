import { isRealDay } from '../../io/fields.ts'
import { locateJsonFault } from '../../io/locateJsonFault.ts'
import type { Problem } from '../../model/problem.ts'
import type { Bilingual } from '../../model/provenance.ts'
import { shown } from './findings.ts'
import { valueAt } from './walkJson.ts'

/**
 * Adds to a problem of a file's shape what the file has at that place.
 * @param data the file's JSON; undefined while it is none
 */
export function sayFound(problem: Problem, text: string, data: unknown): Problem {
  if (problem.code === 'not-json') return withFault(problem, text)
  if (problem.code === 'too-large') return problem
  const found = valueAt(data, problem.path)
  if (problem.code === 'unknown-field') return { ...problem, message: unknownField(problem.path, found) }
  if (found === undefined) return problem
  if (typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found) && !isRealDay(found))
    return {
      ...problem,
      code: 'no-such-day',
      message: {
        vi: `lịch không có ngày “${found}”; cần ngày có thật, dạng năm-tháng-ngày`,
        en: `the calendar has no day "${found}"; a real day is needed`,
      },
    }
  const said = problem.code === 'invalid-union' ? { ...problem, message: wantedAt(problem.path) } : problem
  return withEnd(said, `, đang là ${shown(found)}`, `, not ${shown(found)}`)
}

function unknownField(path: string, found: unknown): Bilingual {
  const field = path.slice(path.lastIndexOf('.') + 1)
  return {
    vi: `không có trường “${field}” ở đây (đang là ${shown(found)}); kiểm tra chính tả, hoặc bỏ`,
    en: `there is no field "${field}" here (${shown(found)}); check its spelling or drop it`,
  }
}

/** What may stand where a file has the choice between forms. */
function wantedAt(path: string): Bilingual {
  if (/\.cells\[\d+\]$/.test(path))
    return {
      vi: 'cần số thập phân hoặc ngày trong ngoặc kép ("82", "10.1352", "2026-10-10"), hoặc khối có state',
      en: 'needs a decimal or a date in quotes, or a block with a state',
    }
  if (/\.members$/.test(path))
    return {
      vi: 'cần danh sách ids, hoặc level kèm parentId',
      en: 'needs a list of ids, or a level with a parentId',
    }
  return {
    vi: 'không thuộc dạng nào mà lược đồ trong schema/ cho phép',
    en: 'has none of the forms that the schema allows',
  }
}

function withFault(problem: Problem, text: string): Problem {
  const source = text.replace(/^\uFEFF/, '')
  const { line, column } = locateJsonFault(source)
  const rest = (source.split('\n')[line - 1] ?? '').slice(column - 1)
  return rest === ''
    ? withEnd(problem, ', ở đó dòng đã hết; cần đúng cú pháp JSON', ', where the line ends')
    : withEnd(problem, `, ở đó là ${shown(rest)}; cần đúng cú pháp JSON`, `, where ${shown(rest)} stands`)
}

function withEnd(problem: Problem, vi: string, en: string): Problem {
  return { ...problem, message: { vi: `${problem.message.vi}${vi}`, en: `${problem.message.en}${en}` } }
}
