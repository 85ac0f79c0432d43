import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { WRITERS } from '../../../src/exchange/export/writers'
import type { Block } from '../../../src/story/copy/copy'
import { EMPTY_FIELDS } from '../../../src/story/ledger/fields'
import { inputFor, withBlocks } from '../busanStory'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, name = 'item.xml') => importFile(name, utf8(text))
const first = async (text: string, name = 'item.xml') => {
  const [story] = (await read(text, name)).stories
  if (!story) throw new Error('no story')
  return {
    copy: story.blocks.map(({ role, level, list, text: words }) => `${list ?? role}${level ?? ''}: ${words}`),
    fields: story.fields,
    language: story.language,
    lost: story.losses.map(({ what, count }) => `${what} ${count}`),
  }
}
const json = (value: unknown) => first(JSON.stringify(value), 'item.json')

describe('ninjs', () => {
  test('reads 1.x, and lists values without a field', async () => {
    expect(
      await json({
        uri: 'http://e.org/1',
        type: 'text',
        versioncreated: '2013-07-09T10:37:00Z',
        language: 'en',
        byline: "Paulo Santalucia and Frances d'Emilio",
        headline: 'Captain on trial',
        slugline: 'captain',
        located: 'Grosseto',
        urgency: 3,
        subject: [
          { code: 'medtop:20000530', name: 'labor strike' },
          { code: '07001000', name: 'disease' },
        ],
        description_text: 'The captain stands trial.',
        body_text: 'One.\n\nTwo.',
        body_xhtml: '<p>One <b>bold</b>.</p><p>Two.</p>',
        renditions: { main: { href: 'http://e.org/a.jpg' } },
      }),
    ).toEqual({
      copy: [
        'headline: Captain on trial',
        'deck: The captain stands trial.',
        'paragraph: One bold.',
        'paragraph: Two.',
      ],
      language: 'en',
      fields: {
        slug: 'captain',
        byline: [{ name: 'Paulo Santalucia' }, { name: "Frances d'Emilio" }],
        urgency: 3,
        subjects: ['medtop:20000530'],
        dateline: { place: 'Grosseto', date: '' },
      },
      lost: [
        'subjects that are not Media Topics 1',
        'identifiers, dates and versions of the original 2',
        'other versions of the files (renditions) 1',
      ],
    })
  })

  test('reads the variant of Superdesk', async () => {
    expect(
      await json({
        guid: 'urn:newsml:localhost:1',
        version: '3',
        type: 'text',
        headline: 'Port strike',
        abstract: '<p>Cranes stand still</p>',
        body_html: '<p>Cranes stood still.</p><ul><li>one</li></ul>',
        slugline: 'port',
        language: 'en-AU',
        source: 'AAP',
        priority: 6,
        urgency: 2,
        subject: [{ code: '20000530', name: 'strike', scheme: 'mediatopic' }],
        keywords: ['port', 'cranes'],
        authors: [{ name: 'Kim Ji-woo', role: 'writer' }],
        usageterms: 'Subscribers only',
        embargoed: '2026-10-30T18:00:00+0900',
        ednote: 'Corrects',
      }),
    ).toMatchObject({
      copy: ['headline: Port strike', 'deck: Cranes stand still', 'paragraph: Cranes stood still.', 'bullet1: one'],
      language: 'en-AU',
      fields: {
        slug: 'port',
        byline: [{ name: 'Kim Ji-woo' }],
        urgency: 2,
        subjects: ['medtop:20000530'],
        keywords: ['port', 'cranes'],
        edNote: 'Corrects',
        embargo: '2026-10-30T18:00:00+09:00',
        usageTerms: 'Subscribers only',
        provider: 'AAP',
      },
    })
  })

  test('lists properties with the names of Object.prototype', async () => {
    expect(
      (
        await first(
          '{"uri":"u","headline":"Head","body_xhtml":"<p>Body</p>","constructor":"a","__proto__":{"b":"c"},' +
            '"toString":"d"}',
          'item.json',
        )
      ).lost,
    ).toEqual([
      'identifiers, dates and versions of the original 1',
      'ninjs “constructor” 1',
      'ninjs “__proto__” 1',
      'ninjs “tostring” 1',
    ])
  })

  test('reads strings in place of objects', async () => {
    expect(
      await json({
        headlines: ['Head'],
        bodies: ['Body words.'],
        descriptions: ['A deck.'],
        authors: ['Ann Lee'],
        keywords: [{ name: 'port' }, 'strike'],
        subjects: ['economy'],
        people: 'Ida Park',
        place: { name: 'Busan', geojson: { type: 'Feature' } },
        infosources: ['Example Wire', 'AAP'],
        associations: ['A chart'],
        urgency: 'high',
      }),
    ).toEqual({
      copy: ['headline: Head', 'deck: A deck.', 'paragraph: Body words.'],
      fields: { byline: [{ name: 'Ann Lee' }], keywords: ['port', 'strike'], provider: 'Example Wire' },
      language: 'en',
      lost: [
        'places 1',
        'subjects that are not Media Topics 1',
        'priorities that are not an urgency 1',
        'people 1',
        'sources 1',
        'attached pictures and items 1',
      ],
    })
  })

  test('lists a list that holds anything else', async () => {
    const { lost } = await json({
      headline: 'Head',
      authors: [['Ann Lee']],
      keywords: [7],
      subjects: [null],
      events: [],
    })
    expect(lost).toEqual(['ninjs “authors” 1', 'ninjs “keywords” 1'])
  })

  test('lists values that differ from the one that was read', async () => {
    const { fields, copy, lost } = await json({
      uri: 'u',
      headline: 'Head',
      title: 'Head',
      name: 'desk name',
      subheadline: 'Deck',
      abstract: '<p>Another deck</p>',
      body_html: '<p>Body.</p>',
      byline: 'By Kim Ji-woo',
      by: 'Kim Ji-woo and Lee Seo-yeon',
      authors: [{ name: 'Kim Ji-woo' }, { name: 'Ida Park' }],
      copyrightholder: 'Example Wire',
      source: 'AAP',
      embargoeduntil: '2026-10-30T18:00:00Z',
      embargoed: '2026-10-30T18:00:00Z',
    })
    expect({ fields, copy, lost }).toEqual({
      copy: ['headline: Head', 'deck: Deck', 'paragraph: Body.'],
      fields: {
        byline: [{ name: 'Kim Ji-woo' }, { name: 'Lee Seo-yeon' }],
        embargo: '2026-10-30T18:00:00Z',
        provider: 'Example Wire',
      },
      lost: [
        'other decks 1',
        'authors 1',
        'identifiers, dates and versions of the original 1',
        'ninjs “name” 1',
        'ninjs “byline” 1',
        'ninjs “source” 1',
      ],
    })
  })

  test('lists items that are not stories with the first story', async () => {
    const { stories } = await read(
      JSON.stringify({
        items: [
          { uri: 'b', type: 'picture', headline: 'Pic', description_text: 'Two leaders leave.' },
          { uri: 'a', headline: 'One' },
          { uri: 'c', type: 'text' },
          { uri: 'd', headline: 'Two' },
        ],
      }),
      'feed.json',
    )
    expect(stories.map(({ losses }) => losses.filter(({ what }) => what.startsWith('items')))).toEqual([
      [{ what: 'items without a story', count: 2, example: 'a picture: Pic: Two leaders leave.' }],
      [],
    ])
  })

  test('each item of a list is a story, except pictures', async () => {
    const { stories, format } = await read(
      JSON.stringify({
        items: [
          { uri: 'a', type: 'text', headlines: [{ role: 'main', value: 'One' }] },
          { uri: 'b', type: 'picture', headlines: [{ value: 'Pic' }] },
          { uri: 'c', headlines: [{ value: 'Two' }], bodies: [{ contentType: 'text/plain', value: 'Text.' }] },
        ],
      }),
      'feed.json',
    )
    expect([format, stories.map(({ blocks }) => blocks.map(({ text }) => text))]).toEqual([
      'ninjs',
      [['One'], ['Two', 'Text.']],
    ])
  })

  test.each([
    ['a picture', { uri: 'a', type: 'picture', headline: 'Pic' }, 'it contains no story, only a picture.'],
    [
      'JSON-LD',
      { '@context': 'https://schema.org', headline: 'x' },
      'it contains no story: it is JSON of another kind.',
    ],
  ])('names the content of a file without a story: %s', async (_, value, message) => {
    await expect(read(JSON.stringify(value), 'a.json')).rejects.toThrow(message)
  })

  test('says where JSON is broken', async () => {
    await expect(read('{"uri": "a", "headline": ', 'a.json')).rejects.toThrow(
      'a.json was not imported: it is not well-formed JSON (',
    )
  })

  test('our own ninjs round-trips with its parts and fields', async () => {
    const fields = {
      ...EMPTY_FIELDS,
      slug: 'busan',
      byline: [{ name: 'Kim Ji-woo' }, { name: 'Lee Seo-yeon' }],
      dateline: { place: 'Busan', date: 'Oct. 30' },
      urgency: 2,
      subjects: ['medtop:20000530'],
      keywords: ['port'],
      edNote: 'Second take.',
      usageTerms: 'Subscribers only',
      provider: 'Example Wire',
      copyrightLine: '(c) 2025',
      contributors: 'Park Min-seo',
    }
    const plain = (role: Block['role'], text: string, more: Partial<Block> = {}): Block => ({
      role,
      text,
      spans: [],
      ...more,
    })
    const blocks = [
      plain('headline', 'Talks end'),
      plain('deck', 'Leaders left'),
      plain('paragraph', 'One link.', { spans: [{ from: 4, to: 8, mark: 'link', href: 'https://example.org/' }] }),
      plain('subhead', 'Trade', { level: 2 }),
      plain('listItem', 'a', { level: 1, list: 'ordered' }),
      plain('quote', 'No.'),
    ]
    const again = await importFile('a.json', WRITERS.ninjs.write(inputFor(withBlocks(blocks, fields))).bytes)
    const {
      slug,
      byline,
      dateline,
      urgency,
      subjects,
      keywords,
      edNote,
      usageTerms,
      provider,
      copyrightLine,
      contributors,
    } = fields
    expect(again.stories[0]).toMatchObject({
      blocks,
      language: 'en',
      fields: {
        slug,
        byline,
        dateline,
        urgency,
        subjects,
        keywords,
        edNote,
        usageTerms,
        provider,
        copyrightLine,
        contributors,
      },
    })
  })
})

