import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openGate } from '../../src/gate/openGate'
import { changedWords } from '../../src/review/changedWords'
import { groupByBackup } from '../../src/review/groupByBackup'
import { meter } from '../../src/review/meter'
import { nextOpenFact, openFacts, openWords, sharingContext } from '../../src/review/openFacts'
import { assessStory } from '../../src/story/assessment/assessStory'
import type { Assessment } from '../../src/story/assessment/assessment'
import type { Finding } from '../../src/story/assessment/finding'
import { BACKUP, deskFrom, POOL, signedOn, storyFrom } from '../builders/stories/storyFrom'
import { NO_WRITER } from '../builders/noWriter'

const SOURCES = new Map([[POOL.id, POOL]])
const ids = (facts: readonly Assessment[]): readonly string[] => facts.map(({ id }) => id)

describe('the walk', () => {
  const page = 'Leaders meet\nTalks are held\n{a:one} met {b:two}, {c:three} saw {d:four}.'
  const story = storyFrom(page, { a: 'event', b: 'figure', c: 'event', d: 'name' }, [
    ...signedOn(page, 'a'),
    ...signedOn(page, 'c', 'letStand'),
  ])
  const facts = assessStory(story, deskFrom({ sources: SOURCES }))

  it('visits facts that block or warn, in text order', () => expect(ids(openFacts(facts))).toEqual(['b', 'd']))
  it('says how many of them block, unless all do', () =>
    expect([
      openWords(facts),
      openWords(facts.slice(1)),
      openWords(facts.slice(3)),
      openWords(facts.slice(0, 3)),
    ]).toEqual([
      '2 open facts, 1 blocks clearing',
      '2 open facts, 1 blocks clearing',
      '1 open fact, optional',
      undefined,
    ]))
  it.each([
    ['from nothing, forward', undefined, 1, 'b'],
    ['from nothing, back', undefined, -1, 'd'],
    ['on from a closed fact', 'c', 1, 'd'],
    ['back from a closed fact', 'c', -1, 'b'],
    ['round at the end', 'd', 1, 'b'],
    ['round at the start', 'b', -1, 'd'],
    ['from a fact that is gone', 'x', 1, 'b'],
  ] as const)('goes %s', (_, after, direction, next) => expect(nextOpenFact(facts, after, direction)?.id).toBe(next))
  it('ends if no other fact is open', () =>
    expect(
      nextOpenFact(
        facts.filter(({ id }) => id !== 'b'),
        'd',
        1,
      ),
    ).toBeUndefined())

  it('finds every fact that one changed sentence lapsed', () => {
    const was = 'Leaders meet\nTalks are held\nthey saw {a:good} and {b:bad} there. They left {c:early}.'
    const now = storyFrom(
      was.replace('they saw', 'they never saw'),
      { a: 'event', b: 'figure', c: 'event' },
      ['a', 'b', 'c'].flatMap((fact) => signedOn(was, fact)),
    )
    const assessed = assessStory(now, deskFrom({ sources: SOURCES }))
    const first = assessed[0]
    expect(first && ids(sharingContext(assessed, first))).toEqual(['a', 'b'])
  })
})

describe('grouping by backup', () => {
  const page = 'Leaders meet\nTalks are held\n{a:one} {b:two} {c:three} {d:four}.'
  const on = (fact: string, source: string, locator: string): ReturnType<typeof signedOn> =>
    signedOn(page, fact, 'verified', [{ ...BACKUP, source, locator }])
  it('never names a protected source', () => {
    const hidden = new Map([[POOL.id, { ...POOL, name: 'Olena Kovalchuk', protected: true, pseudonym: 'Source A' }]])
    const facts = assessStory(storyFrom(page, { a: 'event' }, on('a', 'pool', 'p. 1')), deskFrom({ sources: hidden }))
    expect(groupByBackup(facts, hidden).map(({ name }) => name)).toContain('Source A')
  })

  it('goes source by source, page 2 before page 10, and ends with facts without backup', () => {
    const types = { a: 'event', b: 'event', c: 'event', d: 'event' } as const
    const facts = assessStory(
      storyFrom(page, types, [...on('a', 'pool', 'p. 10'), ...on('c', 'gone', 'p. 1'), ...on('d', 'pool', 'p. 2')]),
      deskFrom({ sources: SOURCES }),
    )
    expect(groupByBackup(facts, SOURCES).map(({ name, facts: some }) => [name, ids(some)])).toEqual([
      ['Pool report 3', ['d', 'a']],
      ['A source that is no longer in the source book', ['c']],
      ['No evidence yet', ['b']],
    ])
  })
})

