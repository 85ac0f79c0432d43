/** An embargo that was put off, and whose lines name two times. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const HEADLINE = 'Harbor opens again'
const read = async (top: string) => {
  const bytes = new TextEncoder().encode(`${top}\n\n${HEADLINE}\n\nThe harbor opened on Monday, the port said.\n`)
  const { stories } = await importFile('a.txt', bytes)
  const [story] = stories
  const [headline] = story?.blocks ?? []
  return {
    embargo: story?.fields?.embargo ?? '',
    edNote: story?.fields?.edNote ?? '',
    losses: story?.losses ?? [],
    headline: headline?.text,
  }
}

const LATE = '2026-12-05T10:00:00Z'

test.each([
  'Eds: Embargoed until 2026-12-02T10:00Z; extended to 2026-12-05T10:00Z.',
  'Eds: Embargoed until 2026-12-02T10:00Z. Extended to 2026-12-05T10:00Z.',
  'Eds: Embargo until 2026-12-02T10:00Z was lifted; new: 2026-12-05T10:00Z',
  'Eds: Sperrfrist bis 2026-12-02T10:00Z. Neue Sperrfrist: 2026-12-05T10:00Z.',
  'Eds: Embargo hasta el 2026-12-02T10:00Z. Nueva hora: 2026-12-05T10:00Z.',
  'EMBARGO: 2026-12-02T10:00Z\nEMBARGO: 2026-12-05T10:00Z',
  'EMBARGO: 2026-12-05T10:00Z\nEMBARGO: 2026-12-02T10:00Z',
  'EMBARGO: 2026-12-02T10:00Z / 2026-12-05T10:00Z',
  `Eds: Embargoed until 2026-12-02T10:00Z; extended to 2026-12-05T10:00Z because ${'of the news conference '.repeat(8)}`,
  'EMBARGO: 2026-12-05T10:00Z\nEMBARGOED until 2026-12-02T10:00Z (2026-12-02 10:00 UTC). Not for publication before then.',
  ...[
    'EMBARGO EXTENDED TO 2026-12-05T10:00Z',
    'NEW EMBARGO TIME: 2026-12-05T10:00Z',
    'Embargo verlängert bis 2026-12-05T10:00Z',
    '(ATTN: EMBARGO moved to 2026-12-05T10:00Z)',
    'Eds: Embargo extended to 2026-12-05T10:00Z.',
    'Eds: The embargo has been moved to 2026-12-05T10:00Z.',
    'Eds: new embargo 2026-12-05T10:00Z',
    'Eds: with embargo until 2026-12-05T10:00Z',
    'Eds: Do not use before 2026-12-05T10:00Z',
    '편집자 메모: 엠바고 2026-12-05T10:00Z로 변경',
    '편집자 메모: 엠바고 해제 시각이 2026-12-05T10:00Z로 바뀜',
    '편집자 메모: 2026-12-05T10:00Z 이후 보도 바랍니다',
    '편집자 메모: 2026-12-05T10:00Z 이전 보도 금지',
    'Neue Sperrfrist: 2026-12-05T10:00Z',
    'Eds: Neue Sperrfrist: 2026-12-05T10:00Z',
    'Nouvel embargo : 2026-12-05T10:00Z',
    'Nuevo embargo: 2026-12-05T10:00Z',
  ].map((line) => `EMBARGO: 2026-12-02T10:00Z\n${line}`),
])('%s holds until the later time, and is listed', async (top) => {
  const { embargo, edNote, losses, headline } = await read(top)
  expect([embargo, losses.some(({ what }) => what.startsWith('embargo')), headline]).toEqual([LATE, true, HEADLINE])
  for (const time of ['2026-12-02T10:00Z', '2026-12-05T10:00Z']) expect(edNote).toContain(time)
})

test.each([
  'Extended to 2026-12-05T10:00Z',
  '(moved to 2026-12-05T10:00Z)',
  'Has been postponed until 2026-12-05T10:00Z.',
  'New time: 2026-12-05T10:00Z',
  'Verlängert bis 2026-12-05T10:00Z',
  '2026-12-05T10:00Z로 연장',
])('%s in a paragraph of its own below an embargo puts it off', async (line) => {
  const { embargo, edNote, losses, headline } = await read(`EMBARGO: 2026-12-02T10:00Z\n\n${line}`)
  expect([embargo, losses.some(({ what }) => what.startsWith('embargo')), headline]).toEqual([LATE, true, HEADLINE])
  expect(edNote).toContain(line)
})

test.each(['Extended to 2026-12-05T10:00Z', 'Talks extended to 2026-12-05T10:00Z'])(
  'a headline is copy where nothing is held, or it says more: %s',
  async (line) => {
    const { embargo, headline } = await read(line.startsWith('T') ? `EMBARGO: 2026-12-02T10:00Z\n\n${line}` : line)
    expect([embargo, headline]).toEqual([line.startsWith('T') ? '2026-12-02T10:00:00Z' : '', line])
  },
)

test.each([
  'Eds: UPDATES with quotes; filed 2026-12-01T08:00Z. EMBARGOED UNTIL 2026-12-05T10:00Z.',
  'Eds: This report is under strict embargo until 2026-12-05T10:00Z.',
  'Eds: Embargo hasta el 2026-12-05T10:00Z.',
  'Eds: Bitte nicht vor dem 2026-12-05T10:00Z veröffentlichen.',
])('%s holds, and is listed', async (top) => {
  const { embargo, edNote, losses } = await read(top)
  const loss = losses.find(({ what }) => what.startsWith('embargo'))
  expect([embargo, edNote, loss?.example.slice(0, 40)]).toEqual([LATE, top.slice(5), top.slice(5, 45)])
})

test.each([
  ['Eds: Embargoed until Friday noon; filed 2026-12-01T08:00Z.', ''],
  ['Eds: Copy filed 2026-12-01T08:00Z; the embargo ends on Friday.', ''],
  ['EMBARGO: 2026-12-05T10:00Z, extended to Saturday noon', LATE],
  ['Eds: Embargoed until 2026-12-05T10:00Z; extended to Saturday noon.', LATE],
])('a time that Stet cannot read is listed beside one that it can: %s', async (top, until) => {
  const { embargo, losses } = await read(top)
  expect([embargo, losses.some(({ what }) => what.startsWith('embargo'))]).toEqual([until, true])
})

describe('other times of a note are no embargoes', () => {
  const EMBARGO = 'embargo that Stet cannot read as a time (set it in Fields)'
  const ofNote = async (ednote: string) => {
    const file = JSON.stringify({
      headline: HEADLINE,
      ednote,
      body_html: '<p>LONDON (AP) — A port opened, it said.</p>',
    })
    const { stories } = await importFile('item', new TextEncoder().encode(file))
    const [story] = stories
    const losses = story?.losses.filter(({ what }) => what.startsWith('embargo')) ?? []
    return [story?.fields?.embargo, story?.fields?.edNote, losses.map(({ what, example }) => `${what}: ${example}`)]
  }

  test.each([
    'Embargoed for release 2026-12-05T10:00Z. News conference: 2026-12-05T10:00Z.',
    'Sperrfrist: 2026-12-05T10:00Z. Pressekonferenz 2026-12-05T10:00Z.',
    'Sperrfrist: 2026-12-05T10:00Z. Pressekonferenz am Tag vorher, 2026-12-08T10:00Z.',
    '보도유예 2026-12-05T10:00Z. 기자회견 2026-12-08T10:00Z 시작.',
    '보도유예 2026-12-05T10:00Z. 기자회견 2026-12-05T10:00Z.',
    'Embargoed for release 2026-12-05T10:00Z. Next update at 2026-12-08T10:00Z.',
  ])('the embargo holds beside them, and the note is listed: %s', async (note) =>
    expect(await ofNote(note)).toEqual(['2026-12-05T10:00:00Z', note, [`${EMBARGO}: ${note}`]]),
  )

  test.each([
    'Not for use in Cuba. Trial 2026-12-05T10:00Z, verdict 2026-12-19T10:00Z.',
    'The EU oil embargo. Moved at 2026-12-05T10:00Z; resend at 2026-12-06T10:00Z.',
    'Not embargoed. Filed to 2026-12-01T10:00Z deadline.',
    'UPDATES to 2026-12-05T10:00Z on the arms embargo vote',
  ])('without one none is set, and the note is listed: %s', async (note) =>
    expect(await ofNote(note)).toEqual([undefined, note, [`${EMBARGO}: ${note}`]]),
  )

  test('the next update does not put off an embargo that has ended', async () => {
    const ended = 'It was embargoed until 2026-12-01T10:00Z and can now be used.'
    const note = `${ended} Next update at 2026-12-08T10:00Z.`
    expect(await ofNote(note)).toEqual(['2026-12-01T10:00:00Z', note, [`${EMBARGO}: ${ended}`]])
  })

  test.each(['Photos: not for use before 2026-12-05T10:00Z.', 'Edinburgh: embargoed until 2026-12-05T10:00Z.'])(
    'a label that is not of a note says of what it speaks, so a person is asked: %s',
    async (note) => expect(await ofNote(note)).toEqual(['2026-12-05T10:00:00Z', note, [`${EMBARGO}: ${note}`]]),
  )

  test('a time that ends an embargo holds in a sentence of its own, too', async () => {
    const note = 'This story is under embargo. It lifts at 2026-12-05T10:00Z.'
    expect(await ofNote(note)).toEqual(['2026-12-05T10:00:00Z', note, [`${EMBARGO}: ${note}`]])
  })
})

test.each([
  ['Eds: UPDATES with quotes. Embargoed until', '2026-12-05T10:00Z.', LATE],
  ['EDITOR’S NOTE: Embargoed until', '2026-12-05T10:00Z', LATE],
  ['Eds: With photos. Embargoed until', '10 a.m. EST Friday.', ''],
])('a note goes on in the line that says when: %s / %s', async (first, second, until) => {
  const { embargo, edNote, headline } = await read(`${first}\n${second}`)
  expect([embargo, edNote, headline]).toEqual([until, expect.stringContaining(`until ${second}`), HEADLINE])
})

test('a day below another note is no part of it', async () => {
  const { edNote, headline } = await read('Eds: call Kim.\nFriday')
  expect([edNote, headline]).toEqual(['call Kim.', 'Friday'])
})

test('one time sets the embargo', async () =>
  expect((await read('EMBARGO: 2026-12-02T10:00Z')).embargo).toBe('2026-12-02T10:00:00Z'))

test('its words stay in the ed note', async () =>
  expect((await read('EMBARGO EXTENDED TO 2026-12-05T10:00Z')).edNote).toBe('EMBARGO EXTENDED TO 2026-12-05T10:00Z'))

describe('in feeds', () => {
  const GRAF = 'LONDON (AP) — A port opened on Monday, it said.'
  const SAYS = 'EMBARGOED UNTIL 2026-12-05T10:00Z'
  const readFeed = async (file: string) => {
    const { stories } = await importFile('item', new TextEncoder().encode(file))
    const [story] = stories
    const loss = story?.losses.find(({ what }) => what.startsWith('embargo'))
    return [story?.fields?.embargo, story?.fields?.edNote, story?.blocks.slice(1).map(({ text }) => text), loss?.count]
  }
  const ninjs = (item: object, body = '') =>
    JSON.stringify({ uri: 'u', headline: 'Head', body_html: `${body}<p>${GRAF}</p>`, ...item })
  const nitf = (docdata: string, body = '') =>
    `<nitf><head><docdata>${docdata}</docdata></head><body><body.head><hedline><hl1>Head</hl1></hedline></body.head>` +
    `<body.content>${body}<p>${GRAF}</p></body.content></body></nitf>`
  const g2 = (meta: string, inner: string) =>
    `<newsItem guid="g"><itemMeta>${meta}</itemMeta><contentMeta><headline>Head</headline></contentMeta>` +
    `<contentSet><inlineXML>${inner}</inlineXML></contentSet></newsItem>`
  const EARLY = '2026-12-02T10:00:00Z'
  const MESSAGE = `<ed-msg info="${SAYS}"/>`
  const both = `${SAYS}\nEmbargo: ${EARLY}`

  test.each([
    ['ninjs', ninjs({ embargoed: EARLY, ednote: SAYS })],
    ['NITF', nitf(`<date.release norm="20261202T100000Z"/>${MESSAGE}`)],
    ['G2', g2(`<embargoed>${EARLY}</embargoed><edNote>${SAYS}</edNote>`, nitf(''))],
  ])('the ed note puts off what the field says, and both are listed: %s', async (_, file) =>
    expect(await readFeed(file)).toEqual([LATE, both, [GRAF], 2]),
  )

  test.each([
    ['ninjs', ninjs({ ednote: SAYS })],
    ['NITF', nitf(MESSAGE)],
    ['G2', g2(`<edNote>${SAYS}</edNote>`, nitf(''))],
  ])('the ed note alone sets it: %s', async (_, file) =>
    expect(await readFeed(file)).toEqual([LATE, SAYS, [GRAF], undefined]),
  )

  test.each([
    'Embargo: 2026-12-02T10:00Z, extended to 2026-12-05T10:00Z',
    'Sperrfrist: 2026-12-02T10:00Z, verlängert auf 2026-12-05T10:00Z',
    'Embargo prolongé jusqu’au 2026-12-05T10:00Z',
    'Embargo ampliado hasta 2026-12-05T10:00Z',
    '엠바고가 2026-12-05T10:00Z까지로 연장됨',
    'Please hold this until 2026-12-05T10:00Z',
  ])('the ed note is read and listed in other words: %s', async (ednote) =>
    expect(await readFeed(ninjs({ ednote }))).toEqual([LATE, ednote, [GRAF], 1]),
  )

  test.each([
    'Hold this story until Friday noon',
    'For use from Saturday',
    'Embargo: see above',
    '12월 5일 이후 보도 바람',
  ])('the ed note is listed if it may hold the story: %s', async (ednote) =>
    expect(await readFeed(ninjs({ ednote }))).toEqual([undefined, ednote, [GRAF], 1]),
  )

  test('a second message of NITF that holds the story is kept', async () =>
    expect(await readFeed(nitf(`<ed-msg info="Call Kim."/>${MESSAGE}`))).toEqual([
      LATE,
      `Call Kim.\n${SAYS}`,
      [GRAF],
      undefined,
    ]))

  test('the ed note alone is listed if nobody can read it as a time', async () =>
    expect(await readFeed(ninjs({ ednote: 'Embargoed for release at 10:00 GMT Friday' }))).toEqual([
      undefined,
      'Embargoed for release at 10:00 GMT Friday',
      [GRAF],
      1,
    ]))

  test.each([
    ['ninjs', ninjs({ embargoed: EARLY }, `<p>${SAYS}</p>`)],
    ['NITF', nitf('<date.release norm="20261202T100000Z"/>', `<p>${SAYS}</p>`)],
  ])('a line above the copy is no copy: %s', async (_, file) =>
    expect(await readFeed(file)).toEqual([LATE, `Embargo: ${EARLY}\n${SAYS}`, [GRAF], 2]),
  )

  test.each([
    ['G2', (times: readonly string[]) => g2(times.map((time) => `<embargoed>${time}</embargoed>`).join(''), nitf(''))],
    ['NITF', (times: readonly string[]) => nitf(times.map((time) => `<date.release norm="${time}"/>`).join(''))],
    [
      'NewsML 1.2',
      (times: readonly string[]) =>
        `<NewsML><NewsItem><NewsManagement><Status FormalName="Embargoed"/>${times
          .map(
            (time) =>
              `<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>${time}</DateAndTime></StatusWillChange>`,
          )
          .join('')}</NewsManagement><NewsComponent><NewsLines><HeadLine>Head</HeadLine></NewsLines><ContentItem>` +
        `<DataContent><p>${GRAF}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`,
    ],
  ])('of two times in the fields the later one holds, and both are listed: %s', async (_, file) => {
    const [first, second] = ['20261202T100000Z', '20261205T100000Z']
    expect([await readFeed(file([first, second])), await readFeed(file([second, first]))]).toEqual([
      [LATE, undefined, [GRAF], 2],
      [LATE, undefined, [GRAF], 2],
    ])
  })

  test('of an item and the document inside it the later time holds', async () => {
    const inner = (until: string) => nitf(`<date.release norm="${until}"/>`)
    const item = `<embargoed>${EARLY}</embargoed>`
    expect([
      await readFeed(g2(item, inner('20261205T100000Z'))),
      await readFeed(g2(item, inner('20261201T100000Z'))),
    ]).toEqual([
      [LATE, undefined, [GRAF], 1],
      [EARLY, undefined, [GRAF], 1],
    ])
  })
})
