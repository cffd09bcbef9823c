import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { screenWords } from '../words.ts'
import type { AreaStanding } from './areas.ts'
import { PointsBar } from './PointsBar.tsx'

/** Areas of the form with what they come to and what is still to do in each. */
export function AreaList({
  areas,
  currentId,
  choose,
}: {
  areas: readonly AreaStanding[]
  currentId: string
  choose: (areaId: string) => void
}) {
  const words = useText(screenWords)
  return (
    <nav className="sa-areas" aria-label={words.areas}>
      <ol>
        {areas.map(({ area, code, name, shortName, points, maximum, isOpen, bar, state }) => (
          <li key={area.id}>
            <button
              type="button"
              title={name}
              {...(area.id === currentId ? { 'aria-current': 'step' as const } : {})}
              className={isOpen ? 'open' : undefined}
              onClick={() => choose(area.id)}
            >
              <span className="sa-area-name">
                {code !== '' && <b>{code}</b>} <span>{shortName}</span>
              </span>
              {bar && <PointsBar bar={bar} size="small" />}
              {points !== null && (
                <span className="sa-area-points">
                  {points}
                  {maximum !== null && <i>/{maximum}</i>}
                </span>
              )}
              <span className={state.isFault ? 'sa-area-state lost' : 'sa-area-state'}>
                <Mark kind={state.mark} />
                {state.text}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The same on a narrow screen: one line, and the browser's own list behind it. */
export function AreaPicker({
  areas,
  currentId,
  choose,
}: {
  areas: readonly AreaStanding[]
  currentId: string
  choose: (areaId: string) => void
}) {
  const words = useText(screenWords)
  const place = areas.findIndex(each => each.area.id === currentId)
  const current = areas[place]
  if (!current) return null
  return (
    <label className="sa-area-picker">
      <span>
        <small>{words.areaOf(place + 1, areas.length)}</small>
        <b>
          {current.code} {current.shortName}
        </b>
      </span>
      <span className="sa-area-points">
        {current.points}
        {current.maximum !== null && `/${current.maximum}`}
      </span>
      <Icon name="chevron" />
      <select aria-label={words.chooseArea} value={currentId} onChange={event => choose(event.target.value)}>
        {areas.map(({ area, code, name, points, maximum, state }) => (
          <option key={area.id} value={area.id}>
            {[code, name].join(' ')} ·{' '}
            {points === null ? '' : `${points}${maximum === null ? '' : `/${maximum}`} · `}
            {state.text}
          </option>
        ))}
      </select>
    </label>
  )
}
