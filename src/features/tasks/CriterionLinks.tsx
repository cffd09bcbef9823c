import type { ServedCriterion, TaskPlan } from '../../state/tasks/tasksView.ts'
import { pickName, useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { tasksWords } from './words.ts'

/** Criteria a task serves; each opens its receipt on Tiêu chí. */
export function CriterionLinks({
  criteria,
  plan,
  isInferred,
  isWhole = false,
}: {
  criteria: readonly ServedCriterion[]
  plan: TaskPlan
  isInferred: boolean
  /** With the name beside the number. */
  isWhole?: boolean
}) {
  const language = useLanguage()
  const words = useText(tasksWords)
  return (
    <>
      {criteria.map(({ ruleSetId, id, code, name, nameEn }) => {
        const whole = [code, pickName(language, name, nameEn)].join(' ').trim()
        const search = new URLSearchParams({
          ruleSet: ruleSetId,
          ...(plan.round && { period: plan.round.period }),
          criterion: id,
          ...(language === 'en' && { lang: 'en' }),
        })
        return (
          <a key={id} className="tk-criterion" href={`#/criteria?${search}`} title={whole} aria-label={whole}>
            {isWhole || code === '' ? whole : code}
          </a>
        )
      })}
      {isInferred && (
        <small className="tk-unsure" title={words.inferredLinks}>
          <Mark kind="inferred" />
          {words.inferred}
        </small>
      )}
    </>
  )
}
