import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { ImportError } from '../../../src/exchange/import/parts/importError'
import type { ImportedFile } from '../../../src/exchange/import/parts/importedStory'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph, run, styled } from '../../builders/files/docxOf'
import { within } from '../../builders/time/processorTime'
import { zipOf } from '../../builders/files/zipOf'
import { filesUnder, haveSchemas, readShared, withSchemas } from '../sharedFolder'

/** Limits for any file: processor time of this thread, and growth of peak memory. */
const MILLISECONDS = 2000
const MEGABYTES = 200

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The imported file, or the message of its refusal. */
type Outcome = ImportedFile | string

/** Imports a file. Fails if it exceeds the limits, or if a refusal does not say that nothing changed. */
async function outcomeOf(name: string, bytes: Uint8Array): Promise<Outcome> {
  const before = process.resourceUsage().maxRSS
  const outcome = await within(MILLISECONDS, async () => {
    try {
      return await importFile(name, bytes)
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      expect(error.message).toMatch(/ was not imported: .+\. Nothing in the library changed\. /s)
      return error.message
    }
  })
  expect((process.resourceUsage().maxRSS - before) / 1024, 'megabytes more').toBeLessThan(MEGABYTES)
  return outcome
}

const wordsOf = (outcome: Outcome): string =>
  typeof outcome === 'string' ? '' : outcome.stories.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')
const nested = (open: string, close: string, times: number, inside = 'x') =>
  `${open.repeat(times)}${inside}${close.repeat(times)}`
const NITF = (inside: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<nitf><body><body.content>${inside}</body.content></body></nitf>`

// The limits above are of processor time; a busy machine may take many times as long.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const connections = vi.spyOn(Socket.prototype, 'connect')
beforeAll(async () => {
  // Loads the code of the readers before anything is measured.
  await Promise.all([
    importFile('a.html', utf8('<p>One.</p>')),
    importFile('a.xml', utf8(NITF('<p>x</p>'))),
    importFile('a.json', utf8('{"uri":"a","headline":"x"}')),
    importFile('a.docx', docxOf(paragraph('x'))),
    importFile('a.md', utf8('x')),
  ])
})
afterAll(() => {
  expect(connections).not.toHaveBeenCalled()
})

describe('XML without document types and entities', () => {
  const DECLARES = 'its document type declares its own entities or elements'
  const LAUGHS =
    `<!DOCTYPE nitf [<!ENTITY a0 "ha">` +
    `${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}` +
    `]>`
  test.each([
    ['billion laughs', NITF('<p>&a30;</p>', LAUGHS), DECLARES],
    [
      'quadratic blow-up',
      NITF(`<p>${'&a;'.repeat(50_000)}</p>`, `<!DOCTYPE nitf [<!ENTITY a "${'a'.repeat(50_000)}">]>`),
      DECLARES,
    ],
    ['an external entity', NITF('<p>&x;</p>', '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), DECLARES],
    [
      'a parameter entity',
      NITF('<p>x</p>', '<!DOCTYPE nitf [<!ENTITY % d SYSTEM "http://127.0.0.1:9/d.dtd">%d;]>'),
      DECLARES,
    ],
    ['an undeclared entity', NITF('<p>&secret;</p>'), 'undefined entity'],
    ['attribute defaults of its own', NITF('<p>x</p>', '<!DOCTYPE nitf [<!ATTLIST p a CDATA "b">]>'), DECLARES],
  ])('%s is refused', async (_, xml, problem) => {
    expect(await outcomeOf('feed.xml', utf8(xml))).toContain(problem)
  })

  test('an external document type is skipped, and XInclude stays an element', async () => {
    expect(
      wordsOf(
        await outcomeOf(
          'feed.xml',
          utf8(
            NITF(
              '<p>Words.</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" ' +
                'parse="text"/>',
              '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">',
            ),
          ),
        ),
      ),
    ).toBe('Words.')
  })

  test('a Word document with an external entity is refused', async () => {
    const parts = (document: string) =>
      zipOf([
        { name: '_rels/.rels', data: '<Relationships/>' },
        { name: 'word/document.xml', data: document },
      ])
    expect(
      await outcomeOf(
        'a.docx',
        parts(
          `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r>` +
            `<w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      ),
    ).toContain(DECLARES)
  })
})

describe('long runs of one character', () => {
  const LONG = 100_000
  const dateline = (text: string): readonly (readonly [string, string])[] => [
    [
      'a.xml',
      `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g">` +
        `<contentMeta><headline>x</headline><dateline>${text}</dateline></contentMeta></newsItem>`,
    ],
    [
      'a.html',
      `<script type="application/ld+json">` +
        `${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', dateline: text })}</script><p>x</p>`,
    ],
  ]
  test.each(['-', '—', '–', '1', ' ', '(', ', 1'])(
    'a dateline of “%s” is refused or read within the limits',
    async (sign) => {
      for (const [name, text] of dateline(`BUSAN, ${sign.repeat(LONG)}, x`)) await outcomeOf(name, utf8(text))
    },
  )
})

