/** What the key of the previous source finds, and what it never offers. */
import { describe, expect, test } from 'vitest'
import { findInCaptured, locatorOf } from '../../../src/checks/evidence/findInCaptured'
import { soughtWords } from '../../../src/checks/evidence/soughtWords'
import { whyNotPreviousSource } from '../../../src/checks/evidence/whyNotPreviousSource'
import type { CapturedText } from '../../../src/story/assessment/copy/capturedText'
import type { FactType, SignedStatus } from '../../../src/story/ledger/facts/fact'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'

const pages = (...texts: readonly string[]): CapturedText => ({
  pages: texts.length,
  parts: texts.map((text, index) => ({ page: index + 1, text })),
})

/** The tagged fact of a copy. */
function factOf(copy: string, type: FactType, events: readonly LedgerEvent[] = []) {
  const story = storyFrom(`Headline\nDeck\n${copy}`, { f: type }, events)
  const [fact] = assessStory(story, deskFrom())
  if (!fact) throw new Error('no fact')
  return { fact, copy: story.copy }
}

/** Where the fact is found: “locator: words”. */
function found(copy: string, type: FactType, text: CapturedText): readonly string[] {
  const { fact, copy: blocks } = factOf(copy, type)
  return findInCaptured(soughtWords(fact, blocks), text).map(({ locator, words }) => `${locator}: ${words}`)
}

/** Why it is not looked for. */
function whyNot(copy: string, type: FactType): string {
  const { fact, copy: blocks } = factOf(copy, type)
  const sought = soughtWords(fact, blocks)
  return sought.kind === 'none' ? sought.why : ''
}

describe('a figure is found only with its whole unit', () => {
  const text = pages(
    'It is 100 km long.',
    'It burned 100 km² of wood.',
    'It burned 100 square km.',
    'It weighs 10 grams.',
  )
  test.each([
    ['It is {f:100 km} long.', ['p. 1: 100 km']],
    ['It burned {f:100} km² of wood.', ['p. 2: 100 km²', 'p. 3: 100 square km']],
    ['It burned {f:100 km}² of wood.', ['p. 2: 100 km²', 'p. 3: 100 square km']],
    ['It burned {f:100} square km of wood.', ['p. 2: 100 km²', 'p. 3: 100 square km']],
    ['It burned {f:100 square miles} of wood.', []],
    ['It weighs {f:10}⁻⁶ grams.', []],
    ['It weighs {f:10}^6 grams.', []],
  ])('%s', (copy, places) => expect(found(copy, 'figure', text)).toEqual(places))
})

describe('an area is found however its unit is written', () => {
  const text = pages(
    'Il couvre 100 kilomètres carrés.',
    'Il couvre 100 mètres carrés.',
    'It is 100 km2 of wood.',
    'It is 100 sq km of wood.',
    '면적은 100㎢이다.',
    '면적은 100제곱킬로미터다.',
    '面积100平方公里。',
    'It has 100 m² of space, and 100 m of wall.',
    'It is 100 km³ of ice.',
  )
  const places = [
    'p. 1: 100 kilomètres carrés',
    'p. 3: 100 km2',
    'p. 4: 100 sq km',
    'p. 5: 100㎢',
    'p. 6: 100제곱킬로미터',
    'p. 7: 100平方公里',
  ]
  test.each([
    ['It burned {f:100} km² of wood.', places],
    ['It burned {f:100} sq km of wood.', places],
    ['It burned {f:100 square kilometers} of wood.', places],
    ['Il couvre {f:100 kilomètres} carrés.', places],
    ['면적은 {f:100}㎢이다.', places],
    ['It has {f:100} square meters.', ['p. 2: 100 mètres carrés', 'p. 8: 100 m²']],
    ['Il est long de {f:100 kilomètres}.', []],
    ['Il est long de {f:100 mètres}.', []],
  ])('%s', (copy, expected) => expect(found(copy, 'figure', text)).toEqual(expected))
})

