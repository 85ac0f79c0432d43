import { describe, expect, it } from 'vitest'
import { duplicateStatements } from '../../../../src/checks/rules/facts/duplicateStatements'
import type { FactType } from '../../../../src/story/ledger/facts/fact'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'

/** The findings on facts with one statement and these words, in this order. */
const told = (...words: readonly string[]): readonly string[] => toldOf('figure', ...words)

function toldOf(type: FactType, ...words: readonly string[]): readonly string[] {
  const ids = words.map((_word, index) => `f${index}`)
  const story = storyFrom(
    `Headline\nDeck\n${words.map((word, index) => `It was {f${index}:${word}} there.`).join('\n')}`,
    Object.fromEntries(ids.map((id) => [id, type])),
  )
  const tags = new Map([...story.tags].map(([id, tag]) => [id, { ...tag, statement: 'It took so long.' }]))
  const desk = deskFrom()
  return duplicateStatements({
    story: { ...story, tags },
    assessments: assessStory({ ...story, tags }, desk),
    desk,
  }).map(({ severity, message }) => `${severity} ${message}`)
}

const differ = (a: string, b: string): readonly string[] => [
  `block “${a}” and “${b}” give different values for the same statement: It took so long.`,
]

describe('one statement in two places', () => {
  it.each([
    ['90 minutes', '100 minutes'],
    ['six years', 'six days'],
    ['six weeks', 'six months'],
    ['90%', '90 minutes'],
    ['30 seconds', '30 minutes'],
    ['$350 billion', '€350 billion'],
    ['6년', '6개월'],
    ['douze morts', 'quinze morts'],
    ['열두 명', '열세 명'],
    ['5 km', '5 miles'],
    ['5 kilometers', 'five miles'],
    ['30°C', '30°F'],
    ['10 000', '10 900'],
    ['10-12 weeks', '10-15 weeks'],
    ['10–12 weeks', '10 weeks'],
    ['12 to 15 people', '12 to 20 people'],
    ['$10-12 million', '$10-13 million'],
    ['between 5 and 7', 'between 5 and 8'],
    ['3 of 5', '3 of 6'],
    ['twenty-first', 'twenty-second'],
    ['삼만 오천 명', '사만 명'],
    ['at least 12', 'at most 12'],
    ['more than 100', 'fewer than 100'],
    ['no more than 100', 'more than 100'],
    ['100명 이상', '100명 미만'],
    ['12 million won', '12 million dollars'],
    ['13억 달러', '13억 원'],
    ['50 percent', '50 percentage points'],
    ['1.5%', '1.5%p'],
    ['40 tons', '40 kilograms'],
  ])('blocks as %s and %s', (a, b) => expect(told(a, b)).toEqual(differ(a, b)))
  it.each([
    ['six years', 'six-year'],
    ['one day', '1 days'],
    ['90%', '90 percent'],
    ['two hours', '120 minutes'],
    ['100', '100 minutes'],
    ['$350 billion', '350 billion dollars'],
    ['US$100', '$100'],
    ['very long', '100 minutes'],
    ['very long', 'endless'],
    ['douze morts', '12 personnes'],
    ['열두 명', '12명'],
    ['5 km', '5 kilometers'],
    ['five miles', '5-mile'],
    ['5 km', 'five'],
    ['10\u00A0000', '10,000'],
    ['2½ years', 'two and a half years'],
    ['minus 4 degrees', '4 degrees below zero'],
    ['10-12 weeks', '10 to 12 weeks'],
    ['$10-12 million', '$10 million to $12 million'],
    ['twenty-first', '21st'],
    ['삼만 오천 명', '3만 5천 명'],
    ['at least 12', '12'],
    ['more than 100', 'over 100'],
    ['1 hour and 40 minutes', '100 minutes'],
    ['$5 million', '5 million dollars'],
    ['$5 million', 'US$5 million'],
    ['12억 원', '1.2 billion won'],
  ])('passes as %s and %s', (a, b) => expect(told(a, b)).toEqual([]))
  it('is reported once for each place that differs from the first', () =>
    expect(told('100 minutes', '90 minutes', '100 minutes', '100 minutes')).toEqual(
      differ('100 minutes', '90 minutes'),
    ))
  it('is compared with all places, also after one without a unit', () =>
    expect(told('six', 'six years', 'six days')).toEqual(differ('six years', 'six days')))
})

describe('one statement with two values in words', () => {
  it.each<[FactType, string, string]>([
    ['date', 'Tuesday', 'Wednesday'],
    ['date', 'on Tuesday night', 'Wednesday'],
    ['date', 'March 3', 'April 3'],
    ['date', '화요일', '수요일'],
    ['date', 'mardi', 'mercredi'],
    ['date', 'yesterday', 'today'],
    ['name', 'Kim Min', 'Kim Jun'],
    ['name', 'Anna Lund', 'Berta Lund'],
    ['name', 'Lund', 'Berg'],
    ['name', '김민', '김준'],
    ['place', 'Busan', 'Seoul'],
    ['place', '부산', '서울'],
    ['title', 'minister', 'deputy minister'],
    ['title', '장관', '부장관'],
    ['superlative', 'largest', 'second-largest'],
    ['superlative', 'the largest port', 'the busiest port'],
    ['quote', 'We will sign', 'We will not sign'],
  ])('%s: blocks as %s and %s', (type, a, b) => expect(toldOf(type, a, b)).toEqual(differ(a, b)))
  it.each<[FactType, string, string]>([
    ['date', 'Tuesday', 'on Tuesday'],
    ['date', 'Tuesday', 'from Monday to Tuesday'],
    ['date', 'Tuesday', 'that night'],
    ['date', 'today', 'Tuesday'],
    ['date', 'Oct. 30', 'October 30'],
    ['date', 'Tuesday', '화요일'],
    ['date', '월요일', '月曜日'],
    ['name', 'Kim', 'Kim Min'],
    ['name', 'Mr. Lund', 'Prime Minister Lund'],
    ['name', 'Kim Jong Un', 'Kim Jong-un'],
    ['name', 'Kim Jongun', 'Kim Jong-un'],
    ['name', 'A. Lund', 'Anna Lund'],
    ['name', 'Sen. B. Lund', 'Gov. Berta Lund'],
    ['name', 'the Bank of Korea', 'the central bank'],
    ['name', 'United Nations', 'UN'],
    ['name', 'Pelé', 'Edson Arantes'],
    ['name', '김민', 'Kim Min'],
    ['name', '김 대통령', '김민 대통령'],
    ['name', '국민의힘', '국힘'],
    ['event', 'lasted through the night', 'went on all night'],
    ['place', 'Busan', 'the port of Busan'],
    ['place', 'Busan', '부산'],
    ['title', 'Minister', 'the foreign minister'],
    ['superlative', 'the largest', 'largest port'],
    ['quote', 'We will sign', 'We will sign today.'],
  ])('%s: passes as %s and %s', (type, a, b) => expect(toldOf(type, a, b)).toEqual([]))
})
