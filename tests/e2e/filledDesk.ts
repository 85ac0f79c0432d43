/** A library with stories of every kind, made through the command line. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT, type Newsroom } from './fixtures'

/** Story ids by what they show. */
export interface FilledDesk {
  /** In review, with a fact of every status, three of them out of the copy. */
  readonly busan: string
  /** Twelve tags in one paragraph, some inside others, and a headline of 160 characters. */
  readonly dense: string
  readonly korean: string
  readonly arabic: string
  /** 3,000 words with subheads, a list, a quotation and links. */
  readonly long: string
}

interface Tag {
  readonly text: string
  readonly type: string
  readonly by?: string
}

export async function fillDesk(newsroom: Newsroom): Promise<FilledDesk> {
  await newsroom.json(['roster', 'add', 'Reporter', '--role', 'reporter'])
  await newsroom.json(['roster', 'add', 'Editor', '--role', 'editor'])
  for (const [name, kind, ...more] of SOURCES)
    await newsroom.json(['source', 'add', '--name', name, '--kind', kind, ...more], 'Editor')

  // The sample story, not the shared one: docs/ shows these pictures.
  const busan = await importText(
    newsroom,
    'busan-summit.md',
    await readFile(join(ROOT, 'resources', 'sample-story.md'), 'utf8'),
  )
  await fillBusan(newsroom, busan)
  const dense = await importText(newsroom, 'harbour.md', DENSE)
  await fillDense(newsroom, dense)
  const korean = await importText(newsroom, 'mokpo-ferry.txt', KOREAN)
  await fillKorean(newsroom, korean)
  const arabic = await importText(newsroom, 'grain-corridor.txt', ARABIC)
  await newsroom.json(['set', arabic, 'slug', 'grain-corridor'])
  const arabicFigure = await tag(newsroom, arabic, { text: '12 سفينة', type: 'figure' })
  await newsroom.json(
    ['fact', arabic, arabicFigure, '--status', 'verified', '--evidence', 'Pool report 3', '--locator', '¶ 2'],
    'Editor',
  )
  await tag(newsroom, arabic, { text: '«لن نتراجع»', type: 'quote' })
  const long = await importText(newsroom, 'tariff-explainer.md', longStory())
  await newsroom.json(['set', long, 'slug', 'tariff-explainer'])
  await newsroom.json(['set', long, 'wordTarget', '3200'])
  for (const text of ['12.5 percent', '1,040 containers', 'the first cut in six years'])
    await tag(newsroom, long, { text, type: text.startsWith('the') ? 'superlative' : 'figure' })
  return { busan, dense, korean, arabic, long }
}

const SOURCES: readonly (readonly [string, string, ...string[]])[] = [
  ['Pool report 3', 'pool'],
  ['White House schedule', 'document'],
  ['Trade ministry briefing', 'official', '--ground-rules', 'background'],
  ['Harbour clerk', 'person', '--ground-rules', 'deepBackground', '--protected', '--alias', 'the man at gate 4'],
]

async function importText(newsroom: Newsroom, name: string, text: string): Promise<string> {
  const path = join(newsroom.scratch, name)
  await writeFile(path, text)
  const {
    stories: [story],
  } = await newsroom.json<{ stories: readonly { id: string }[] }>(['import', path])
  if (!story) throw new Error(`${name} was not imported`)
  return story.id
}

async function tag(
  newsroom: Newsroom,
  story: string,
  { text, type, by = 'Reporter' }: Tag,
  nth?: number,
): Promise<string> {
  const { id } = await newsroom.json<{ id: string }>(
    ['tag', story, '--text', text, '--type', type, ...(nth === undefined ? [] : ['--nth', String(nth)])],
    by,
  )
  return id
}

const POOL = ['--evidence', 'Pool report 3', '--locator'] as const