describe('a figure is found only with its unit', () => {
  const text = pages('Clause 17. Pay.', 'It lasted 17 hours.\nIt cost 17 days.', 'A 17-hour stoppage of 117 hours')
  test.each([
    ['A strike of {f:17 hours} ended.', ['p. 2: 17 hours', 'p. 3: 17-hour']],
    ['A strike of {f:17} hours ended.', ['p. 2: 17 hours', 'p. 3: 17-hour']],
    ['A {f:17-hour} strike ended.', ['p. 2: 17 hours', 'p. 3: 17-hour']],
    ['A strike of {f:18 hours} ended.', []],
    ['After {f:117 hours} it ended.', ['p. 3: 117 hours']],
  ])('%s', (copy, expected) => expect(found(copy, 'figure', text)).toEqual(expected))
  test('a number without a unit is not looked for', () => {
    expect(whyNot('It ended at {f:17}.', 'figure')).toContain('has no unit')
    expect(found('It ended at {f:17}.', 'figure', text)).toEqual([])
  })
  test.each([
    ['{f:29 ships} waited.', '29 ship owners came, 29 ships waited', ['p. 1: 29 ships']],
    ['It rose by {f:4.8 percent}.', 'up 4.8% to 14.8%', ['p. 1: 4.8%']],
    ['It cost {f:$17 million}.', 'about €17 million, or $17 million', ['p. 1: $17 million']],
    ['{f:57%} agreed.', '47% agreed', []],
    ['파업은 {f:17시간} 이어졌다.', '17시간 동안, 17분', ['p. 1: 17시간']],
  ])('%s in “%s”', (copy, text1, expected) => expect(found(copy, 'figure', pages(text1))).toEqual(expected))
})

describe('words are found whole', () => {
  test.each<[string, FactType, string, readonly string[]]>([
    ['{f:Bae Jung-ho} led it.', 'name', 'For the union: Bae Jung-ho,\nnegotiator', ['p. 1: Bae Jung-ho']],
    ['{f:Bae Jung-ho} led it.', 'name', 'Mr. Bae Jung-hoon', []],
    [
      'They {f:lashed the gates shut}.',
      'event',
      'They lashed the gates\nshut at noon',
      ['p. 1: lashed the gates\nshut'],
    ],
    ['{f:会谈持续了三天}。', 'event', '报告：会谈持\n续了三天。', ['p. 1: 会谈持\n续了三天']],
    ['It began {f:on 3 November}.', 'date', 'On 3 November 2026', ['p. 1: On 3 November']],
  ])('%s', (copy, type, text, expected) => expect(found(copy, type, pages(text))).toEqual(expected))
})

test('a name proves only name and title facts', () => {
  expect(whyNot('{f:Bae Jung-ho} led it.', 'event')).toContain('is only a name')
  expect(whyNot('In {f:Mokpo} it ended.', 'place')).toContain('is only a name')
  expect(whyNot('{f:Bae Jung-ho} led it.', 'name')).toBe('')
})

test('the same words of one page are told apart, and a place says what is around it', () => {
  const { fact, copy } = factOf('It lasted {f:17 hours}.', 'figure')
  const places = findInCaptured(soughtWords(fact, copy), pages('First 17 hours, then 17 hours more.'))
  expect(places.map(({ nth, before, after }) => [nth, before, after])).toEqual([
    [0, 'First ', ', then 17 hours more.'],
    [1, 'First 17 hours, then ', ' more.'],
  ])
})

test('locators are written as people write them', () => {
  expect(locatorOf({ page: 2, text: '' })).toBe('p. 2')
  expect(locatorOf({ graf: 14, text: '' })).toBe('¶ 14')
  expect(locatorOf({ graf: 14, time: '00:12:31', text: '' })).toBe('00:12:31')
})

describe('never by this key', () => {
  const signed = (status: SignedStatus, words = '17 hours'): LedgerEvent => ({
    kind: 'signed',
    fact: 'f',
    status,
    words,
    sentence: 'It lasted 17 hours.',
    preceding: '',
    sentenceRule: 1,
    evidence: [],
    groundRules: {},
  })
  test.each<[SignedStatus, string | undefined]>([
    ['wrong', 'This fact is marked Wrong.'],
    ['disputed', 'This fact is marked Disputed.'],
    ['unverifiable', 'This fact is marked Unverifiable.'],
    ['queried', 'A query is open'],
    ['verified', undefined],
    ['onAuthor', undefined],
  ])('%s', (status, why) => {
    const said = whyNotPreviousSource(factOf('It lasted {f:17 hours}.', 'figure', [signed(status)]).fact)
    if (why === undefined) expect(said).toBeUndefined()
    else expect(said).toContain(why)
  })
  test('a verdict against other words stands against the new ones too', () =>
    expect(
      whyNotPreviousSource(factOf('It lasted {f:17 hours}.', 'figure', [signed('wrong', '18 hours')]).fact),
    ).toContain('marked Wrong'))
})
