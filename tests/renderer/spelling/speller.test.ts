/** Hunspell with the dictionaries that Stet ships: what it finds of misspelt words, and what it says of right ones. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  spellingCorrections,
  isRightIn,
  Speller,
  startEngine,
  type SpellEngine,
} from '../../../src/renderer/spelling/speller'
import { blockLanguages } from '../../../src/story/spelling/blockLanguages'
import {
  DICTIONARIES,
  DICTIONARY_PACKAGES,
  dictionariesOf,
  type DictionaryName,
  type SpellLanguage,
} from '../../../src/story/spelling/dictionaries'
import { misspellingsIn } from '../../../src/story/spelling/misspellings'
import { spellableWords } from '../../../src/story/spelling/spellableWords'
import { newsSentences, wordListsOf } from './wordLists'

const require = createRequire(import.meta.url)
const bytesOf = (path: string): ArrayBuffer => new Uint8Array(readFileSync(path)).buffer

let engine: Promise<SpellEngine> | undefined
const spellers = new Map<DictionaryName, Promise<Speller>>()

async function open(name: DictionaryName): Promise<Speller> {
  engine ??= startEngine(bytesOf(require.resolve('hunspell-wasm/wasm/hunspell.wasm')))
  const folder = dirname(require.resolve(DICTIONARY_PACKAGES[name]))
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
  return new Speller(name, await engine, read('index.aff'), read('index.dic'))
}

function spellerOf(name: DictionaryName): Promise<Speller> {
  let speller = spellers.get(name)
  if (!speller) spellers.set(name, (speller = open(name)))
  return speller
}

const spellersOf = (language: SpellLanguage): Promise<readonly Speller[]> =>
  Promise.all(dictionariesOf(language).map(spellerOf))

/** The words of a list that are marked, each in a text of its own. */
async function marked(language: SpellLanguage, words: readonly string[]): Promise<readonly string[]> {
  const ready = await spellersOf(language)
  const dictionary = { isRight: (_language: SpellLanguage, word: string) => isRightIn(ready, word) }
  const languages = { latin: language, hangul: language }
  return words.filter((word) => misspellingsIn(word, languages, dictionary, () => false).length > 0)
}

const percent = (part: number, whole: number): number => Math.round((1000 * part) / whole) / 10

/** STET_PRINT=1 prints the figures and the words behind them. */
const print = (line: string): void => {
  if (process.env['STET_PRINT'] !== undefined) process.stdout.write(`${line}\n`)
}

test.each(DICTIONARIES)('%s: of 200 misspelt words at least 95 in 100 are found', async (language) => {
  const { wrong } = wordListsOf(language)
  const found = new Set(await marked(language, wrong))
  const missed = wrong.filter((word) => !found.has(word))
  print(`${language}: found ${percent(found.size, wrong.length)} % of ${wrong.length}; missed ${missed.join(' ')}`)
  expect(wrong.length).toBeGreaterThanOrEqual(200)
  expect(percent(found.size, wrong.length), missed.join(' ')).toBeGreaterThanOrEqual(95)
})

test.each(DICTIONARIES)('%s: of 500 right words of news at most 2 in 100 are marked', async (language) => {
  const { right } = wordListsOf(language)
  const wrongly = await marked(language, right)
  print(`${language}: marks ${percent(wrongly.length, right.length)} % of ${right.length}: ${wrongly.join(' ')}`)
  expect(right.length).toBeGreaterThanOrEqual(500)
  expect(percent(wrongly.length, right.length), wrongly.join(' ')).toBeLessThanOrEqual(2)
})

test.each(['en', 'ko', 'fr', 'es', 'de'] as const)(
  '%s: of the words of news sentences, names included, at most 2.5 in 100 are marked',
  async (language) => {
    let words = 0
    const wrongly: string[] = []
    for (const sentence of newsSentences(language)) {
      const languages = blockLanguages(sentence, language)
      const ready = new Map<SpellLanguage, readonly Speller[]>()
      for (const asked of Object.values(languages) as readonly SpellLanguage[])
        ready.set(asked, await spellersOf(asked))
      const dictionary = { isRight: (asked: SpellLanguage, word: string) => isRightIn(ready.get(asked) ?? [], word) }
      words += spellableWords(sentence).length
      wrongly.push(...misspellingsIn(sentence, languages, dictionary, () => false).map(({ word }) => word))
    }
    print(`${language}: marks ${percent(wrongly.length, words)} % of ${words} words in sentences: ${wrongly.join(' ')}`)
    expect(words).toBeGreaterThan(5000)
    expect(percent(wrongly.length, words), wrongly.join(' ')).toBeLessThanOrEqual(2.5)
  },
)

test.each([
  ['ko', '햇습니다', '했습니다'],
  ['en', 'recieved', 'received'],
  ['fr', 'gouvernment', 'gouvernement'],
  ['es', 'govierno', 'gobierno'],
  ['de', 'Regirung', 'Regierung'],
] as const)('%s: %s is corrected to %s, among five at most', async (language, word, correction) => {
  const corrections = spellingCorrections(await spellersOf(language), word)
  expect(corrections).toContain(correction)
  expect(corrections.length).toBeLessThanOrEqual(5)
})

