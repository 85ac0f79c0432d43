/** Lines for the desk above the first graf become the ed note or the embargo in every format, never copy. */
import { describe, expect, test } from 'vitest'
import { importFile } from '../../../src/exchange/import/importFile'
import { docxOf, paragraph, styled } from '../../builders/files/docxOf'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const LOSS = 'embargo that Stet cannot read as a time (set it in Fields)'

async function read(name: string, file: string | Uint8Array) {
  const { stories } = await importFile(name, typeof file === 'string' ? utf8(file) : file)
  const [story] = stories
  return {
    copy: story?.blocks.map(({ role, text }) => `${role}: ${text}`),
    edNote: story?.fields?.edNote,
    embargo: story?.fields?.embargo,
    losses: story?.losses.map(({ what, example }) => `${what}: ${example}`),
  }
}

const HEAD = 'Ports open again after talks'
const GRAFS = ['Dockworkers went back to work.', 'The union said it was pleased.']
const COPY = [`headline: ${HEAD}`, ...GRAFS.map((graf) => `paragraph: ${graf}`)]
const EMBARGO = 'EMBARGOED UNTIL TUESDAY NOON'
const NOTE = 'Eds: not for readers, call Kim.'
const TAKEN = {
  copy: COPY,
  edNote: `${EMBARGO}\n${NOTE}`,
  embargo: undefined,
  losses: [`${LOSS}: ${EMBARGO}`, `desk notes: ${NOTE}`],
}

const lines = (...all: readonly string[]): string => [...all, ...GRAFS].join('\n\n')
const html = (...all: readonly string[]): string => [...all, ...GRAFS.map((graf) => `<p>${graf}</p>`)].join('')
const word = (...all: readonly string[]): Uint8Array =>
  docxOf([...all, ...GRAFS.map((graf) => paragraph(graf))].join(''))

