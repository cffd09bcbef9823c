import { Fragment, useId } from 'react'
import type { FieldEntry } from '../../../model/draft.ts'
import type { FieldGroup } from '../../../model/form.ts'
import type { MetricValue } from '../../../model/submission.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import type { FormActs } from './acts.ts'
import { ChosenField } from './ChosenField.tsx'
import { FigureField } from './FigureField.tsx'
import type { PreviousState } from './fieldProps.ts'
import { valueText } from './fieldText.ts'
import type { FieldFault } from './itemData.ts'
import { formWords } from './words.ts'

export type GroupContext = {
  readonly nodeId: string
  /** By metric. */
  readonly entries: ReadonlyMap<string, FieldEntry>
  readonly previous: ReadonlyMap<string, MetricValue>
  readonly previousPeriod: string | null
  readonly canBeWithheld: boolean
  readonly codeOf: (nodeId: string) => string
  readonly acts: FormActs
  /** What the checks say of figures that can be read, by metric. */
  readonly faults: ReadonlyMap<string, FieldFault | null>
}

/** Fields that stand together: a share with its stroke, yes or no line by line, or figures side by side. */
export function FieldGroupView({
  group,
  siblings,
  context,
}: {
  group: FieldGroup
  /** All groups of the item: "không phát sinh" empties every count of it. */
  siblings: readonly FieldGroup[]
  context: GroupContext
}) {
  const words = useText(formWords)
  const language = useLanguage()
  const labelId = useId()
  const { nodeId, entries, previous, previousPeriod, canBeWithheld, codeOf, acts, faults } = context
  const label = group.label === undefined ? null : pickName(language, group.label, group.labelEn)
  const counts = siblings
    .filter(each => each.layout === 'fraction')
    .flatMap(each => each.fields)
    .filter(field => field.metric.valueType === 'count')
    .map(field => field.metric.id)
  const setNone = () =>
    acts.change(counts.map(metricId => ({ kind: 'field', metricId, entry: { state: 'typed', text: '0' } })))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a grid with the rows of its fields
    <div
      className={`sa-group ${group.layout}`}
      role="group"
      {...(label === null ? {} : { 'aria-labelledby': labelId })}
    >
      {label !== null && (
        <p className="sa-group-label" id={labelId}>
          {label}
        </p>
      )}
      {group.fields.map((field, index) => {
        const { metric } = field
        const before = previous.get(metric.id)
        const previousValue = before?.state === 'entered' ? before.value : null
        const isChosen = metric.valueType === 'flag' || metric.valueType === 'option'
        const Field = isChosen ? ChosenField : FigureField
        return (
          <Fragment key={metric.id}>
            {group.layout === 'fraction' && index > 0 && (
              <span className="sa-stroke" aria-hidden="true">
                /
              </span>
            )}
            <Field
              nodeId={nodeId}
              field={field}
              entry={entries.get(metric.id)}
              acts={acts}
              fault={faults.get(metric.id) ?? null}
              choices={{
                canBeNone: group.layout === 'fraction' && metric.valueType === 'count',
                canBeWithheld,
                // A day of the period before is not the day of this one.
                canReuse: metric.valueType !== 'date',
                previous: previousValue === null ? null : valueText(previousValue, field, words, language),
              }}
              previousValue={previousValue}
              previousState={before?.state === 'notApplicable' ? stateOf(before.note) : null}
              previousPeriod={previousPeriod}
              sameAsCode={field.sameAs === null ? null : codeOf(field.sameAs)}
              setNone={setNone}
            />
          </Fragment>
        )
      })}
    </div>
  )
}

function stateOf(note: string | undefined): PreviousState {
  return { state: 'notApplicable', ...(note === undefined ? {} : { note }) }
}
