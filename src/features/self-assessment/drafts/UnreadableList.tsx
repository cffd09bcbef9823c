import { rawRecord } from '../../../state/assessment/backup.ts'
import type { DraftLibrary } from '../../../state/assessment/draftLibrary.ts'
import { download } from '../../../ui/download.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { draftsWords } from './words.ts'

/** Records this page cannot read: kept as they are, to be taken away and looked at. */
export function UnreadableList({ records }: { records: DraftLibrary['unreadable'] }) {
  const words = useText(draftsWords)
  if (records.length === 0) return null
  return (
    <section className="sa-unreadable" aria-labelledby="sa-unreadable">
      <div className="section-head">
        <h2 id="sa-unreadable">{words.unreadable}</h2>
        <p className="sub">{words.unreadableSub}</p>
      </div>
      <ul>
        {records.map(({ id, why, place, record }) => (
          <li key={id}>
            <Mark kind="error" size={16} />
            <p>
              <b>{id}</b> {why === 'newer' ? words.unreadableNewer : words.unreadableDamaged(place)}
            </p>
            <button
              type="button"
              className="link-button"
              onClick={() => download(`ban-nhap-khong-doc-duoc-${id}.json`, rawRecord(record))}
            >
              <Icon name="download" size={16} /> {words.download}
              <span className="visually-hidden"> {id}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
