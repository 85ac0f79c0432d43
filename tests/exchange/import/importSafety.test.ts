import { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import fc from 'fast-check'
import { ImportError } from '../../../src/exchange/import/parts/importError'
import type { ImportedFile } from '../../../src/exchange/import/parts/importedStory'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph, run, styled } from '../../builders/docxOf'
import { within } from '../../builders/processorTime'
import { zipOf } from '../../builders/zipOf'
import { filesUnder, haveSchemas, readShared, withSchemas } from '../sharedFolder'

/** What a file may cost, whatever is in it: processor time of this thread, and more memory at its highest. */
const MILLISECONDS = 2000
const MEGABYTES = 200

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const REFUSED = 'refused'

/** What became of a file: refused with a sentence for people, or read; within its bounds either way. */
async function fateOf(name: string, bytes: Uint8Array): Promise<ImportedFile | typeof REFUSED> {
  const before = process.resourceUsage().maxRSS
  const fate = await within(MILLISECONDS, async () => {
    try {
      return await importFile(name, bytes)
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      expect(error.message).toMatch(/ was not imported: .+\. Nothing in the library changed\. /s)
      return REFUSED
    }
  })
  expect((process.resourceUsage().maxRSS - before) / 1024, 'megabytes more').toBeLessThan(MEGABYTES)
  return fate
}

const wordsOf = (fate: ImportedFile | typeof REFUSED): string =>
  fate === REFUSED ? '' : fate.stories.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')
const nested = (open: string, close: string, times: number, inside = 'x') =>
  `${open.repeat(times)}${inside}${close.repeat(times)}`
const NITF = (inside: string, doctype = '') =>
  `<?xml version="1.0"?>${doctype}<nitf><body><body.content>${inside}</body.content></body></nitf>`

const connections = vi.spyOn(Socket.prototype, 'connect')
beforeAll(async () => {
  // The readers' own code is loaded before anything is measured.
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
  const LAUGHS = `<!DOCTYPE nitf [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`).join('')}]>`
  test.each([
    ['billion laughs', NITF('<p>&a30;</p>', LAUGHS)],
    [
      'quadratic blow-up',
      NITF(`<p>${'&a;'.repeat(50_000)}</p>`, `<!DOCTYPE nitf [<!ENTITY a "${'a'.repeat(50_000)}">]>`),
    ],
    ['an external entity', NITF('<p>&x;</p>', '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ['a parameter entity', NITF('<p>x</p>', '<!DOCTYPE nitf [<!ENTITY % d SYSTEM "http://127.0.0.1:9/d.dtd">%d;]>')],
    ['an entity that nobody declared', NITF('<p>&secret;</p>')],
    ['attribute defaults of its own', NITF('<p>x</p>', '<!DOCTYPE nitf [<!ATTLIST p a CDATA "b">]>')],
  ])('%s is refused', async (_, xml) => {
    expect(await fateOf('feed.xml', utf8(xml))).toBe(REFUSED)
  })

  test('a document type that names an outside one is passed over, and XInclude stays an element', async () => {
    expect(
      wordsOf(
        await fateOf(
          'feed.xml',
          utf8(
            NITF(
              '<p>Words.</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>',
              '<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">',
            ),
          ),
        ),
      ),
    ).toBe('Words.')
  })

  test('the same tricks inside a Word document are refused', async () => {
    const parts = (document: string) =>
      zipOf([
        { name: '_rels/.rels', data: '<Relationships/>' },
        { name: 'word/document.xml', data: document },
      ])
    expect(
      await fateOf(
        'a.docx',
        parts(
          `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      ),
    ).toBe(REFUSED)
  })
})

