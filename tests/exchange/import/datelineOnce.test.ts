/** A dateline that comes in is in the field or in the copy, never in both, because exports print it before the copy. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'

const read = async (text: string, name: string) => {
  const {
    stories: [story],
  } = await importFile(name, new TextEncoder().encode(text))
  return {
    dateline: story?.fields?.dateline,
    copy: story?.blocks.filter(({ role }) => role === 'paragraph').map(({ text: words }) => words),
    lost: story?.losses.map(({ what, example }) => `${what}: ${example}`).filter((line) => line.startsWith('dateline')),
  }
}
const ninjs = (located: string, body: string) =>
  read(JSON.stringify({ headline: 'Head', located, body_html: `<p>${body}</p><p>Second.</p>` }), 'a.json')
const nitf = (dateline: string, body: string) =>
  read(
    `<nitf><body><body.head><dateline>${dateline}</dateline></body.head>` +
      `<body.content><p>${body}</p><p>Second.</p></body.content></body></nitf>`,
    'a.xml',
  )
const g2 = (meta: string, body: string) =>
  read(
    `<newsItem><contentMeta><headline>Head</headline>${meta}</contentMeta><contentSet><inlineXML><html><body>` +
      `<p>${body}</p><p>Second.</p></body></html></inlineXML></contentSet></newsItem>`,
    'a.xml',
  )
const newsMl1 = (line: string, body: string) =>
  read(
    `<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Head</HeadLine><DateLine>${line}</DateLine></NewsLines>` +
      `<ContentItem><DataContent><p>${body}</p><p>Second.</p></DataContent></ContentItem></NewsComponent></NewsItem>` +
      `</NewsML>`,
    'a.xml',
  )
const kept = (body: string, field: string) => ({
  dateline: undefined,
  copy: [body, 'Second.'],
  lost: [`dateline field, left empty (the copy begins with a dateline): ${field}`],
})

describe('a first graf that opens with agency or brackets keeps its words, and the field is listed', () => {
  test.each([
    ['London', 'LONDON (Reuters) - Oil rose.'],
    ['New York', 'NEW YORK (AP) — Dockworkers left.'],
    ['New York', 'NEW YORK (AP) _ Dockworkers left.'],
    ['Paris', 'PARIS (AFP) – Le pétrole monte.'],
    ['Berlin', 'Berlin (dpa) - Das Kabinett hat beschlossen.'],
    ['Berlin, Germany', 'Berlin (dpa/lno) -- Das Kabinett hat beschlossen.'],
    ['Zürich', 'ZURICH, Dec 1 (Reuters) - Shares rose.'],
    ['부산', '(부산=연합뉴스) 김지우 기자 = 파업했다.'],
    ['서울', '(부산=연합뉴스) 김지우 기자 = 파업했다.'],
    ['東京', '【東京=共同】株価が上がった。'],
    ['New York, NY', '(New York, NY - October 21) Rates fell.'],
    ['Grossetto, Italy', 'GROSSETO, Italy (AP) -- The trial began.'],
    ['Busan, South Korea', 'BUSAN — Cranes stand still.'],
    ['London', 'LONDON Dec 1 - Oil rose.'],
    ['London', 'London — Oil rose.'],
    ['Washington', 'Washington, D.C. — Oil rose.'],
    ['Berlin', 'BERLIN: Das Kabinett hat beschlossen.'],
    ['Busan', 'BUSAN and SEOUL — Cranes stand still.'],
    ['서울', '서울 - 부산 고속도로에서 30일 사고가 나 5명이 다쳤다.'],
    ['서울', '서울 – 평양 직통 전화가 30일 끊겼다.'],
    ['서울', '서울 30일 - 노조가 파업했다.'],
    ['東京', '東京 - 大阪間の新幹線が30日止まった。'],
    ['EU', 'EU - Japan trade rose 5 percent, officials said.'],
    ['LONDON', 'LONDON — not Paris — will decide.'],
    ['London', 'LONDON/PARIS — The mayors met Monday — a first.'],
    ['London', 'London/Paris - Trains stopped.'],
    ['서울', '서울/부산 - 노조가 파업했다.'],
    ['서울', '서울／부산 - 노조가 파업했다.'],
  ])('%s: %s', async (place, body) => {
    expect(await ninjs(place, body)).toEqual(kept(body, place))
  })

  test('in NITF, NewsML-G2 and NewsML 1 too', async () => {
    const body = 'LONDON, Dec 1 (Reuters) - Oil rose.'
    expect([
      await nitf('<location>LONDON</location>', body),
      await nitf('LONDON, Dec 1 (Reuters) -', body),
      await g2('<dateline>LONDON, Dec 1 (Reuters) -</dateline>', body),
      await g2('<located><name>London</name></located>', body),
      await newsMl1('LONDON, Dec 1 (Reuters) -', body),
    ]).toEqual([
      kept(body, 'LONDON'),
      kept(body, 'LONDON, Dec 1'),
      kept(body, 'LONDON, Dec 1'),
      kept(body, 'London'),
      kept(body, 'LONDON, Dec 1'),
    ])
  })

  test('with another date than the field', async () => {
    const body = 'LONDON, Dec 1 — Oil rose.'
    expect(await nitf('LONDON, Nov 30', body)).toEqual(kept(body, 'LONDON, Nov 30'))
  })
})

describe('a first graf that opens with nothing but the dateline gives it to the field', () => {
  test.each([
    ['London', 'LONDON, Dec 1 — Oil rose.', { place: 'London', date: 'Dec 1' }],
    ['Busan', 'BUSAN, South Korea -- <b>Oil</b> rose.', { place: 'Busan, South Korea', date: '' }],
    ['London', 'LONDON — Oil — all of it — rose.', { place: 'London', date: '' }, 'Oil — all of it — rose.'],
    ['London', 'LONDON - Ex-minister resigns.', { place: 'London', date: '' }, 'Ex-minister resigns.'],
    ['London', 'LONDON — The mayor — ill — left.', { place: 'London', date: '' }, 'The mayor — ill — left.'],
    ['London', 'LONDON — The mayor left — a shock.', { place: 'London', date: '' }, 'The mayor left — a shock.'],
    ['Ufa', 'UFA — Oil rose.', { place: 'Ufa', date: '' }],
    ['EU', 'EU, Dec 1 - Japan trade rose.', { place: 'EU', date: 'Dec 1' }, 'Japan trade rose.'],
    ['서울', '서울, 11월 30일 — 노조가 파업했다.', { place: '서울', date: '11월 30일' }, '노조가 파업했다.'],
    ['Busan, South Korea', '<b>BUSAN, South Korea</b> – Oil rose.', { place: 'Busan, South Korea', date: '' }],
  ])('%s: %s', async (place, body, dateline, rest = 'Oil rose.') => {
    expect(await ninjs(place, body)).toEqual({ dateline, copy: [rest, 'Second.'], lost: [] })
  })

  test('also as a graf of its own', async () => {
    expect(await nitf('LONDON, Dec 1', 'London, Dec 1')).toEqual({
      dateline: { place: 'LONDON', date: 'Dec 1' },
      copy: ['Second.'],
      lost: [],
    })
  })

  test('and the marks of the other words stay in their places', async () => {
    const item = { headline: 'Head', located: 'London', body_html: '<p><b>LONDON — Oil</b> rose <i>again</i>.</p>' }
    const {
      stories: [story],
    } = await importFile('a.json', new TextEncoder().encode(JSON.stringify(item)))
    expect(story?.blocks.at(-1)).toEqual({
      role: 'paragraph',
      text: 'Oil rose again.',
      spans: [
        { from: 0, to: 3, mark: 'bold' },
        { from: 9, to: 14, mark: 'italic' },
      ],
    })
  })
})

test.each([
  ['Washington', 'Washington — not Moscow — will decide, he said.'],
  ['Reading', 'Reading - a skill in decline - is taught again.'],
  ['Cuba', 'Cuba — 11 million people — has no oil.'],
  ['Seoul', 'Seoul officials — who denied it — left.'],
  ['Seoul', 'Seoul, which sits on the Han — a river — slept.'],
  ['London', 'Londoners - all of them - left.'],
  ['Berlin', 'Angela Merkel (CDU) - die frühere Kanzlerin - kam.'],
  ['서울', '서울시는 문을 닫았다 — 모두.'],
  ['Busan', 'Cranes stood still.'],
])('copy that opens with no dateline keeps its words and the field: %s: %s', async (place, body) => {
  expect(await ninjs(place, body)).toEqual({ dateline: { place, date: '' }, copy: [body, 'Second.'], lost: [] })
})