async function fillBusan(newsroom: Newsroom, story: string): Promise<void> {
  const set = (field: string, value: string): Promise<unknown> => newsroom.json(['set', story, field, value])
  await set('slug', 'busan-summit')
  await set('byline', 'Reporter')
  await set('urgency', '3')
  await set('dateline', 'BUSAN, Oct. 30')
  await set('embargo', '2026-10-30T21:00:00+09:00')
  await set('wordTarget', '450')

  const sign = (fact: string, ...rest: readonly string[]): Promise<unknown> =>
    newsroom.json(['fact', story, fact, '--status', ...rest], 'Editor')
  const make = (text: string, type: string, nth?: number): Promise<string> => tag(newsroom, story, { text, type }, nth)

  await sign(await make('six years', 'figure'), 'verified', ...POOL, '¶ 1')
  await make('first face-to-face talks in six years', 'superlative')
  await sign(
    await make('six years', 'figure', 2),
    'verified',
    ...POOL,
    '¶ 1',
    '--excerpt',
    'The two last met in June 2019.',
  )
  await sign(
    await make('“very successful meeting”', 'quote'),
    'queried',
    '--reason',
    'Before or after the doors closed? The transcript has it twice.',
  )
  await make('“a very tough negotiator.”', 'quote')
  await sign(
    await make('the world’s two largest economies', 'superlative'),
    'letStand',
    '--reason',
    'Common knowledge; IMF data of April.',
  )
  await sign(await make('talks in Malaysia', 'event'), 'onAuthor')
  await sign(
    await make('“already agreed to a lot of things”', 'quote'),
    'disputed',
    '--reason',
    'The Chinese readout has other words.',
  )
  await sign(await make('ownership of TikTok', 'event'), 'unverifiable', '--reason', 'No official would speak to it.')
  const minutes = await make('about 100 minutes', 'figure')
  await sign(
    minutes,
    'verified',
    ...POOL,
    '¶ 2',
    '--excerpt',
    'The bilat broke up at 12:41, an hour and forty minutes after the doors closed.',
  )
  await sign(
    await make('Two days', 'figure'),
    'wrong',
    '--evidence',
    'White House schedule',
    '--locator',
    'p. 2',
    '--contradicts',
    '--reason',
    'Three days, by the schedule.',
  )
  await make('He Lifeng', 'name')
  await sign(await make('Scott Bessent', 'name'), 'verified', '--evidence', 'White House schedule', '--locator', 'p. 1')
  const cut = await make('the APEC leaders’ meeting', 'event')
  const untagged = await make('state visit', 'event')
  await newsroom.json(['untag', story, untagged, '--reason', 'Nothing to check here.'], 'Editor')
  await newsroom.json(['edit', story, '--replace', 'about 100 minutes', '--with', 'about 90 minutes'])
  await newsroom.json(['edit', story, '--replace', ' and the APEC leaders’ meeting', '--with', ''])
  void cut
  await newsroom.json(['move', story, 'filed'])
  await newsroom.json(['move', story, 'inReview'], 'Editor')
}

/** Exactly 160 characters. */
export const LONG_HEADLINE =
  'Harbour crews in Busan, Incheon and Ulsan call off their strike after 17 hours of talks over night shifts, overtime pay and the safety of men on the high cranes'

const DENSE = `# ${LONG_HEADLINE}

*The deal, the third in 11 months, still has to be put to 4,200 members*

The crews won 6.4 percent more pay, the highest raise since 2011, after 17 hours of talks that Kim Min-jun, the chief mediator, called “the longest night of my career, by far”; on Friday at 5:20 a.m. both sides signed in Busan, and 31 ships that had waited off the coast since Tuesday were let in.

- Night shifts end at 4 a.m.
- Overtime is paid from the first hour
  - also on holidays
- No crane works in winds above 72 km/h
`

async function fillDense(newsroom: Newsroom, story: string): Promise<void> {
  await newsroom.json(['set', story, 'slug', 'port-strike'])
  const tags: readonly (readonly [string, string, number?])[] = [
    ['17 hours', 'figure'],
    ['won 6.4 percent more pay, the highest raise since 2011', 'event'],
    ['6.4 percent', 'figure'],
    ['the highest raise since 2011', 'superlative'],
    ['2011', 'date'],
    ['17 hours', 'figure', 2],
    ['Kim Min-jun', 'name'],
    ['the chief mediator', 'title'],
    ['“the longest night of my career, by far”', 'quote'],
    ['the longest night', 'superlative'],
    ['Friday', 'date'],
    ['5:20 a.m.', 'date'],
    ['both sides signed in Busan', 'event'],
    ['31 ships', 'figure'],
  ]
  const ids: string[] = []
  for (const [text, type, nth] of tags) ids.push(await tag(newsroom, story, { text, type }, nth))
  const verdicts: readonly (readonly string[])[] = [
    ['verified', ...POOL, '¶ 1'],
    ['verified', ...POOL, '¶ 1'],
    ['verified', ...POOL, '¶ 4'],
    [],
    ['verified', ...POOL, '¶ 4'],
    ['queried', '--reason', 'By whose watch?'],
    ['onAuthor'],
    ['letStand', '--reason', 'His title in all papers.'],
    ['disputed'],
    [],
    ['verified', ...POOL, '¶ 1'],
    ['unverifiable'],
    ['wrong'],
    [],
  ]
  for (const [at, [status, ...rest]] of verdicts.map((verdict, index) => [index, verdict] as const)) {
    if (status !== undefined) await newsroom.json(['fact', story, ids[at] ?? '', '--status', status, ...rest], 'Editor')
  }
}