describe('English of no named country', () => {
  test('takes American and British spelling, and finds misspelt words', async () => {
    const [american, british] = [wordListsOf('en-us'), wordListsOf('en-gb')]
    const wrongly = await marked('en', [...american.right, ...british.right])
    const found = await marked('en', american.wrong)
    print(`en: marks ${wrongly.join(' ')}; finds ${found.length} of ${american.wrong.length}`)
    expect(percent(wrongly.length, american.right.length + british.right.length)).toBeLessThanOrEqual(1)
    expect(percent(found.length, american.wrong.length)).toBeGreaterThanOrEqual(95)
    expect(await marked('en', ['color', 'colour', 'organise', 'organize', 'colur'])).toEqual(['colur'])
    expect(await marked('en-us', ['color', 'colour'])).toEqual(['colour'])
    expect(await marked('en-gb', ['color', 'colour'])).toEqual(['color'])
  })

  test('is corrected to the spelling of both', async () =>
    expect(spellingCorrections(await spellersOf('en'), 'colur')).toEqual(expect.arrayContaining(['color', 'colour'])))
})

test('nothing of the sample story is marked', async () => {
  const text = readFileSync(join(import.meta.dirname, '../../../resources/sample-story.md'), 'utf8')
  const ready = await spellersOf('en')
  const dictionary = { isRight: (_language: SpellLanguage, word: string) => isRightIn(ready, word) }
  expect(misspellingsIn(text, { latin: 'en' }, dictionary, () => false)).toEqual([])
})

describe('names of world news', () => {
  const NAMES = ['Busan', 'Jinping', 'Kuala', 'Lumpur', 'Gyeongju', 'Ouagadougou', 'Zelenskyy', 'Emirati', "Kyiv's"]
  test.each(DICTIONARIES.filter((name) => name !== 'ko'))('%s takes them', async (name) =>
    expect(await marked(name, NAMES)).toEqual([]),
  )
  test('but only with their capital, and whole', async () =>
    expect(await marked('en', ['jinping', 'Jinpin', 'Kualaa', 'Gyeongjuu'])).toEqual([
      'jinping',
      'Jinpin',
      'Kualaa',
      'Gyeongjuu',
    ]))
  test('and in German with an s', async () => expect(await marked('de', ['Busans', 'Jinpings'])).toEqual([]))
})

describe('Korean names', () => {
  const KNOWN =
    '시진핑 시진핑이 시진핑은 시진핑의 시진핑과 시진핑으로 푸틴은 트럼프가 트럼프와 트럼프는 젤렌스키를 네타냐후로 하메네이의 ' +
    '목포 목포항 목포항에서 목포항은 목포신항 여수항으로 부산항에 인천공항에서 무안공항은 무안국제공항의 김포공항까지 경주시는 ' +
    '목포시장이 신안군은 해남군의 종로구에서 서울역에서 광주역은 강원도는 흑산도의 독도를 한라산을 낙동강이 서울시의회는 ' +
    '우크라이나군은 러시아군이 이스라엘군의 팔레스타인인들은 베이징에서 모스크바로 텔아비브와 키이우의 카타르가 튀르키예의 ' +
    '시진핑주석은 푸틴대통령의 마크롱대통령과 캘리포니아주에서 홋카이도의 오키나와현은 호르무즈해협을 크림반도를 하마스는 ' +
    '헤즈볼라가 화웨이는 삼성전자의 이재명대통령은 손흥민이 부산대학교에서'
  test('of people and places are known with their endings and particles', async () =>
    expect(await marked('ko', KNOWN.split(' '))).toEqual([]))
  test('of people are known by their form, whoever it is', async () => {
    const people =
      '김하늘은 박정우 노유진 심재희 채은우는 성지훈은 윤정하 배성호 강복순 오태경은 손흥석은 도윤재의 이정현 서민재 오지훈은 ' +
      '한소윤은 김도윤은 정우석이 최대호 김지은이 이고은은 남궁민재가 박정우의원은 오태경씨가 최씨는 허모'
    expect(await marked('ko', people.split(' '))).toEqual([])
    const slips =
      '조용이 전기은 김하늘는 박정우은 오태경를 정뷰는 조샤를 안되요 유헝이 주잘을 고젱이 성꽈를 한꾹은'.split(' ')
    const found = new Set(await marked('ko', slips))
    expect(slips.filter((word) => !found.has(word))).toEqual([])
  })
  test('are marked when they are misspelt, or when the particle does not agree', async () => {
    const wrong =
      '시진펑은 젤렌스끼를 목폿항에서 무안굥항은 트럼푸가 네타냐후으로 시진핑는 젤렌스키은 호르무즈해헙을'.split(' ')
    expect(await marked('ko', wrong)).toEqual(wrong)
  })
})

test('nothing is said of a word that Hunspell cannot hold', async () => {
  const ready = await spellersOf('en')
  const word = 'x'.repeat(5000)
  expect([isRightIn(ready, word), spellingCorrections(ready, word)]).toEqual([true, []])
})