const NITF = (body: string, head = '') =>
  `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-4.dtd"><nitf xml:lang="en"><head>${head}` +
  `</head><body>${body}</body></nitf>`

describe('NITF', () => {
  test('reads parts, fields and body, without a namespace and with a document type that is never fetched', async () => {
    expect(
      await first(
        NITF(
          `<body.head><hedline><hl1>Port &eacute;t&eacute;</hl1><hl2>Cranes</hl2></hedline>` +
            `<byline>By <person>Kim Ji-woo</person><byttl>Staff</byttl></byline><distributor><org>Wire</org>` +
            `</distributor>\n` +
            `      <dateline><location>BUSAN</location>, <story.date>Nov. 24</story.date></dateline>` +
            `</body.head><body.content><p>One <em style="bold">b</em> <a href="https://e.org/">l</a>.</p>` +
            `<hl2>Sub</hl2><bq><block><p>Quote.</p></block></bq>\n` +
            `      <ul><li>a</li></ul><p>He said <q>no</q>.</p></body.content><body.end>` +
            `<tagline>Editing by Lee</tagline></body.end>`,
          '<docdata management-status="embargoed"><urgency ed-urg="2"/>' +
            '<date.release norm="20251124T090000+0900"/><du-key key="PORT"/><key-list><keyword key="port"/>' +
            '</key-list><series series.name="x"/></docdata><tobject>' +
            '<tobject.subject tobject.subject.refnum="20000530"/></tobject>',
        ),
      ),
    ).toEqual({
      copy: [
        'headline: Port été',
        'deck: Cranes',
        'paragraph: One b l.',
        'subhead2: Sub',
        'quote: Quote.',
        'bullet1: a',
        'paragraph: He said “no”.',
      ],
      language: 'en',
      fields: {
        subjects: ['medtop:20000530'],
        keywords: ['port'],
        slug: 'PORT',
        urgency: 2,
        embargo: '2025-11-24T09:00:00+09:00',
        byline: [{ name: 'Kim Ji-woo', role: 'Staff' }],
        provider: 'Wire',
        dateline: { place: 'BUSAN', date: 'Nov. 24' },
        contributors: 'Editing by Lee',
      },
      lost: ['identifiers, dates and versions of the original 2'],
    })
  })

  test.each([
    [
      ['Corrects graf 3.'],
      ['Hold for the desk.', 'Second note.'],
      'Corrects graf 3.\nHold for the desk.\nSecond note.',
    ],
    [['One.', 'Two.'], ['One. Two.'], 'One.'],
    [['graf 3'], ['Eds: graf 3 is new.'], 'Eds: graf 3 is new.'],
    [[], ['a', 'b'], 'a\nb'],
    [['★'], ['★'], '★'],
  ])('the ed note joins the first message of %j and the notes %j that add to it', async (messages, notes, edNote) => {
    const { fields } = await first(
      NITF(
        `<body.head>` +
          `${notes.map((note) => `<note><body.content><p>${note}</p></body.content></note>`).join('')}` +
          `</body.head><body.content><p>Body.</p></body.content>`,
        `<docdata>${messages.map((info) => `<ed-msg info="${info}"/>`).join('')}</docdata>`,
      ),
    )
    expect(fields).toEqual({ edNote })
  })

  test('a fraction keeps its value, with and without a separator, in headline and copy', async () => {
    const half = '<frac><numer>1</numer><denom>2</denom></frac>'
    const { copy } = await first(
      NITF(
        `<body.head><hedline><hl1>Rates at 3${half}</hl1></hedline></body.head><body.content><p>${half} of 3<num>${half}` +
          '</num> and <num>12<frac> <numer>3</numer> <frac-sep>⁄</frac-sep><denom>4</denom></frac></num>%</p>' +
          `</body.content>`,
      ),
    )
    expect(copy).toEqual(['headline: Rates at 3 1/2', 'paragraph: 1/2 of 3 1/2 and 12 3⁄4%'])
    expect((await json({ uri: 'u', headline: 'Head', body_nitf: `<p>It rose by 3${half} points.</p>` })).copy).toEqual([
      'headline: Head',
      'paragraph: It rose by 3 1/2 points.',
    ])
  })

  test('decodes the declared encoding', async () => {
    const text =
      '<?xml version="1.0" encoding="iso-8859-1"?><nitf><body><body.content><p>Caf\u00e9</p>' +
      '</body.content></body></nitf>'
    const {
      stories: [story],
    } = await importFile('a.xml', Uint8Array.from([...text].map((character) => character.charCodeAt(0))))
    expect(story?.blocks[0]?.text).toBe('Café')
  })

  test('keeps the caption of a picture that is elsewhere as a cutline, with its makers as credit', async () => {
    const {
      stories: [story],
    } = await read(
      NITF(
        '<body.content><p>One.</p><media media-type="image"><media-metadata name="captured" value="2026-10-30"/>' +
          '<media-reference source="a.jpg" alternate-text="Two leaders" source-credit="Agency"/>' +
          '<media-reference source="a-small.jpg"/><media-caption><p>They left.</p></media-caption>' +
          '<media-producer>Kim Ji-woo</media-producer></media></body.content>',
      ),
    )
    expect([
      story?.blocks.map(({ role, text, picture }) => [
        role,
        text,
        ...(picture ? [picture.alt, picture.credit, picture.captured, picture.file] : []),
      ]),
      story?.losses,
    ]).toEqual([
      [
        ['paragraph', 'One.'],
        ['cutline', 'They left.', 'Two leaders', 'Kim Ji-woo / Agency', '2026-10-30', ''],
      ],
      [{ what: 'pictures', count: 2, example: 'Two leaders a.jpg' }],
    ])
  })

  test('places the picture of a cell after the table, with its caption and credit', async () => {
    const media =
      '<media media-type="image"><media-reference alternate-text="Two leaders" source-credit="Ida"/>' +
      '<media-caption><p>They left</p></media-caption></media>'
    const {
      stories: [story],
    } = await read(
      NITF(
        `<body.content><p>One.</p><table><tr><td>${media}</td><td>Busan</td></tr><tr><td>a</td><td>b</td>` +
          `</tr></table></body.content>`,
      ),
    )
    expect([
      story?.blocks.map(({ role, text, picture }) => [role, text, ...(picture ? [picture.alt, picture.credit] : [])]),
      story?.losses,
    ]).toEqual([
      [
        ['paragraph', 'One.'],
        ['cell', ''],
        ['cell', 'Busan'],
        ['cell', 'a'],
        ['cell', 'b'],
        ['cutline', 'They left', 'Two leaders', 'Ida'],
      ],
      [{ what: 'pictures inside tables (placed after the table)', count: 1, example: 'Two leaders' }],
    ])
  })

  test('refuses XML that is not well-formed, and names the line', async () => {
    await expect(read('<nitf>\n<body><p>x</body></nitf>')).rejects.toThrow(
      'item.xml was not imported: it is not well-formed XML (line 2, column',
    )
  })
})

