/** Each text of Stet has a Korean one that takes the same values. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { afterEach, describe, expect, test } from 'vitest'
import { setLanguage } from '../../src/catalogue/area'
import { KOREAN_AT_START } from '../../src/catalogue/ko/atStart'
import { KOREAN } from '../../src/catalogue/ko/korean'
import { languageFrom, languageOfEnvironment, speak } from '../../src/catalogue/language'
import { withParticles } from '../../src/catalogue/particles'
import { factsText } from '../../src/catalogue/story/facts'
import { ledgerText } from '../../src/catalogue/story/ledger'
import { STATUS_WORDS } from '../../src/story/ledger/facts/fact'
import { filesAtStart } from '../builders/scriptsAtStart'

const FOLDER = join(import.meta.dirname, '../../src/catalogue')
const AREAS = readdirSync(join(FOLDER, 'en')).map((file) => file.replace(/\.json$/, ''))
const read = (language: string, area: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(FOLDER, language, `${area}.json`), 'utf8')) as Record<string, string>

/** Names of the values of a message, with the choices of a `select`. */
function valuesOf(message: string): readonly string[] {
  const names = new Set<string>()
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      if (element.type === TYPE.tag) {
        walk(element.children)
        continue
      }
      const choices = element.type === TYPE.select ? `: ${Object.keys(element.options).sort().join(' ')}` : ''
      names.add(`${element.value}${choices}`)
      if ('options' in element && (element.type === TYPE.select || element.type === TYPE.plural))
        for (const { value } of Object.values(element.options)) walk(value)
    }
  }
  walk(parse(message))
  return [...names].sort()
}

/** The areas whose texts the page of a window may show before its later parts are loaded. */
const areasAtStart = (): readonly string[] =>
  filesAtStart().flatMap((file) => /^catalogue\/en\/(\w+)\.json$/u.exec(file)?.[1] ?? [])

/** A particle with both of its forms: 을(를), (으)로. */
const BOTH_FORMS = /[은는이가을를와과]\([은는이가을를와과]\)|\([으이]\)[가-힣]+/gu

/**
 * Words for which the catalogue has another one: bundle 묶음, graf 문단, field 항목, source book 출처 목록, draft 초고,
 * kill 전문취소, contradicting 어긋나는, captured file 보관한 파일, web page 웹페이지, author 필자.
 */
const OTHER_WORDS = [
  /번들/,
  /단락/,
  /취재원/,
  /초안/,
  /킬[했하한]/,
  /배치되/,
  /저장한 파일/,
  /웹 페이지/,
  /작성자/,
  /보호된 출처/,
]

/** Two words of English side by side. */
const SENTENCE = /\b[a-z]{3,} [a-z]{3,}\b/u

describe('Korean', () => {
  test('every area has its texts in both languages', () => {
    expect(readdirSync(join(FOLDER, 'ko')).flatMap((file) => (file.endsWith('.json') ? [file] : []))).toEqual(
      AREAS.map((area) => `${area}.json`),
    )
    expect(Object.keys(KOREAN).sort()).toEqual(AREAS)
  })

  test('a window has the texts of its first frame before the others', () => {
    expect(Object.keys(KOREAN_AT_START).sort()).toEqual(areasAtStart())
  })

  test.each(AREAS)('%s has every text in both languages, with the same values', (area) => {
    const [english, korean] = [read('en', area), read('ko', area)]
    expect(Object.keys(korean)).toEqual(Object.keys(english))
    const values = (messages: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, valuesOf(message)]))
    expect(values(korean)).toEqual(values(english))
  })

  test.each(AREAS)('%s leaves no sentence in English', (area) => {
    const korean = read('ko', area)
    const left = Object.entries(read('en', area)).filter(
      ([key, english]) => !key.endsWith('.usage') && korean[key] === english && SENTENCE.test(english),
    )
    expect(left).toEqual([])
  })

  test.each(AREAS)('%s writes its particles in a form that the words before them can choose', (area) => {
    const unknown = Object.entries(read('ko', area)).filter(([, korean]) =>
      (korean.match(BOTH_FORMS) ?? []).some((both) => withParticles(`강${both}`).includes('(')),
    )
    expect(unknown).toEqual([])
  })

  test.each(AREAS)('%s has one word for one thing', (area) => {
    const others = Object.entries(read('ko', area)).flatMap(([key, korean]) =>
      OTHER_WORDS.filter((other) => other.test(korean)).map((other) => [key, other.source]),
    )
    expect(others).toEqual([])
  })
})

describe('the language of a process', () => {
  afterEach(() => setLanguage('en'))

  test.each([
    [{}, 'en'],
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko_KR.UTF-8', STET_LANGUAGE: 'en' }, 'en'],
    [{ STET_LANGUAGE: 'ko' }, 'ko'],
    [{ STET_LANGUAGE: 'tlh', LANG: 'ko_KR' }, 'ko'],
  ])('%j speaks %s', (environment, language) => expect(languageOfEnvironment(environment)).toBe(language))

  test('the first language of the system that Stet speaks is taken', () => {
    expect([languageFrom(['fr-FR', 'ko-KR', 'en-US']), languageFrom(['ja']), languageFrom([])]).toEqual([
      'ko',
      'en',
      'en',
    ])
  })

  test('texts that are asked for later are Korean, also constants of modules', async () => {
    await speak('ko')
    expect(STATUS_WORDS.verified).toBe('확인됨')
    expect(factsText('status.reCheck')).toBe('재확인')
    expect(ledgerText('stage.inReview')).toBe('검토 중')
    expect(factsText('refusal.against.other', { by: '김서연', status: '틀림' })).toContain('김서연')
  })
})
