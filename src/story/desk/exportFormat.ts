/** The formats that a story leaves in, and what can be chosen of each. */
export const EXPORT_FORMATS = [
  'ninjs',
  'newsml-g2',
  'nitf',
  'html',
  'markdown',
  'docx',
  'pdf',
  'text',
  'factsheet',
  'annotations',
] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
export const isExportFormat = (value: string): value is ExportFormat =>
  (EXPORT_FORMATS as readonly string[]).includes(value)

/** The versions of a format that are written (of the fact sheet: as what), the usual one first; formats without versions are missing. */
export const FORMAT_VERSIONS: Partial<Readonly<Record<ExportFormat, readonly string[]>>> = {
  ninjs: ['3.1', '2.1'],
  'newsml-g2': ['2.35'],
  nitf: ['3.6'],
  factsheet: ['html', 'pdf', 'docx'],
}

/** What people said and proposed about the copy, which leaves where a format has a place for it and the person chose it. */
export const INCLUDED_PARTS = ['comments', 'suggestions'] as const
export type IncludedPart = (typeof INCLUDED_PARTS)[number]
export const INCLUDABLE: Partial<Readonly<Record<ExportFormat, readonly IncludedPart[]>>> = { docx: INCLUDED_PARTS }

/** What can be chosen of a format; what a format does not know is ignored. */
export interface ExportChoices {
  /** One of FORMAT_VERSIONS; absent: the usual one. */
  readonly formatVersion?: string
  /** Fact sheet: with people, sources and queries (internal) or without (public). */
  readonly edition?: 'internal' | 'public'
  /** What else leaves with the copy: parts of INCLUDABLE; absent: nothing. */
  readonly include?: readonly IncludedPart[]
  /** Wire text: columns of a line, LINE_LENGTHS; absent: lines end where grafs do. */
  readonly lineLength?: number
  /** Wire text: opens with a line of slug, urgency, version and date. */
  readonly slugHeader?: boolean
}

/** The formats that tell facts, in an edition for the desk and one for readers. */
export const hasEditions = (format: ExportFormat): boolean => format === 'factsheet' || format === 'annotations'
/** Columns that a line of wire text may have. */
export const LINE_LENGTHS = { least: 30, most: 500 } as const