const ITEM = (meta: string, content: string, kind = 'text') =>
  `<newsItem guid="g" version="1"><itemMeta><itemClass qcode="ninat:${kind}"/></itemMeta>` +
  `<contentMeta>${meta}</contentMeta><contentSet>${content}</contentSet></newsItem>`

test.each([
  [
    'ninjs',
    JSON.stringify({ uri: 'u', headline: 'Head', body_text: 'Body.', embargoed: '2026-11-31T18:00:00+09:00' }),
    '2026-11-31T18:00:00+09:00',
  ],
  [
    'NITF',
    NITF(
      '<body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content><p>Body.</p></body.content>',
      '<docdata management-status="embargoed"><date.release norm="20261131T180000+0900"/></docdata>',
    ),
    '20261131T180000+0900',
  ],
  [
    'NewsML-G2',
    '<newsItem guid="g" version="1"><itemMeta><itemClass qcode="ninat:text"/>' +
      '<embargoed>2026-11-30T18:00:00</embargoed></itemMeta><contentMeta><headline>Head</headline>' +
      '</contentMeta></newsItem>',
    '2026-11-30T18:00:00',
  ],
])('%s: an embargo on a day that does not exist, or without a zone, is listed', async (_, text, example) => {
  const {
    stories: [story],
  } = await read(text, 'item')
  expect([story?.fields?.embargo, story?.losses.filter(({ what }) => what.startsWith('embargo'))]).toEqual([
    undefined,
    [{ what: 'embargo that Stet cannot read as a time (set it in Fields)', count: 1, example }],
  ])
})

