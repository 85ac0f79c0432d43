import { importsText } from '../../catalogue/rooms/imports'
import { detectFormat, endingOf, formatOfEnding, type FileFormat } from './detectFormat'
import { withoutOverrides } from './parts/withoutOverrides'
import { ImportError } from './parts/importError'
import type { FormatName, ImportedFile, ReadFile } from './parts/importedStory'

type Reader = (bytes: Uint8Array, name: string) => ReadFile | Promise<ReadFile>

/** Readers load when the first file of their format arrives. */
const READERS: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  text: async () => {
    const { importText } = await import('./text/importText')
    return (bytes, name) => ({ format: 'plainText', stories: [importText(bytes, name)] })
  },
  markdown: async () => {
    const { importMarkdown } = await import('./text/importMarkdown')
    return (bytes, name) => ({ format: 'markdown', stories: [importMarkdown(bytes, name)] })
  },
  html: async () => {
    const { importHtml } = await import('./html/importHtml')
    return (bytes, name) => ({ format: 'webPage', stories: [importHtml(bytes, name)] })
  },
  xml: async () => (await import('./importXml')).importXml,
  json: async () => (await import('./ninjs/importNinjs')).importNinjs,
  wire: async () => (await import('./wire/importWire')).importWire,
  zip: async () => (await import('./docx/importDocx')).importDocx,
}

/**
 * Imports a file. The content decides the format. A name that says otherwise only adds a note.
 * @throws ImportError if the file cannot be read or has no story.
 */
export async function importFile(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const format = detectFormat(name, bytes)
  const read = await withinTheStack(name, async () => (await READERS[format]())(bytes, name))
  const stories = read.stories.map(withoutOverrides)
  const file = { ...read, stories, format: importsText(`format.${read.format}`) }
  const named = formatOfEnding(name)
  return named === undefined || named === format
    ? file
    : {
        ...file,
        note: importsText('importFile.otherFormat', {
          name,
          named: importsText(`formatAsNamed.${FORMAT_OF_ENDING[named]}`),
          ending: endingOf(name),
          format: importsText(`formatAsNamed.${read.format}`),
        }),
      }
}

/** Turns a stack overflow into an ImportError: endless nesting is the fault of the file. */
async function withinTheStack<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) throw error
    throw new ImportError(name, importsText('refusal.deep'), importsText('advice.ask'))
  }
}

/** The format that a person expects from a file's ending. */
const FORMAT_OF_ENDING: Readonly<Record<FileFormat, FormatName | 'json'>> = {
  text: 'plainText',
  markdown: 'markdown',
  html: 'webPage',
  xml: 'xml',
  json: 'json',
  zip: 'wordDocument',
  wire: 'wireMessage',
}