describe('one sign without end', () => {
  const LONG = 100_000
  const dateline = (text: string): readonly (readonly [string, string])[] => [
    [
      'a.xml',
      `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentMeta><headline>x</headline><dateline>${text}</dateline></contentMeta></newsItem>`,
    ],
    [
      'a.html',
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'x', dateline: text })}</script><p>x</p>`,
    ],
  ]
  test.each(['-', '—', '–', '1', ' ', '(', ', 1'])(
    'a dateline of “%s” is refused or read within its bounds',
    async (sign) => {
      for (const [name, text] of dateline(`BUSAN, ${sign.repeat(LONG)}, x`)) await fateOf(name, utf8(text))
    },
  )
})

describe('nesting without end', () => {
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
      'HTML formatting that never closes',
      'a.html',
      `${Array.from({ length: 900 }, (_, at) => `<font color=${at}>`).join('')}${'<p>x'.repeat(200)}`,
    ],
  ])('%s is refused or read within its bounds', async (_, name, text) => {
    const fate = await fateOf(name, utf8(text))
    expect(fate === REFUSED || wordsOf(fate).length > 0).toBe(true)
  })

  test('in a Word document', async () => {
    expect(
      await fateOf('a.docx', docxOf(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', DEEP, paragraph('x')))),
    ).toBe(REFUSED)
  })
})

describe('archives', () => {
  const document = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>'
  const withEntries = (...entries: Parameters<typeof zipOf>[0]) =>
    zipOf([{ name: 'word/document.xml', data: document }, ...entries])
  const bomb = new Uint8Array(60 * 1024 * 1024).fill(0x20)
  test.each([
    ['a part that unpacks to a thousand times its size', () => zipOf([{ name: 'word/document.xml', data: bomb }])],
    ['a part that says it is small', () => zipOf([{ name: 'word/document.xml', data: bomb, saysSize: 1000 }])],
    ['a name that climbs out', () => withEntries({ name: '../../outside.xml', data: 'x' })],
    ['an absolute name', () => withEntries({ name: '/etc/passwd', data: 'x' })],
    ['a drive of Windows', () => withEntries({ name: 'C:\\Windows\\x', data: 'x' })],
    ['a link in place of the copy', () => zipOf([{ name: 'word/document.xml', data: '/etc/passwd', mode: 0o120777 }])],
    ['two parts of one name', () => withEntries({ name: 'word/document.xml', data: document })],
    [
      'more parts than a document has',
      () => withEntries(...Array.from({ length: 6000 }, (_, at) => ({ name: `a${at}`, data: '' }))),
    ],
  ])('%s: refused', async (_, make) => {
    expect(await fateOf('a.docx', make())).toBe(REFUSED)
  })

  test('a zip bomb beside the copy, and one in an archive inside, are never unpacked', async () => {
    expect(
      wordsOf(
        await fateOf(
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
    const fate = await fateOf(
      'a.docx',
      docxOf(
        paragraph(`${run('Words.')}<w:r><w:drawing><wp:docPr descr="Secret"/><a:blip r:link="p1"/></w:drawing></w:r>`),
        { links: { p1: 'file:///etc/passwd' } },
      ),
    )
    expect([wordsOf(fate), JSON.stringify(fate).includes('root:')]).toEqual(['Words.', false])
  })

  test('10,000 comments come along', async () => {
    const comments = Array.from(
      { length: 10_000 },
      (_, at) => `<w:comment w:id="${at}" w:author="Lee">${paragraph(`Comment ${at}`)}</w:comment>`,
    ).join('')
    const ranges = Array.from(
      { length: 10_000 },
      (_, at) => `<w:commentRangeStart w:id="${at}"/>${run('x')}<w:commentRangeEnd w:id="${at}"/>`,
    ).join('')
    const fate = await fateOf('a.docx', docxOf(styled('Title', 'H') + paragraph(ranges), { comments }))
    const story = fate === REFUSED ? undefined : fate.stories[0]
    expect([story?.losses, story?.review?.comments.length, story?.review?.marked[1]?.spans.length]).toEqual([
      [],
      10_000,
      10_000,
    ])
  })

  test('10,000 comments over each other keep two hundred places, and the rest is listed', async () => {
    const comments = Array.from(
      { length: 10_000 },
      (_, at) => `<w:comment w:id="${at}" w:author="Lee">${paragraph(`Comment ${at}`)}</w:comment>`,
    ).join('')
    const starts = Array.from({ length: 10_000 }, (_, at) => `<w:commentRangeStart w:id="${at}"/>`).join('')
    const fate = await fateOf(
      'a.docx',
      docxOf(styled('Title', 'H') + paragraph(starts) + paragraph(run('x')).repeat(1000), { comments }),
    )
    const story = fate === REFUSED ? undefined : fate.stories[0]
    expect([story?.losses, story?.review?.comments.length, story?.review?.marked[1]?.spans.length]).toEqual([
      [{ what: 'places of comments that lie over hundreds of others', count: 9800, example: 'Comment 200' }],
      10_000,
      200,
    ])
  })
})

describe('pages that mean harm', () => {
  test('scripts, handlers and addresses of other kinds leave nothing but their words (CVE-2023-2318, CVE-2025-24028, CVE-2025-14284)', async () => {
    const fate = await fateOf(
      'a.html',
      utf8(
        '<h1>H</h1><p onclick="x()">A <a href="javascript:alert(1)">bad</a> <a href="&#106;avascript:alert(1)">worse</a> <a href=" data:text/html,x">data</a> <img src=x onerror="alert(1)"><svg onload="x()"><script>y()</script></svg>&lt;img src=x onerror=z()&gt;</p>',
      ),
    )
    expect([
      wordsOf(fate),
      fate === REFUSED ? [] : fate.stories.flatMap(({ blocks }) => blocks.flatMap(({ spans }) => spans)),
    ]).toEqual(['H\nA bad worse data <img src=x onerror=z()>', []])
  })

  test.each([
    [
      'attributes without end',
      `<h1>H</h1><p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=1`).join(' ')}>x</p>`,
    ],
    ['50,000 breaks', `<h1>H</h1><p>x${'<br>'.repeat(50_000)}</p>`],
    ['2 MB of one word', `<h1>H</h1><p>${'x'.repeat(2_000_000)}</p>`],
    ['an unclosed comment', `<h1>H</h1>${'<!--'.repeat(200_000)}`],
    ['a style without end', `<h1>H</h1><p style="${'font-weight:'.repeat(100_000)}">x</p>`],
    ['20,000 grafs', `<h1>H</h1>${'<p>One graf.</p>'.repeat(20_000)}`],
  ])('%s: read within bounds', async (_, html) => {
    expect(await fateOf('a.html', utf8(html))).not.toBe(REFUSED)
  })
})

