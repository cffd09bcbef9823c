import type { EvidenceItem } from '../../../model/submission.ts'
import type { OpenRound } from '../../../state/review/openRound.ts'
import { formatDate } from '../../../ui/formatNumber.ts'
import { pickName, useLanguage, useText } from '../../../ui/language.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import type { DeskLine } from './deskLines.ts'
import { type DetailWords, detailWords } from './detailWords.ts'
import { EvidenceFileLine } from './EvidenceFileLine.tsx'
import { Section } from './Section.tsx'

type FilesProps = { fileOf: OpenRound['fileOf']; packages: readonly string[] }

/** Documents of the item in the order the rules ask for them; what they ask for and is not there is said. */
export function EvidenceSection({ line, ...files }: { line: DeskLine } & FilesProps) {
  const words = useText(detailWords)
  const language = useLanguage()
  const { requiredEvidence } = line.form
  const asked = new Set(requiredEvidence.map(({ id }) => id))
  const others = line.evidence.filter(({ requiredId }) => requiredId === undefined || !asked.has(requiredId))
  if (requiredEvidence.length === 0 && others.length === 0)
    return (
      <Section title={words.evidence}>
        <p className="rvd-quiet">{words.nothingAsked}</p>
      </Section>
    )
  return (
    <Section title={words.evidence}>
      <ul className="rvd-evidence">
        {requiredEvidence.map(required => {
          const items = line.evidence.filter(({ requiredId }) => requiredId === required.id)
          return (
            <li key={required.id}>
              <p className="rvd-required">
                {pickName(language, required.title, required.titleEn)} <small>{words.required}</small>
              </p>
              {items.length === 0 ? (
                <p className="rvd-warned">
                  <Mark kind="missing" />
                  {words.evidenceMissing}
                </p>
              ) : (
                items.map(item => <Document key={item.id} item={item} {...files} />)
              )}
            </li>
          )
        })}
        {others.map(item => (
          <li key={item.id}>
            <Document item={item} {...files} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One document: what it is, and its file where one came along. */
export function Document({ item, ...files }: { item: EvidenceItem } & FilesProps) {
  const words = useText(detailWords)
  return (
    <div className="rvd-document">
      <p>
        <b>{item.title}</b>
      </p>
      <p>{describe(item, words)}</p>
      {item.url !== undefined && <p className="rvd-url">{item.url}</p>}
      {item.note !== undefined && <p>{item.note}</p>}
      {item.file === undefined ? (
        <p className="rvd-quiet">{item.fileName ?? words.noFile}</p>
      ) : (
        <EvidenceFileLine key={item.file.sha256} file={item.file} {...files} />
      )}
    </div>
  )
}

/** "12/BC-UBND, ngày 05/03/2026, UBND phường, trang 3": what identifies a document beside its title. */
function describe(item: EvidenceItem, words: DetailWords): string {
  return [
    item.number,
    item.issuedOn && words.onDay(formatDate(item.issuedOn)),
    item.issuer,
    item.effectiveOn && words.effective(formatDate(item.effectiveOn)),
    item.pages,
  ]
    .filter(part => part !== undefined && part !== '')
    .join(', ')
}
