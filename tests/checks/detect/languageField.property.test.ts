/** What the author sets as the language of a story changes nothing of what is looked for. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runChecks } from '../../../src/checks/runChecks'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { deskFrom, storyFrom } from '../../builders/stories/storyFrom'
import { NO_WRITER } from '../../builders/noWriter'

const TEXT = [
  'Leaders meet for the first time in six years',
  'A deck with “words” in it',
  'It was the largest of 40 talks, more than any other.',
  'Es war das größte Treffen mit vierzig Gästen, „ein Anfang“.',
  'C’est le plus grand sommet en dix ans, « un début ».',
  'Es la mayor cumbre en diez años, «un comienzo».',
  '역대 최대 규모로 마흔 명이 모였다. “좋은 시작”이라고 했다.',
  '過去最大の会談に四十人が集まり、「よい始まり」と述べた。',
  '这是十年来最大的会议，四十人参加，“好的开始”。',
  'Den största mässan på åratal samlade fyrtio gäster, ”en början”.',
].join('\n')

const untagged = (language: string): readonly string[] => {
  const story = storyFrom(TEXT, {}, [], { language })
  const desk = deskFrom()
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter(({ rule }) => rule.startsWith('untagged') || rule === 'unreadLanguage' || rule === 'openTk')
    .map(({ rule, key, severity, where }) => JSON.stringify([rule, key, severity, where]))
}

it('finds the same statements whatever the language field says', () => {
  const expected = untagged('en')
  expect(expected.length).toBeGreaterThan(24)
  const tag = fc.oneof(
    fc.constantFrom('', 'fr', 'ko-KR', 'zh-Hant', 'und', 'sv', 'xx', 'art-lojban', 'EN'),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  fc.assert(
    fc.property(tag, (language) => {
      expect(untagged(language)).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})
