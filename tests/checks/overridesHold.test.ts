/** An override holds for its rule, its place and its words only. */
import { expect, test } from 'vitest'
import { alertOnly } from '../../src/checks/rules/story/alertOnly'
import { mustFix } from '../../src/checks/rules/story/mustFix'
import { needsLegal } from '../../src/checks/rules/story/needsLegal'
import { legalHash } from '../../src/story/assessment/people/legalRead'
import type { CommentThread } from '../../src/story/copy/comment'
import { deskFrom, NOW, storyFrom } from '../builders/stories/storyFrom'

const keysOf = (check: typeof alertOnly, story: ReturnType<typeof storyFrom>): readonly string[] =>
  check({ story, assessments: [], desk: deskFrom() }).map(({ key }) => key)

test('more words below the headline of an alert are another finding', () => {
  const alert = (deck: string) => keysOf(alertOnly, storyFrom(`Fire\n${deck}`, {}, [], { kind: 'alert' }))
  expect(alert('At the port')).toEqual(alert('At the  port'))
  expect(alert('At the port')).not.toEqual(alert('At the port, 12 dead'))
})

test('a picture below the headline of an alert is more than a headline, also without a cutline', () => {
  const story = storyFrom('Fire\n', {}, [], { kind: 'alert' })
  const picture = {
    file: 'a'.repeat(64),
    mediaType: 'image/png',
    width: 1,
    height: 1,
    credit: '',
    rights: '',
    alt: '47 killed',
    captured: '',
  }
  const withPicture = { ...story, copy: [...story.copy, { role: 'cutline' as const, text: '', spans: [], picture }] }
  expect([keysOf(alertOnly, story), keysOf(alertOnly, withPicture).length]).toEqual([[], 1])
})

test('another text of a must-fix comment is another finding', () => {
  const comment = (text: string): CommentThread => ({
    id: 'c',
    by: 'Editor',
    at: NOW,
    text,
    words: '',
    mustFix: true,
    assignee: '',
    replies: [],
  })
  const keys = (text: string) => keysOf(mustFix, { ...storyFrom('H\nD\nx'), comments: [comment(text)] })
  expect(keys('Check the name')).not.toEqual(keys('Check the figure'))
})

test('legal’s reading counts only with the text that it read', () => {
  const story = storyFrom('H\nD\nx', {}, [], { needsLegal: 'complete' })
  const found = needsLegal({ story, assessments: [], desk: deskFrom() })
  expect(found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`)).toEqual([
    'block legalChanged: The history does not say what legal read. Someone with the legal role must read the story again.',
  ])
  const read = { ...story, ledger: { ...story.ledger, legalHash: legalHash(story.copy, []), legalBy: 'Legal' } }
  expect(needsLegal({ story: read, assessments: [], desk: deskFrom() })).toEqual([])
})
