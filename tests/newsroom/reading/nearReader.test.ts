import { expect, test } from 'vitest'
import { unpackedSize } from '../../../src/exchange/import/docx/zipParts'
import type { FileReader } from '../../../src/newsroom/reading/fileReader'
import { NearReader } from '../../../src/newsroom/reading/nearReader'
import { docxOf, paragraph, run } from '../../builders/docxOf'
import { zipOf } from '../../builders/zipOf'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const letter = (words: string): Uint8Array => docxOf(paragraph(run(words)))

/** A near reader, and the names of the files that it left to the other one, which answers with the format "aside". */
function near(): { readonly files: NearReader; readonly left: string[] } {
  const left: string[] = []
  const aside: FileReader = {
    isAside: true,
    begin: () => {
      left.push('begun')
    },
    stop: () => undefined,
    close: () => undefined,
    read: (name) => {
      left.push(name)
      return Promise.resolve({ format: 'aside', stories: [] })
    },
    transcript: () => Promise.reject(new Error('no transcript')),
  }
  return { files: new NearReader(aside), left }
}

test('a short Word document is read in the same thread, and no other thread is begun', async () => {
  const { files, left } = near()
  files.begin()
  const { format, stories } = await files.read('letter.docx', letter('The talks ended.'))
  expect([format, stories.map(({ blocks }) => blocks.map(({ text }) => text)), left]).toEqual([
    'Word document',
    [['The talks ended.']],
    [],
  ])
})

test('a document that unpacks to more than two megabytes, and every other kind of file, is left to the thread', async () => {
  const { files, left } = near()
  const long = letter('The talks ended. '.repeat(130_000))
  expect(await unpackedSize(long)).toBeGreaterThan(2 * 1024 * 1024)
  expect((await files.read('long.docx', long)).format).toBe('aside')
  expect((await files.read('letter.md', utf8('The talks ended.'))).format).toBe('aside')
  expect((await files.read('named.docx', utf8('The talks ended.'))).format).toBe('aside')
  expect(left).toEqual(['long.docx', 'letter.md', 'named.docx'])
})

test('what cannot be read here is left to the thread, which says what is wrong with it', async () => {
  const { files, left } = near()
  const damaged = letter('The talks ended.').subarray(0, 300)
  const other = zipOf([{ name: 'mimetype', data: 'application/epub+zip' }])
  for (const [name, bytes] of [
    ['damaged.docx', damaged],
    ['book.docx', other],
  ] as const)
    expect((await files.read(name, bytes)).format).toBe('aside')
  expect(left).toEqual(['damaged.docx', 'book.docx'])
})

test('the size of what is no archive has no end', async () => {
  expect(await unpackedSize(utf8('PK\u0003\u0004 and no more'))).toBe(Number.POSITIVE_INFINITY)
})
