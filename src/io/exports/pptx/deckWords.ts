import type { SlideKind, SlideMark } from '../../../model/deck.ts'
import type { SeriesPaint } from './barSeries.ts'

/** What the file says besides the deck, in its language. */
export type DeckWords = {
  readonly locale: string
  readonly frozen: (instant: string) => string
  readonly title: string
  readonly table: string
  readonly chart: string
  readonly tableOf: (title: string) => string
  readonly chartOf: (title: string) => string
  readonly sheet: string
  readonly threshold: string
  readonly step: string
  readonly ownTarget: string
  readonly facts: string
  readonly remarks: string
  readonly warnings: string
  readonly pageNumber: string
  readonly frozenName: string
  readonly offset: string
  readonly segments: Readonly<Record<SeriesPaint, string>>
  /** Slides whose bars are no points. */
  readonly segmentsOf: Readonly<Partial<Record<SlideKind, Readonly<Partial<Record<SeriesPaint, string>>>>>>
  readonly inferred: string
  readonly shareOfScale: string
  readonly marks: Readonly<Record<SlideMark, string>>
  readonly mostLost: string
  readonly source: string
  readonly footRule: string
  readonly behind: string
  readonly about: string
  readonly aboutName: string
  readonly label: string
  readonly text: string
  readonly places: PlaceWords
}

export type PlaceWords = {
  readonly hidden: string
  readonly picture: (number: number) => string
  readonly present: string
  readonly notes: string
  readonly slide: (number: number) => string
  readonly title: string
  readonly box: (name: string) => string
  readonly line: (number: number) => string
  readonly table: (number: number) => string
  readonly cell: (row: number, column: number) => string
  readonly chart: (number: number) => string
  readonly category: (number: number) => string
  readonly of: (category: string, series: string) => string
}

const numbered = (word: string) => (number: number) => (number === 1 ? word : `${word} ${number}`)

export const deckWords: Readonly<Record<'vi' | 'en', DeckWords>> = {
  vi: {
    locale: 'vi-VN',
    frozen: instant => `Số liệu chốt lúc ${instant}`,
    title: 'Tiêu đề',
    table: 'Bảng',
    chart: 'Biểu đồ',
    tableOf: title => `Bảng của trang: ${title}`,
    chartOf: title => `Biểu đồ thanh của trang: ${title}`,
    sheet: 'Biểu đồ',
    threshold: 'Ngưỡng',
    step: 'Nét nối',
    ownTarget: 'Mục tiêu của hàng',
    facts: 'Con số',
    remarks: 'Ghi chú',
    warnings: 'Lưu ý',
    pageNumber: 'Số trang',
    frozenName: 'Lúc chốt số liệu',
    offset: 'Khoảng trống',
    segments: {
      actual: 'Đạt',
      lost: 'Mất',
      open: 'Còn để ngỏ',
      max: 'Tối đa',
      idle: 'Không phát sinh',
      frame: 'Phần trống của thang',
    },
    segmentsOf: {
      overdue: { lost: 'Quá hạn', open: 'Nhiệm vụ còn lại', max: 'Nhiệm vụ còn lại' },
      grades: { actual: 'Đơn vị', open: 'Đơn vị chưa rõ xếp loại', max: 'Đơn vị chưa rõ xếp loại' },
      targets: { actual: 'Thực hiện' },
    },
    inferred: 'suy ra',
    shareOfScale: '% chiều dài thang',
    marks: {
      missing: 'thiếu',
      inferred: 'suy ra',
      illustrative: 'số liệu minh họa',
      notIncurred: 'không phát sinh',
      reached: 'đạt',
      warning: 'cần xem',
    },
    mostLost: '▼ nhóm mất nhiều nhất',
    source: 'Nguồn và phạm vi',
    footRule: 'Nét chân trang',
    behind: 'Bảng số liệu của trang này:',
    about: 'Nguồn tệp',
    aboutName: 'Tệp này được làm từ đâu',
    label: 'Mục',
    text: 'Nội dung',
    places: {
      slide: number => `trang chiếu ${number}`,
      hidden: 'bị ẩn',
      picture: numbered('hình'),
      present: 'có hình',
      notes: 'lời nói thêm',
      title: 'tiêu đề',
      box: name => `khung “${name}”`,
      line: number => `dòng ${number}`,
      table: numbered('bảng'),
      cell: (row, column) => `dòng ${row}, cột ${column}`,
      chart: numbered('biểu đồ'),
      category: number => `tên hàng ${number}`,
      of: (category, series) => `“${category}”, ${series}`,
    },
  },
  en: {
    locale: 'en-GB',
    frozen: instant => `Figures as of ${instant}`,
    title: 'Title',
    table: 'Table',
    chart: 'Chart',
    tableOf: title => `Table of this slide: ${title}`,
    chartOf: title => `Bar chart of this slide: ${title}`,
    sheet: 'Chart',
    threshold: 'Threshold',
    step: 'Step',
    ownTarget: 'Target of row',
    facts: 'Figure',
    remarks: 'Remarks',
    warnings: 'Warnings',
    pageNumber: 'Slide number',
    frozenName: 'Figures as of',
    offset: 'Blank',
    segments: {
      actual: 'Earned',
      lost: 'Lost',
      open: 'Left open',
      max: 'Maximum',
      idle: 'Not incurred',
      frame: 'Rest of the scale',
    },
    segmentsOf: {
      overdue: { lost: 'Overdue', open: 'Other tasks', max: 'Other tasks' },
      grades: {
        actual: 'Agencies',
        open: 'Agencies with no settled grade',
        max: 'Agencies with no settled grade',
      },
      targets: { actual: 'Reached' },
    },
    inferred: 'inferred',
    shareOfScale: '% of the scale',
    marks: {
      missing: 'missing',
      inferred: 'inferred',
      illustrative: 'illustrative figures',
      notIncurred: 'not incurred',
      reached: 'reached',
      warning: 'to check',
    },
    mostLost: "▼ the group's largest loss",
    source: 'Source and scope',
    footRule: 'Rule of the foot',
    behind: 'The table behind this slide:',
    about: 'About this file',
    aboutName: 'What this file was made of',
    label: 'Item',
    text: 'Content',
    places: {
      slide: number => `slide ${number}`,
      hidden: 'hidden',
      picture: numbered('picture'),
      present: 'a picture',
      notes: 'speaker notes',
      title: 'title',
      box: name => `box “${name}”`,
      line: number => `line ${number}`,
      table: numbered('table'),
      cell: (row, column) => `row ${row}, column ${column}`,
      chart: numbered('chart'),
      category: number => `name of row ${number}`,
      of: (category, series) => `“${category}”, ${series}`,
    },
  },
}
