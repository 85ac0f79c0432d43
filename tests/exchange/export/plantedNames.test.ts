import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strToU8, zipSync } from 'fflate'
import { deflateSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import { outputTexts } from '../../../src/exchange/export/readBack/outputTexts'
import { finishPdf } from '../../../src/exchange/export/pdf/finishPdf'
import type { PagePart, PageRun } from '../../../src/exchange/export/pdf/pageParts'
import { readPlainPdf } from '../../../src/exchange/export/pdf/read/readPlainPdf'
import { typeset } from '../../../src/exchange/export/pdf/typst/typeset'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import { prepare } from '../../../src/projection/scan/prepared'
import { findTerm } from '../../../src/projection/scan/seek/seekTerm'
import { jpegWithMetadata, pngOf } from '../../builders/files/pictures'
import { SECRET } from '../busanStory'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const NAME = 'Park Min-seo'
type Typeset = (name: string) => readonly PagePart[]
const graf = (...runs: readonly PageRun[]): PagePart => ({ kind: 'paragraph', runs })
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const CLEAN = 'talks.txt'

/** Tells whether the scan finds the name in a finished output. */
async function caught(bytes: Uint8Array | string, mediaType: string, fileName = CLEAN): Promise<boolean> {
  const texts = await outputTexts(typeof bytes === 'string' ? strToU8(bytes) : bytes, mediaType)
  return texts.some((text) => scanForLeaks({ ...text, fileName }, protectedTerms([SECRET]), [], []).length > 0)
}

const entities = (text: string, write: (code: number) => string): string =>
  [...text].map((character) => write(character.codePointAt(0) ?? 0)).join('')
const w = (inside: string): string => `<w:document xmlns:w="w"><w:body>${inside}</w:body></w:document>`
const runs = (...texts: readonly string[]): string =>
  w(`<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`).join('')}</w:p>`)
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const change = (name: 'ins' | 'del', text: string): string =>
  `<w:${name} w:id="1" w:author="Desk">` +
  `${name === 'del' ? run(text).replaceAll('w:t', 'w:delText') : run(text)}</w:${name}>`
const end = (name: 'ins' | 'del'): string => `<w:${name} w:id="1" w:author="Desk"/>`
const docx = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'word/document.xml': runs('Talks ended.'), ...parts }).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )

const bytesOf = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part, 'utf8') : part)]))
const packed = (text: string): Uint8Array => deflateSync(Buffer.from(text, 'utf8'))
/** Pictures with a name where programs write: PNG 11.3, JPEG comment. */
const pictures = (name: string): Readonly<Record<string, Uint8Array>> => ({
  'PNG tEXt': pngOf(3, 2, ['tEXt', bytesOf('Author\0', name)]),
  'PNG zTXt': pngOf(3, 2, ['zTXt', bytesOf('Author\0\0', packed(name))]),
  'PNG iTXt': pngOf(3, 2, ['iTXt', bytesOf('Author\0\0\0en\0\0', name)]),
  'PNG iTXt, compressed': pngOf(3, 2, ['iTXt', bytesOf('Author\0\u0001\0en\0Autor\0', packed(name))]),
  'PNG profile': pngOf(3, 2, ['iCCP', bytesOf('profile\0\0', packed(name))]),
})
const dataUri = (bytes: Uint8Array): string =>
  `<p>x</p><img alt="" src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">`

async function pdf(make: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([300, 300]).drawText('The talks ended.', { x: 20, y: 200, size: 12 })
  make(document)
  return document.save()
}

