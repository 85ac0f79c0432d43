import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { breakable } from '../../../../../src/exchange/export/pdf/typst/breakable'
import { readPlainPdf } from '../../../../../src/exchange/export/pdf/read/readPlainPdf'
import { typeset } from '../../../../../src/exchange/export/pdf/typst/typeset'
import { loadTypesetter, typesetter } from '../../../../../src/exchange/export/pdf/typst/typesetter'
import type { PagePart } from '../../../../../src/exchange/export/pdf/pageParts'
import { WRITERS } from '../../../../../src/exchange/export/writers'
import type { Block } from '../../../../../src/story/copy/copy'
import { hashBytes } from '../../../../../src/story/ledger/hash'
import { tableOf } from '../../../../../src/story/copy/tables'
import { jpegWithMetadata, plainWebp, pngOf } from '../../../../builders/files/pictures'
import { wordsByPdfJs } from '../../../../builders/files/pdfWords'
import { within } from '../../../../builders/time/processorTime'
import { inputFor, withBlocks } from '../../../busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const page = (parts: readonly PagePart[], language = 'en'): Uint8Array => typeset({ language, headlineSize: 24, parts })
const graf = (text: string): PagePart => ({ kind: 'paragraph', runs: [{ text }] })
const textsOf = (bytes: Uint8Array): { readonly words: string; readonly around: string } => {
  const texts = readPlainPdf(bytes)
  if (!texts) throw new Error('our own reader does not understand our own file')
  return texts
}
const signs = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '')
const block = (role: Block['role'], text: string, more: Partial<Block> = {}): Block => ({
  role,
  text,
  spans: [],
  ...more,
})
const write = async (
  blocks: readonly Block[],
  language = 'en',
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
) => WRITERS.pdf.write(inputFor(withBlocks(blocks, { language }), { pictures }))

/** Signs that Typst reads in markup, code and mathematics. */
const MARKUP = [
  '#',
  '$',
  '\\',
  '*',
  '_',
  '@name',
  '<label>',
  '//',
  '/* */',
  '`',
  '```',
  '= ',
  '- ',
  '+ ',
  '/ term: ',
  '~',
  '---',
  '...',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '(',
  ')',
  '#read("/etc/passwd")',
  '#import "@preview/x:0.1.0"',
  '#include "a"',
  '#eval("1")',
  '#sys.inputs',
  '#pagebreak()',
  '$x^2$',
  '\\u{41}',
  'https://example.org/#a',
  'talks',
  '회담',
  '&amp;',
]

