import { describe, expect, it } from 'vitest'
import { duplicateStatements } from '../../../../src/checks/rules/facts/duplicateStatements'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../../builders/storyFrom'

/** The findings on facts with one statement and these words, in this order. */
function told(...words: readonly string[]): readonly string[] {
  const ids = words.map((_word, index) => `f${index}`)
  const story = storyFrom(
    `Headline\nDeck\n${words.map((word, index) => `It was {f${index}:${word}} there.`).join('\n')}`,
    Object.fromEntries(ids.map((id) => [id, 'figure' as const])),
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
  ])('passes as %s and %s', (a, b) => expect(told(a, b)).toEqual([]))
  it('is reported once for each place that differs from the first', () =>
    expect(told('100 minutes', '90 minutes', '100 minutes', '100 minutes')).toEqual(
      differ('100 minutes', '90 minutes'),
    ))
  it('is compared with all places, also after one without a unit', () =>
    expect(told('six', 'six years', 'six days')).toEqual(differ('six years', 'six days')))
})
