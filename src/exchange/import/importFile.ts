import { importsText } from '../../catalogue/imports'
import { detectFormat, endingOf, formatOfEnding, type FileFormat } from './detectFormat'
import { ImportError } from './parts/importError'
import type { FormatName, ImportedFile, ReadFile } from './parts/importedStory'

type Reader = (bytes: Uint8Array, name: string) => ReadFile | Promise<ReadFile>

/** Each format's reader is loaded when the first file of its kind comes. */
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
 * Reads a file. What it is, is told by its content: an ending that says otherwise is named, and does not matter.
 * @throws ImportError when it cannot be read, or when there is no story in it.
 */
export async function importFile(name: string, bytes: Uint8Array): Promise<ImportedFile> {
  const format = detectFormat(name, bytes)
  const read = await withinTheStack(name, async () => (await READERS[format]())(bytes, name))
  const file = { ...read, format: importsText(`format.${read.format}`) }
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

/** What is nested without end runs out of stack before it runs into a limit: that is the file's fault, and said so. */
async function withinTheStack<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) throw error
    throw new ImportError(name, importsText('refusal.deep'), importsText('advice.ask'))
  }
}

/** What a person expects of a file with the ending of a format. */
const FORMAT_OF_ENDING: Readonly<Record<FileFormat, FormatName | 'json'>> = {
  text: 'plainText',
  markdown: 'markdown',
  html: 'webPage',
  xml: 'xml',
  json: 'json',
  zip: 'wordDocument',
  wire: 'wireMessage',
}
