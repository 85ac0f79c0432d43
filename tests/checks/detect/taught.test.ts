/** The desk's own words: what they find, what they cannot take away, and that nothing hangs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phraseFinder } from '../../../src/checks/detect/taught/phrases'
import { placesIn, taughtIn } from '../../../src/checks/detect/taught/taughtWords'
import { runChecks } from '../../../src/checks/runChecks'
import { tryWord } from '../../../src/checks/teach/tryWord'
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { Finding } from '../../../src/story/assessment/finding'
import { WORD_LISTS, type DeskWord, type DeskWords, type WordList } from '../../../src/story/desk/deskWords'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'
import { NO_WRITER } from '../../builders/noWriter'
import { timed } from '../../builders/time/processorTime'

const word = (list: WordList, words: string, language?: string): DeskWord => ({
  id: `${list} ${words}`,
  list,
  words,
  ...(language === undefined ? {} : { language }),
  source: 'The desk',
  by: 'Editor',
  at: '2026-11-27T09:00:00.000Z',
})

const found = (words: string, text: string): readonly string[] =>
  placesIn(text, phraseFinder([{ words, about: words }])).map(({ from, to }) => text.slice(from, to))

describe('a phrase', () => {
  it.each([
    ['second to none', 'It was second to none.', ['second to none']],
    ['second to none', 'A Second-to-None record, second, to none.', ['Second-to-None']],
    ['second to *', 'It is second to Busan and second to none.', ['second to Busan', 'second to none']],
    ['dwarf*', 'The port dwarfs it, dwarfed by none; a dwarf.', ['dwarfs', 'dwarfed', 'dwarf']],
    ['*est ever', 'The loudest ever, the best ever.', ['loudest ever', 'best ever']],
    ['out*ed the', 'It outplayed the other.', ['outplayed the']],
    ['best', 'Budapest has the best.', ['best']],
    ['손꼽히는', '국내에서 손꼽히는 항구다.', ['손꼽히는']],
    ['둘째 가라면', '둘째가라면 서러운 항구', ['둘째가라면']],
    ['둘째*서러', '둘째가라면 서러운 항구', ['둘째가라면 서러']],
    ['屈指の', '国内屈指の港。', ['屈指の']],
    ['Yahoo!', 'Yahoo는 서울에, Yahoo Japan은 도쿄에 있다.', ['Yahoo', 'Yahoo']],
    ['ดีที่สุด', 'เป็นโรงแรมที่ดีที่สุดในเมือง', ['ดีที่สุด']],
    ['الأكبر', 'وهو الميناء الأكبر في آسيا.', ['الأكبر']],
    ['*אבטחה', 'זו האבטחה החזקה', ['האבטחה']],
    ['second to none', 'sec\u00ADond to \u200Bnone', ['sec\u00ADond to \u200Bnone']],
    ['Größte', 'GRÖSSTE? größte!', ['größte']],
  ])('%s in “%s”', (words, text, expected) => expect(found(words, text)).toEqual(expected))

  it('does not hang on long words and many stars', () => {
    const start = performance.now()
    found('a*a*a*a*a*a*a*a*ab', `${'a'.repeat(100_000)} ${'가나다 '.repeat(20_000)}`)
    found('가*나*가*나*가*나*라', '가나'.repeat(15_000))
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

const BODY = [
  'Leaders meet for the first time in six years',
  'A deck with “words” in it',
  'Busan is the toast of Asia, and its port humbles Yahoo, said Apple Martin, who left Samsung Electronics.',
  'It was the largest of 40 talks, more than any other; “the toast of Asia,” she said.',
  '국내의 금자탑 같은 항구이자 역대 최대 규모로 마흔 명이 모였다.',
].join('\n')

function untagged(words: DeskWords | undefined, events: readonly LedgerEvent[] = []): readonly Finding[] {
  const story = storyFrom(BODY, {}, events)
  const desk = deskFrom(words ? { words } : {})
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).filter(
    ({ rule }) => rule.startsWith('untagged') || rule === 'unreadLanguage',
  )
}
const told = ({ rule, key, severity, where }: Finding): string => JSON.stringify([rule, key, severity, where])

describe('words of the desk in a story', () => {
  it('block where nothing else was found, as a claim to tag', () => {
    const before = new Set(untagged(undefined).map(told))
    const more = untagged([word('superlative', 'the toast of *'), word('comparison', 'humbl*')])
      .filter((finding) => !before.has(told(finding)))
      .map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)
    // The words in the quotation are part of it.
    expect(more).toEqual([
      expect.stringMatching(/^block untaggedSuperlative: “the toast of Asia”/),
      expect.stringMatching(/^block untaggedSuperlative: “humbles”/),
    ])
  })

  it('only look at sentences that may be in their language', () => {
    const count = (language: string): number =>
      untagged([word('pattern', '금자탑', language)]).length - untagged(undefined).length
    expect([count('ko'), count('ja')]).toEqual([1, 0])
  })

  it('a name that needs no check takes away its own warning, and none that is longer', () => {
    const names = (words: DeskWords | undefined): readonly string[] =>
      untagged(words).flatMap(({ rule, message }) =>
        rule === 'untaggedName' ? [/^“([^”]*)”/.exec(message)?.[1] ?? ''] : [],
      )
    const gone = names(undefined).filter(
      (name) =>
        !names([word('name', 'Yahoo'), word('name', 'Apple'), word('name', 'samsung electronics')]).includes(name),
    )
    expect(gone).toEqual(['Yahoo', 'Samsung Electronics'])
  })

  it('take away no block, whatever they are, and leave every key as it was', () => {
    const phrase = fc.oneof(
      fc.constantFrom(
        'largest',
        'the *',
        'in six years',
        '40',
        'for the first time *',
        '최대',
        '마흔 명',
        '“words”',
        '*an*',
      ),
      fc.constantFrom('Yahoo', 'Leaders', 'words', 'six years', 'Busan is second', 'A deck with words in it'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    )
    const some = fc.array(
      fc.tuple(fc.constantFrom(...WORD_LISTS), phrase).map(([list, words]) => word(list, words)),
      { maxLength: 6 },
    )
    const plain = untagged(undefined)
    fc.assert(
      fc.property(some, (words) => {
        const now = new Set(untagged(words).map(told))
        const missing = plain.filter((finding) => !now.has(told(finding)))
        expect(missing.filter(({ rule, severity }) => rule !== 'untaggedName' || severity !== 'warn')).toEqual([])
        if (!words.some(({ list }) => list === 'name')) expect(missing).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

it('two thousand words are looked for in a long graf once', async () => {
  const words = Array.from({ length: 2000 }, (_, index) =>
    word('pattern', [`claim${index} of *`, `pre${index}*`, `주장${index}*항구`, `*end${index}`][index % 4] ?? ''),
  )
  const text = 'The port grew, pre7 and pre8x, said the claim0 of Busan; 주장2 큰 항구. '.repeat(270)
  const block = { role: 'paragraph', text, spans: [] } as const
  expect(taughtIn({ ...block, text: 'Warm up.' }, words).sought).toEqual([])
  // Half of it is for the word tables, which read the graf in any case.
  const { result: once, milliseconds } = await timed(() => taughtIn(block, words))
  expect(once.sought.length).toBeGreaterThan(270)
  expect(milliseconds).toBeLessThan(3000)
  expect(taughtIn(block, words)).toBe(once)
})

describe('trying a word', () => {
  const on = (list: WordList, words: string, sentence: string): unknown =>
    tryWord({ list, words, source: '-' }, sentence, [])
  it('says what it finds, and what is found without it', () => {
    expect(on('superlative', 'toast of *', 'It is the toast of Busan in 12 ways.')).toEqual({
      finds: ['toast of Busan'],
      already: ['Busan', '12 ways'],
    })
    expect(on('name', 'Yahoo', 'He left Yahoo for Busan.')).toEqual({ finds: ['Yahoo'], already: ['Yahoo', 'Busan'] })
    expect(on('filler', 'see', 'It was, see, late, and I see that.')).toMatchObject({ finds: ['see'] })
    expect(on('title', 'warden', 'It was Warden Kim.')).toMatchObject({ finds: ['Warden'] })
  })
})
