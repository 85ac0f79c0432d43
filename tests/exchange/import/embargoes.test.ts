/** Embargoes and statuses of feeds: each becomes the field or is listed under its own name. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const seen = async (text: string) => {
  const {
    stories: [story],
  } = await importFile('item', new TextEncoder().encode(text))
  return {
    embargo: story?.fields?.embargo,
    losses: story?.losses.map(({ what, count, example }) => `${what} ${count}: ${example}`),
  }
}

const nitf = (status: string, dates: string) =>
  `<nitf><head><docdata${status === '' ? '' : ` management-status="${status}"`}>${dates}</docdata></head>` +
  '<body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content><p>Body.</p></body.content>' +
  '</body></nitf>'
const ISSUED = '<date.issue norm="20251124T080000+0900"/>'
const RELEASED = '<date.release norm="20251124T090000+0900"/>'

describe('NITF', () => {
  test.each([
    ['', RELEASED + ISSUED],
    ['usable', RELEASED + ISSUED],
    ['', RELEASED],
  ])('with the status “%s”, a date of release after that of issue is the embargo (%s)', async (status, dates) => {
    expect((await seen(nitf(status, dates))).embargo).toBe('2025-11-24T09:00:00+09:00')
  })

  test.each([
    '<date.release norm="20251124T080000+0900"/><date.issue norm="20251124T090000+0900"/>',
    '<date.release norm="20251124"/><date.issue norm="20251124T090000"/>',
  ])('a date of release that is no later than that of issue holds nothing back: %s', async (dates) => {
    const { embargo, losses } = await seen(nitf('', dates))
    expect([embargo, losses]).toEqual([
      undefined,
      [`identifiers, dates and versions of the original 2: ${/date.*?(?="\/>)/.exec(dates)?.[0] ?? ''}"`],
    ])
  })

  test('a date of release without a zone is listed', async () => {
    const { embargo, losses } = await seen(nitf('', `<date.release norm="20251124T180000"/>${ISSUED}`))
    expect([embargo, losses?.[0]]).toEqual([
      undefined,
      'embargo that Stet cannot read as a time (set it in Fields) 1: 20251124T180000',
    ])
  })

  test('an embargo without a date is listed', async () => {
    expect((await seen(nitf('embargoed', ''))).losses?.[0]).toBe('embargo without an end 1: embargoed')
  })

  test.each(['canceled', 'withheld'])('the status %s is listed apart from identifiers', async (status) => {
    expect((await seen(nitf(status, ISSUED))).losses?.[0]).toBe(`publication status 1: ${status}`)
  })
})

describe('NewsML-G2', () => {
  const item = (meta: string) =>
    `<newsItem guid="g"><itemMeta>${meta}</itemMeta><contentMeta><headline>Head</headline></contentMeta></newsItem>`

  test('an empty embargo, which has no end, is listed', async () => {
    expect(await seen(item('<embargoed/>'))).toEqual({
      embargo: undefined,
      losses: [
        'embargo without an end 1: embargoed',
        'identifiers, dates and versions of the original 1: newsItem guid="g"',
      ],
    })
  })

  test.each([
    ['uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"', 'http://cv.iptc.org/newscodes/pubstatusg2/canceled'],
    ['literal="withheld"', 'withheld'],
    ['qcode="stat:unusable"', 'stat:unusable'],
  ])('a status %s is listed with its name', async (attribute, name) => {
    expect((await seen(item(`<pubStatus ${attribute}/>`))).losses?.[0]).toBe(`publication status 1: ${name}`)
  })
})

describe('NewsML 1', () => {
  const item = (management: string) =>
    `<NewsML><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines>` +
    '<HeadLine>Head</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>'
  const change = (date: string) =>
    `<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>${date}</DateAndTime></StatusWillChange>`

  test('a status that changes to usable is the embargo', async () => {
    expect(await seen(item(`<Status FormalName="Embargoed"/>${change('20251124T090000+0900')}`))).toEqual({
      embargo: '2025-11-24T09:00:00+09:00',
      losses: [],
    })
  })

  test.each([
    ['<Status FormalName="Embargoed"/>', 'embargo without an end 1: Embargoed'],
    [
      `<Status FormalName="Embargoed"/>${change('20251124')}`,
      'embargo that Stet cannot read as a time (set it in Fields) 1: 20251124',
    ],
    ['<Status FormalName="Canceled"/>', 'publication status 1: Canceled'],
  ])('%s is listed', async (management, loss) => {
    expect(await seen(item(management))).toEqual({ embargo: undefined, losses: [loss] })
  })
})

test('ninjs: an embargo that is no text is listed', async () => {
  expect(await seen(JSON.stringify({ uri: 'u', headline: 'Head', embargoed: true }))).toEqual({
    embargo: undefined,
    losses: [
      'identifiers, dates and versions of the original 1: uri: u',
      'embargo that Stet cannot read as a time (set it in Fields) 1: embargoed: true',
    ],
  })
})

test.each([
  ['ninjs', { uri: 'u', headline: 'Head', embargoed: '2026-12-05T10:00:00Z', embargoedUntil: '2026-12-02T10:00:00Z' }],
  ['ninjs', { uri: 'u', headline: 'Head', embargoed: '2026-12-02T10:00:00Z', embargoedUntil: '2026-12-05T10:00:00Z' }],
])('%s: of two embargoes the later one holds, and both are listed', async (_format, item) => {
  const { embargo, losses } = await seen(JSON.stringify(item))
  expect(embargo).toBe('2026-12-05T10:00:00Z')
  expect(losses).toContainEqual(expect.stringMatching(/^embargo .* 2: /))
})

describe('an embargo among the terms of use', () => {
  const BODY = '<p>A port opened, it said.</p>'
  const ninjs = (usageterms: string) => JSON.stringify({ headline: 'Head', usageterms, body_html: BODY })
  const g2 = (terms: string) =>
    '<newsItem guid="g"><rightsInfo><usageTerms>' +
    `${terms}</usageTerms></rightsInfo><contentMeta><headline>Head</headline></contentMeta></newsItem>`
  const UNREAD = 'embargo that Stet cannot read as a time (set it in Fields) 1: '

  test.each([
    ninjs('Embargoed until 2026-12-05T10:00Z'),
    ninjs('Editorial use only. Not for use before 2026-12-05T10:00Z.'),
    g2('Sperrfrist: 2026-12-05T10:00Z'),
    nitf('', '<doc.rights limitations="Embargoed until 2026-12-05T10:00Z"/>'),
  ])('holds: %s', async (text) => expect((await seen(text)).embargo).toBe('2026-12-05T10:00:00Z'))

  test('is listed if it names no instant', async () =>
    expect(await seen(ninjs('Embargoed until Friday noon'))).toEqual({
      embargo: undefined,
      losses: [`${UNREAD}Embargoed until Friday noon`],
    }))

  test('counts beside the field: the later one holds', async () => {
    const text = JSON.stringify({
      headline: 'Head',
      embargoed: '2026-12-02T10:00:00Z',
      usageterms: 'Embargoed until 2026-12-05T10:00Z',
      body_html: BODY,
    })
    expect(await seen(text)).toEqual({
      embargo: '2026-12-05T10:00:00Z',
      losses: [`${UNREAD.replace('1', '2')}Embargoed until 2026-12-05T10:00Z`],
    })
  })

  test('is noted once', async () => {
    const terms = 'Embargoed until 2026-12-05T10:00Z'
    const file = { headline: 'Head', ednote: `Call Kim.\n${terms}`, usageterms: terms, body_html: BODY }
    const {
      stories: [story],
    } = await importFile('item', new TextEncoder().encode(JSON.stringify(file)))
    expect([story?.fields?.embargo, story?.fields?.edNote]).toEqual(['2026-12-05T10:00:00Z', file.ednote])
  })

  test.each([
    'Embargoed until Dec. 5, 2026. No sales.',
    'Not for use before noon, Dec. 5; no sales.',
    'A strict embargo applies. Until Friday noon.',
    '보도시점 2026. 12. 5. 조간',
    'Sperrfrist: 5. Dezember, 10 Uhr',
  ])('is listed with any day: %s', async (terms) =>
    expect((await seen(ninjs(terms))).losses).toEqual([expect.stringContaining('embargo that Stet cannot read')]),
  )

  test.each([
    'Not for use in Cuba',
    'Editorial use only until 2027-12-31T00:00Z',
    '© 2026 Example Wire',
    'Use permitted until 2027-12-31T00:00Z; not for broadcast.',
    'Not for broadcast. Editorial use until 2027-12-31T00:00Z.',
    'Not for publication in Japan. Contract of 2025-01-01.',
    'Not for use after 2027-12-31T00:00Z.',
  ])('what limits use otherwise is none: %s', async (terms) =>
    expect(await seen(ninjs(terms))).toEqual({ embargo: undefined, losses: [] }),
  )
})
