import type { Stage } from '../model/submission.ts'
import type { Language } from '../ui/formatNumber.ts'
import type { Dictionary } from '../ui/language.tsx'

/** Stages of an assessment as the field calls them, within a sentence. */
export const stageNames: Dictionary<Record<Stage, string>> = {
  vi: {
    selfAssessment: 'tự chấm',
    firstReview: 'thẩm định lần 1',
    explanation: 'giải trình',
    secondReview: 'thẩm định lần 2',
    closed: 'chốt',
    published: 'kết quả công bố',
  },
  en: {
    selfAssessment: 'self-assessment',
    firstReview: 'first review',
    explanation: 'explanation',
    secondReview: 'second review',
    closed: 'closed',
    published: 'published result',
  },
}

/** A stage where its name stands alone or begins a sentence. */
export function stageTitle(stage: Stage, language: Language): string {
  const name = stageNames[language][stage]
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
