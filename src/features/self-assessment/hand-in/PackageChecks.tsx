import type { ReactNode } from 'react'
import type { PackageOpening } from '../../../state/assessment/packageVerdict.ts'
import { mostPlaces } from '../../../state/assessment/packageVerdict.ts'
import { formatNumber } from '../../../ui/formatNumber.ts'
import { useLanguage, useText } from '../../../ui/language.tsx'
import { Mark, type MarkKind } from '../../../ui/Mark.tsx'
import { openedWords } from './openedWords.ts'

type Opened = Extract<PackageOpening, { kind: 'open' }>

/** Everything that was checked of a submission file, one line a check. */
export function PackageChecks({ opening }: { opening: Opened }) {
  const words = useText(openedWords)
  const language = useLanguage()
  const { pack, agency } = opening
  const { manifest, evidence, remarks } = pack
  const count = (number: number) => (number === 0 ? '' : formatNumber(String(number), language))
  const known = agency?.name.normalize('NFC')
  return (
    <section aria-labelledby="sa-opened-checks">
      <div className="section-head">
        <h3 id="sa-opened-checks">{words.checks}</h3>
      </div>
      <ul className="sa-opened-checks">
        <Check kind="reached">{words.hashesRight(count(manifest.files.length))}</Check>
        <SheetCheck opening={opening} />
        <RulesCheck opening={opening} />
        {agency === null ? (
          <Check kind="warning">{words.agencyUnknown(manifest.agency.id)}</Check>
        ) : manifest.agency.name !== null && manifest.agency.name !== known ? (
          <Check kind="warning">{words.agencyOtherName(manifest.agency.name, agency.name)}</Check>
        ) : (
          <Check kind="reached">{words.agencyKnown}</Check>
        )}
        <Check kind={evidence.size > 0 ? 'reached' : 'known'}>
          {evidence.size + manifest.leftOut.length === 0
            ? words.noEvidence
            : words.evidence(count(evidence.size), count(manifest.leftOut.length))}
        </Check>
        {remarks.map(({ file, path, code, message }) => (
          <Check key={`${file} ${path} ${code}`} kind="warning">
            {words.problem(insideOf(file), path, message[language])}
          </Check>
        ))}
      </ul>
    </section>
  )
}

/** "a.parboard › submission.json" without the file that is open anyway. */
export function insideOf(file: string): string {
  const at = file.indexOf(' › ')
  return at < 0 ? '' : file.slice(at + 3)
}

function SheetCheck({ opening: { verdict } }: { opening: Opened }) {
  const words = useText(openedWords)
  const language = useLanguage()
  const { again } = verdict
  if (again.kind === 'identical') return <Check kind="reached">{words.sheetSame}</Check>
  if (again.kind === 'cannot')
    return (
      <Check kind="error">
        {words.sheetCannot}
        <ul>
          {again.problems.map(({ file, path, message }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be word for word the same
            <li key={index}>{words.problem(insideOf(file), path, message[language])}</li>
          ))}
        </ul>
      </Check>
    )
  const { places, otherEngine } = again
  const count = formatNumber(String(places.length), language)
  return (
    <Check kind="warning">
      {places.length === 0
        ? words.sheetNotes
        : places.length < mostPlaces
          ? words.sheetOther(count)
          : words.sheetOtherMost(count)}{' '}
      {otherEngine !== null && words.otherEngine(otherEngine)}
    </Check>
  )
}

function RulesCheck({ opening: { pack, verdict } }: { opening: Opened }) {
  const words = useText(openedWords)
  const { rules } = verdict
  const { id, version } = pack.manifest.ruleSet
  switch (rules.kind) {
    case 'same':
      return <Check kind="reached">{words.rulesSame}</Check>
    case 'unknown':
      return <Check kind="warning">{words.rulesUnknown(id)}</Check>
    case 'other':
      return (
        <Check kind="warning">
          {rules.isSameVersion
            ? words.rulesOtherContent(version)
            : words.rulesOtherVersion(version, rules.mark.version)}
        </Check>
      )
  }
}

function Check({ kind, children }: { kind: MarkKind; children: ReactNode }) {
  return (
    <li className={kind}>
      <Mark kind={kind} size={14} />
      <div>{children}</div>
    </li>
  )
}
