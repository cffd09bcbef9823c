import type { BranchCondition, BranchGain, Emptiness, ExplainedRule, StepName } from '../model/explanation.ts'
import type { RoundingMode } from '../model/ruleSet.ts'
import { type Dictionary, dictionary } from '../ui/language.tsx'

type RangeSubject = Extract<BranchCondition, { kind: 'range' }>['of']
type Slope = Extract<BranchGain, { kind: 'slope' }>['scaling']
type Kind = ExplainedRule['kind']

/** Words inside a calculation: what a line finds, what a threshold asks for and gives, why there is no figure. */
export const formulaWords = dictionary({
  vi: {
    points: (points: string) => `${points} điểm`,
    fullPoints: (points: string) => `${points} điểm (tối đa)`,
    from: (edge: string) => `từ ${edge}`,
    above: (edge: string) => `trên ${edge}`,
    below: (edge: string) => `dưới ${edge}`,
    orLess: (edge: string) => `từ ${edge} trở xuống`,
    upTo: (edge: string) => `đến ${edge}`,
    upToBelow: (edge: string) => `đến dưới ${edge}`,
    exactly: (edge: string) => `đúng ${edge}`,
    anyValue: 'mọi giá trị',
    edge: (of: RangeSubject, value: string, unit: string) =>
      ({
        percent: `${value}%`,
        growth: `${value}%`,
        value: unit === '' ? value : `${value} ${unit}`,
        daysLate: `${value} ngày`,
        rank: `hạng ${value}`,
      })[of],
    late: (range: string) => `trễ ${range}`,
    inTime: 'đúng hạn',
    rank: (rank: string) => `hạng ${rank}`,
    ranks: (first: string, last: string) => `từ hạng ${first} đến hạng ${last}`,
    rankOrWorse: (rank: string) => `từ hạng ${rank} trở đi`,
    rankOf: (rank: string, agencies: string) => `Hạng ${rank} trong ${agencies} đơn vị`,
    conditions: {
      yes: 'có',
      no: 'không',
      otherwise: 'còn lại',
      denominatorZero: 'không phát sinh (mẫu số 0)',
    },
    slope: (scaling: Slope, target: string) =>
      ({
        share: 'tỷ lệ × điểm tối đa',
        shareOfTarget: `tỷ lệ ÷ ${target} × điểm tối đa`,
        fromFloor: 'nội suy theo tỷ lệ',
        toLeader: 'tăng đều, đơn vị dẫn đầu đạt tối đa',
        linear: 'theo công thức',
      })[scaling],
    risingTo: (points: string) => `tăng đều từ 0 đến ${points} điểm`,
    policies: {
      zero: '0 điểm',
      full: 'điểm tối đa',
      notApplicable: 'không áp dụng',
      missing: 'để trống, chờ số liệu',
    },
    stepNames: {
      share: '',
      points: '',
      value: '',
      denominator: 'Mẫu số',
      coefficient: 'Nhân hệ số',
      daysLate: 'Số ngày làm việc trễ',
      growth: 'Tăng, giảm so với kỳ trước',
      mean: 'Bình quân có trọng số',
      best: 'Cao nhất',
      worst: 'Thấp nhất',
      rank: 'Hạng',
      onTime: 'Đúng hạn',
    } satisfies Record<StepName, string>,
    calls: {
      min: 'số nhỏ nhất của',
      max: 'số lớn nhất của',
      abs: 'giá trị tuyệt đối của',
      floor: 'làm tròn xuống',
      ceil: 'làm tròn lên',
      round: 'làm tròn',
    } as Readonly<Record<string, string>>,
    meanAnswer: 'Bình quân các câu trả lời',
    grew: (percent: string) => `tăng ${percent}`,
    fell: (percent: string) => `giảm ${percent}`,
    largerDenominator: (values: string, result: string) => `Mẫu số: số lớn hơn trong ${values} là ${result}`,
    and: ' và ',
    fallbackDenominator: 'Mẫu số thay thế (kỳ này thiếu số liệu)',
    coefficientOf: (name: string) => `Nhân hệ số theo mục ${name}`,
    cap: (side: 'most' | 'least', points: string) =>
      side === 'most'
        ? `không quá ${points} điểm nên tính ${points} điểm`
        : `không dưới ${points} điểm nên tính ${points} điểm`,
    workedDays: (since: string, done: string, days: string) =>
      `Từ ${since} (không tính ngày này) đến ${done}: ${days} ngày làm việc`,
    doneBefore: (since: string) => `Hoàn thành không sau ngày ${since}: 0 ngày làm việc`,
    daysLate: (sum: string, allowed: string) => `Trễ ${sum} ngày làm việc (cho phép ${allowed} ngày)`,
    withinAllowed: (allowed: string) => `Trong ${allowed} ngày cho phép: đúng hạn`,
    calendar: (name: string) => `Lịch tính ngày làm việc: ${name}`,
    onTimeEveryTime: (done: string, all: string) => `Đúng hạn mọi lần: ${done} trong ${all} mục`,
    everyTime: 'đúng hạn mọi lần',
    sometimesLate: 'có lần trễ',
    highest: 'Lấy trường hợp cao nhất',
    chosen: 'được chọn',
    open: 'chưa tính',
    notApplicable: 'không áp dụng',
    stillPossible: (from: string, to: string) => `còn có thể được từ ${from} đến ${to}`,
    ruleGives: (points: string) => `theo cách tính được ${points} điểm`,
    states: {
      missing: 'thiếu số liệu',
      withheld: 'không công bố',
      notApplicable: 'không áp dụng',
    },
    partlyNotApplicable: 'có nội dung không áp dụng',
    emptiness: (because: Exclude<Emptiness['because'], 'state'>, kind: Kind) =>
      ({
        denominatorZero: kind === 'surveyOptions' ? 'không có phiếu trả lời' : 'không phát sinh (mẫu số 0)',
        undefined:
          kind === 'lateness'
            ? 'ngày nằm ngoài lịch làm việc của bộ chỉ số'
            : kind === 'bands' || kind === 'growth' || kind === 'rank'
              ? 'giá trị nằm ngoài mọi mức'
              : 'không tính được với số liệu này',
        allZero: 'mọi đơn vị đều bằng 0',
        previousZero: 'kỳ trước bằng 0',
        allEqual: 'mọi đơn vị bằng nhau',
        noCohort: 'chưa có số liệu của các đơn vị khác',
      })[because],
    comparedWith: (known: string, agencies: string) => `So với ${known}/${agencies} đơn vị có số liệu`,
    highestIs: (value: string, names: string) => `cao nhất ${value}: ${names}`,
    bestIs: (value: string, names: string) => `tốt nhất ${value}: ${names}`,
    worstIs: (value: string) => `kém nhất ${value}`,
    others: (count: number) => `và ${count} đơn vị khác`,
  },
  en: {
    points: (points: string) => (points === '1' ? '1 point' : `${points} points`),
    fullPoints: (points: string) => `${points} ${points === '1' ? 'point' : 'points'} (maximum)`,
    from: (edge: string) => `from ${edge}`,
    above: (edge: string) => `above ${edge}`,
    below: (edge: string) => `below ${edge}`,
    orLess: (edge: string) => `${edge} or less`,
    upTo: (edge: string) => `to ${edge}`,
    upToBelow: (edge: string) => `to below ${edge}`,
    exactly: (edge: string) => `exactly ${edge}`,
    anyValue: 'any value',
    edge: (of: RangeSubject, value: string, unit: string) =>
      ({
        percent: `${value}%`,
        growth: `${value}%`,
        value: unit === '' ? value : `${value} ${unit}`,
        daysLate: `${value} ${value === '1' ? 'day' : 'days'}`,
        rank: `rank ${value}`,
      })[of],
    late: (range: string) => `${range} late`,
    inTime: 'in time',
    rank: (rank: string) => `rank ${rank}`,
    ranks: (first: string, last: string) => `ranks ${first} to ${last}`,
    rankOrWorse: (rank: string) => `rank ${rank} and after`,
    rankOf: (rank: string, agencies: string) => `Rank ${rank} of ${agencies} agencies`,
    conditions: {
      yes: 'yes',
      no: 'no',
      otherwise: 'otherwise',
      denominatorZero: 'none incurred (denominator 0)',
    },
    slope: (scaling: Slope, target: string) =>
      ({
        share: 'share × maximum',
        shareOfTarget: `share ÷ ${target} × maximum`,
        fromFloor: 'in proportion',
        toLeader: 'rising evenly, the leader earns the maximum',
        linear: 'by the formula',
      })[scaling],
    risingTo: (points: string) => `rising evenly from 0 to ${points} ${points === '1' ? 'point' : 'points'}`,
    policies: {
      zero: '0 points',
      full: 'the maximum',
      notApplicable: 'not applicable',
      missing: 'left open until figures come',
    },
    stepNames: {
      share: '',
      points: '',
      value: '',
      denominator: 'Denominator',
      coefficient: 'Times the coefficient',
      daysLate: 'Working days late',
      growth: 'Change on the period before',
      mean: 'Weighted mean',
      best: 'Best',
      worst: 'Worst',
      rank: 'Rank',
      onTime: 'On time',
    },
    calls: {
      min: 'smallest of',
      max: 'largest of',
      abs: 'absolute value of',
      floor: 'rounded down',
      ceil: 'rounded up',
      round: 'rounded',
    } as Readonly<Record<string, string>>,
    meanAnswer: 'Mean of the answers',
    grew: (percent: string) => `up ${percent}`,
    fell: (percent: string) => `down ${percent}`,
    largerDenominator: (values: string, result: string) =>
      `Denominator: the larger of ${values} is ${result}`,
    and: ' and ',
    fallbackDenominator: 'Denominator in place of this period’s missing one',
    coefficientOf: (name: string) => `Times the share of item ${name}`,
    cap: (side: 'most' | 'least', points: string) =>
      side === 'most'
        ? `at most ${points}, so ${points} ${points === '1' ? 'point' : 'points'}`
        : `at least ${points}, so ${points} ${points === '1' ? 'point' : 'points'}`,
    workedDays: (since: string, done: string, days: string) =>
      `From ${since} (not counted) to ${done}: ${days} working ${days === '1' ? 'day' : 'days'}`,
    doneBefore: (since: string) => `Done no later than ${since}: 0 working days`,
    daysLate: (sum: string, allowed: string) =>
      `${sum} working ${sum.endsWith('= 1') || sum === '1' ? 'day' : 'days'} late (${allowed} allowed)`,
    withinAllowed: (allowed: string) => `Within the ${allowed} days allowed: in time`,
    calendar: (name: string) => `Calendar of working days: ${name}`,
    onTimeEveryTime: (done: string, all: string) => `In time every time: ${done} of ${all} items`,
    everyTime: 'in time every time',
    sometimesLate: 'late at least once',
    highest: 'Highest case',
    chosen: 'counts',
    open: 'not scored yet',
    notApplicable: 'not applicable',
    stillPossible: (from: string, to: string) => `may still be ${from} to ${to}`,
    ruleGives: (points: string) => `the rule gives ${points} ${points === '1' ? 'point' : 'points'}`,
    states: {
      missing: 'figures missing',
      withheld: 'withheld',
      notApplicable: 'not applicable',
    },
    partlyNotApplicable: 'some items do not apply',
    emptiness: (because: Exclude<Emptiness['because'], 'state'>, kind: Kind) =>
      ({
        denominatorZero: kind === 'surveyOptions' ? 'nobody answered' : 'none incurred (denominator 0)',
        undefined:
          kind === 'lateness'
            ? 'a date lies outside the rule set’s calendar'
            : kind === 'bands' || kind === 'growth' || kind === 'rank'
              ? 'the value lies outside every band'
              : 'cannot be worked out with these figures',
        allZero: 'every agency has 0',
        previousZero: 'the period before was 0',
        allEqual: 'every agency has the same',
        noCohort: 'figures of the other agencies are not here',
      })[because],
    comparedWith: (known: string, agencies: string) =>
      `Compared with ${known}/${agencies} agencies that have figures`,
    highestIs: (value: string, names: string) => `highest ${value}: ${names}`,
    bestIs: (value: string, names: string) => `best ${value}: ${names}`,
    worstIs: (value: string) => `worst ${value}`,
    others: (count: number) => (count === 1 ? 'and 1 other' : `and ${count} others`),
  },
})

export type FormulaWords = (typeof formulaWords)['vi' | 'en']

export const roundingModes: Dictionary<Record<RoundingMode, string>> = {
  vi: { halfUp: 'từ một nửa trở lên thì làm tròn lên', halfEven: 'nửa về số chẵn', truncate: 'cắt bỏ' },
  en: { halfUp: 'half up', halfEven: 'half to even', truncate: 'cut off' },
}
