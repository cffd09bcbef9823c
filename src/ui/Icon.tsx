const paths = {
  overview: 'M2 4h16M2 16h11M13 4v4h-2.5v4H8',
  criteria: 'M4 3v13h3M4 6.5h3M4 11h3M9.5 6.5H17M9.5 11H17M9.5 16H17',
  agencies: 'M3 17V9h4v8M8 17V3h4v14M13 17v-6h4v6M2 17h16',
  selfAssessment: 'M4 3h9l3 3v11H4zM7 9h4M7 12.5h3M11.5 14l5-5 1.5 1.5-5 5-2 .5z',
  review: 'M3 3h10v5M3 3v14h7M5.5 6.5h5M5.5 10h3M10.5 13.5l2.5 2.5 5-5.5',
  tasks: 'M4 4.5h12v13H4zM7.5 2.5v4M12.5 2.5v4M7 12l2 2 4-4',
  undo: 'M4 8h8a4 4 0 0 1 0 8H7M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H8a4 4 0 0 0 0 8h5M16 8l-3.5-3.5M16 8l-3.5 3.5',
  clip: 'M14.5 9 9 14.5a3 3 0 0 1-4.3-4.3L11 4a2 2 0 0 1 3 3l-6 6',
  add: 'M10 4v12M4 10h12',
  present: 'M2.5 3.5h15M4 3.5v8.5h12V3.5M10 12v3M6.5 17.5 10 15l3.5 2.5',
  up: 'M10 16V4M5 9l5-5 5 5',
  down: 'M10 4v12M5 11l5 5 5-5',
  check: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 12l2 2 4-4.5',
  tick: 'M3 10.5 8 15.5 17.5 5',
  next: 'M8 5l5 5-5 5',
  trend: 'M3 3v14h14M5.5 13l3.5-4 3 2.5L17 5.5',
  search: 'M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM12.5 12.5L17 17',
  download: 'M10 3v10M6 9.5l4 4 4-4M3.5 16.5h13',
  help: 'M7 7a3 3 0 1 1 4 3c-.8.4-1 1-1 2M10 15v.5',
  back: 'M12 4l-6 6 6 6',
  sources: 'M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M7.5 9.5h5M7.5 12h5M7.5 14.5h3',
  ruleSets: 'M4.5 2.5h11v15h-11zM7.5 2.5v15M10 6h3M10 9h3M10 12h3',
  exchange: 'M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 12.5v4h13v-4',
  chevron: 'M5 8l5 5 5-5',
  close: 'M4.5 4.5l11 11M15.5 4.5l-11 11',
  table: 'M3 4h14v12H3zM3 8h14M8 8v8',
  chart: 'M3 4h14M3 10h9M3 16h5',
  copy: 'M7 7h9v9H7zM4 13V4h9',
  theme: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 3v14',
  print: 'M5 8V3h10v5M5 14H3V8h14v6h-2M5 11.5h10V17H5z',
} as const

export type IconName = keyof typeof paths

/** Line drawing on a 20 × 20 grid; decoration beside a word or inside a named button. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  )
}

/** The waterfall, small. */
export function Brand() {
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
      <rect x="1" y="2" width="28" height="6" fill="var(--ink)" />
      <rect x="21" y="10" width="8" height="4" fill="var(--lost)" />
      <rect
        x="15.6"
        y="16"
        width="4.8"
        height="4"
        fill="url(#hatch-lost)"
        stroke="var(--lost)"
        strokeWidth="1"
      />
      <rect x="1" y="22" width="14" height="6" fill="var(--actual)" />
    </svg>
  )
}
