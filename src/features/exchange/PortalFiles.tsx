import { portalFileName } from '../../io/dvcqg766/portalShape.ts'
import type { PortalFile, PortalImport } from '../../model/portalImport.ts'
import { formatDate, formatNumber } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useLanguage, useText } from '../../ui/language.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { exchangeWords } from './words.ts'

/** A broken file may be wrong in a hundred places; the first ones say what is the matter. */
const shownProblems = 6

/** What each file was recognised as, and what is wrong in it. */
export function PortalFiles({
  files,
  absent,
  remove,
  clear,
}: Pick<PortalImport, 'files' | 'absent'> & {
  remove: (name: string) => void
  clear: () => void
}) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  return (
    <section className="sheet" aria-labelledby="portal-files">
      <div className="section-head">
        <h2 id="portal-files">{words.files}</h2>
        <div className="section-actions">
          <button type="button" className="link-button" onClick={clear}>
            {words.clear}
          </button>
        </div>
      </div>
      <div className="table-scroll">
        <table className="figures portal-files">
          <thead>
            <tr>
              <th>{words.file}</th>
              <th>{words.recognised}</th>
              <th>{words.date}</th>
              <th className="number">{words.unitCount}</th>
              <th>{words.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {files.map(file => (
              <FileRow key={file.name} file={file} remove={() => remove(file.name)} />
            ))}
          </tbody>
        </table>
      </div>
      {absent.map(({ period, kinds }) => (
        <p key={period} className="absent">
          <Mark kind="missing" />
          {words.absent(formatDate(period), kinds.map(kind => portalFileName(kind)[language]).join('; '))}
        </p>
      ))}
    </section>
  )
}

function FileRow({ file, remove }: { file: PortalFile; remove: () => void }) {
  const words = useText(exchangeWords)
  const language = useLanguage()
  const { name, kind, period, units, problems } = file
  const count = (value: number) => formatNumber(String(value), language)
  const errors = problems.filter(problem => problem.severity === 'error').length
  const warnings = problems.length - errors
  return (
    <>
      <tr className={problems.length > 0 ? 'has-problems' : undefined}>
        <th scope="row">{name}</th>
        <td>{kind === null ? words.unknownFile : portalFileName(kind)[language]}</td>
        <td data-label={words.date}>{period === null ? words.unknownDate : formatDate(period)}</td>
        <td className="number" data-label={words.unitCount}>
          {count(units)}
        </td>
        <td className={errors > 0 ? 'lost' : undefined}>
          <Mark kind={errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'reached'} size={13} />
          {errors > 0
            ? words.errors(count(errors))
            : warnings > 0
              ? words.warnings(count(warnings))
              : words.fine}
        </td>
        <td className="actions">
          <button type="button" className="icon-button" aria-label={words.remove(name)} onClick={remove}>
            <Icon name="close" size={14} />
          </button>
        </td>
      </tr>
      {problems.length > 0 && (
        <tr className="problem-row">
          <td colSpan={6}>
            <ul>
              {problems.slice(0, shownProblems).map((problem, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
                <li key={index}>
                  {problem.path !== '' && <code>{problem.path}</code>}
                  {problem.message[language]}
                </li>
              ))}
              {problems.length > shownProblems && (
                <li>{words.moreProblems(count(problems.length - shownProblems))}</li>
              )}
            </ul>
          </td>
        </tr>
      )}
    </>
  )
}