describe('NewsML-G2', () => {
  test('each text item is a story; pictures and envelopes are listed with the first', async () => {
    const html = (text: string) =>
      `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>` +
      `<title/></head><body>${text}</body></html></inlineXML>`
    const { stories, format } = await read(
      `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sender>e.org</sender></header>` +
        '<itemSet>\n      ' +
        `${ITEM('<headline>One</headline><by>Kim Ji-woo</by><slugline>ONE</slugline>', html('<p>First.</p>'))}` +
        `${ITEM('<headline>Photo</headline>', '<remoteContent href="a.jpg"/>', 'picture')}` +
        ITEM(
          '<headline rank="1">Two</headline><headline rank="2">Deck</headline><subject qcode="medtop:20000530"/>',
          html('<h1>Two</h1><p>Second.</p>'),
        ) +
        `</itemSet></newsMessage>`,
    )
    expect([
      format,
      stories.map(({ blocks, fields, losses }) => [
        blocks.map(({ text }) => text),
        fields,
        losses.map(({ what }) => what),
      ]),
    ]).toEqual([
      'NewsML-G2',
      [
        [
          ['One', 'First.'],
          { slug: 'ONE', byline: [{ name: 'Kim Ji-woo' }] },
          ['identifiers, dates and versions of the original', 'items without a story', 'the message’s envelope'],
        ],
        [
          ['Two', 'Deck', 'Second.'],
          { subjects: ['medtop:20000530'] },
          ['identifiers, dates and versions of the original'],
        ],
      ],
    ])
  })

  test('the byline in a figure is the credit of its picture', async () => {
    const {
      stories: [story],
    } = await read(
      ITEM(
        '<headline>One</headline>',
        '<inlineXML><html><body><p>First.</p><figure><img src="https://e.org/a.jpg" alt="Two"/>' +
          '<div class="byline">Kim/Wire</div><figcaption>They left.</figcaption></figure></body></html></inlineXML>',
      ),
    )
    expect(
      story?.blocks.map(({ role, text, picture }) => [role, text, ...(picture ? [picture.alt, picture.credit] : [])]),
    ).toEqual([
      ['headline', 'One'],
      ['paragraph', 'First.'],
      ['cutline', 'They left.', 'Two', 'Kim/Wire'],
    ])
  })

  test('says what a file without a story holds', async () => {
    await expect(
      read('<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/"><concept/></conceptItem>'),
    ).rejects.toThrow('it contains no story, only a concept.')
    await expect(read('<feed><entry/></feed>', 'feed.xml')).rejects.toThrow(
      'feed.xml was not imported: it is XML of a kind that Stet does not read (“feed”).',
    )
  })
})

