import { dictionary } from '../../../ui/language.tsx'

const s = '\u00a0'

/** Words of the history of one criterion of one agency. */
export const trailWords = dictionary({
  vi: {
    back: 'Về sổ ghi',
    toDesk: 'Mở ở bàn chấm',
    title: (criterion: string, agency: string, points: string | null) =>
      points === null
        ? `Tiêu chí ${criterion} của ${agency} chưa có điểm`
        : `Tiêu chí ${criterion} của ${agency}: ${points}`,
    printTitle: 'Diễn biến thẩm định một tiêu chí',
    facts: 'Điểm của tiêu chí',
    claimed: 'Đơn vị tự chấm',
    computed: 'Theo cách tính, từ số liệu đã nộp',
    standing: 'Điểm hiện giữ',
    difference: 'Chênh với đơn vị tự nhận',
    before: 'Kỳ trước, đã công bố',
    noClaim: 'không đề nghị',
    openPoints: 'chưa có điểm',
    of: (points: string, max: string | null) => (max === null ? points : `${points}/${max}`),
    points: `${s}điểm`,
    stage: {
      selfAssessment: 'Tự chấm và hồ sơ',
      firstReview: 'Thẩm định lần 1',
      explanation: 'Giải trình',
      secondReview: 'Thẩm định lần 2',
      closed: 'Khảo sát và chốt',
      after: 'Sau khi chốt',
    },
    nothing: 'Không có dòng nào.',
    question: 'Hỏi',
    answer: 'Đơn vị trả lời',
    noText: 'Tệp trả lời không có lời giải thích cho tiêu chí này.',
    reason: 'Lý do',
    evidence: 'Tài liệu',
    stands: 'đang có hiệu lực',
    conflict: 'Có dòng mâu thuẫn ở bước này: chưa dòng nào được tính cho đến khi có người chọn.',
    rule: 'Bước thẩm định sau cùng có quyết định thì thắng, kể cả khi điểm thấp hơn. Giờ là giờ máy người ghi.',
    print: 'In diễn biến',
  },
  en: {
    back: 'Back to the ledger',
    toDesk: 'Open at the desk',
    title: (criterion, agency, points) =>
      points === null
        ? `Criterion ${criterion} of ${agency} has no points yet`
        : `Criterion ${criterion} of ${agency}: ${points}`,
    printTitle: 'Review history of one criterion',
    facts: 'Points of the criterion',
    claimed: 'Claimed by the agency',
    computed: 'By rule, from the figures handed in',
    standing: 'Points as they stand',
    difference: 'Against what the agency said',
    before: 'Period before, as published',
    noClaim: 'nothing claimed',
    openPoints: 'no points yet',
    of: (points, max) => (max === null ? points : `${points}/${max}`),
    points: `${s}points`,
    stage: {
      selfAssessment: 'Self-assessment and files',
      firstReview: 'First review',
      explanation: 'Explanation',
      secondReview: 'Second review',
      closed: 'Survey and closing',
      after: 'After closing',
    },
    nothing: 'No lines.',
    question: 'Asked',
    answer: 'The agency answered',
    noText: 'The answer file says nothing of this criterion in words.',
    reason: 'Reason',
    evidence: 'Evidence',
    stands: 'in force',
    conflict: 'Lines of this stage contradict each other: none counts until somebody chooses.',
    rule: 'The last review that decided wins, also where it is lower. Times are those of the writers’ machines.',
    print: 'Print the history',
  },
})