describe('an embargo and a note to editors', () => {
  test.each([
    ['plain text, below the headline', 'a.txt', lines(HEAD, EMBARGO, NOTE)],
    ['plain text, right below the headline', 'a.txt', lines(`${HEAD}\n${EMBARGO}`, NOTE)],
    ['plain text, above and below the headline', 'a.txt', lines(EMBARGO, HEAD, NOTE)],
    ['Markdown, above the headline', 'a.md', lines(`**${EMBARGO}**`, NOTE, `# ${HEAD}`)],
    ['Markdown, below the headline', 'a.md', lines(`# ${HEAD}`, EMBARGO, NOTE)],
    ['HTML, above the headline', 'a.html', html(`<p>${EMBARGO}</p><p>${NOTE}</p><h1>${HEAD}</h1>`)],
    ['HTML, below the headline', 'a.html', html(`<h1>${HEAD}</h1><p class="deck">${EMBARGO}</p><p>${NOTE}</p>`)],
    ['HTML without a heading', 'a.html', html(`<p>${EMBARGO}</p><p>${HEAD}</p><p>${NOTE}</p>`)],
    ['Word, above the headline', 'a.docx', word(paragraph(EMBARGO), paragraph(NOTE), paragraph(HEAD))],
    ['Word, below the title', 'a.docx', word(styled('Title', HEAD), paragraph(EMBARGO), paragraph(NOTE))],
  ])('are no copy in %s', async (_, name, file) => expect(await read(name, file)).toEqual(TAKEN))

  test('stand below the deck and the byline, and the copy begins below them', async () =>
    expect(await read('a.txt', lines(HEAD, 'A deck without a period', 'By Ann Lee', EMBARGO, NOTE))).toEqual({
      ...TAKEN,
      copy: [`headline: ${HEAD}`, 'deck: A deck without a period', ...COPY.slice(1)],
    }))

  test.each(['iPhone sales fall in China', 'eBay cuts jobs', 'Not for profit hospitals face cuts'])(
    'a headline in small letters stays below the line break of an embargo: %s',
    async (head) => {
      const { copy, embargo } = await read('a.html', html(`<p>EMBARGO: 2026-12-05T10:00Z<br>${head}</p>`))
      expect([copy?.[0], embargo]).toEqual([`headline: ${head}`, '2026-12-05T10:00:00Z'])
    },
  )

  test.each([
    ['HTML', 'a.html', html(`<p>EMBARGO: 2026-12-05T10:00Z<br>${HEAD}</p>`)],
    ['Word', 'a.docx', word(paragraph(`EMBARGO: 2026-12-05T10:00Z</w:t><w:br/><w:t>${HEAD}`))],
  ])('an embargo leaves what stands below its line break in the copy: %s', async (_, name, file) =>
    expect(await read(name, file)).toEqual({
      copy: COPY,
      edNote: undefined,
      embargo: '2026-12-05T10:00:00Z',
      losses: ['desk notes: EMBARGO: 2026-12-05T10:00Z'],
    }),
  )

  test('an embargo goes on below a line break with its time', async () =>
    expect(await read('a.html', html(`<p>EMBARGOED UNTIL<br>10:00 CET<br>Friday<br>${HEAD}</p>`))).toEqual({
      copy: COPY,
      edNote: 'EMBARGOED UNTIL 10:00 CET Friday',
      embargo: undefined,
      losses: [`${LOSS}: EMBARGOED UNTIL 10:00 CET Friday`],
    }))

  test.each([
    ['extended to 2026-12-08T10:00Z', '2026-12-08T10:00:00Z'],
    ['Extended to 2026-12-08T10:00Z.', '2026-12-08T10:00:00Z'],
    ['2026-12-08T10:00Z로 연장', '2026-12-08T10:00:00Z'],
    ['Extended to Friday, 10 a.m.', '2026-12-05T10:00:00Z'],
    ['12월 8일 10시로 변경', '2026-12-05T10:00:00Z'],
    ['Do not publish before this time', '2026-12-05T10:00:00Z'],
    ['Not for use in the US', '2026-12-05T10:00:00Z'],
    ['and not for the web', '2026-12-05T10:00:00Z'],
  ])('an embargo keeps what a line break parts from it and says more of it: %s', async (more, embargo) => {
    const first = 'EMBARGO: 2026-12-05T10:00Z'
    const seen = await read('a.html', html(`<p>${first}<br>${more}<br>${HEAD}</p>`))
    expect([seen.copy, seen.embargo, seen.edNote]).toEqual([COPY, embargo, `${first} ${more}`])
  })

  test('are read where a byline in small letters is none', async () =>
    expect((await read('a.html', html(`<p>EMBARGO: 2026-12-05T10:00Z<br>by Ann Lee</p>`))).edNote).toBe(undefined))

  test('a paragraph of 30 embargoes is parted 12 times, and stays short work', async () => {
    const many = Array.from({ length: 30 }, () => 'EMBARGO: 2026-12-05T10:00Z').join('<br>')
    const seen = await read('a.html', html(`<p>${many}</p>`, `<h1>${HEAD}</h1>`))
    expect([seen.copy?.length, seen.embargo]).toEqual([4, '2026-12-05T10:00:00Z'])
  })

  test('are copy below the first graf', async () =>
    expect((await read('a.txt', `${lines(HEAD)}\n\n${NOTE}`)).copy).toEqual([...COPY, `paragraph: ${NOTE}`]))
})

describe('an embargo with its zone', () => {
  test.each([
    ['EMBARGOED UNTIL 2026-12-02T06:00:00Z', '2026-12-02T06:00:00Z'],
    ['Embargo: 2026-12-02 06:00 UTC', '2026-12-02T06:00:00Z'],
    ['엠바고: 2026-12-02T15:00:00+09:00까지', '2026-12-02T15:00:00+09:00'],
  ])('becomes the field: %s', async (line, embargo) => {
    const taken = { copy: COPY, edNote: undefined, embargo, losses: [`desk notes: ${line}`] }
    expect(await read('a.txt', lines(line, HEAD))).toEqual(taken)
    expect(await read('a.md', lines(`# ${HEAD}`, line))).toEqual(taken)
  })

  test('keeps its other words in the ed note', async () => {
    const line = 'EMBARGOED UNTIL 2026-12-02T06:00:00Z, Kim has the rights'
    expect(await read('a.txt', lines(line, HEAD))).toEqual({
      copy: COPY,
      edNote: line,
      embargo: '2026-12-02T06:00:00Z',
      losses: [`desk notes: ${line}`],
    })
  })

  test('that another line contradicts is the later one, and both lines are listed', async () => {
    const [first, second] = ['EMBARGOED UNTIL 2026-12-02T06:00:00Z', 'EMBARGOED UNTIL 2026-12-03T06:00:00Z']
    expect(await read('a.txt', lines(first, HEAD, second))).toEqual({
      copy: COPY,
      edNote: `${first}\n${second}`,
      embargo: '2026-12-03T06:00:00Z',
      losses: [`desk notes: ${first}`, `${LOSS}: ${second}`],
    })
  })
})

