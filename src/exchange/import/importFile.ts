import { detectFormat, endingOf, formatOfEnding, FORMAT_NAMES, type FileFormat } from './detectFormat'
import { ImportError } from './parts/importError'
import type { ImportedFile } from './parts/importedStory'

type Reader = (bytes: Uint8Array, name: string) => Omit<ImportedFile, 'note'> | Promise<Omit<ImportedFile, 'note'>>

/** Each format's reader is loaded when the first file of its kind comes. */
const READERS: Readonly<Record<FileFormat, () => Promise<Reader>>> = {
  text: async () => {
    const { importText } = await import('./text/importText')
    return (bytes, name) => ({ format: 'plain text', stories: [importText(bytes, name)] })
  },
  markdown: async () => {
    const { importMarkdown } = await import('./text/importMarkdown')
    return (bytes, name) => ({ format: 'Markdown', stories: [importMarkdown(bytes, name)] })
  },
  html: async () => {
    const { importHtml } = await import('./html/importHtml')
    return (bytes, name) => ({ format: 'web page', stories: [importHtml(bytes, name)] })
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
  const named = formatOfEnding(name)
  return named === undefined || named === format
    ? read
    : {
        ...read,
        note: `${name} is named as ${FORMAT_NAMES[named]} (.${endingOf(name)}), and is ${withArticle(read.format)}: it was read as that.`,
      }
}

/** What is nested without end runs out of stack before it runs into a limit: that is the file's fault, and said so. */
async function withinTheStack<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) throw error
    throw new ImportError(name, 'it is nested deeper than anything a person writes', 'Ask whoever sent it.')
  }
}

const withArticle = (format: string): string =>
  /^(?:plain text|Markdown|ninjs|NITF|NewsML)/.test(format) ? format : `a ${format}`