describe('deep nesting', () => {
  const DEEP = 100_000
  test.each([
    ['HTML', 'a.html', nested('<div>', '</div>', DEEP)],
    ['HTML inline', 'a.html', nested('<b>', '</b>', DEEP)],
    ['HTML lists', 'a.html', nested('<ul><li>', '</li></ul>', DEEP)],
    ['HTML tables', 'a.html', nested('<table><tr><td>', '</td></tr></table>', DEEP)],
    ['NITF', 'a.xml', NITF(nested('<block>', '</block>', DEEP))],
    ['unclosed XML', 'a.xml', '<nitf>'.repeat(DEEP)],
    ['ninjs', 'a.json', `{"uri":"a","headline":"x","more":${nested('[', ']', DEEP, '')}}`],
    ['HTML in ninjs', 'a.json', JSON.stringify({ uri: 'a', body_html: nested('<i>', '</i>', DEEP) })],
    ['Markdown quotes', 'a.md', `${'> '.repeat(DEEP)}x`],
    ['Markdown lists', 'a.md', `${'- '.repeat(DEEP)}x`],
    ['Markdown brackets', 'a.md', nested('[', ']', DEEP)],
    ['Markdown stars', 'a.md', nested('*a ', '*', 20_000)],
    [
      'HTML formatting that is never closed',
      'a.html',
      `${Array.from({ length: 900 }, (_, at) => `<font color=${at}>`).join('')}${'<p>x'.repeat(200)}`,
    ],
  ])('%s is refused or read within the limits', async (_, name, text) => {
    const outcome = await outcomeOf(name, utf8(text))
    expect(typeof outcome === 'string' || wordsOf(outcome).length > 0).toBe(true)
  })

  test('deep tables in a Word document are refused', async () => {
    expect(
      await outcomeOf('a.docx', docxOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', DEEP, paragraph('x')))),
    ).toContain('its elements are nested more than 1,000 deep')
  })
})

describe('archives', () => {
  const document = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>'
  const withEntries = (...entries: Parameters<typeof zipOf>[0]) =>
    zipOf([{ name: 'word/document.xml', data: document }, ...entries])
  const OUTSIDE = 'it refers to a place outside itself'
  const bomb = new Uint8Array(60 * 1024 * 1024).fill(0x20)
  test.each([
    [
      'a part that unpacks to a thousand times its size',
      () => zipOf([{ name: 'word/document.xml', data: bomb }]),
      'as a zip bomb does',
    ],
    [
      'a part with a false size',
      () => zipOf([{ name: 'word/document.xml', data: bomb, saysSize: 1000 }]),
      'is damaged (',
    ],
    ['a name that leaves the archive', () => withEntries({ name: '../../outside.xml', data: 'x' }), OUTSIDE],
    ['an absolute name', () => withEntries({ name: '/etc/passwd', data: 'x' }), OUTSIDE],
    ['a drive of Windows', () => withEntries({ name: 'C:\\Windows\\x', data: 'x' }), OUTSIDE],
    [
      'a link instead of the copy',
      () => zipOf([{ name: 'word/document.xml', data: '/etc/passwd', mode: 0o120777 }]),
      'is a link to another place',
    ],
    [
      'two parts of one name',
      () => withEntries({ name: 'word/document.xml', data: document }),
      'it contains “word/document.xml” twice',
    ],
    [
      'more parts than a document has',
      () => withEntries(...Array.from({ length: 6000 }, (_, at) => ({ name: `a${at}`, data: '' }))),
      'it contains 6,001 parts',
    ],
  ])('%s is refused', async (_, make, problem) => {
    expect(await outcomeOf('a.docx', make())).toContain(problem)
  })

  test('a zip bomb beside the copy or in an inner archive is never unpacked', async () => {
    expect(
      wordsOf(
        await outcomeOf(
          'a.docx',
          withEntries(
            { name: 'word/media/bomb.png', data: bomb },
            { name: 'word/embeddings/inner.zip', data: zipOf([{ name: 'b', data: bomb }]) },
          ),
        ),
      ),
    ).toBe('x')
  })

  test('a picture outside the document is neither read nor fetched (CVE-2025-11849)', async () => {
    const outcome = await outcomeOf(
      'a.docx',
      docxOf(
        paragraph(`${run('Words.')}<w:r><w:drawing><wp:docPr descr="Secret"/><a:blip r:link="p1"/></w:drawing></w:r>`),
        { links: { p1: 'file:///etc/passwd' } },
      ),
    )
    expect([wordsOf(outcome), JSON.stringify(outcome).includes('root:')]).toEqual(['Words.', false])
  })

  test('10,000 comments are kept', async () => {
    const comments = Array.from(
      { length: 10_000 },
      (_, at) => `<w:comment w:id="${at}" w:author="Lee">${paragraph(`Comment ${at}`)}</w:comment>`,
    ).join('')
    const ranges = Array.from(
      { length: 10_000 },
      (_, at) => `<w:commentRangeStart w:id="${at}"/>${run('x')}<w:commentRangeEnd w:id="${at}"/>`,
    ).join('')
    const outcome = await outcomeOf('a.docx', docxOf(styled('Title', 'H') + paragraph(ranges), { comments }))
    const story = typeof outcome === 'string' ? undefined : outcome.stories[0]
    expect([story?.losses, story?.review?.comments.length, story?.review?.marked[1]?.spans.length]).toEqual([
      [],
      10_000,
      10_000,
    ])
  })

  test('of 10,000 comments on the same text, 200 keep their places, and the others are listed', async () => {
    const comments = Array.from(
      { length: 10_000 },
      (_, at) => `<w:comment w:id="${at}" w:author="Lee">${paragraph(`Comment ${at}`)}</w:comment>`,
    ).join('')
    const starts = Array.from({ length: 10_000 }, (_, at) => `<w:commentRangeStart w:id="${at}"/>`).join('')
    const outcome = await outcomeOf(
      'a.docx',
      docxOf(styled('Title', 'H') + paragraph(starts) + paragraph(run('x')).repeat(1000), { comments }),
    )
    const story = typeof outcome === 'string' ? undefined : outcome.stories[0]
    expect([story?.losses, story?.review?.comments.length, story?.review?.marked[1]?.spans.length]).toEqual([
      [{ what: 'places of comments that overlap hundreds of others', count: 9800, example: 'Comment 200' }],
      10_000,
      200,
    ])
  })
})

describe('hostile pages', () => {
  // CVE-2023-2318, CVE-2025-24028, CVE-2025-14284
  test('of scripts, handlers and forbidden addresses only visible text is kept', async () => {
    const outcome = await outcomeOf(
      'a.html',
      utf8(
        '<h1>H</h1><p onclick="x()">A <a href="javascript:alert(1)">bad</a> <a href="&#106;' +
          'avascript:alert(1)">worse</a> <a href=" data:text/html,x">data</a> <img src=x ' +
          'onerror="alert(1)"><svg onload="x()"><script>y()</script></svg>&lt;img src=x onerror=z()&gt;</p>',
      ),
    )
    expect([
      wordsOf(outcome),
      typeof outcome === 'string' ? [] : outcome.stories.flatMap(({ blocks }) => blocks.flatMap(({ spans }) => spans)),
    ]).toEqual(['H\nA bad worse data <img src=x onerror=z()>', []])
  })

  test.each([
    ['100,000 attributes', `<h1>H</h1><p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`],
    ['50,000 breaks', `<h1>H</h1><p>x${'<br>'.repeat(50_000)}</p>`],
    ['2 MB of one word', `<h1>H</h1><p>${'x'.repeat(2_000_000)}</p>`],
    ['an unclosed comment', `<h1>H</h1>${'<!--'.repeat(200_000)}`],
    ['a long style attribute', `<h1>H</h1><p style="${'font-weight:'.repeat(100_000)}">x</p>`],
    ['20,000 grafs', `<h1>H</h1>${'<p>One graf.</p>'.repeat(20_000)}`],
  ])('%s: read within the limits', async (_, html) => {
    expect(wordsOf(await outcomeOf('a.html', utf8(html)))).not.toBe('')
  })
})

describe('wrong file names', () => {
  const kinds: Readonly<Record<string, Uint8Array>> = {
    txt: utf8('Talks end\n\nThey ended.'),
    html: utf8('<!doctype html><h1>Talks</h1>'),
    xml: utf8(NITF('<p>Talks</p>')),
    json: utf8('{"uri":"a","headline":"Talks"}'),
    docx: docxOf(paragraph('Talks')),
  }
  test('the content decides how a file is read, whatever its name', async () => {
    for (const [kind, bytes] of Object.entries(kinds)) {
      for (const ending of Object.keys(kinds)) {
        const outcome = await outcomeOf(`a.${ending}`, bytes)
        if (typeof outcome !== 'string')
          expect([
            kind,
            ending,
            outcome.note !== undefined || kind === ending || kind === 'txt' || ending === 'txt',
            wordsOf(outcome).includes('Talks'),
          ]).toEqual([kind, ending, true, true])
      }
    }
  })
})

describe.skipIf(!haveSchemas)(withSchemas('damaged files'), () => {
  const samples = filesUnder('samples/reference-story').filter((path) => /\.(?:json|xml|docx)$/.test(path))

  test('truncated files are refused or read', async () => {
    for (const path of samples) {
      const bytes = readShared(path)
      for (let part = 1; part < 8; part++) await outcomeOf(path, bytes.slice(0, Math.floor((bytes.length * part) / 8)))
    }
  })

  test('files with flipped bits are refused or read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 7 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (path, flips) => {
          const bytes = Uint8Array.from(readShared(path))
          for (const [place, bit] of flips)
            bytes[Math.floor(place * bytes.length)] = (bytes[Math.floor(place * bytes.length)] ?? 0) ^ (1 << bit)
          await outcomeOf(path, bytes)
        },
      ),
      { numRuns: 300, seed: 11 },
    )
  })
})