describe('lines of wires', () => {
  test.each(['(ATTN: UPDATES with more details, photo)', '(Adds quotes, background)'])(
    'that say what a version changes are the ed note: %s',
    async (line) => {
      const taken = { copy: COPY, edNote: line, embargo: undefined, losses: [`desk notes: ${line}`] }
      expect(await read('a.txt', lines(line, HEAD))).toEqual(taken)
      expect(await read('a.txt', lines(HEAD, line))).toEqual(taken)
    },
  )

  test('go on until their bracket closes', async () =>
    expect(await read('a.txt', lines('(ATTN: UPDATES with more details,\nadds photo)', HEAD))).toEqual({
      copy: COPY,
      edNote: '(ATTN: UPDATES with more details, adds photo)',
      embargo: undefined,
      losses: ['desk notes: (ATTN: UPDATES with more details, adds photo)'],
    }))

  test('points of a list are no deck', async () =>
    expect((await read('a.txt', lines(HEAD, '* Brent up $2.10'))).copy).toEqual([
      COPY[0],
      'paragraph: * Brent up $2.10',
      ...COPY.slice(1),
    ]))

  test.each([
    ['IPTC 7901, above the headline', `\u0001AAA0123 4 PL 00120\r\nSLUG/\r\n\u0002${EMBARGO}\r\n${HEAD}\r\n\r\n`],
    ['IPTC 7901, below the headline', `\u0001AAA0123 4 PL 00120\r\nSLUG/\r\n\u0002${HEAD}\r\n${EMBARGO}\r\n\r\n`],
    ['ANPA 1312', `\u0001a0123\u001fi\r\nu i slug\r\n\u0002^${EMBARGO}<\r\n^${HEAD}<\r\n`],
  ])('an embargo is no copy in %s', async (_, head) => {
    const { copy, edNote, losses } = await read('a.001', `${head}${GRAFS.join('\r\n\r\n')}\r\n\u0003`)
    expect([copy, edNote, losses?.filter((loss) => loss.startsWith(LOSS))]).toEqual([
      COPY,
      EMBARGO,
      [`${LOSS}: ${EMBARGO}`],
    ])
  })

  test('an embargo inside a note is listed', async () =>
    expect(await read('a.txt', lines('EDITOR’S NOTE: Updates graf 2. EMBARGOED until 6 p.m.', HEAD))).toEqual({
      copy: COPY,
      edNote: 'EDITOR’S NOTE: Updates graf 2. EMBARGOED until 6 p.m.',
      embargo: undefined,
      losses: [`${LOSS}: EMBARGOED until 6 p.m.`],
    }))
})

test.each(['The embargo on oil was lifted.', 'Editors at three papers resigned.', 'The adds (updates) came late.'])(
  'ordinary copy stays copy: %s',
  async (graf) => {
    const kept = {
      copy: [COPY[0], `paragraph: ${graf}`, ...COPY.slice(1)],
      edNote: undefined,
      embargo: undefined,
      losses: [],
    }
    expect(await read('a.txt', lines(HEAD, graf))).toEqual(kept)
    expect(await read('a.md', lines(`# ${HEAD}`, graf))).toEqual(kept)
    expect(await read('a.html', html(`<h1>${HEAD}</h1><p>${graf}</p>`))).toEqual(kept)
  },
)

describe('an embargo whose zone has an offset is listed and sets nothing', () => {
  test.each([
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC −5',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC -5',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC−5',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC - 5',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC +2',
    'EMBARGOED UNTIL 2026-12-02 18:00 GMT +09:00',
    'EMBARGOED UNTIL 2026-12-02 18:00 GMT (UTC+9)',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC/GMT+1',
    'EMBARGOED UNTIL 2026-12-02 18:00-09:00 UTC',
    'EMBARGOED UNTIL 2026-12-02 18:00 UTC −5 (2026-12-02 23:00 UTC)',
  ])('as in “%s”', async (line) =>
    expect(await read('a.txt', lines(line, HEAD))).toEqual({
      copy: COPY,
      edNote: line,
      embargo: undefined,
      losses: [`${LOSS}: ${line}`],
    }),
  )

  test('also in the front matter of Markdown, and where another time stands before it', async () => {
    for (const until of ['2026-12-02 18:00 UTC +2', 'copy filed 2026-12-01 09:00 UTC, embargo TBC'])
      expect(await read('a.md', `---\nembargo: ${until}\n---\n# ${HEAD}\n\n${lines()}`)).toEqual({
        copy: COPY,
        edNote: `Embargo: ${until}`,
        embargo: undefined,
        losses: [`${LOSS}: Embargo: ${until}`],
      })
    const line = 'Embargo: copy filed 2026-12-01 09:00 UTC, embargo TBC'
    expect(await read('a.txt', lines(line, HEAD))).toMatchObject({ edNote: undefined, embargo: undefined })
  })
})

