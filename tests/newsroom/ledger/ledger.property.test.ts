import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyChain } from '../../../src/story/trust/chain'
import { foldLedger } from '../../../src/story/ledger/ledger'
import { FACT_TYPES, SIGNED_STATUSES } from '../../../src/story/ledger/facts/fact'
import { NewsroomError } from '../../../src/story/requests/requests'
import { STAGES, VERSION_KINDS } from '../../../src/story/ledger/stages'
import { busanDesk, newsDesk, type NewsDesk } from '../newsDesk'

type Deed = (desk: NewsDesk, story: string) => Promise<unknown>

const who = fc.constantFrom('Reporter', 'Editor', 'Legal', 'Stranger')
const fact = fc.integer({ min: 1, max: 3 }).map((n) => `fact-${n}`)
const text = fc.constantFrom('100', 'six years', 'tough negotiator', 'glad', 'meeting', 'about', 'no such words')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(who, text, fc.constantFrom(...FACT_TYPES)).map(
    ([by, words, type]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.tag', { story, text: words, type }),
  ),
  fc.tuple(who, text, text).map(
    ([by, replace, other]): Deed =>
      ({ act }, story) =>
        act(by, 'copy.replace', { story, replace, with: other, nth: 1 }),
  ),
  fc.tuple(who, fact, fc.constantFrom(...SIGNED_STATUSES), fc.boolean()).map(
    ([by, id, status, backed]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.sign', {
          story,
          fact: id,
          status,
          reason: 'because',
          ...(backed ? { evidence: { source: 'source-1', locator: 'p. 1', stance: 'supports' as const } } : {}),
        }),
  ),
  fc.tuple(who, fact).map(
    ([by, id]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.withdraw', { story, fact: id, reason: 'A slip' }),
  ),
  fc.tuple(who, fact).map(
    ([by, id]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.answer', { story, fact: id, text: 'yes' }),
  ),
  fc.tuple(who, fact).map(
    ([by, id]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.untag', { story, fact: id, reason: 'no need' }),
  ),
  fc.tuple(who, fact, fc.constantFrom(...FACT_TYPES)).map(
    ([by, id, type]): Deed =>
      ({ act }, story) =>
        act(by, 'fact.retype', { story, fact: id, type, reason: 'better' }),
  ),
  fc.tuple(who, fc.constantFrom(...STAGES), fc.constantFrom(...VERSION_KINDS), fc.boolean()).map(
    ([by, to, kind, forced]): Deed =>
      ({ act }, story) =>
        act(by, 'story.move', { story, to, kind, reason: 'time', ...(forced ? { override: 'the desk rang' } : {}) }),
  ),
  fc.tuple(who, fc.constantFrom('slug', 'desk', 'urgency' as const), fc.constantFrom('1', '2', 'x')).map(
    ([by, field, value]): Deed =>
      ({ act }, story) =>
        act(by, 'story.setField', { story, field: field as 'slug', value }),
  ),
  fc.tuple(who, fc.constantFrom('text', 'factsheet' as const)).map(
    ([by, format]): Deed =>
      ({ act }, story) =>
        act(by, 'story.export', { story, format: format as 'text', draft: true }),
  ),
  fc.constant<Deed>(({ settle }) => Promise.resolve(settle.now())),
)

/** A rule may refuse. Every other error fails the test. */
const refusable = (error: unknown): void => {
  if (!(error instanceof NewsroomError) || error.reason === 'failed') throw error
}

test('the ledger’s chain holds after any sequence of actions, one after the other or all at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), async (rounds) => {
      const desk = await busanDesk()
      for (const together of rounds) await Promise.all(together.map((one) => one(desk, desk.story).catch(refusable)))
      await desk.room.settleAll()
      const { ledger } = await desk.store.loadStory(desk.story)
      expect(verifyChain(ledger)).toBe(undefined)
      const open = await desk.room.storyNow(desk.story)
      expect(ledger).toEqual(open.entries)
      expect(foldLedger(ledger)).toEqual(open.ledger)
      const again = await newsDesk(desk.store)
      const [shown, reread] = [
        await desk.act('Editor', 'story.show', { story: desk.story }),
        await again.act('Editor', 'story.show', { story: desk.story }),
      ]
      expect(reread).toEqual(shown)
      expect((await desk.store.readStoryFile(desk.story))?.view).toEqual(shown)
    }),
    { numRuns: 150, seed: 20261030 },
  )
}, 120_000)

test('a changed, dropped or reordered entry breaks the chain', async () => {
  const { act, story } = await busanDesk()
  await act('Reporter', 'fact.tag', { story, text: '100 minutes', type: 'figure' })
  await act('Editor', 'fact.sign', { story, fact: 'fact-1', status: 'wrong' })
  const entries = await act('Editor', 'story.history', { story })
  expect(verifyChain(entries)).toBe(undefined)
  expect(
    verifyChain(entries.map((entry) => (entry.kind === 'signed' ? { ...entry, status: 'verified' } : entry))),
  ).toBe('entry 3: its hash does not match its content')
  expect(verifyChain(entries.slice(1))).toBe('entry 1: its number is 2 instead of 1')
  expect(verifyChain(entries.toReversed())).toBe('entry 1: its number is 3 instead of 1')
})
