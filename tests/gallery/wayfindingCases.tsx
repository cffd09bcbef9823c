import { type ReactNode, useState } from 'react'
import { Help } from '../../src/app/help/Help.tsx'
import { HelpKeys } from '../../src/app/help/HelpKeys.tsx'
import type { PaletteEntry } from '../../src/features/palette/entry.ts'
import { sectionsOf } from '../../src/features/palette/listOptions.ts'
import { Palette } from '../../src/features/palette/Palette.tsx'
import { PaletteList } from '../../src/features/palette/PaletteList.tsx'
import { indexEntries, searchPalette } from '../../src/features/palette/searchIndex.ts'
import { Key } from '../../src/ui/Key.tsx'
import type { GalleryCase } from './cases.tsx'

const entry = (kind: PaletteEntry['kind'], name: string, more: Partial<PaletteEntry> = {}): PaletteEntry => ({
  id: `${kind}:${name}`,
  kind,
  name,
  does: `Mở ${name}`,
  ...more,
})

const entries: readonly PaletteEntry[] = [
  entry('screen', 'Tổng quan', { detail: 'g rồi t', isCurrent: true }),
  entry('screen', 'Tiêu chí', { detail: 'g rồi c' }),
  entry('criterion', 'Tỷ lệ hồ sơ thanh toán trực tuyến', {
    code: '3.6',
    detail: 'TTTT Thanh toán trực tuyến',
  }),
  entry('agency', 'Ban Quản lý các khu kinh tế và các khu công nghiệp Đắk Lắk', {
    code: 'H15.52',
    detail: 'Sở, ban, ngành · Đắk Lắk · có ở bộ chỉ số khác',
  }),
  ...Array.from({ length: 12 }, (_, at) =>
    entry('agency', `UBND xã Số ${at + 1}`, { code: `H15.${100 + at}`, detail: 'Xã, phường · Đắk Lắk' }),
  ),
  entry('document', 'Quyết định 766/QĐ-TTg', {
    detail:
      'Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp trong thực hiện thủ tục hành chính, dịch vụ công',
  }),
  entry('action', 'Sao chép liên kết'),
]

const sections = sectionsOf(searchPalette(indexEntries(entries), ''), new Set())

/** A modal lies over everything, so the gallery shows its button. */
function Opened({ word, children }: { word: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setIsOpen(true)}>
        {word}
      </button>
      {isOpen && children(() => setIsOpen(false))}
    </>
  )
}

const palette = (
  id: string,
  title: string,
  listed: readonly PaletteEntry[],
  recent: readonly string[] = [],
) => ({
  id,
  part: 'ui' as const,
  title,
  draw: () => (
    <Opened word={title}>
      {close => <Palette entries={listed} recent={recent} status="ready" choose={close} close={close} />}
    </Opened>
  ),
})

export const wayfindingCases: readonly GalleryCase[] = [
  {
    id: 'palette-list',
    part: 'ui',
    title: 'Answers of the palette in groups, with a long name, a long title and a line for the rest',
    draw: () => (
      <PaletteList
        id="gallery-palette"
        sections={sections}
        active={3}
        idOf={place => `gallery-option-${place}`}
        point={() => undefined}
        take={() => undefined}
      />
    ),
  },
  palette('palette', 'The palette with what was chosen lately', entries, ['document:Quyết định 766/QĐ-TTg']),
  palette('palette-empty', 'The palette with nothing to find', []),
  {
    id: 'help-keys',
    part: 'ui',
    title: 'Keys of the help and the switch for single letters',
    draw: () => <HelpKeys />,
  },
  {
    id: 'help',
    part: 'ui',
    title: 'The help',
    draw: () => (
      <Opened word="The help">
        {close => <Help engineVersion="0.0.0" ruleSet={{ title: 'Bộ thử', version: '1' }} close={close} />}
      </Opened>
    ),
  },
  {
    id: 'keys',
    part: 'ui',
    title: 'Keys as they are labelled',
    draw: () => (
      <p>
        <Key>Ctrl K</Key> <Key>?</Key> <Key>g</Key>
      </p>
    ),
  },
]
