/** Export formats and their options. */
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

/**
 * The versions of a format (for the fact sheet: its file types), the usual one first. Formats without versions are
 * absent.
 */
export const FORMAT_VERSIONS: Partial<Readonly<Record<ExportFormat, readonly string[]>>> = {
  ninjs: ['3.1', '2.1'],
  'newsml-g2': ['2.35'],
  nitf: ['3.6'],
  factsheet: ['html', 'pdf', 'docx'],
}

/** Comments and suggestions. They leave if the format has a place for them and the person chose it. */
export const INCLUDED_PARTS = ['comments', 'suggestions'] as const
export type IncludedPart = (typeof INCLUDED_PARTS)[number]
export const INCLUDABLE: Partial<Readonly<Record<ExportFormat, readonly IncludedPart[]>>> = { docx: INCLUDED_PARTS }

/** What a fact sheet in HTML prints with the facts, or in place of them. */
export const PAPERS = ['story', 'storyWithFacts'] as const
export type Paper = (typeof PAPERS)[number]

/** The options of an export. A format ignores options it does not have. */
export interface ExportChoices {
  /** One of FORMAT_VERSIONS. Absent: the usual one. */
  readonly formatVersion?: string
  /** Fact sheet: with people, sources and queries (internal) or without (public). */
  readonly edition?: 'internal' | 'public'
  /** Parts of INCLUDABLE that leave with the copy. Absent: none. */
  readonly include?: readonly IncludedPart[]
  /** Wire text: columns of a line (LINE_LENGTHS). Absent: a line is a graf. */
  readonly lineLength?: number
  /** Wire text: starts with a line of slug, urgency, version and date. */
  readonly slugHeader?: boolean
  /** Internal fact sheet as a page: the story alone or before its facts, for paper. Absent: the facts. */
  readonly paper?: Paper
  /** Web page: leaves out its style sheet. */
  readonly bare?: boolean
  /** Markdown: holds its pictures in the file itself. Absent: pictures are files beside it. */
  readonly embed?: boolean
}

/** Formats that list facts, with an edition for the desk and one for readers. */
export const hasEditions = (format: ExportFormat): boolean => format === 'factsheet' || format === 'annotations'
/** Columns that a line of wire text may have. */
export const LINE_LENGTHS = { least: 30, most: 500 } as const