describe('the words of a story', () => {
  test('are never markup: signs of Typst are printed as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...MARKUP), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('paragraph' as const, 'headline' as const, 'quote' as const, 'cutline' as const),
        (pieces, kind) => {
          const text = `a${pieces.join(' ')}z`
          expect(signs(textsOf(page([{ kind, runs: [{ text }] }])).words)).toBe(`${signs(text)}1/1`)
        },
      ),
      { numRuns: 60, seed: 5 },
    )
  })

  test('are in every part of a page, each once and in order', () => {
    const hostile = '#read("/etc/passwd") *$x$*'
    const parts: readonly PagePart[] = [
      { kind: 'draft', runs: [{ text: hostile }] },
      {
        kind: 'list',
        ordered: true,
        items: [
          {
            runs: [{ text: hostile }],
            lists: [{ ordered: false, items: [{ runs: [{ text: hostile, bold: true, italic: true }], lists: [] }] }],
          },
        ],
      },
      {
        kind: 'table',
        header: true,
        rows: [
          [{ header: true, runs: [{ text: hostile }] }],
          [{ header: false, runs: [{ text: hostile, href: 'https://example.org/#"a' }] }],
        ],
      },
      { kind: 'rows', rows: [{ term: hostile, text: hostile, quoted: { text: hostile, rightToLeft: false } }] },
      { kind: 'fact', label: hostile, words: hostile, rightToLeft: false, rows: [{ term: hostile, text: '' }] },
      { kind: 'footer', lines: [hostile, hostile] },
    ]
    const { words, around } = textsOf(page(parts))
    expect(signs(words).replace('1.', '').replace('•', '').replace('1/1', '')).toBe(signs(hostile).repeat(13))
    expect(around).toContain('https://example.org/#"a')
  })

  test.each([
    ['Arabic', 'ar', 'قال الوزير إن المحادثات في بوسان استمرت 100 دقيقة'],
    ['Hebrew', 'he', 'השיחות בבוסאן נמשכו 100 דקות'],
    ['Korean', 'ko', '대통령은 6년 만에 부산에서 회담했다.'],
    ['Japanese', 'ja', '北京の会談は続く。'],
    ['Chinese', 'zh-Hant-TW', '會談將於北京舉行。'],
    ['Russian and Greek', 'ru', 'Переговоры завершились. Οι συνομιλίες.'],
    ['letters that no font has', 'en', 'ꯃꯤꯇꯩ 𞤀𞤣𞤤𞤢𞤥 🚒 👩🏽‍🚀'],
    ['letters that a font claims and has not', 'en', 'done ✅ and ✅ 🎉 北京 ✅'],
    ['marks and ligatures', 'en', 'o\u0308ffice \u00a0 A\u0301 ﬁ “x” — é'],
  ])('can be read again in %s, by us and by others', async (_, language, text) => {
    const bytes = page([graf(text)], language)
    const kept = (found: string): string => signs(found).replace(/[\p{Default_Ignorable_Code_Point}]/gu, '')
    const words = (found: string): readonly string[] =>
      (kept(found).match(/\p{sc=Arabic}+|\p{sc=Hebrew}+|[^\p{sc=Arabic}\p{sc=Hebrew}\s]+/gu) ?? []).sort()
    const own = textsOf(bytes).words
    expect(
      words(
        own
          .replace(/1\/1\s*$/, '')
          .split(/\s+/)
          .join(' '),
      ),
    ).toEqual(words(text))
    // pdf.js does not read ActualText, which replaces boxes and combined glyphs.
    if (language !== 'en')
      for (const word of text.match(/[\p{L}]{3,}/gu) ?? [])
        expect((await wordsByPdfJs(bytes)).normalize('NFKC')).toContain(word.normalize('NFKC'))
  })

  test('stay on the page if they are longer than a line', () => {
    const address = `https://example.org/${'abcdefgh'.repeat(20)}`
    const { words } = textsOf(
      page([
        graf(`See ${address} there.`),
        { kind: 'headline', runs: [{ text: 'W'.repeat(30), bold: true }, { text: 'W'.repeat(30) }] },
      ]),
    )
    expect(signs(words)).toBe(`See${address}there.${'W'.repeat(60)}1/1`)
    expect(words.split('\n').every((line) => line.length < 90)).toBe(true)
  })

  test('are set quickly and completely without a single blank', async () => {
    const word = 'abcdefghij'.repeat(6000)
    const { words } = textsOf(
      await within(6000, () =>
        page([graf(word), { kind: 'fact', label: '1.', words: word, rightToLeft: false, rows: [] }]),
      ),
    )
    expect(words.replace(/\d+\/\d+|1\.|\s/g, '')).toBe(word + word)
  })

  test('are broken between whole letters without a single blank', () => {
    const pieces = breakable(['👩🏽‍🚀'.repeat(2000)], 44)
      .join('')
      .split('\u200b')
    expect(new Set(pieces)).toEqual(new Set(['👩🏽‍🚀'.repeat(4)]))
  })

  test('never end with a page of a few lines, if a little less space saves the page', () => {
    const sentence = 'The ferry left the terminal at 7:40 a.m. with 212 people on board, the first since March. '
    const lastPages = Array.from({ length: 24 }, (_, more) => {
      const { words } = textsOf(page(Array.from({ length: 8 + more }, () => graf(sentence.repeat(2)))))
      const pages = words.split(/\d\/\d/)
      return (pages.at(-2) ?? '').split('The ferry').length - 1
    })
    // A graf has two sentences and two lines.
    expect(Math.min(...lastPages)).toBeGreaterThan(3)
  })

  test('give the same bytes each time, in whatever order pages are made', () => {
    const parts = [graf('대통령은 부산에서 회담했다. 北京'), graf('🚒 and “words”')]
    const first = Buffer.from(page(parts, 'ko'))
    page([graf('something else')])
    expect(first.equals(Buffer.from(page(parts, 'ko')))).toBe(true)
  })
})