const KOREAN = `목포 여객선 협상, 17시간 만에 다시 열린다
노사 양측 “이번 주 안에 결론 내겠다”…승객 3천200명 발 묶여
목포와 제주를 잇는 여객선 노동조합과 선사가 30일 오전 9시 목포항 국제여객터미널에서 협상을 다시 시작한다. 노조는 임금 4.5% 인상과 야간 운항 축소를 요구하고 있으며, 선사는 “적자가 120억 원에 이르는 상황에서 받아들이기 어렵다”고 밝혔다.
김민준 노조위원장은 “안전을 위한 최소한의 요구”라며 “이번 주 안에 결론을 내겠다”고 말했다. 전날 협상은 17시간 동안 이어졌으나 합의에 이르지 못했고, 이 때문에 승객 3천200명이 목포와 제주에서 발이 묶였다. 파업은 2019년 이후 6년 만에 처음이다.
해양수산부는 대체 선박 두 척을 투입해 하루 네 차례 운항하기로 했다. 기상청은 31일부터 남해 서부 먼바다에 초속 14미터의 강한 바람이 불 것으로 내다봤다.
`

async function fillKorean(newsroom: Newsroom, story: string): Promise<void> {
  await newsroom.json(['set', story, 'slug', 'mokpo-ferry'])
  await newsroom.json(['set', story, 'language', 'ko'])
  const raise = await tag(newsroom, story, { text: '4.5%', type: 'figure' })
  await newsroom.json(
    ['fact', story, raise, '--status', 'verified', '--evidence', 'Trade ministry briefing', '--locator', '2쪽'],
    'Editor',
  )
  await tag(newsroom, story, { text: '120억 원', type: 'figure' })
  await tag(newsroom, story, { text: '“안전을 위한 최소한의 요구”', type: 'quote' })
  const first = await tag(newsroom, story, { text: '2019년 이후 6년 만에 처음', type: 'superlative' })
  await newsroom.json(['fact', story, first, '--status', 'queried', '--reason', '2021년 부분 파업은?'], 'Editor')
  await tag(newsroom, story, { text: '초속 14미터', type: 'figure' })
}

const ARABIC = `Grain corridor reopens for a week
Twelve ships are to pass before the ministers meet again in Geneva
The first convoy left at dawn, the port authority said in a statement that was read out in Arabic and in English.
غادرت القافلة الأولى الميناء فجر الخميس وعلى متنها 12 سفينة محملة بالقمح، وقال المتحدث باسم هيئة الميناء: «لن نتراجع» عن الاتفاق الذي وُقّع في 30 أكتوبر بعد محادثات استمرت 17 ساعة في جنيف بحضور ممثلي Lloyd's of London.
The ships carry 310,000 tons of wheat.
`

const GRAF = [
  'The framework that negotiators left to their leaders runs to 41 pages and leaves the rate on machine parts at 12.5 percent, where it has stood since the spring.',
  'Port officials counted 1,040 containers in the first week, fewer than in any week since the winter, and most of them held furniture, shoes and small appliances.',
  'A spokeswoman for the importers said the list was “longer than we had feared and shorter than we had hoped,” and that her members would read it line by line.',
  'Economists at two banks called it the first cut in six years that reaches consumer goods, though neither would say what it means for prices before the holidays.',
  'Customs offices have until the end of the quarter to publish the new forms, and until then the old ones are taken in with a note that says which rate applies.',
]

function longStory(): string {
  const parts: string[] = []
  for (let section = 1; section <= 20; section++) {
    parts.push(
      `## ${section}. ${['What changes at the border', 'Who pays, and when', 'What was left out', 'The view from the ports'][section % 4] ?? ''}`,
    )
    for (let graf = 0; graf < 3; graf++)
      parts.push([0, 1].map((step) => GRAF[(section + graf + step) % GRAF.length]).join(' '))
    if (section === 2)
      parts.push(
        '> Nobody signs 41 pages on a plane without having read them first.',
        '1. Machine parts\n2. Furniture and shoes\n3. Small appliances',
      )
    if (section === 3)
      parts.push(
        'The list is on the [ministry’s site](https://www.example.org/tariffs) and in **this week’s gazette**.',
      )
  }
  return ['# What the tariff framework leaves out', '*Forty-one pages, and not a word on steel*', ...parts].join('\n\n')
}