describe('lines in capitals, with a time or in brackets are for the desk', () => {
  test.each([
    'EMBARGOED FOR 0001 GMT DEC 2',
    'HOLD FOR RELEASE UNTIL 6 P.M.',
    'NOT FOR RELEASE BEFORE NOON',
    'EMBARGO: TBC',
    'Embargoed until 6 p.m. Tuesday',
    'Sperrfrist: Mittwoch, 2. Dezember, 12 Uhr',
    'Embargado hasta el 2 de diciembre',
    '[엠바고] 12월 2일 06시',
    '엠바고 오전 9시',
    'BAJO EMBARGO HASTA EL 5 DE DICIEMBRE A LAS 10:00',
    'Gesperrt bis 5. Dezember, 10 Uhr',
    'Frei ab Samstag, 5. Dezember, 10.00 Uhr',
    'Achtung: Sperrfrist bis Freitag, 5. Dezember, 10.00 Uhr!',
    'Bitte Sperrfrist beachten: 5. Dezember, 10.00 Uhr',
    'Sous embargo jusqu’au vendredi 5 décembre à 10 h',
    'Embargo au 5 décembre, 10h00',
    'Strict embargo: 00:01 Friday 5 December 2026',
    'EMBARGO DATE: 5 December 2026 10:00',
    '12월 5일 10시까지 엠바고',
    '보도시점: 2026. 12. 5.(토) 10:00 이후 보도하여 주시기 바랍니다',
    'FOR RELEASE AT 10:00 A.M. ET, FRIDAY',
    'Embargo lifts at 10:00 GMT on Friday 5 December',
    'EMBARGO: Not for publication or broadcast before 00:01 on Friday 5 December 2026',
    'Embargo: Fri 5 Dec, 10am',
    'Not to be published before 10 a.m. Friday',
    'Release time: 10 a.m. Friday, Dec. 5',
    'Sendesperrfrist: 5. Dezember, 18 Uhr',
    'Frei zur Veröffentlichung ab Freitag, 5. Dezember, 10 Uhr',
    'EMBARGO – Ne pas publier avant vendredi 5 décembre à 10h00',
    'A ne pas diffuser avant le 5 décembre 10h',
    'EMBARGO: No publicar antes de las 10:00 horas del viernes',
    '<보도시점> 2026. 12. 5.(금) 10:00 (지면은 12. 6. 조간)',
    '[엠바고] 12월 5일 조간부터 보도해 주시기 바랍니다',
    'New embargo: Friday',
    'PRESS EMBARGO: 5 DECEMBER',
    '엠바고: 내일 오전 10시',
    '엠바고 해제: 오늘 자정',
    'EMBARGO: Monday morning',
    'Embargoed until Monday morning',
    'Embargo: Freitag früh',
    'Embargo jusqu’à lundi matin',
  ])('an embargo: %s', async (line) =>
    expect(await read('a.txt', lines(HEAD, line))).toEqual({
      copy: COPY,
      edNote: line,
      embargo: undefined,
      losses: [`${LOSS}: ${line}`],
    }),
  )

  test.each([
    ['EMBARGOED UNTIL 10 A.M.', 'FRIDAY, DEC. 5'],
    ['Embargoed until', '10 a.m. Friday'],
  ])('an embargo whose day stands on the next line: %s', async (line, next) =>
    expect(await read('a.txt', lines(`${line}\n${next}`, HEAD))).toEqual({
      copy: COPY,
      edNote: `${line} ${next}`,
      embargo: undefined,
      losses: [`${LOSS}: ${line} ${next}`],
    }),
  )

  test('so is an embargo without a word before its instant', async () => {
    const line = 'EMBARGO 2026-12-02 18:00 UTC'
    expect(await read('a.txt', lines(HEAD, line))).toEqual({
      copy: COPY,
      edNote: undefined,
      embargo: '2026-12-02T18:00:00Z',
      losses: [`desk notes: ${line}`],
    })
  })

  test.each(['(Eds: Adds quotes)', '[Editor’s note: call Kim.]', 'ATTN: UPDATES throughout', 'EDITORS: call Kim.'])(
    'a note becomes the ed note: %s',
    async (line) =>
      expect(await read('a.txt', lines(HEAD, line))).toEqual({
        copy: COPY,
        edNote: line,
        embargo: undefined,
        losses: [`desk notes: ${line}`],
      }),
  )
})