describe('the typesetter', () => {
  test.each(['/etc/passwd', '../../../../../../etc/passwd', 'package.json', '/package.json', '.'])(
    'reads no file: %s',
    (path) => {
      const { NodeCompiler, nowhere } = typesetter()
      const compiler = NodeCompiler.create({ workspace: nowhere })
      for (const source of [
        `#read(${JSON.stringify(path)})`,
        `#include ${JSON.stringify(path)}`,
        `#image(${JSON.stringify(path)})`,
      ])
        expect(compiler.compile({ mainFileContent: source }).hasError()).toBe(true)
    },
  )

  test('says what is safe and what to choose if it is missing on a machine', () => {
    const missing = Object.assign(
      () => {
        throw new Error('Cannot find native binding.\nRequire stack')
      },
      createRequire(import.meta.url),
    )
    expect(() => loadTypesetter(missing)).toThrow(
      `Nothing was exported, because this computer cannot make PDFs (${process.platform}-${process.arch}: Cannot find native binding.). The story is safe. Choose DOCX or HTML.`,
    )
  })

  test('has a template that evaluates nothing, imports nothing and reads only its pictures', () => {
    const source = readFileSync(
      join(import.meta.dirname, '..', '..', '..', '..', '..', 'src', 'exchange', 'export', 'pdf', 'typst', 'page.typ'),
      'utf8',
    )
    expect(
      source.match(/\b(?:eval|read|import|include|plugin|csv|yaml|toml|xml|cbor|bibliography)\b(?!\/)(?= ?[("@])/g) ??
        [],
    ).toEqual([])
    expect([...source.matchAll(/\b(?:json|image)\(([^,)]*)/g)].map(([, what]) => what)).toEqual([
      'bytes(sys.inputs.page',
      'it.file',
      'it.file',
    ])
  })
})

describe('a story as a PDF', () => {
  test('has tables with every cell, also in rows of unequal length', async () => {
    const rows = [
      ['Port', 'Ships'],
      ['Busan', '40'],
      ['Incheon', ''],
    ].map((row) => row.map((text) => ({ text, spans: [] })))
    const { bytes } = await write([block('headline', 'Ports'), ...tableOf(rows, true)])
    expect(textsOf(bytes).words.replace(/\s+/g, ' ')).toContain('Port Ships Busan 40 Incheon')
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/S \/TH\b/)
  })

  test('shows PNG, JPEG, GIF and WebP with alternative text, and only the cutline of a damaged one', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
    const files = {
      'image/png': pngOf(3, 2),
      'image/jpeg': jpegWithMetadata(),
      'image/gif': new Uint8Array(gif),
      'image/webp': plainWebp(),
      damaged: pngOf(3, 2).subarray(0, 40),
    }
    const pictures = new Map(Object.values(files).map((bytes) => [hashBytes(bytes), bytes]))
    const blocks = Object.entries(files).map(([mediaType, bytes]) =>
      block('cutline', `Cutline of ${mediaType}`, {
        picture: {
          file: hashBytes(bytes),
          mediaType: mediaType === 'damaged' ? 'image/png' : mediaType,
          width: 3,
          height: 2,
          alt: `Alt of ${mediaType}`,
          credit: 'Ida',
          rights: '',
          captured: '',
        },
      }),
    )
    const { bytes, losses } = await write([block('headline', 'Pictures'), ...blocks], 'en', pictures)
    const { words, around } = textsOf(bytes)
    for (const name of Object.keys(files)) expect(words).toContain(`Cutline of ${name} (Ida)`)
    expect(around.match(/Alt of [\w/]+/g)?.sort()).toEqual([
      'Alt of image/gif',
      'Alt of image/jpeg',
      'Alt of image/png',
      'Alt of image/webp',
    ])
    expect(losses).toEqual([{ what: 'pictures', count: 1, example: 'Alt of damaged' }])
  })

  test('is marked as draft or withdrawn, and nests lists as a web page does', async () => {
    const list = [
      [1, 'one'],
      [3, 'two'],
      [1, 'three'],
    ] as const
    const { bytes } = await WRITERS.pdf.write(
      inputFor(
        withBlocks([
          block('headline', 'Talks'),
          ...list.map(([level, text]) => block('listItem', text, { level, list: level === 1 ? 'ordered' : 'bullet' })),
        ]),
        { draft: true },
      ),
    )
    expect(textsOf(bytes).words.replace(/\s+/g, ' ')).toMatch(
      /^DRAFT\. Not for publication\. Talks .*1\. one • two 2\. three/,
    )
  })
})