describe('NewsML 1', () => {
  test('reads headline, lines and body, and one story for each language', async () => {
    const component = (language: string, headline: string, words: string) =>
      `<NewsComponent><NewsLines><HeadLine>${headline}</HeadLine><SlugLine>PORT</SlugLine></NewsLines>` +
      `<DescriptiveMetadata><Language FormalName="${language}"/></DescriptiveMetadata>\n` +
      `      <NewsComponent><Role FormalName="Main"/><ContentItem><DataContent><html><body><p>${words}` +
      `</p></body></html></DataContent></ContentItem></NewsComponent><NewsComponent>` +
      `<Role FormalName="Photo"/><ContentItem Href="a.jpg"/></NewsComponent></NewsComponent>`
    const { stories, format } = await read(
      `<NewsML Version="1.2"><NewsItem><NewsComponent>${component('en', 'Port', 'One.')}` +
        `${component('de', 'Hafen', 'Eins.')}</NewsComponent></NewsItem></NewsML>`,
    )
    expect([
      format,
      stories.map(({ blocks, language, fields, losses }) => [
        language,
        blocks.map(({ text }) => text),
        fields,
        losses.map(({ what, example }) => `${what}: ${example}`),
      ]),
    ]).toEqual([
      'NewsML 1',
      [
        ['en', ['Port', 'One.'], { slug: 'PORT' }, ['pictures and other attached files: Photo: a.jpg']],
        ['de', ['Hafen', 'Eins.'], { slug: 'PORT' }, ['pictures and other attached files: Photo: a.jpg']],
      ],
    ])
  })
})
