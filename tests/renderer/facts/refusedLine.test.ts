import { expect, test } from 'vitest'
import { factLine } from '../../../src/renderer/facts/list/factLines'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../builders/stories/storyFrom'

test('the line of a fact says why its latest verdict does not count', () => {
  const page = 'Talks\nIn Busan\nIt ran for {f1:100 minutes}.'
  const story = storyFrom(page, { f1: 'figure' }, signedOn(page, 'f1', 'verified', [BACKUP], 'Reporter'))
  const desk = deskFrom()
  const [fact] = assessStory(story, desk)
  const line = fact && factLine(fact, story.copy, desk.sources, new Map(), undefined)
  const why = 'Reporter is the author or has a byline. Someone else must verify this.'
  expect(line).toBe(`Figure, graf 1 · Pool report 3 ¶ 2 · “verified” of Reporter does not count: ${why}`)
})
