/** A NITF document in an item of another feed: nothing that it says vanishes unlisted. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const read = async (text: string, name: string) => {
  const {
    stories: [story],
  } = await importFile(name, new TextEncoder().encode(text))
  return {
    copy: story?.blocks.map(({ role, text: words }) => `${role}: ${words}`),
    fields: story?.fields,
    language: story?.language,
    lost: story?.losses
      .filter(({ what }) => !what.startsWith('identifiers'))
      .map(({ what, example }) => `${what}: ${example}`),
  }
}
const nitf = ({ docdata = '', head = '', body = '<p>Words of the body.</p>' }) =>
  `<nitf><head><docdata management-status="embargoed">${docdata}</docdata></head><body><body.head>${head}` +
  `</body.head><body.content>${body}</body.content></body></nitf>`
const ninjs = (document: string, item: object = {}) =>
  read(
    JSON.stringify({
      uri: 'x',
      headline: 'Head',
      language: 'en',
      bodies: [{ contentType: 'application/nitf+xml', value: document }],
      ...item,
    }),
    'a.json',
  )
const g2 = (document: string, meta = '') =>
  read(
    `<newsItem><contentMeta><headline>Head</headline>${meta}</contentMeta><contentSet>` +
      `<inlineXML>${document}</inlineXML></contentSet></newsItem>`,
    'a.xml',
  )
const newsMl1 = (document: string, lines = '') =>
  read(
    `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Head</HeadLine>${lines}</NewsLines><ContentItem>` +
      `<DataContent>${document}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    'a.xml',
  )

const WHOLE = nitf({
  docdata:
    '<date.release norm="20270105T060000+0900"/><ed-msg info="Hold the note"/><du-key key="inner-slug"/>' +
    '<urgency ed-urg="2"/><key-list><keyword key="port"/></key-list><doc.copyright holder="Inner" year="2026"/>',
  head:
    '<hedline><hl1>Head</hl1><hl2>Inner deck</hl2></hedline><byline>By Kim Ji-woo</byline>' +
    '<dateline><location>PARIS</location></dateline>',
})
const OF_WHOLE = {
  embargo: '2027-01-05T06:00:00+09:00',
  edNote: 'Hold the note',
  slug: 'inner-slug',
  urgency: 2,
  keywords: ['port'],
  provider: 'Inner',
  copyrightLine: '© 2026 Inner',
  byline: [{ name: 'Kim Ji-woo' }],
  dateline: { place: 'PARIS', date: '' },
}

describe('an item without fields of its own takes those of the document', () => {
  test.each([
    ['ninjs', ninjs, 'en'],
    ['NewsML-G2', g2, 'en'],
    ['NewsML 1', newsMl1, 'en'],
  ])('%s', async (_, format, language) => {
    expect(await format(WHOLE)).toEqual({
      copy: ['headline: Head', 'deck: Inner deck', 'paragraph: Words of the body.'],
      fields: OF_WHOLE,
      language,
      lost: [],
    })
  })

  test('a fragment of NITF in ninjs is only the copy', async () => {
    expect((await ninjs('<p>Only a graf.</p>')).copy).toEqual(['headline: Head', 'paragraph: Only a graf.'])
  })

  test('pictures of a document in NewsML 1 keep their bytes', async () => {
    const picture =
      '<media media-type="image"><media-reference mime-type="image/png"/><media-object encoding="base64">' +
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==' +
      '</media-object><media-caption>A port.</media-caption></media>'
    const {
      stories: [story],
    } = await importFile(
      'a.xml',
      new TextEncoder().encode(
        '<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>' +
          `${nitf({ body: `<p>Words.</p>${picture}` })}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
      ),
    )
    expect([[...(story?.pictures?.keys() ?? [])], story?.blocks.at(-1)?.text]).toEqual([
      [story?.blocks.at(-1)?.picture?.file],
      'A port.',
    ])
  })
})

describe('an item with fields of its own lists what the document says otherwise', () => {
  test('ninjs: headline and deck of the item count', async () => {
    expect(
      await ninjs(WHOLE, {
        headlines: [
          { role: 'main', value: 'Outer head' },
          { role: 'subhead', value: 'Outer deck' },
        ],
        headline: undefined,
        slugline: 'outer-slug',
        urgency: 3,
        keywords: ['strike'],
        ednote: 'Outer note',
        embargoed: '2027-01-04T21:00:00Z',
        by: 'Ida Park',
        located: 'Seoul',
        copyrightholder: 'Inner',
      }),
    ).toEqual({
      copy: ['headline: Outer head', 'deck: Outer deck', 'paragraph: Words of the body.'],
      fields: {
        ...OF_WHOLE,
        embargo: '2027-01-04T21:00:00Z',
        edNote: 'Outer note\nHold the note',
        slug: 'outer-slug',
        urgency: 3,
        keywords: ['strike', 'port'],
        byline: [{ name: 'Ida Park' }],
      },
      language: 'en',
      lost: [
        'other headlines: Head',
        'other decks: Inner deck',
        'places: Seoul',
        'slug of the document inside (the item says otherwise): inner-slug',
        'byline of the document inside (the item says otherwise): Kim Ji-woo',
        'urgency of the document inside (the item says otherwise): 2',
      ],
    })
  })

  test('NewsML-G2: a byline with more people and roles counts', async () => {
    const document = nitf({
      docdata: '<date.release norm="20270105T060000Z"/><du-key key="inner-slug"/>',
      head: '<byline>By Kim Ji-woo and Ida Park, <byttl>Staff Reporter</byttl></byline>',
    })
    expect(
      await g2(document, '<creator><name>Kim Ji-woo</name></creator><slugline>outer-slug</slugline>'),
    ).toMatchObject({
      fields: { byline: [{ name: 'Kim Ji-woo' }, { name: 'Ida Park', role: 'Staff Reporter' }], slug: 'outer-slug' },
      lost: ['slug of the document inside (the item says otherwise): inner-slug'],
    })
  })

  test('NewsML 1: lines of the item count, empty ones do not', async () => {
    expect(
      await newsMl1(WHOLE, '<SubHeadLine>Outer deck</SubHeadLine><ByLine>By Ida Park</ByLine><SlugLine/>'),
    ).toMatchObject({
      copy: ['headline: Head', 'deck: Outer deck', 'paragraph: Words of the body.'],
      fields: { ...OF_WHOLE, byline: [{ name: 'Ida Park' }] },
      lost: ['other decks: Inner deck', 'byline of the document inside (the item says otherwise): Kim Ji-woo'],
    })
  })
})

describe('a NITF beside a body in HTML', () => {
  const html = '<p>Words of the body.</p>'
  const fields = { byline: [{ name: 'Kim Ji-woo' }], embargo: '2027-01-05T06:00:00Z', edNote: 'Call Kim.' }
  const document = nitf({
    docdata: '<date.release norm="20270105T060000Z"/><ed-msg info="Call Kim."/>',
    head: '<byline>By Kim Ji-woo</byline>',
  })

  test('ninjs: its fields count', async () =>
    expect(
      await ninjs(document, {
        bodies: [
          { contentType: 'text/html', value: html },
          { contentType: 'application/nitf+xml', value: document },
        ],
      }),
    ).toMatchObject({ copy: ['headline: Head', 'paragraph: Words of the body.'], fields }))

  test('NewsML-G2: its fields count, and what the item says otherwise is listed', async () =>
    expect(
      await read(
        '<newsItem><contentMeta><headline>Head</headline><slugline>s</slugline></contentMeta><contentSet>' +
          `<inlineXML><html><body>${html}</body></html></inlineXML><inlineXML>${document}</inlineXML></contentSet></newsItem>`,
        'a.xml',
      ),
    ).toMatchObject({ copy: ['headline: Head', 'paragraph: Words of the body.'], fields }))
})
