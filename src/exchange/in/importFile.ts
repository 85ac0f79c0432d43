import type { ImportedStory } from './importedStory'
import { ImportError } from './importError'
import { importMarkdown } from './importMarkdown'
import { importText } from './importText'

/** File ending → importer. */
const IMPORTERS: Readonly<Record<string, (bytes: Uint8Array, name: string) => ImportedStory>> = {
  txt: importText, text: importText, '': importText, md: importMarkdown, markdown: importMarkdown, mdown: importMarkdown, mkd: importMarkdown
}

/** Formats that people will try and that are not text: refused by name, rather than imported as markup. */
const NOT_YET: Readonly<Record<string, string>> = {
  html: 'a web page', htm: 'a web page', xml: 'XML', json: 'JSON', docx: 'a Word document', doc: 'a Word document', rtf: 'rich text', odt: 'an OpenDocument text', pdf: 'a PDF'
}

/**
 * Reads a file by its ending; an unknown ending is read as plain text when its bytes are text.
 * @throws ImportError when it cannot be read.
 */
export function importFile(name: string, bytes: Uint8Array): ImportedStory {
  const ending = /\.([^./\\]*)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const kind = NOT_YET[ending]
  if (kind !== undefined) throw new ImportError(name, `it is ${kind}, which Stet does not read`, 'Save it as plain text or Markdown and import that.')
  return (Object.hasOwn(IMPORTERS, ending) ? IMPORTERS[ending] : undefined)?.(bytes, name) ?? importText(bytes, name)
}