describe('a protected name in a finished output is caught', () => {
  test.each([
    ['in the words of a page', `<p>${NAME}</p>`, 'text/html'],
    ['as decimal entities', `<p>${entities(NAME, (code) => `&#${code};`)}</p>`, 'text/html'],
    ['as hexadecimal entities', `<p>${entities(NAME, (code) => `&#x${code.toString(16)};`)}</p>`, 'application/xml'],
    ['across marks', '<p>Pa<b>rk</b> M<i>in-</i>seo</p>', 'text/html'],
    ['in an attribute', `<p title="${NAME}">x</p>`, 'text/html'],
    ['in a comment', `<p>x</p><!-- ${NAME} -->`, 'text/html'],
    ['in an address', '<a href="https://example.org/park-min-seo">x</a>', 'text/html'],
    ['in JSON', JSON.stringify({ headline: NAME }), 'application/json'],
    [
      'in JSON, escaped',
      `{"headline":"${entities(NAME, (code) => `\\u${code.toString(16).padStart(4, '0')}`)}"}`,
      'application/json',
    ],
    ['in Markdown, with marks inside', 'Pa**rk** *Min-seo* said', 'text/markdown'],
    ['in other letters', 'ＰＡＲＫ　ＭＩＮ－ＳＥＯ', 'text/plain'],
  ])('%s', async (_, text, mediaType) => {
    expect(await caught(text, mediaType)).toBe(true)
    expect(
      await caught(
        text
          .replace(/(?:&#x?[\da-f]+;|\\u[\da-f]{4}){4,}/gi, 'x')
          .replace(/Pa(?:\*\*|<b>)?rk|park|ＰＡＲＫ/gi, 'Nobody'),
        mediaType,
      ),
    ).toBe(false)
  })

  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    [
      'split across runs',
      { 'word/document.xml': runs('Pa', 'rk Mi', 'n-seo') },
      { 'word/document.xml': runs('No', 'bo', 'dy') },
    ],
    ['as entities', { 'word/document.xml': runs(entities(NAME, (code) => `&#${code};`)) }, {}],
    [
      'in a core property',
      { 'docProps/core.xml': `<cp:coreProperties><dc:creator>${NAME}</dc:creator></cp:coreProperties>` },
      { 'docProps/core.xml': '<cp:coreProperties><dc:creator>Desk</dc:creator></cp:coreProperties>' },
    ],
    [
      'in a comment',
      { 'word/comments.xml': `<w:comments><w:comment w:author="${NAME}"><w:p/></w:comment></w:comments>` },
      { 'word/comments.xml': '<w:comments><w:comment w:author="Desk"/></w:comments>' },
    ],
    [
      'in a link',
      {
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="mailto:park.min-seo@example.org"/></Relationships>',
      },
      {},
    ],
    ['in the name of a part', { 'word/media/park-min-seo.png': '' }, { 'word/media/1.png': '' }],
  ])('in a Word document, %s', async (_, planted, clean) => {
    expect(await caught(docx(planted), DOCX)).toBe(true)
    expect(await caught(docx(clean), DOCX)).toBe(false)
  })

  test.each<readonly [string, string, string]>([
    [
      'when words between are taken out',
      run('Park ') + change('del', 'met Lee ') + run('Min-seo'),
      run('Park ') + run('met Lee ') + run('Min-seo'),
    ],
    ['when the end of a word is taken out', run('the MS') + change('del', 'G'), run('the MS') + run('G')],
    [
      'when letters between are not put in',
      run('Park Mi') + change('ins', 'dtow') + run('n-seo'),
      run('Park Mi') + run('dtow') + run('n-seo'),
    ],
    [
      'when one end is put in and another taken out',
      change('ins', 'Park ') + change('del', 'with ') + run('Min-seo'),
      change('ins', 'Park ') + run('with ') + run('Min-seo'),
    ],
    [
      'when a paragraph’s end is taken out',
      `<w:pPr><w:rPr>${end('del')}</w:rPr></w:pPr>${run('Pa')}</w:p><w:p>${run('rk Min-seo')}`,
      `${run('Pa')}</w:p><w:p>${run('rk Min-seo')}`,
    ],
    [
      'when a paragraph’s end is not put in',
      `<w:pPr><w:rPr>${end('ins')}</w:rPr></w:pPr>${run('Pa')}</w:p><w:p>${run('rk Min-seo')}`,
      `${run('Pa')}</w:p><w:p>${run('rk Min-seo')}`,
    ],
  ])('in a Word document, %s', async (_, planted, clean) => {
    expect(await caught(docx({ 'word/document.xml': w(`<w:p>${planted}</w:p>`) }), DOCX)).toBe(true)
    expect(await caught(docx({ 'word/document.xml': w(`<w:p>${clean}</w:p>`) }), DOCX)).toBe(false)
  })

  test.each(Object.keys(pictures('')))('in a picture: %s', async (place) => {
    const [named, nameless] = [pictures(`by ${NAME}`)[place], pictures('by nobody')[place]]
    if (!named || !nameless) throw new Error(place)
    expect([
      await caught(docx({ 'word/media/1.png': named }), DOCX),
      await caught(dataUri(named), 'text/html'),
    ]).toEqual([true, true])
    expect([
      await caught(docx({ 'word/media/1.png': nameless }), DOCX),
      await caught(dataUri(nameless), 'text/html'),
    ]).toEqual([false, false])
  })

  test('in what a camera wrote into a JPEG', async () => {
    const named = bytesOf(
      jpegWithMetadata().subarray(0, 2),
      Uint8Array.from([0xff, 0xfe, 0, 2 + NAME.length]),
      NAME,
      jpegWithMetadata().subarray(2),
    )
    expect([
      await caught(docx({ 'word/media/1.jpg': named }), DOCX),
      await caught(docx({ 'word/media/1.jpg': jpegWithMetadata() }), DOCX),
    ]).toEqual([true, false])
  })

  test.each<readonly [string, (document: PDFDocument) => void]>([
    [
      'in a compressed stream',
      (document) => {
        document.getPage(0).drawText(`${NAME} said`, { x: 20, y: 100, size: 12 })
      },
    ],
    [
      'in Info',
      (document) => {
        document.setAuthor(NAME)
      },
    ],
    [
      'in XMP',
      ({ catalog, context }) => {
        catalog.set(
          PDFName.of('Metadata'),
          context.register(
            context.stream(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${NAME}</x:xmpmeta>`, {
              Type: 'Metadata',
              Subtype: 'XML',
            }),
          ),
        )
      },
    ],
  ])('in a PDF, %s', async (_, plant) => {
    const bytes = await pdf(plant)
    expect(await caught(bytes, 'application/pdf')).toBe(true)
    expect(await caught(await pdf(() => undefined), 'application/pdf')).toBe(false)
  })

  test.each<readonly [string, Typeset]>([
    ['in the words of a page', (name) => [graf({ text: `${name} said` })]],
    [
      'split across runs of several styles',
      (name) => [
        graf({ text: name.slice(0, 2), bold: true }, { text: name.slice(2, 6) }, { text: name.slice(6), italic: true }),
      ],
    ],
    [
      'broken by the end of a line',
      (name) => [graf({ text: `${'word '.repeat(60)}${`${name} `.repeat(9)}${'word '.repeat(60)}` })],
    ],
    ['in a heading', (name) => [{ kind: 'headline', runs: [{ text: name }] }]],
    [
      'in a cell',
      (name) => [
        {
          kind: 'table',
          header: true,
          rows: [[{ header: true, runs: [{ text: 'Who' }] }], [{ header: false, runs: [{ text: name }] }]],
        },
      ],
    ],
    [
      'in the address of a link',
      (name) => [graf({ text: 'here', href: `https://example.org/${name.toLowerCase().replace(' ', '-')}` })],
    ],
    [
      'in the alternative text of a picture',
      (name) => [{ kind: 'picture', picture: { bytes: pngOf(3, 2), width: 3, height: 2, alt: name }, runs: [] }],
    ],
    ['with spaces that share a glyph', (name) => [graf({ text: `a b c ${name.replace(' ', '\u00a0')} d e` })]],
  ])('in a page that was typeset, %s', async (_, parts) => {
    const made = (name: string): Uint8Array =>
      finishPdf(typeset({ language: 'en', headlineSize: 24, parts: parts(name) }), {
        title: 'Talks',
        language: 'en',
        publisher: '',
        date: '2026-10-30T09:00:00Z',
      })
    expect([
      await caught(made(NAME), 'application/pdf'),
      await caught(made('Peter Smith-x'), 'application/pdf'),
    ]).toEqual([true, false])
    // Found by our own reader, not because it gave up.
    expect(readPlainPdf(made(NAME))).toBeDefined()
  })

  test.each([
    ['박민서', '어제 박민서가 말했다'],
    ['ليلى حداد', 'قالت ليلى حداد أمس'],
    ['דוד לוי', 'אמר דוד לוי אתמול'],
    ['王小明', '王小明说'],
    ['Иванова', 'сказала Иванова вчера'],
    ['Müller-Brandt', 'so Müller-Brandt'],
  ])('in a page that was typeset, in its script: %s', async (name, sentence) => {
    const made = (text: string): Uint8Array => typeset({ language: 'en', headlineSize: 24, parts: [graf({ text })] })
    const found = async (bytes: Uint8Array): Promise<boolean> =>
      (await outputTexts(bytes, 'application/pdf')).some(
        (text) =>
          scanForLeaks({ ...text, fileName: '' }, protectedTerms([{ ...SECRET, name, aliases: [] }]), [], []).length >
          0,
      )
    expect([await found(made(sentence)), await found(made(sentence.replace(name, 'x')))]).toEqual([true, false])
  })

  test.each<readonly [string, string, string, (name: string) => readonly PagePart[]]>([
    ['in Arabic with its vowels', 'محمد حداد', 'مُحَمَّد حَدَّاد', (name) => [graf({ text: `قال ${name} أمس` })]],
    [
      'with marks that no letter has built in',
      'Mārta Quill',
      'M\u0304arta Q\u030bu\u0331ill',
      (name) => [graf({ text: `so ${name} said` })],
    ],
    [
      'with several marks on a letter',
      'Ọ̀ṣun Adé',
      'O\u0323\u0300s\u0323un Ade\u0301',
      (name) => [graf({ text: `so ${name} said` })],
    ],
    ['as digits of another script', '٠١٠٥٥٥٥٠١٩٩', '٠١٠٥٥٥٥٠١٩٩', (name) => [graf({ text: `رقم ${name} هنا` })]],
    [
      'at the left end of a line from right to left',
      'Wałęsa',
      'Wałęsa',
      (name) => [graf({ text: `${name} the talks 12 השיחות נמשכו “quoted” 100 قال ${name} fjord office `.repeat(25) })],
    ],
    [
      'broken by the end of a line',
      '박민서',
      '박민서',
      (name) =>
        Array.from({ length: 12 }, (_, words) => graf({ text: `${'가'.repeat(30 + words)}${name}${'가'.repeat(40)}` })),
    ],
    [
      'broken by a narrow cell',
      'Quillington',
      'Quillington',
      (name) => [
        {
          kind: 'table',
          header: false,
          rows: [
            [name, ...Array.from({ length: 9 }, () => 'twelve words')].map((text) => ({
              header: false,
              runs: [{ text }],
            })),
          ],
        },
      ],
    ],
  ])('in a page that was typeset, %s, as often as it is there', async (_, name, written, parts) => {
    const direction = /\p{Script=Arabic}/u.test(written) ? 'ar' : 'en'
    for (const language of new Set([direction, 'ar'])) {
      const bytes = typeset({ language, headlineSize: 24, parts: parts(written) })
      expect(readPlainPdf(bytes)).toBeDefined()
      const places = (await outputTexts(bytes, 'application/pdf')).map(
        ({ text }) => findTerm(prepare(text), { label: 'Source A', what: 'name', term: name }).length,
      )
      expect(Math.max(...places)).toBe(JSON.stringify(parts(written)).split(written).length - 1)
    }
  })

  test.each(['010-5555-0199', '010 5555 0199', '(02) 555-0199', '02-555 0199', '٠١٠ ٥٥٥٥ ٠١٩٩', '٠١٠-٥٥٥٥-٠١٩٩'])(
    'a number among words from right to left in a page that was typeset: %s',
    async (number) => {
      const terms = protectedTerms([{ ...SECRET, name: 'Nobody Here', aliases: [], contact: number }])
      const other = number.replace(/[5٥]/gu, (digit) => (digit === '5' ? '4' : '٤'))
      const found = async (text: string, language: string): Promise<boolean> => {
        const bytes = typeset({ language, headlineSize: 24, parts: [graf({ text }), graf({ text: 'كلمة' })] })
        expect(readPlainPdf(bytes)).toBeDefined()
        return (await outputTexts(bytes, 'application/pdf')).some(
          (one) => scanForLeaks({ ...one, fileName: '' }, terms, [], []).length > 0,
        )
      }
      for (const language of ['ar', 'he', 'en'])
        for (const [before, after] of [
          ['هاتف', 'هنا'],
          ['טלפון', 'כאן'],
          ['', ''],
          ['call هاتف', 'today'],
        ] as const) {
          const text = (written: string): string => `${before} ${written} ${after}`.trim()
          expect([language, before, await found(text(number), language), await found(text(other), language)]).toEqual([
            language,
            before,
            true,
            false,
          ])
        }
      // Moves the number along the line, so that line ends break it, too.
      for (const word of ['هاتف', 'טלפון']) {
        const missed: number[] = []
        for (let words = 12; words < 30; words++)
          if (!(await found(`${`${word} `.repeat(words)}${number} ${`${word} `.repeat(12)}`, 'ar'))) missed.push(words)
        expect([word, missed]).toEqual([word, []])
      }
    },
  )

  test('broken by the end of a page', async () => {
    const made = (text: string): Uint8Array => typeset({ language: 'en', headlineSize: 24, parts: [graf({ text })] })
    const wordsOf = (bytes: Uint8Array): string => readPlainPdf(bytes)?.words ?? ''
    const onFirst =
      wordsOf(made('word '.repeat(900)))
        .split('\f')[0]
        ?.match(/word/g)?.length ?? 0
    const bytes = made(`${'word '.repeat(onFirst - 1)}${NAME} ${'word '.repeat(50)}`)
    expect(wordsOf(bytes)).toMatch(/word Park \n1\/2\fMin-seo word/)
    expect(await caught(bytes, 'application/pdf')).toBe(true)
  })

  test('in the file name', async () => {
    expect([
      await caught('x', 'text/plain', 'park-min-seo-talks.txt'),
      await caught('x', 'text/plain', 'Park%20Min-seo.txt'),
      await caught('x', 'text/plain'),
    ]).toEqual([true, true, false])
  })
})