describe('old against new', () => {
  const shown = (before: string, after: string): string =>
    changedWords(before, after)
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`))
      .join('')
  it.each([
    ['about 100 minutes', 'about 90 minutes', 'about [-100-][+90+] minutes'],
    ['it rose', 'it did not rise', 'it [-rose-][+did not rise+]'],
    ['the same', 'the same', 'the same'],
    ['', 'new', '[+new+]'],
    ['1,000 won', '1,500 won', '[-1,000-][+1,500+] won'],
    ['世界最大', '世界最小', '世界最[-大-][+小+]'],
    ['6년 만에', '7년 만에', '[-6년-][+7년+] 만에'],
  ])('%s → %s', (before, after, found) => expect(shown(before, after)).toBe(found))

  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', ' ', '.', '100', '年'), { maxLength: 30 })
    .map((parts) => parts.join(''))
  it('gives back both texts', () =>
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = changedWords(before, after)
        const without = (kind: string): string =>
          changes
            .filter((change) => change.kind !== kind)
            .map(({ text }) => text)
            .join('')
        expect([without('added'), without('removed')]).toEqual([before, after])
      }),
      { numRuns: 500, seed: 1 },
    ))
  it('compares long texts without common words in time', { timeout: 120_000 }, () => {
    const long = (word: string): string => Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join(' ')
    expect(changedWords(long('a'), long('b')).length).toBeGreaterThan(0)
  })
})

describe('the meter', () => {
  const desk = deskFrom()
  const metered = (body: string): ReturnType<typeof meter> => {
    const story = storyFrom(`Leaders meet\nTalks are held\n${body}`, { a: 'quote', b: 'figure' })
    const assessments = assessStory(story, desk)
    return meter(assessments, openGate({ story, assessments, desk, door: 'clear', wroteAt: NO_WRITER }))
  }
  it('names the blocks by sort', () =>
    expect(metered('{a:one} met {b:two} for 100 minutes.')).toEqual({
      facts: { toCheck: 2 },
      blocks: 3,
      warns: 0,
      bySort: { fact: 2, statement: 1 },
      title: '3 issues block clearing',
      parts: '2 on facts, 1 untagged',
      words: '3 issues: 2 on facts, 1 untagged',
    }))
  it('says that nothing blocks', () =>
    expect(metered('they met.')).toEqual({
      facts: { cut: 2 },
      blocks: 0,
      warns: 0,
      bySort: {},
      title: 'No issues block clearing',
      parts: '',
      words: 'No issues block clearing',
    }))
  it('says what was overridden, whether anything else blocks or not', () => {
    const one = (rule: 'openTk' | 'factStatus'): Finding => ({
      ...{ rule, key: rule, severity: 'block', message: rule, where: { kind: 'story' } },
      ...{ overridable: true, dismissable: false },
    })
    const said = (blocks: readonly Finding[]): string =>
      meter([], { door: 'clear', blocks, warns: [], overridden: [one('factStatus'), one('openTk')] }).words
    expect([said([]), said([one('openTk')])]).toEqual([
      'No issues block clearing; 2 overridden',
      '1 issue: 1 TK; 2 overridden',
    ])
  })
})
