import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Source } from '../../../../src/story/desk/source'
import { sourceBook } from '../../../../src/story/desk/source'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  name: id,
  kind: 'person',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: false,
  aliases: [],
  ...more,
})
const BODY = 'Headline\n\nThe minister {f:took bribes} last year.'

/** The findings on an allegation with these sources. */
function asked(
  rule: string,
  sources: readonly Source[],
  replies: readonly string[] = ['Denied it.'],
  stances: readonly ('supports' | 'contradicts')[] = [],
): readonly string[] {
  const story = storyFrom(BODY, { f: 'allegation' }, [
    ...sources.map(({ id }, index) => ({
      kind: 'evidenceAdded' as const,
      fact: 'f',
      evidence: { id: `e${index}`, source: id, locator: 'p. 1', stance: stances[index] ?? ('supports' as const) },
    })),
    ...replies.map((reply) => ({
      kind: 'responseSought' as const,
      fact: 'f',
      response: { who: 'The ministry', how: 'by phone', when: '30 Oct, 11:05', reply },
    })),
  ])
  const desk = deskFrom({ sources: sourceBook([...sources, POOL]) })
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`)
}

const POOL = source('pool', { kind: 'pool', pooler: 'Kim', poolNumber: '3' })
const needs = (what: string): readonly string[] => [
  `block: The allegation “took bribes” needs two independent sources or an official record, and ${what}.`,
]

describe('an allegation', () => {
  it('passes with two sources without a common root', () =>
    expect(asked('allegationBacking', [source('a'), source('b')])).toEqual([]))
  it('passes with an official record alone', () =>
    expect(asked('allegationBacking', [source('court', { officialRecord: true })])).toEqual([]))
  it.each([
    ['one source', [source('a')], 'has only one source'],
    [
      'two wires that rest on one pool report',
      [source('a', { derivedFrom: ['pool'] }), source('b', { derivedFrom: ['pool'] })],
      'its sources are all based on the same one',
    ],
    [
      'a wire and the pool report it rests on',
      [source('a', { derivedFrom: ['pool'] }), POOL],
      'its sources are all based on the same one',
    ],
    [
      'the same pool report entered twice',
      [POOL, source('again', { kind: 'pool', pooler: ' kim', poolNumber: '3' })],
      'its sources are all based on the same one',
    ],
    [
      'two sources that rest on each other',
      [source('a', { derivedFrom: ['b'] }), source('b', { derivedFrom: ['a'] })],
      'its sources are all based on the same one',
    ],
    [
      'a second source off the record',
      [source('a'), source('b', { groundRules: 'offTheRecord' })],
      'has only one source',
    ],
    ['no source', [], 'has no source that counts'],
  ] as const)('and %s', (_name, sources, what) => expect(asked('allegationBacking', sources)).toEqual(needs(what)))
  it('does not pass with contradicting evidence', () =>
    expect(asked('allegationBacking', [source('a'), source('b')], ['No.'], ['supports', 'contradicts'])).toEqual(
      needs('has only one source'),
    ))

  it('needs a note of the response sought', () =>
    expect(asked('responseSought', [], [])).toEqual([
      'block: No response was sought for the allegation “took bribes”. Note who was asked, how and when, and the reply.',
    ]))
  it('warns while the reply is awaited', () =>
    expect(asked('responseSought', [], [''])).toEqual([
      'warn: The ministry has not yet replied to the allegation “took bribes”.',
    ]))
  it('needs another response when it becomes another allegation, and none when its words come back', () => {
    const response = { who: 'The ministry', how: 'by phone', when: '30 Oct, 11:05', reply: 'Denied it.' }
    const findings = (words: string): readonly string[] => {
      const story = storyFrom(`Headline\n\nThe minister {f:${words}} last year.`, { f: 'allegation' }, [
        { kind: 'tagged', fact: 'f', type: 'allegation', words: 'took bribes', writers: ['Reporter'] },
        { kind: 'responseSought', fact: 'f', response },
      ])
      const desk = deskFrom()
      return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
        .filter(({ rule }) => rule === 'responseSought')
        .map(({ severity, message }) => `${severity}: ${message}`)
    }
    expect(findings('beat his driver')).toEqual([
      'block: The response was sought on “took bribes”, not on “beat his driver”. Note who was asked about these ' +
        'words, how and when, and the reply.',
    ])
    expect(findings('took bribes')).toEqual([])
  })
  it('is answered by any reply', () => expect(asked('responseSought', [], ['', 'Declined to comment.'])).toEqual([]))
})