const HEADING = '<w:style w:styleId="h1"><w:name w:val="heading 1"/></w:style>'

describe('what may be copy stays copy', () => {
  test.each([
    'Embargo-busting tanker seized off Spain',
    'Embargo: EU agrees on sixth package of sanctions',
    'EMBARGO: EU AGREES ON SANCTIONS',
    "'엠바고' 파기한 언론사 징계",
    'Sperrfrist beim Arbeitslosengeld: Was Sie wissen müssen',
    'Embargoed until the 1990s, Vietnam is now a market.',
    'Embargoed until Tuesday, the report says that nine ports are closed.',
    'Not for publication until now, the letters of Kafka appear in print.',
    'Embargo–Politik der Union',
    'Update: Storm hits coast',
    'Under embargo-era rules',
    'Sous embargo jusqu’en 2030, l’Iran exporte',
    'Embargo bis Freitag verlängert',
    'Embargo: Freitag entscheidet Brüssel',
    'Embargo: Monday vote looms',
    'EMBARGO: MONDAY VOTE LOOMS',
    'EMBARGO UNTIL SANCTIONS END, EU SAYS',
    'Embargo on 5 May ended',
    'Embargo decision Monday',
    'Embargo extended to Monday',
    'Embargo ends at midnight',
    'Gesperrt bis Freitag, 10 Uhr: die A7',
    'Release date of the new Bond film',
    '엠바고 12월 5일 해제 논란',
    '엠바고, 누구를 위한 것인가',
    '엠바고 오늘 해제',
    '보도 시점 "조율했다" 폭로',
    '엠바고 오전 10시 해제 앞두고 기자단 긴장',
    '엠바고 10시 깨졌다, 기자단 징계 논의',
    '보도유예 3시간 만에 해제',
    '[엠바고] 한은, 12월 5일 기준금리 인하 결정',
    'EMBARGO LIFTED 10 A.M. MONDAY AS U.S., CUBA SIGN DEAL',
    'EMBARGO ENDET UM 10 UHR: BRÜSSEL GIBT NACH',
    'The embargo at 10 a.m. failed',
    'No al embargo el 1 de mayo',
    'No embargo until Friday',
    'New embargo on Friday',
    'El embargo del 5 de mayo',
    'Ab Montag Embargo',
    'À partir de lundi, embargo',
    'Embargo ends at 10 a.m. Friday, he said.',
    'Editor: Why did you leave?',
    'Editors: Why did you leave?',
    '[Removes hat.]',
    '(Corrects the record: a memoir)',
    'EDITOR’S NOTE DOUBTS GROW OVER POLL',
    'Attn: Shoppers. Sales begin Friday',
  ])('such as “%s”', async (line) => {
    for (const all of [lines(line, HEAD), lines(HEAD, line)]) {
      const { copy, edNote, embargo, losses } = await read('a.txt', all)
      expect([copy?.map((words) => words.replace(/^\w+: /, '')).includes(line), edNote, embargo, losses]).toEqual([
        true,
        undefined,
        undefined,
        [],
      ])
    }
  })

  test('a heading, a quote, and the graf below the first graf', async () => {
    const kept = async (name: string, file: string | Uint8Array) => {
      const { copy, edNote, losses } = await read(name, file)
      return [copy?.map((words) => words.replace(/^\w+: /, '')).includes(EMBARGO), edNote, losses]
    }
    expect([
      await kept('a.md', lines(`# ${EMBARGO}`)),
      await kept('a.md', lines(`# ${HEAD}`, `## ${EMBARGO}`)),
      await kept('a.md', lines(`# ${HEAD}`, `> ${EMBARGO}`)),
      await kept(
        'a.docx',
        docxOf(styled('Title', HEAD) + styled('h1', EMBARGO) + paragraph('They met.'), { styles: HEADING }),
      ),
      await kept('a.txt', ['They met.', EMBARGO, ...GRAFS].join('\n\n')),
    ]).toEqual(Array.from({ length: 5 }, () => [true, undefined, []]))
  })
})

