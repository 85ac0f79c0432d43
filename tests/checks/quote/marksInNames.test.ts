/** A letter with a mark may be written in two plain letters. Two plain letters are no letter with a mark. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { compareNames } from '../../../src/checks/quote/speaker/name/compareNames'
import { parseName } from '../../../src/checks/quote/speaker/name/parseName'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

const compared = (one: string, other: string): readonly string[] => [
  compareNames(parseName(one), parseName(other)),
  compareNames(parseName(other), parseName(one)),
]
const checked = (lines: readonly string[], speaker: string, quote: string): string => {
  const turns = turnsOfLines(lines.map((text) => ({ text })))
  return checkQuote({ quote, speaker, transcript: { turns } }).result
}

describe('names with and without marks', () => {
  test.each([
    ['Anna Müller', 'ANNA MUELLER'],
    ['Anna Müller', 'Muller'],
    ['Åse Berg', 'AASE BERG'],
    ['Jørgen Sæther', 'JOERGEN SAETHER'],
    ['Jürgen Böhm', 'JUERGEN BOEHM'],
    ['Ju\u0308rgen', 'Juergen'],
    ['Strauß', 'STRAUSS'],
    ['Noël Lee', 'NOEL LEE'],
  ])('%s is %s', (one, other) => expect(compared(one, other)).toEqual(['same', 'same']))

  test.each([
    ['Xu Li', 'Xue Li'],
    ['Defense Minister Cho', 'Minister Choe'],
    ['Choe Son Hui', 'Cho Son Hui'],
    ['Cha Su-bin', 'Chae Su-bin'],
    ['Jo Cox', 'Joe Cox'],
    ['Kim Hae-sun', 'Kim Ha-sun'],
    ['Baek Jong-won', 'Bak Jong-won'],
    ['Yu Chen', 'Yue Chen'],
    ['Jean Doe', 'Jean Do'],
    ['Anna Muller', 'Anna Mueller'],
  ])('whether %s is %s nobody knows', (one, other) => expect(compared(one, other)).toEqual(['unknown', 'unknown']))

  test.each([
    ['Sen. Chae', 'Rep. Cha'],
    ['Mr. Cho', 'Ms. Choe'],
    ['Yu Chen', 'Yue Chang'],
  ])('%s is not %s', (one, other) => expect(compared(one, other)).toEqual(['different', 'different']))
})

test('the words of Xue Li are not those of Xu Li', () => {
  const lines = ['Xu Li: I signed the order.', 'Xue Li: I never signed the order.']
  expect(checked(lines, 'Xu Li', 'I never signed the order.')).toBe('otherSpeaker')
  expect(checked(lines, 'Xu Li', 'I signed the order.')).toBe('matches')
  expect(checked(lines, 'Xue Li', 'I never signed the order.')).toBe('matches')
})

test('two ministers of nearly one name are told apart', () => {
  const lines = ['FOREIGN MINISTER CHOE: We will launch it.', 'DEFENSE MINISTER CHO: We will talk.']
  expect(checked(lines, 'Defense Minister Cho', 'We will launch it.')).toBe('otherSpeaker')
  expect(checked(lines, 'Cho', 'We will talk.')).toBe('matches')
  expect(checked(lines, 'Choe', 'We will launch it.')).toBe('matches')
  expect(checked(['CHOE: We will launch it.', 'KIM: Yes.'], 'Cho', 'We will launch it.')).toBe('ambiguous')
})

test('the label in capitals without marks is the one of the copy with marks', () => {
  const lines = ['MUELLER: Wir zahlen das.', 'BAER: Nein, nie.']
  expect(checked(lines, 'Anna Müller', 'Wir zahlen das.')).toBe('matches')
  expect(checked(lines, 'Olaf Bär', 'Nein, nie.')).toBe('matches')
})
