import { describe, expect, test } from 'vitest'
import { blockLanguages } from '../../../src/story/spelling/blockLanguages'
import { spellLanguageOf } from '../../../src/story/spelling/dictionaries'
import { isKoreanCompound } from '../../../src/story/spelling/koreanCompounds'
import { misspellingsIn, questionsOf } from '../../../src/story/spelling/misspellings'
import { isNewsWord } from '../../../src/story/spelling/newsWords'
import { spellableWords } from '../../../src/story/spelling/spellableWords'

const words = (text: string): readonly string[] => spellableWords(text).map(({ word }) => word)

describe('the words that are checked', () => {
  test('leave out addresses, handles, digits, TKs, abbreviations and brands', () => {
    expect(words('See https://stet.example/a?b or ida@desk.example, @ida_k #busan and www.pna.example.')).toEqual([
      'See',
      'or',
      'and',
    ])
    expect(words('TK TKTK G20 5pm 3rd NATO NATO’s MPs U.S. p.m. iPhone YouTube a report.pdf my_file')).toEqual([])
  })

  test('have straight apostrophes and plain hyphens, and know their places', () => {
    expect(spellableWords('It’s Seoul‑based')).toEqual([
      { from: 0, to: 4, word: "It's", script: 'latin' },
      { from: 5, to: 16, word: 'Seoul-based', script: 'latin' },
    ])
  })

  test('are composed, and of one script', () => {
    expect(words('cafe\u0301 한국은 Apple의 東京 Москва')).toEqual(['café', '한국은'])
  })

  test('a particle behind a quotation mark or a sign is no word', () => {
    expect(words('“맞다”라고 말했다. 30%로')).toEqual(['맞다', '말했다'])
  })
})

describe('the language of a paragraph', () => {
  test.each([
    ['en', 'en'],
    ['en-US', 'en-us'],
    ['en-CA', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en-Latn-AU', 'en-gb'],
    ['ko-KR', 'ko'],
    ['de-CH', 'de'],
    ['pt-BR', undefined],
    ['', undefined],
  ])('%s is checked as %s', (tag, dictionary) => expect(spellLanguageOf(tag)).toBe(dictionary))

  test('is that of its story, or of its script, or of clear small words', () => {
    expect(blockLanguages('The ferry sails.', 'en-GB')).toEqual({ latin: 'en-gb' })
    expect(blockLanguages('배가 떠났다.', 'en')).toEqual({ hangul: 'ko' })
    expect(blockLanguages('Nvidia와 TSMC가 떠났다.', 'ko')).toEqual({ hangul: 'ko' })
    expect(blockLanguages('He said “괜찮다” and left.', 'en')).toEqual({ latin: 'en', hangul: 'ko' })
    const french = 'Le ministre et les élus sont dans la salle pour une réunion avec le maire.'
    expect(blockLanguages(french, 'en')).toEqual({ latin: 'fr' })
    expect(blockLanguages('The ministers are in the room for a talk with the mayor.', 'ko')).toEqual({ latin: 'en' })
    expect(blockLanguages('Kim Ji-woo', 'ko')).toEqual({})
    expect(blockLanguages('La', 'en')).toEqual({ latin: 'en' })
  })
})

describe('misspelt words', () => {
  const right = new Set(['The', 'talks', 'Seoul', 'based', 'ambassador'])
  const dictionary = {
    isRight: (_language: string, word: string) => (word === 'unasked' ? undefined : right.has(word)),
  }
  const marked = (text: string, known: readonly string[] = []): readonly string[] =>
    misspellingsIn(text, { latin: 'en' }, dictionary, (word) => known.includes(word)).map(({ word }) => word)

  test('are those that neither dictionary nor desk knows, whole or in pieces', () => {
    expect(marked('The tolks unasked Seoul-based Seoul-besed d’Seoul Seoul’s Brandt’s')).toEqual([
      'tolks',
      'Seoul-besed',
      "Brandt's",
    ])
    expect(marked('Brandt’s Kim-based', ['Brandt', 'Kim'])).toEqual([])
  })

  test('ask the dictionary for the word and its pieces', () => {
    expect(questionsOf('Seoul-based 표', { latin: 'en' })).toEqual([
      { language: 'en', word: 'Seoul-based' },
      { language: 'en', word: 'Seoul' },
      { language: 'en', word: 'based' },
    ])
  })
})

describe('Korean words', () => {
  const nouns = ['시민', '단체', '학교', '폭력', '폐사', '최저', '나라', '사람']
  const known = new Set([
    ...nouns.flatMap((noun) => [noun, `${noun}를`, `${noun}을`, `${noun}는`, `${noun}은`, `${noun}로`]),
    '발표했다',
    '말했다',
  ])
  const has = (word: string): boolean => known.has(word)

  test('are right when they are nouns that the dictionary has, the last with its particle', () => {
    expect(
      ['시민단체는', '학교폭력을', '폐사했다', '최저치로', '스물두', '백이십여'].filter(
        (word) => !isKoreanCompound(word, has),
      ),
    ).toEqual([])
  })

  test('are wrong when a piece is, or stands alone for a syllable', () => {
    expect(
      ['시민단쳬는', '햇습니다', '말했학교', '시를', '학교률', '폐사햇다'].filter((word) =>
        isKoreanCompound(word, has),
      ),
    ).toEqual([])
  })

  test('of news are known with particles', () => {
    expect(['협상가', '경제국', '이틀간의'].map((word) => isNewsWord(word, 'ko'))).toEqual([true, true, true])
    expect(['보건복지부는', '질병관리청', '질병관링청'].map((word) => isNewsWord(word, 'ko'))).toEqual([
      true,
      true,
      false,
    ])
    expect(['Whistleblower', 'whistelblower', ''].map((word) => isNewsWord(word, 'en-us'))).toEqual([
      true,
      false,
      false,
    ])
  })
})
