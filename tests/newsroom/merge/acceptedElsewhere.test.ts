/**
 * Right words that Kim proposes on one machine, and that Ben accepts on the other one. Zoe’s machine hears of both.
 */
import { expect, test } from 'vitest'
import { signature } from '../../../src/newsroom/facts/signing/signature'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { machine, trust, type Machine } from './machines'
import { bothTrust, handOver, merge, replace, two } from './twoMachines'

/** Kim’s proposal, on both machines. The file gives the evidence its weight, and it does not matter who brings it. */
async function proposed() {
  const { desk, train, story, fact } = await two()
  await bothTrust(desk, train)
  const third = await machine(3, [['Zoe', 'editor']])
  await trust('Zoe', third, 'Kim', train, 'editor')
  await trust('Zoe', third, 'Lee', desk, 'editor')
  await trust('Zoe', third, 'Ben', desk, 'reporter')
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  const { id: source } = await train.act('Kim', 'source.add', { name: 'Pool report', kind: 'pool' })
  const propose = async (words: string): Promise<string> => {
    const evidence = { source, locator: '¶ 3', stance: 'contradicts' as const }
    const { suggestion = '' } = await train.act('Kim', 'fact.sign', {
      ...{ story, fact, status: 'wrong', proposed: words, evidence },
    })
    return suggestion
  }
  const suggestion = await propose('about 95 minutes')
  const toDesk = async () => merge(desk, 'Lee', await handOver(train, 'Kim', story))
  await toDesk()
  const accept = async (one = suggestion) =>
    (await desk.act('Ben', 'suggestion.accept', { story, suggestions: [{ id: one }] })).verified
  /** The figure on the desk, and on a machine that gets the story for the first time. */
  const reads = async (): Promise<readonly (string | undefined)[]> => {
    const taken = await merge(third, 'Zoe', await handOver(desk, 'Lee', story))
    return [taken?.refused, await figureOn(desk, story), await figureOn(third, story)]
  }
  return { desk, train, story, fact, suggestion, propose, toDesk, accept, reads }
}

async function figureOn({ room }: Machine, id: string): Promise<string> {
  const story = await room.storyNow(id)
  const [{ words = '', status = '', reasons = [], refused } = {}] = story.assessments()
  return [words, status, ...reasons, ...(refused ? [refused.why] : [])].join('; ')
}

/** What Ben’s Stet signs in Kim’s name when it keeps to no rule: the words must stand there. */
async function forge({ desk, story, fact, suggestion }: Awaited<ReturnType<typeof proposed>>): Promise<void> {
  const open = await desk.room.storyNow(story)
  const proposal = open.entries.find((entry) => entry.kind === 'suggested' && entry.suggestion === suggestion)
  const { record } = open.assessment(fact)
  const against = record.evidence.find(({ stance }) => stance === 'contradicts')
  if (!proposal || !against) throw new Error('Nothing is proposed.')
  const evidence = { ...against, id: 'evidence-forged', stance: 'supports' as const }
  const given = { by: 'Kim', status: 'verified', reason: 'Accepted.', evidence: [evidence] } as const
  const events: LedgerEvent[] = [
    { kind: 'evidenceRemoved', fact, evidence: against.id },
    { kind: 'evidenceAdded', fact, evidence },
    signature(open, open.assessment(fact), given, desk.room.desk()),
  ]
  await open.noteAccepted('Kim', { acceptor: 'Ben', suggestion: proposal.hash }, ...events).written
}

const BOTH = (reads: string): readonly (string | undefined)[] => [undefined, reads, reads]
const SINCE =
  'These words were accepted in the name of Kim, who said something else after proposing them. Someone must check them again.'
const OTHERWISE =
  'These words were accepted in the name of Kim, who proposed them in another place or with other evidence. Someone must check them again.'

test('an acceptance counts wherever it comes', async () => {
  const { fact, accept, reads } = await proposed()
  expect(await accept()).toEqual([fact])
  expect(await reads()).toEqual(BOTH('about 95 minutes; verified'))
})

test('an acceptance counts when the words and the sentence come by another hand', async () => {
  const both = await proposed()
  await replace(both.desk, 'Ben', both.story, 'about 100 minutes', 'about 95 minutes')
  await forge(both)
  expect(await both.reads()).toEqual(BOTH('about 95 minutes; verified'))
})

test.each<[string, (both: Awaited<ReturnType<typeof proposed>>) => Promise<unknown>]>([
  ['proposes other words', ({ propose }) => propose('about 97 minutes')],
  [
    'takes the verdict back',
    ({ train, story, fact }) => train.act('Kim', 'fact.withdraw', { story, fact, reason: 'It may be 100.' }),
  ],
  [
    'takes the proposal back',
    ({ train, story, suggestion }) =>
      train.act('Kim', 'suggestion.reject', { story, suggestions: [{ id: suggestion }] }),
  ],
])('an acceptance waits for another look when its proposer %s meanwhile', async (_what, act) => {
  const both = await proposed()
  await act(both)
  expect(await both.accept()).toEqual([both.fact])
  await both.toDesk()
  const [refused, ...figures] = await both.reads()
  expect([refused, figures.filter((one) => one?.includes('verified'))]).toEqual([undefined, []])
})

test('nobody accepts an older proposal of somebody who has proposed other words since', async () => {
  const both = await proposed()
  await both.propose('about 97 minutes')
  await both.toDesk()
  expect(await both.accept()).toEqual([])
  expect(await figureOn(both.desk, both.story)).toBe('about 95 minutes; reCheck; words')
  await forge(both)
  expect(await both.reads()).toEqual(BOTH(`about 95 minutes; reCheck; words; notEntitled; ${SINCE}`))
})

test('nobody accepts a proposal for another sentence', async () => {
  const both = await proposed()
  await replace(both.desk, 'Ben', both.story, 'The meeting', 'The lunch')
  expect(await both.accept()).toEqual([])
  expect(await figureOn(both.desk, both.story)).toBe('about 95 minutes; reCheck; words')
  await forge(both)
  expect(await both.reads()).toEqual(BOTH(`about 95 minutes; reCheck; words; evidence; notEntitled; ${OTHERWISE}`))
})
