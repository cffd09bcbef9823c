import type { Slide } from '../../../model/deck.ts'
import { periodName } from '../../../receipt/periodName.ts'
import { stageTitle } from '../../../receipt/stageNames.ts'
import { lowerFirst } from '../../../sentences/lowerFirst.ts'
import { missingText } from '../../../sentences/overviewSentence.ts'
import { instantText } from '../../../ui/instants.ts'
import { dictionary, pickName } from '../../../ui/language.tsx'
import type { Frame } from './frame.ts'
import { slideTitle } from './slideTitle.ts'
import { unbroken } from './unbroken.ts'

const coverWords = dictionary({
  vi: {
    name: 'Trang đầu',
    title: (who: string, what: string) => `${who}: ${what}`,
    period: (period: string, stage: string) => `Kỳ ${period}, ${stage}`,
    group: (name: string) => `So với ${name}`,
    frozen: (instant: string) => `Số liệu chốt lúc ${instant}`,
    say: (who: string, what: string) => `Trình bày kết quả của ${who} theo ${what}.`,
    frozenNote: 'Mọi số trên các trang lấy từ một lần chốt; mở lại hay tải lại trang, số không đổi.',
    asked: 'Ai hỏi một con số từ đâu ra: bấm vào thanh của nó để mở phiếu tính điểm.',
    warned: (warnings: string) => `Nói trước khi đọc số: ${warnings}.`,
  },
  en: {
    name: 'Cover',
    title: (who: string, what: string) => `${who}: ${what}`,
    period: (period: string, stage: string) => `Period ${period}, ${stage}`,
    group: (name: string) => `Compared with ${name}`,
    frozen: (instant: string) => `Figures frozen at ${instant}`,
    say: (who: string, what: string) => `The result of ${who} by ${what}.`,
    frozenNote: 'All figures come from one freezing; opened or loaded again they stay the same.',
    asked: 'If asked where a figure comes from: press its bar to open the receipt.',
    warned: (warnings: string) => `Say before any figure: ${warnings}.`,
  },
})

/** Who, by which rule set, when; and what must be known before any figure. */
export function coverSlide(frame: Frame): Slide {
  const { view, sheet, ruleSet, language, source } = frame
  const words = coverWords[language]
  const short = pickName(language, ruleSet.shortTitle, ruleSet.shortTitleEn)
  const full = pickName(language, ruleSet.title, ruleSet.titleEn)
  const missing =
    sheet.total.missingLeaves > 0 ? [missingText(sheet, language, frame.item, view.parts?.completeness)] : []
  // A title that says it is a template says it once.
  const saysExample = /minh họa|illustrative/i.test(full)
  const warnings = [
    ...frame.warnings.filter(each => !saysExample || each !== frame.words.exampleSet),
    ...missing,
  ]
  const names = source.directory.agencies.filter(each => each.level === 'province').map(each => each.name)
  const whole = (text: string) => unbroken(text, names)
  return {
    id: 'cover',
    kind: 'cover',
    name: words.name,
    title: whole(slideTitle(words.title(frame.subjectFull, short), words.title(frame.subject, short), short)),
    body: {
      kind: 'cover',
      lines: [
        ...(full === short ? [] : [full]),
        words.period(periodName(sheet.period, language), lowerFirst(stageTitle(sheet.stage, language))),
        ...(frame.group ? [words.group(frame.groupName(frame.group.groupId))] : []),
        words.frozen(instantText(source.frozenAt)),
      ].map(whole),
      warnings,
    },
    source: frame.sourceLine([
      ruleSet.decisionId,
      ...frame.ownDocuments.filter(id => id !== ruleSet.decisionId),
    ]),
    table: null,
    notes: [
      words.say(frame.subjectFull, short),
      ...(warnings.length > 0 ? [words.warned(warnings.join('; '))] : []),
      words.frozenNote,
      words.asked,
    ],
  }
}
