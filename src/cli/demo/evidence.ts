import type { RequiredEvidence } from '../../model/ruleSet.ts'
import type { EvidenceItem, Submission } from '../../model/submission.ts'
import { dayNumber } from '../../scoring/workingDays.ts'
import { unaccented } from './directory.ts'
import { daysAfter, type Month } from './months.ts'
import type { Profile } from './profiles.ts'
import { happens, wholeBetween } from './random.ts'

type Paper = {
  /** The paper is offered for those of them that apply. */
  readonly criterionIds: readonly string[]
  /** Document of the rule set it is, where one is asked for. */
  readonly requiredId?: string | undefined
  readonly title: string
  /** Kind in the number of an issued paper: "BC" for a report; absent for print-outs. */
  readonly kind?: string | undefined
  readonly extension: 'pdf' | 'xlsx' | 'png'
  /** Share of agencies that send it. */
  readonly sent: number
  /** Nobody has it to send while this figure is 0. */
  readonly about?: string | undefined
  /** Issued while the month went on, not after it. */
  readonly during?: true | undefined
}

const papers: readonly Paper[] = [
  {
    criterionIds: ['bao-cao-dung-han', 'nhiem-vu-giao'],
    requiredId: 'bao-cao-nhiem-vu',
    title: 'Báo cáo kết quả công tác và thực hiện nhiệm vụ được giao',
    kind: 'BC',
    extension: 'pdf',
    sent: 1,
  },
  {
    criterionIds: ['van-ban-mang', 'ky-so'],
    requiredId: 'danh-sach-van-ban',
    title: 'Bảng kê văn bản, hồ sơ công việc xử lý trên hệ thống quản lý văn bản',
    extension: 'xlsx',
    sent: 0.6,
  },
  {
    criterionIds: ['ho-so-truc-tuyen', 'ho-so-dung-han'],
    requiredId: 'thong-ke-tiep-nhan',
    title: 'Kết xuất hồ sơ từ hệ thống thông tin giải quyết thủ tục hành chính',
    extension: 'xlsx',
    sent: 0.75,
  },
  {
    criterionIds: ['thanh-toan-truc-tuyen', 'phi-truc-tuyen'],
    requiredId: 'doi-soat-thanh-toan',
    title: 'Bảng đối soát thanh toán trực tuyến',
    extension: 'xlsx',
    sent: 0.5,
  },
  {
    criterionIds: ['so-hoa-ho-so', 'ket-qua-dien-tu'],
    requiredId: 'thong-ke-so-hoa',
    title: 'Báo cáo số hóa hồ sơ, kết quả giải quyết thủ tục hành chính',
    kind: 'BC',
    extension: 'pdf',
    sent: 0.5,
  },
  {
    criterionIds: ['giai-trinh-cham'],
    requiredId: 'bao-cao-giai-trinh',
    title: 'Báo cáo giải trình hồ sơ quá hạn kèm thư xin lỗi',
    kind: 'BC',
    extension: 'pdf',
    sent: 0.45,
    about: 'hs-qua-han',
  },
  {
    criterionIds: ['cong-khai-cham-muon', 'trang-thong-tin'],
    requiredId: 'trang-cong-khai',
    title: 'Ảnh chụp trang thông tin điện tử có ngày giờ',
    extension: 'png',
    sent: 0.4,
  },
  {
    criterionIds: ['truyen-thong'],
    requiredId: 'danh-sach-tin-bai',
    title: 'Danh sách tin, bài và biên bản buổi hướng dẫn',
    extension: 'pdf',
    sent: 0.4,
  },
  {
    criterionIds: ['cat-giam-thong-tin'],
    requiredId: 'phuong-an-cat-giam',
    title: 'Tờ trình phương án cắt giảm thông tin phải khai báo',
    kind: 'TTr',
    extension: 'pdf',
    sent: 0.6,
    during: true,
  },
  {
    criterionIds: ['thuong-sang-kien'],
    title: 'Quyết định công nhận sáng kiến, mô hình',
    kind: 'QĐ',
    extension: 'pdf',
    sent: 1,
    during: true,
  },
]

/**
 * Papers an agency sent with its claims of a month.
 * @param claimed criteria and adjustments it claimed points for
 * @param required documents the rule set asks for, by the criterion that asks
 */
export function evidenceOf(
  profile: Profile,
  month: Month,
  { values, submittedOn = month.lastDay }: Submission,
  claimed: ReadonlySet<string>,
  required: ReadonlyMap<string, readonly RequiredEvidence[]>,
): readonly EvidenceItem[] {
  const draw = profile.random(`${month.period} papers`)
  const isNone = (metricId: string) =>
    values.some(each => each.metricId === metricId && each.state === 'entered' && each.value === '0')
  const daysOpen = dayNumber(submittedOn) - dayNumber(month.lastDay)
  const dated = `${String(month.month).padStart(2, '0')}/${month.period.slice(0, 4)}`
  const isAsked = (criterionIds: readonly string[], id: string) =>
    criterionIds.some(criterionId => required.get(criterionId)?.some(each => each.id === id))
  let number = wholeBetween(draw, 12, 140)
  return papers
    .map(paper => ({ ...paper, criterionIds: paper.criterionIds.filter(id => claimed.has(id)) }))
    .filter(({ criterionIds, sent, about }) => {
      const isSent = happens(draw, sent)
      return isSent && criterionIds.length > 0 && !(about !== undefined && isNone(about))
    })
    .map(({ criterionIds, requiredId, title, kind, extension, during }, index): EvidenceItem => {
      number += wholeBetween(draw, 1, 9)
      const name = `${title} tháng ${dated}`
      const issued = kind === undefined ? {} : { number: `${number}/${kind}-${profile.agency.sign}` }
      return {
        id: `mc-${index + 1}`,
        criterionIds,
        ...(requiredId !== undefined && isAsked(criterionIds, requiredId) ? { requiredId } : {}),
        title: name,
        ...issued,
        issuedOn: daysAfter(
          month.lastDay,
          during ? -wholeBetween(draw, 1, 24) : wholeBetween(draw, 0, daysOpen),
        ),
        fileName: `${kind === undefined ? '' : `${number}-`}${unaccented(title)}.${extension}`,
      }
    })
}
