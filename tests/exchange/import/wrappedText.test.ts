/** Grafs of wrapped text come back whole, whatever marks them: blank lines or indents. */
import { describe, expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { importText } from '../../../src/exchange/import/text/importText'
import { decode, inputFor, withBlocks } from '../busanStory'

const shape = (text: string) => {
  const { blocks, fields, losses } = importText(new TextEncoder().encode(text), 'a.txt')
  return { copy: blocks.map(({ role, text: words }) => `${role}: ${words}`), byline: fields?.byline, losses }
}
const LEDE =
  'Dockworkers went back to work on Monday and the gates opened at all the terminals of the harbor, the union said ' +
  'in a statement after talks that went on all night.'
const WRAPPED = [
  'Dockworkers went back to work on Monday and the gates opened at all',
  'the terminals of the harbor, the union said in a statement after',
  'talks that went on all night.',
].join('\n')
const SHORT = ['The union said it was pleased.', 'Talks go on Tuesday.', 'The governor did not come.']
const COPY = ['headline: Ports open again', `paragraph: ${LEDE}`, ...SHORT.map((graf) => `paragraph: ${graf}`)]
const plain = { byline: undefined, losses: [] }

describe('wrapped at blank lines', () => {
  test('one long graf among short ones is joined', () => {
    expect(shape(['Ports open again', WRAPPED, ...SHORT].join('\n\n'))).toEqual({ copy: COPY, ...plain })
    expect(shape(['Ports open again', 'By Bob Lee', WRAPPED, ...SHORT].join('\n\n'))).toEqual({
      copy: COPY,
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
  })

  test('lines of the head stay apart, also one wider than the copy', () => {
    const headline = 'Ports open again after talks that went on all night between union and owners'
    expect(shape([`${headline}\nBy Bob Lee`, WRAPPED, ...SHORT].join('\n\n'))).toEqual({
      copy: [`headline: ${headline}`, ...COPY.slice(1)],
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
    expect(shape([`Ports open again\nEMBARGOED UNTIL NOON`, WRAPPED, ...SHORT].join('\n\n')).copy).toEqual(COPY)
  })

  test('lines that are grafs stay grafs, with blank lines or without', () => {
    const grafs = ['They met at noon in the city hall.', 'Nobody said why.', 'They parted early.', 'It rained.']
    const copy = ['headline: Ports open again', ...grafs.map((graf) => `paragraph: ${graf}`)]
    for (const text of [
      ['Ports open again', '', ...grafs].join('\n'),
      ['Ports open again', ...grafs].join('\n'),
      ['Ports open again', '', ...grafs.slice(0, 2), '', ...grafs.slice(2)].join('\n'),
    ])
      expect(shape(text)).toEqual({ copy, ...plain })
  })

  test.each([40, 69, 80])('our own wire text of %i columns comes back without a line for the desk above', (columns) => {
    const blocks = [
      { role: 'headline' as const, text: 'Ports open again', spans: [] },
      { role: 'deck' as const, text: '', spans: [] },
      ...[LEDE, ...SHORT].map((text) => ({ role: 'paragraph' as const, text, spans: [] })),
    ]
    const written = WRITERS.text.write(
      inputFor(withBlocks(blocks, { edNote: '', slug: '', byline: [], dateline: { place: '', date: '' } }), {
        lineLength: columns,
      }),
    )
    const text = decode(written.bytes)
    expect(shape(text.slice(text.indexOf('Ports open again'))).copy).toEqual(COPY)
  })
})

describe('wrapped with indents', () => {
  const indented = (indent: string): string => [WRAPPED, ...SHORT].map((graf) => `${indent}${graf}`).join('\n')

  test.each([
    ['spaces', '   '],
    ['a tab', '\t'],
    ['an ideographic space', '\u3000'],
  ])('each indent begins a graf: %s', (_, indent) => {
    expect(shape(`Ports open again\n\n${indented(indent)}`)).toEqual({ copy: COPY, ...plain })
    expect(shape(`Ports open again\nBy Bob Lee\n${indented(indent)}`)).toEqual({
      copy: COPY,
      byline: [{ name: 'Bob Lee' }],
      losses: [],
    })
  })

  test('an indent here and there begins none: each line is a graf', () =>
    expect(shape('Ports open again\nThey met.\n   They parted.\nIt rained.\n   Nobody said why.').copy).toEqual([
      'headline: Ports open again',
      'paragraph: They met.',
      'paragraph: They parted.',
      'paragraph: It rained.',
      'paragraph: Nobody said why.',
    ]))
})

test.each([
  'NEW YORK (AP) _ Dockers walk out',
  'BUSAN, Oct. 30 -- Dockers walk out',
  'SEOUL - Dockers walk out',
  '(서울=연합뉴스) 김지우 기자 = 파업',
])('the opening of the copy is no deck: %s', (opening) =>
  expect(shape(`Ports open again\n${opening}\nThey met.`).copy).toEqual([
    'headline: Ports open again',
    `paragraph: ${opening}`,
    'paragraph: They met.',
  ]),
)

describe('in doubt lines stay apart', () => {
  const copyOf = (...lines: readonly string[]): readonly string[] => shape(lines.join('\n')).copy
  const START = ['headline: Ports open again', `paragraph: ${LEDE}`]
  const MORE =
    'The union said that it was pleased with the outcome of the talks\n' +
    'and that its members would be back on Tuesday morning in all of the\nharbors of the country.'
  const MORE_GRAF = `paragraph: ${MORE.replaceAll('\n', ' ')}`

  test('an indented list, quote or signature tears no wrapped graf above it', () => {
    const top = ['Ports open again', '', WRAPPED, '', MORE, '']
    for (const below of [
      ['   Busan', '   Incheon', '   Mokpo'],
      ['\tAnn Lee', '\tSpokeswoman'],
    ])
      expect(copyOf(...top, ...below).slice(0, 3)).toEqual([...START, MORE_GRAF])
  })

  test('turns of an interview and points of a list are grafs of their own', () => {
    const turns = [
      'Q: Why did the union leave the table when the talks had just begun',
      'A: Because nobody had read what we wrote to them at the beginning',
      'MAYOR: We read every word of it and so did the owners of the port',
      'MINISTER: That is not what I have heard from those who were there',
      '1. Two eggs, and as much flour as fits into one cup of this size',
      '- Milk, butter and one more thing that nobody ever remembers here',
    ]
    expect(copyOf('Ports open again', '', WRAPPED, '', MORE, '', ...turns)).toEqual([
      ...START,
      MORE_GRAF,
      ...turns.map((turn) => `paragraph: ${turn}`),
    ])
  })

  test.each([
    [
      'German',
      [
        'Die Hafenarbeiter haben ihren Streik nach zwei Wochen beendet',
        'und sind zurückgekehrt. Der Vertrag wurde in der Nacht zum',
        '12. Dezember unterschrieben, wie die Gewerkschaft am Montag am',
        '1. Mai-Platz mitteilte. Das gilt auch für alle anderen Häfen',
        '– so der Minister – an der Ostsee und im Westen, sagte dann der',
        'Sprecher: "Wir warten auf das Angebot." Das dauert schon die',
        '3. Streikwoche und länger, hieß es in einer Mitteilung.',
      ],
    ],
    [
      'English',
      [
        'Dock workers ended a strike on Monday and went back to piers in',
        'London: a deal worth 120 million, the port authority said on a',
        'Monday: "We are glad it is over." The contract runs until Dec.',
        '12. The union said that most of its members voted for the deal',
        '- or nearly all - and that it was glad, in answers to the many',
        'Q: and A: sessions of the day. It will stay open all week.',
      ],
    ],
    [
      'French',
      [
        "Le syndicat ne signera plus rien, a dit son chef, qui l'a reçu",
        'le matin du 2 décembre. Il reçoit aussi son ministre ce jeudi',
        '3. Les salaires augmentent de 4,5 % sur trois ans dans le port',
        '– enfin – et les navires repartent, a constaté un journaliste.',
      ],
    ],
  ])('a date, an aside or a name with a colon tears no graf where a line breaks: %s', (_, lines) =>
    expect(copyOf('Ports open again', '', WRAPPED, '', ...lines)).toEqual([...START, `paragraph: ${lines.join(' ')}`]),
  )

  test.each([
    [
      '„Wir warten auf das Angebot der Behörde, und zwar seit Tagen.“',
      ' ',
      'Die Gespräche dauern schon zwei Wochen, hieß es in der Mitteilung.',
    ],
    [
      '»Wir warten auf das Angebot der Behörde, und zwar seit Tagen«',
      ' ',
      'sagte sie. Die Gespräche dauern schon zwei Wochen, hieß es heute.',
    ],
    [
      'The union said in a long statement of the day that its members «',
      '',
      'would not go back» to any of the piers before the end of the week.',
    ],
    [
      'The union said in a long statement of the day that its members (',
      '',
      'almost all) would not go back to any of the piers before Saturday.',
    ],
  ])('a quotation mark at the end of a line opens or closes: %s', (line, space, next) =>
    expect(copyOf('Ports open again', '', WRAPPED, '', line, next)).toEqual([
      ...START,
      `paragraph: ${line}${space}${next}`,
    ]),
  )

  test('lists in wrapped text stay lists', () => {
    const points = ['- Two eggs', '- Milk and one more thing that nobody ever remembers at home', '- Flour']
    const ranks = ['4. Busan', '5. Incheon', '6. Mokpo']
    const lead = 'Nobody has ever said what a good cook needs for this sort of cake'
    for (const all of [points, ranks])
      for (const lines of [all, [lead, ...all], [`${lead.slice(0, 50)}:`, ...all]])
        expect(copyOf('Ports open again', '', WRAPPED, '', MORE, '', ...lines)).toEqual([
          ...START,
          MORE_GRAF,
          ...lines.map((line) => `paragraph: ${line}`),
        ])
  })

  test.each([
    [
      'a list that begins in the middle, below a lead-in',
      [
        ['The agreement says that:'],
        ['3. All of the workers come back to the piers of the city on Monday,', 'without any loss of their pay'],
        ['4. Nobody is to be fired for it'],
      ],
    ],
    [
      'ties and gaps',
      [
        [
          '3. Busan had the most votes of all the harbors in the country and',
          'so it won the prize of the day, the minister said to the unions.',
        ],
        [
          '3. Incheon had the same number of votes and so it won that prize,',
          'and nobody in the hall was against it when the day came to an end.',
        ],
        ['5. Mokpo came last of all of them.'],
      ],
    ],
    [
      'a countdown',
      [
        [
          '10. Busan had the fewest votes of all the harbors in the country,',
          'and so it came last in the year when its cranes were to be rebuilt.',
        ],
        [
          '9. Incheon had some more of the votes than it had a year ago but it',
          'was not many, the minister said at the end of that day in the hall.',
        ],
        ['8. Mokpo came before it.'],
      ],
    ],
    ...['*', '•', '-', '–'].map((sign): [string, string[][]] => [
      `points with ${sign} that go on`,
      [
        [
          `${sign} All of the workers come back to the piers of the city on Monday`,
          'without any loss of the pay that they had before the strike began;',
        ],
        [
          `${sign} Nobody is to be fired, said the owners of all of the terminals of`,
          'the harbor, who had asked for it since the first of the talks; and',
        ],
        [
          `${sign} The talks go on in Busan, the minister said, with all the unions,`,
          'and with the owners of the ships that are still waiting out there,',
        ],
        [`${sign} The strike ends.`],
      ],
    ]),
    [
      'bullets behind nothing',
      [
        [
          '• All of the workers come back to the piers of the city on Monday',
          'without any loss of the pay that they had before the strike began',
        ],
        ['• Nobody is to be fired, said the owners of all of the terminals'],
      ],
    ],
    [
      'a turn behind one that is cut short',
      [
        [
          'Lee: We went back to the piers because we were told that those who',
          'own the terminals had signed all that we had asked for, and so --',
        ],
        ['Kim: The minutes of that meeting say that nobody had signed it at', 'all.'],
      ],
    ],
    [
      'labels of an announcement',
      [
        [
          'When: Monday, 10 a.m., but doors open early for those who want one',
          'of the seats near the front, which are for those who came by train',
        ],
        [
          'Where: City Hall, 12 Main Street, in the room on the second floor,',
          'behind the library and the small hall where the unions met earlier',
        ],
        ['Who: The mayor and the union'],
      ],
    ],
    [
      'but no label before a quote',
      [
        [
          'London: The port authority was asked about it in the morning, when',
          'most of the piers were still closed, and it said about the day on',
          'Monday: "We are glad it is over." Nobody else had said so by then.',
        ],
      ],
    ],
    [
      'and no aside behind a comma in a sentence',
      [['The union said on Monday that it was glad for most of its members,', '- or nearly all - and for the city.']],
    ],
  ])('points of several lines stay apart: %s', (_, grafs) =>
    expect(copyOf('Ports open again', '', WRAPPED, '', ...grafs.flat())).toEqual([
      ...START,
      ...grafs.map((lines) => `paragraph: ${lines.join(' ')}`),
    ]),
  )

  test('rows that begin with capitals or figures are not wrapped', () => {
    const rows = [
      'Kim Ji-woo beat Lee Seo-yeon of Busan in three sets, 21-15 18-21',
      'Park Min-ho beat Choi Dong-hyun of Seoul in two sets, 21-15 21-9',
      'Yoon Ha-na beat Jang Mi-rae of Incheon in 3 sets, 21-15 19-21 ok',
    ]
    expect(copyOf('Results of the day', '', ...rows)).toEqual([
      'headline: Results of the day',
      `deck: ${rows[0]}`,
      ...rows.slice(1).map((row) => `paragraph: ${row}`),
    ])
  })

  test('Korean lines that break inside words get no space', () => {
    const lines = [
      '부산항 노동자들이 월요일 업무에 복귀했다고 노',
      '조가 밝혔다 항만의 모든 출입문이 다시 열렸으',
      '며 선박들이 입항하기 시작했다.',
    ]
    expect(copyOf('항만 다시 열려', '', ...lines)).toEqual([
      'headline: 항만 다시 열려',
      `deck: ${lines[0]}`,
      ...lines.slice(1).map((line) => `paragraph: ${line}`),
    ])
  })

  test('an address wider than the lines tears nothing', () => {
    const address = `https://example.org/${'a'.repeat(120)}`
    const lines = [...WRAPPED.split('\n').slice(0, 2), address, 'talks that went on all night.']
    const graf = `paragraph: ${lines.join(' ')}`
    expect(copyOf('Ports open again', '', ...lines, '', MORE)).toEqual(['headline: Ports open again', graf, MORE_GRAF])
    expect(copyOf('Eds: call Kim.', '', 'Ports open again', '', ...lines, '', MORE)).toEqual([
      'headline: Ports open again',
      graf,
      MORE_GRAF,
    ])
  })

  test('a graf of megabytes is read in a moment', () => {
    const line = 'the terminals of the harbor, the union said in a statement after all'
    expect(copyOf('Ports open again', '', ...Array.from({ length: 60_000 }, () => line))).toHaveLength(2)
  }, 15_000)
})

test('40,000 lines of wrapped notes are read in less than 5 s', () => {
  const note = 'Eds: call Kim about this and about the other thing which is long\nand then goes on in small letters.\n'
  const started = performance.now()
  const { copy } = shape(`${note.repeat(20_000)}\nHead\n\nBody text.`)
  expect(copy).toEqual(['headline: Head', 'paragraph: Body text.'])
  expect(performance.now() - started).toBeLessThan(5000)
})
