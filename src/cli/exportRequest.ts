import { EXPORT_FORMATS, isExportFormat, type ExportChoices, type ExportFormat } from '../story/requests'
import { count, oneOf, usage, type Arguments, type OptionKind } from './arguments'

/** Formats of the seams that come later: named, so that nobody takes them for a typing error. */
const LATER: readonly string[] = ['bundle']

/** Options that say how a story leaves; the same for an export and for a profile. */
export const CHOICE_OPTIONS: Readonly<Record<string, OptionKind>> = { 'format-version': 'text', edition: 'text', 'line-length': 'text', 'slug-header': 'flag', draft: 'flag' }

/** Throws a usage error that lists the formats there are. */
export function exportFormat(format: string): ExportFormat {
  if (LATER.includes(format)) throw usage(`The format ${format} is not in this version. Known: ${EXPORT_FORMATS.join(', ')}.`)
  if (!isExportFormat(format)) throw usage(`There is no format “${format}”. Known: ${EXPORT_FORMATS.join(', ')}.`)
  return format
}

export function exportChoices(args: Arguments): ExportChoices {
  const edition = args.text('edition')
  const formatVersion = args.text('format-version')
  const lineLength = count(args, 'line-length')
  return {
    ...(edition === undefined ? {} : { edition: oneOf<'internal' | 'public'>('edition', edition, ['internal', 'public']) }), ...(formatVersion === undefined ? {} : { formatVersion }),
    ...(lineLength === undefined ? {} : { lineLength }), ...(args.flag('slug-header') ? { slugHeader: true } : {})
  }
}
