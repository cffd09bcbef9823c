import type { Fault } from '../figureImport/importProblems.ts'

/** What can be wrong with a row of a form, in words for whoever filled it in. */

export const unmarked: Fault = {
  code: 'unmarked-row',
  vi: 'dòng tự thêm, không có mã nên không biết là số liệu nào; ghi vào dòng có sẵn của mẫu',
  en: 'a row somebody added: without its mark nobody knows which figure this is; use the rows of the form',
}

export const notAsked: Fault = {
  code: 'not-asked',
  vi: 'số liệu này không hỏi ở đơn vị; bỏ qua',
  en: 'this figure is not asked of the agency; left out',
}

export function unknownMetric(metricId: string): Fault {
  return {
    code: 'unknown-metric',
    vi: `bộ chỉ số đang dùng không có số liệu “${metricId}”; bỏ qua dòng này`,
    en: `the rule set in use has no figure "${metricId}"; this row is left out`,
  }
}

export function unknownCriterion(criterionId: string): Fault {
  return {
    code: 'unknown-criterion',
    vi: `bộ chỉ số đang dùng không có tiêu chí “${criterionId}”; bỏ qua ô này`,
    en: `the rule set in use has no criterion "${criterionId}"; this cell is left out`,
  }
}

export const unknownState: Fault = {
  code: 'unknown-state',
  vi: 'trạng thái chỉ nhận: Có số liệu, Chưa có số liệu, Không áp dụng, Không công bố',
  en: 'the state is one of: Có số liệu, Chưa có số liệu, Không áp dụng, Không công bố',
}

export const unknownExemption: Fault = {
  code: 'unknown-state',
  vi: 'ở dòng tiêu chí chỉ chọn được “Không áp dụng” hoặc để trống',
  en: 'beside a criterion only "Không áp dụng" (not applicable) or nothing can stand',
}

export function valueAndState(state: string): Fault {
  return {
    code: 'value-and-state',
    vi: `vừa có giá trị vừa ghi “${state}”; giữ một trong hai rồi nạp lại`,
    en: `there is a value and the state "${state}"; keep one of them and import again`,
  }
}

export const stateWithoutValue: Fault = {
  code: 'state-without-value',
  vi: 'ghi “Có số liệu” nhưng ô giá trị trống; vẫn là thiếu số liệu',
  en: 'the state says there is a figure but the field is empty; it stays missing',
}

export const reasonAlone: Fault = {
  code: 'reason-alone',
  vi: 'có lý do nhưng chưa chọn trạng thái nên lý do không được lấy',
  en: 'there is a reason without a state, so the reason is not taken',
}

export const reasonBesideValue: Fault = {
  code: 'reason-beside-value',
  vi: 'đã có giá trị nên lý do không được lấy; nếu cần thì ghi ở cột Giải trình của tiêu chí',
  en: 'there is a value, so the reason is not taken; if it matters write it as the explanation of the criterion',
}

export const claimReasonAlone: Fault = {
  code: 'reason-alone',
  vi: 'có căn cứ nhưng chưa ghi điểm tự chấm nên căn cứ không được lấy',
  en: 'there is a reason without claimed points, so the reason is not taken',
}
