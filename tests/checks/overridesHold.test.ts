/** An override holds for its rule, its place and its words only. */
import { describe, expect, test } from 'vitest'
import { alertOnly } from '../../src/checks/rules/story/alertOnly'
import { mustFix } from '../../src/checks/rules/story/mustFix'
import { needsLegal } from '../../src/checks/rules/story/needsLegal'
import { legalHash } from '../../src/story/assessment/people/legalRead'
import type { CommentThread } from '../../src/story/copy/comment'
import { assessStory } from '../../src/story/assessment/assessStory'
import { runChecks } from '../../src/checks/runChecks'
import type { LedgerEvent } from '../../src/story/ledger/ledgerEntry'
import type { Stage } from '../../src/story/ledger/stages'
import { NO_WRITER } from '../builders/noWriter'
import { deskFrom, NOW, storyFrom } from '../builders/stories/storyFrom'

const GATE = { copyHash: 'h', blocks: 0, warns: 0, overrides: [] } as const

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

test('other words under a must-fix comment are another finding', () => {
  const thread = { id: 'c', by: 'Editor', at: NOW, text: 'Check this', mustFix: true, assignee: '', replies: [] }
  const keys = (graf: string, from: number, to: number) => {
    const story = storyFrom(`H\nD\n${graf}`)
    const [headline, deck, body] = story.copy
    if (!headline || !deck || !body) throw new Error('no graf')
    const spans = [{ from, to, mark: 'comment' as const, id: 'c' }]
    const copy = [headline, deck, { ...body, spans }]
    return keysOf(mustFix, { ...story, copy, comments: [{ ...thread, words: 'a dozen died' }] })
  }
  expect(keys('Police said a dozen died.', 12, 24)).toEqual(keys('They said a dozen died.', 10, 22))
  expect(keys('Police said a dozen died.', 12, 24)).not.toEqual(keys('Police said a hundred died.', 12, 26))
})

describe('an override ends', () => {
  const page = 'H\nD\nit grew {f:12 percent}, or {g:13 percent}.'
  /** Keys of a rule after these entries, with a claim on both facts. */
  const keys = (rule: string, events: readonly LedgerEvent[], statement = ''): readonly string[] => {
    const made = storyFrom(page, { f: 'figure', g: 'figure' }, events)
    const story = { ...made, tags: new Map([...made.tags].map(([id, tag]) => [id, { ...tag, statement }])) }
    const desk = deskFrom()
    const found = runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    return found.flatMap((one) => (one.rule === rule ? [one.key] : []))
  }
  const derived = (expression: string): readonly LedgerEvent[] => [
    { kind: 'derived', fact: 'f', derivation: { expression, inputs: [] } },
  ]
  const translated = (translator: string): readonly LedgerEvent[] => [
    { kind: 'translated', fact: 'f', translation: { original: '12퍼센트', language: 'ko', translator } },
  ]
  test.each<[string, readonly (readonly string[])[]]>([
    [
      'with the working, though it gives the same',
      ['7 + 8', '5 * 3'].map((one) => keys('derivedFigure', derived(one))),
    ],
    ['with the translator', ['Kim', 'Lee'].map((one) => keys('translation', translated(one)))],
    ['with the claim of two values', ['growth', 'deaths'].map((claim) => keys('echo', [], claim))],
  ])('%s', (_what, [one = [], other = []]) => {
    expect([one.length, other.length, one[0] === other[0]]).toEqual([1, 1, false])
  })
})

test('what an earlier Stet cleared with its own keys stays cleared, and is asked again before the next clearing', () => {
  const moves = (...stages: readonly Stage[]): readonly LedgerEvent[] =>
    stages.slice(1).map((to, at) => ({ kind: 'moved', from: stages[at] ?? to, to, ...GATE }))
  const page = 'Council meets\nA day in town\nThe court acquitted:'
  const blocks = (events: readonly LedgerEvent[]): number => {
    const made = storyFrom(page, {}, events)
    const item = { role: 'listItem', list: 'bullet', level: 1, text: '12 ministers', spans: [] } as const
    const story = { ...made, copy: [...made.copy, item] }
    const found = runChecks({ story, assessments: [], desk: deskFrom() }, NO_WRITER)
    return found.filter(({ rule }) => rule === 'untaggedFigure').length
  }
  const former = { kind: 'dismissed', rule: 'untaggedFigure', key: 'figure:12 ministers:12:1' } as const
  const cleared = moves('draft', 'filed', 'inReview', 'cleared')
  const back = moves('cleared', 'inReview')
  expect([[former], [former, ...cleared], [former, ...cleared, ...back]].map(blocks)).toEqual([1, 0, 1])
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
