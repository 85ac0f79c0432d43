import { extname } from 'node:path'
import { listWords } from '../../story/text/words/listWords'
import { cliText } from '../../catalogue/rooms/cli'
import {
  EXPORT_FORMATS,
  FORMAT_VERSIONS,
  hasEditions,
  INCLUDED_PARTS,
  isExportFormat,
  LINE_LENGTHS,
  PAPERS,
  type ExportChoices,
  type ExportFormat,
  type IncludedPart,
  type Paper,
} from '../../story/requests/requests'
import { count, oneOf, usage, type Arguments, type OptionKind } from '../run/arguments'
import { BUNDLE } from './handOver'
import { defined } from '../../story/text/defined'

/** Options of an export, and of a profile. */
export const CHOICE_OPTIONS: Readonly<Record<string, OptionKind>> = {
  'format-version': 'text',
  edition: 'text',
  'line-length': 'text',
  'slug-header': 'flag',
  bare: 'flag',
  paper: 'text',
  embed: 'flag',
  draft: 'flag',
  include: 'text',
}

/** Throws a usage error that lists the known formats. */
export function exportFormat(format: string): ExportFormat {
  // `stet export` never asks for it here.
  if (format === BUNDLE) throw usage(cliText('exportRequest.noBundle', { known: EXPORT_FORMATS.join(', ') }))
  if (!isExportFormat(format))
    throw usage(cliText('exportRequest.noFormat', { format, known: [...EXPORT_FORMATS, BUNDLE].join(', ') }))
  return format
}

export function exportChoices(args: Arguments): ExportChoices {
  const edition = args.text('edition')
  const formatVersion = args.text('format-version')
  const lineLength = count(args, 'line-length')
  const { least, most } = LINE_LENGTHS
  if (lineLength !== undefined && (lineLength < least || lineLength > most))
    throw usage(cliText('exportRequest.lineLength', { least, most }))
  const paper = args.text('paper')
  return {
    ...(edition === undefined
      ? {}
      : { edition: oneOf<'internal' | 'public'>('edition', edition, ['internal', 'public']) }),
    ...(paper === undefined ? {} : { paper: oneOf<Paper>('paper', paper, PAPERS) }),
    ...defined({ formatVersion, lineLength }),
    ...(args.flag('slug-header') ? { slugHeader: true } : {}),
    ...(args.flag('bare') ? { bare: true } : {}),
    ...(args.flag('embed') ? { embed: true } : {}),
    ...included(args.text('include')),
  }
}

/**
 * The version that a file name asks for, where a format is written as several kinds of files: the fact sheet as HTML,
 * PDF or DOCX. Undefined: the name says nothing of it.
 */
export function versionOfName(format: ExportFormat, path: string | undefined): string | undefined {
  const ending = extname(path ?? '')
    .slice(1)
    .toLowerCase()
  return FORMAT_VERSIONS[format]?.find((version) => version === ending)
}

/** The formats that have an option. A format without it would leave the option out silently. */
const FORMATS_WITH: Readonly<Record<string, readonly ExportFormat[]>> = {
  'line-length': ['text'],
  'slug-header': ['text'],
  bare: ['html'],
  embed: ['markdown'],
  paper: ['factsheet'],
}

/** Throws a usage error for an option that the format does not have. All formats without editions are public. */
export function refuseAlienChoices(args: Arguments, format: ExportFormat): void {
  for (const [option, formats] of Object.entries(FORMATS_WITH))
    if (args.flag(option) && !formats.includes(format))
      throw usage(cliText('exportRequest.alienOption', { option, format, formats: formats.join(', ') }))
  if (args.text('edition') === 'internal' && !hasEditions(format))
    throw usage(
      cliText('exportRequest.alwaysPublic', { format, formats: EXPORT_FORMATS.filter(hasEditions).join(', ') }),
    )
}

/**
 * Whether facts were asked for and the format does not carry them. Annotations and fact sheets always do; a Word
 * document lists them as not carried. Throws a usage error for all other formats.
 */
export function asksForFacts(args: Arguments, format: ExportFormat): boolean {
  if (!partsOf(args.text('include')).includes('facts')) return false
  if (!hasEditions(format) && format !== 'docx') throw usage(cliText('exportRequest.factsElsewhere'))
  return !hasEditions(format)
}

const partsOf = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** "comments,suggestions" in the order of INCLUDED_PARTS, so that equal choices are equal. */
function included(list: string | undefined): { readonly include?: readonly IncludedPart[] } {
  if (list === undefined) return {}
  const parts = partsOf(list)
  const unknown = parts.find((part) => part !== 'facts' && !(INCLUDED_PARTS as readonly string[]).includes(part))
  if (unknown !== undefined || parts.length === 0)
    throw usage(cliText('exportRequest.unknownPart', { parts: listWords(INCLUDED_PARTS), value: unknown ?? list }))
  const include = INCLUDED_PARTS.filter((part) => parts.includes(part))
  return include.length === 0 ? {} : { include }
}