describe('wrong endings', () => {
  const kinds: Readonly<Record<string, Uint8Array>> = {
    txt: utf8('Talks end\n\nThey ended.'),
    html: utf8('<!doctype html><h1>Talks</h1>'),
    xml: utf8(NITF('<p>Talks</p>')),
    json: utf8('{"uri":"a","headline":"Talks"}'),
    docx: docxOf(paragraph('Talks')),
  }
  test('whatever a file is called, it is read as what it is, or refused by name', async () => {
    for (const [kind, bytes] of Object.entries(kinds)) {
      for (const ending of Object.keys(kinds)) {
        const fate = await fateOf(`a.${ending}`, bytes)
        if (fate !== REFUSED)
          expect([
            kind,
            ending,
            fate.note !== undefined || kind === ending || kind === 'txt' || ending === 'txt',
            wordsOf(fate).includes('Talks'),
          ]).toEqual([kind, ending, true, true])
      }
    }
  })
})

describe.skipIf(!haveSchemas)(withSchemas('damaged files'), () => {
  const samples = filesUnder('samples/reference-story').filter((path) => /\.(?:json|xml|docx)$/.test(path))

  test('cut off anywhere: refused or read', async () => {
    for (const path of samples) {
      const bytes = readShared(path)
      for (let part = 1; part < 8; part++) await fateOf(path, bytes.slice(0, Math.floor((bytes.length * part) / 8)))
    }
  })

  test('with bits flipped: refused or read', async () => {
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
          await fateOf(path, bytes)
        },
      ),
      { numRuns: 300, seed: 11 },
    )
  })
})