describe('a note above the headline takes neither headline, byline nor lede', () => {
  const note = 'Eds: Adds quotes from the minister in grafs 3 and 4 and a new lead on the vote'
  const head = 'Seoul mayor resigns over flood'
  const lede = 'SEOUL (AP) — The mayor of Seoul resigned on Tuesday over the flood that killed'
  const graf = `${lede} nine people.`
  test.each([
    ['a headline', [note, head, lede, 'nine people.', '', 'He left.'], [`headline: ${head}`, `paragraph: ${graf}`]],
    [
      'a headline and a blank line',
      [note, head, '', graf, '', 'He left.'],
      [`headline: ${head}`, `paragraph: ${graf}`],
    ],
    [
      'a headline and a deck',
      [note, head, '', 'Nine people died', '', graf],
      [`headline: ${head}`, 'deck: Nine people died'],
    ],
    [
      'an update',
      [note.replace('Eds:', 'ATTN:'), head, 'By Kim Ji-woo', graf, 'He left.'],
      [`headline: ${head}`, `paragraph: ${graf}`],
    ],
    [
      'a Korean note',
      [
        '편집자 메모: 3번 문단과 4번 문단에 장관 발언과 표결 결과를 새로 더함',
        '서울시장 사퇴',
        '',
        graf,
        '',
        'He left.',
      ],
      ['headline: 서울시장 사퇴', `paragraph: ${graf}`],
    ],
  ])('%s', async (_, all, start) => {
    const { copy, edNote } = await read('a.txt', all.join('\n'))
    expect([copy?.slice(0, 2), edNote]).toEqual([start, all[0]?.replace(/^(?:Eds|편집자 메모): /, '')])
  })

  test('nor a byline below it', async () => {
    const {
      stories: [story],
    } = await importFile('a.txt', utf8([note, 'By Kim Ji-woo', head, '', graf, '', 'He left.'].join('\n')))
    expect([story?.fields?.byline, story?.blocks[0]?.text]).toEqual([[{ name: 'Kim Ji-woo' }], head])
  })

  test('and goes on in small letters', async () =>
    expect(
      await read(
        'a.txt',
        [
          HEAD,
          '',
          'ATTN: UPDATES with quotes of the minister of the interior on all of the floods of 2026 in',
          'grafs three',
          '',
          graf,
          '',
          'He left.',
        ].join('\n'),
      ),
    ).toMatchObject({ copy: [`headline: ${HEAD}`, `paragraph: ${graf}`, 'paragraph: He left.'] }))
})

describe('an embargo and its time in two paragraphs', () => {
  const TIME = '2026-12-05T10:00Z'
  const seen = async (name: string, file: string | Uint8Array) => {
    const { copy, embargo } = await read(name, file)
    return { copy, embargo }
  }
  const HELD = { copy: COPY, embargo: '2026-12-05T10:00:00Z' }
  const LABELS = ['EMBARGO', 'Embargo:', 'Embargoed until', 'EMBARGOED UNTIL:', 'Sperrfrist:', '[엠바고]', '보도시점:']

  test.each(LABELS)('behind the label “%s” is the embargo of the story', async (label) => {
    expect([
      await seen('a.txt', lines(label, TIME, HEAD)),
      await seen('a.txt', lines(HEAD, label, TIME)),
      await seen('a.md', lines(label, TIME, `# ${HEAD}`)),
      await seen('a.html', html(`<p>${label}</p><p>${TIME}</p><h1>${HEAD}</h1>`)),
      await seen('a.html', html(`<h1>${HEAD}</h1><p>${label}</p><p>${TIME}</p>`)),
      await seen('a.docx', word(paragraph(label), paragraph(TIME), paragraph(HEAD))),
    ]).toEqual([HELD, HELD, HELD, HELD, HELD, HELD])
  })

  test('a time that nobody can read for sure is kept and listed', async () =>
    expect(await read('a.html', html(`<p>Embargoed until</p><p>5 December, 10 a.m.</p><h1>${HEAD}</h1>`))).toEqual({
      copy: COPY,
      edNote: 'Embargoed until 5 December, 10 a.m.',
      embargo: undefined,
      losses: [`${LOSS}: Embargoed until 5 December, 10 a.m.`],
    }))

  test.each([
    ['a headline about one', ['Embargo', 'Talks go on in May']],
    ['a headline with words before it', ['Cuba marks 60 years of embargo', 'May 1, 2026']],
    ['a headline of another thing', ['Release', '2026-12-05T10:00Z']],
  ])('%s stays', async (_what, [first = '', second = '']) => {
    const { copy } = await read('a.html', html(`<p>${first}</p><p>${second}</p>`))
    expect(copy?.[0]).toContain(first)
  })
})
