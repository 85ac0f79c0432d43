/** NITF prints the city of a dateline in capitals. The story has it as it is written. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importFile } from '../../../src/exchange/import/importFile'
import { busanStory, decode, inputFor } from '../busanStory'

const read = async (text: string) => {
  const {
    stories: [story],
  } = await importFile('a.xml', new TextEncoder().encode(text))
  return { dateline: story?.fields?.dateline, lost: story?.losses.map(({ what, example }) => `${what}: ${example}`) }
}

describe('our own NITF', () => {
  const written = (place: string): string =>
    decode(WRITERS.nitf.write(inputFor(busanStory({ dateline: { place, date: 'Oct. 30' } }))).bytes)

  test.each([
    ['Busan', 'BUSAN'],
    ['Mokpo, South Korea', 'MOKPO, South Korea'],
    ['Gießen (Hesse)', 'GIESSEN (Hesse)'],
    ['Washington D.C.', 'WASHINGTON D.C.'],
    ["'s-Hertogenbosch", "'S-HERTOGENBOSCH"],
    ['UK', 'UK'],
    ['U.N.', 'U.N.'],
    ['목포', '목포'],
  ])('prints %s as %s and reads it back', async (place, printed) => {
    const text = written(place)
    expect([/<location>(.*)<\/location>/.exec(text)?.[1], (await read(text)).dateline]).toEqual([
      printed,
      { place, date: 'Oct. 30' },
    ])
  })

  test('says the place once in the head, and nothing without a place', () => {
    const metas = (text: string): readonly string[] => text.match(/<meta.*>/g) ?? []
    expect([metas(written('Busan')), metas(written(''))]).toEqual([
      ['<meta name="dateline-place" content="Busan"/>'],
      [],
    ])
  })

  test('a place that somebody changed beside it is listed, and the printed one counts', async () => {
    const { dateline, lost } = await read(written('Busan').replace('>BUSAN<', '>SEOUL<'))
    expect([dateline, lost?.filter((line) => line.startsWith('data about the document'))]).toEqual([
      { place: 'SEOUL', date: 'Oct. 30' },
      ['data about the document (meta): meta name="dateline-place" content="Busan"'],
    ])
  })
})

describe('NITF of others', () => {
  const nitf = (dateline: string, { head = '', body = '' } = {}): string =>
    `<nitf><head>${head}</head><body><body.head><dateline>${dateline}</dateline></body.head>` +
    `<body.content><p>They left ${body}early.</p></body.content></body></nitf>`
  const place = async (...file: Parameters<typeof nitf>): Promise<string | undefined> =>
    (await read(nitf(...file))).dateline?.place
  const located = (city: string): string => `<location>${city}</location>`
  const docdata = (inside: string): { readonly head: string } => ({ head: `<docdata>${inside}</docdata>` })
  const keyword = (key: string) => docdata(`<key-list><keyword key="${key}"/></key-list>`)

  test('a city in capitals takes the mixed case that the file has elsewhere', async () => {
    const identified = '<location><city>St. Louis</city><state>Missouri</state></location>'
    expect([
      await place(located('BUSAN'), docdata('<evloc city="Busan"/>')),
      await place(located('BUSAN, South Korea (AP)'), keyword('Busan')),
      await place(located('BUSAN'), { head: '<meta name="place" content="Busan"/>' }),
      await place(located('BUSAN'), { body: '<location>Busan, South Korea</location> ' }),
      await place('ST. LOUIS, Nov. 24', docdata(`<identified-content>${identified}</identified-content>`)),
    ]).toEqual(['Busan', 'Busan, South Korea (AP)', 'Busan', 'Busan', 'St. Louis'])
  })

  test('a city stays as printed if nothing else says how it is written', async () => {
    expect([
      await place(located('BUSAN')),
      await place(located('BUSAN'), keyword('Seoul')),
      await place(located('BUSAN'), keyword('busan')),
      await place(located('BUSAN'), { body: 'Busan ' }),
    ]).toEqual(['BUSAN', 'BUSAN', 'BUSAN', 'BUSAN'])
  })

  test('an abbreviation stays', async () => {
    expect([
      await place(located('UK'), keyword('UK')),
      await place(located('UK'), keyword('uk')),
      await place(located('U.N.'), docdata('<evloc city="U.N."/>')),
      await place(located('L.A.'), docdata('<evloc city="La"/>')),
      await place('L.A., Nov. 24', keyword('L.A.')),
      await place(located('Rio de Janeiro'), keyword('RIO DE JANEIRO')),
    ]).toEqual(['UK', 'UK', 'U.N.', 'L.A.', 'L.A.', 'Rio de Janeiro'])
  })

  test('a place of the event is listed unless it is that of the dateline', async () => {
    const events = async (dateline: string, event: string) =>
      (await read(nitf(dateline, docdata(event)))).lost?.filter(
        (line) => line.includes('evloc city') || line.includes('iso-cc'),
      )
    expect([
      await events(located('BUSAN'), '<evloc city="Busan"/>'),
      await events(located('BUSAN'), '<evloc city="Seoul"/>'),
      await events('', '<evloc iso-cc="KR"/>'),
    ]).toEqual([
      [],
      ['places of the event (evloc): evloc city="Seoul"'],
      ['places of the event (evloc): evloc iso-cc="KR"'],
    ])
  })
})
