import { dictionary } from '../../ui/language.tsx'

/** Words for two periods that are set beside each other with something between: a stage, or other periods. */
export const apartWords = dictionary({
  vi: {
    /** One was claimed, the other decided. */
    otherStage: 'khác giai đoạn: một bên là tự chấm',
    notOverTime: (when: string, score: string, since: string) =>
      `${when} đạt ${score}; không so với ${since} vì khác giai đoạn: một bên là tự chấm`,
    gap: (then: string, now: string) =>
      `Phần dưới đây đặt điểm ${now} bên điểm ${then}: là chênh lệch giữa tự chấm và điểm đã thẩm định, không phải tăng hay giảm theo thời gian.`,
    end: (when: string, stage: string) => `${when} (${stage})`,
    whatDiffers: 'Tự chấm và điểm đã thẩm định chênh nhau vì đâu',
    wholeGap: 'Cả chênh lệch',
    movers: 'Tiêu chí chênh nhiều nhất',
    moversSub: 'phần làm hai tổng điểm chênh nhau',
    noMovers: 'Không tiêu chí nào chênh điểm.',
    unmoved: (count: string) => `${count} tiêu chí không chênh.`,
    /** Periods between that have no score. */
    skipped: (when: string, between: string) => `${when} (${between})`,
    notSent: (periods: string) => `${periods} chưa nộp số liệu`,
    unreadable: (periods: string) => `${periods} không đọc được`,
    noScore: (count: string) => `${count} kỳ ở giữa không có điểm`,
    noFile: 'không phải kỳ liền trước: kỳ ở giữa không có số liệu',
  },
  en: {
    otherStage: 'other stage: one is a self-assessment',
    notOverTime: (when: string, score: string, since: string) =>
      `${when} reached ${score}; it is not compared with ${since}: other stage, one is a self-assessment`,
    gap: (then: string, now: string) =>
      `What follows sets the score of ${now} beside that of ${then}: the gap between a self-assessment and a reviewed score, not a rise or fall over time.`,
    end: (when: string, stage: string) => `${when} (${stage})`,
    whatDiffers: 'Why the self-assessment and the reviewed score differ',
    wholeGap: 'Whole gap',
    movers: 'Criteria that differ most',
    moversSub: 'what they part the two totals by',
    noMovers: 'No criterion differs.',
    unmoved: (count: string) => `${count} criteria do not differ.`,
    skipped: (when: string, between: string) => `${when} (${between})`,
    notSent: (periods: string) => `nothing was sent for ${periods}`,
    unreadable: (periods: string) => `${periods} could not be read`,
    noScore: (count: string) => `${count} periods between have no score`,
    noFile: 'not the period right before: none was published between',
  },
})
