/** “Nothing to check”, and overrides, end with what stands beside their words. */
import { expect, test } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Finding } from '../../../../src/story/assessment/finding'
import type { Block } from '../../../../src/story/copy/copy'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import { NO_WRITER } from '../../../builders/noWriter'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'

type Events = readonly (LedgerEvent & { readonly by?: string })[]

const graf = (text: string): Block => ({ role: 'paragraph', text, spans: [] })
const item = (text: string, level = 1): Block => ({ role: 'listItem', list: 'bullet', level, text, spans: [] })
const quote = (text: string): Block => ({ role: 'quote', text, spans: [] })

/** What blocks in a story with this body. */
function blocksIn(body: readonly Block[], events: Events = []): readonly Finding[] {
  const made = storyFrom('Council meets\nA day in town', {}, events)
  const story = { ...made, copy: [...made.copy, ...body] }
  const desk = deskFrom()
  const found = runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
  return found.filter(({ rule, severity }) => severity === 'block' && rule.startsWith('untagged'))
}

/** How many findings block in `after` once all of `before` are dismissed. */
function left(before: readonly Block[], after: readonly Block[]): number {
  const dismissed = blocksIn(before).map(({ rule, key }) => ({ kind: 'dismissed', rule, key, by: 'Checker' }) as const)
  return blocksIn(after, dismissed).length
}

const COUNT = item('12 ministers of the government')
const WORDS = quote('I never paid a single won to any of them.')

test.each<[string, readonly Block[], readonly Block[]]>([
  ['an item under another lead-in', [graf('The court acquitted:'), COUNT], [graf('The court executed:'), COUNT]],
  [
    'an item under another item',
    [graf('The vote:'), item('acquitted of theft'), item('12 ministers', 2)],
    [graf('The vote:'), item('convicted of theft'), item('12 ministers', 2)],
  ],
  ['a block quote under another lead-in', [graf('Kim Min said:'), WORDS], [graf('Lee Ho said:'), WORDS]],
])('“nothing to check” of %s is asked again', (_, before, after) => {
  expect([left(before, before), left(before, after)]).toEqual([0, 1])
})

test('it holds when the other sentences of the graf with the lead-in change', () => {
  const under = (first: string): readonly Block[] => [graf(`${first} The court acquitted:`), COUNT]
  expect(left(under('It rained.'), under('It snowed.'))).toBe(0)
})

test('an override of words that lost their tag ends with their lead-in', () => {
  const page = 'Council meets\nA day in town\nThe list.'
  const keysUnder = (lead: string): readonly string[] => {
    const tagged = { kind: 'tagged', fact: 'f', type: 'figure', words: '12 ministers', writers: ['Reporter'] } as const
    const made = storyFrom(page, { f: 'figure' }, [tagged])
    const story = { ...made, copy: [...made.copy, graf(lead), item('12 ministers')] }
    const desk = deskFrom()
    const found = runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    return found.flatMap(({ rule, key }) => (rule === 'factLeftStanding' ? [key] : []))
  }
  const [acquitted, executed] = [keysUnder('The court acquitted:'), keysUnder('The court executed:')]
  expect([acquitted.length, executed.length, acquitted[0] === executed[0]]).toEqual([1, 1, false])
})
