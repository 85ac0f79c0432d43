/**
 * Two or three machines write one story at one time and hand it to and fro in any order, some bundles twice, some late,
 * some never. Machines that have seen the same read the same ledger, statuses and words, and no word is lost.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTray } from '../../../src/document/rescueWords'
import { SIGNED_STATUSES, type SignedStatus } from '../../../src/story/ledger/fact'
import { penHolder } from '../../../src/story/ledger/pen'
import { NewsroomError } from '../../../src/story/requests/requests'
import { typeStep } from '../../builders/typing'
import { windowOn } from '../newsDesk'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { merge } from './twoMachines'

const RUNS = Number(process.env['STET_RUNS'] ?? 12)
const PEOPLE = ['Ana', 'Ben', 'Cho'] as const
const WORDS =
  'The deal cost 100 won and took 20 days.\n\nTrade rose by 30 percent in the year.\n\nNobody said how many left.'
/** Words that each step types: each once, so that a lost one is seen. */
const typed = (on: number, nth: number): string => `w${on}x${nth}`

type Step =
  | { readonly kind: 'type' | 'tag' | 'cut'; readonly on: number; readonly at: number }
  | { readonly kind: 'sign'; readonly on: number; readonly at: number; readonly status: SignedStatus }
  | { readonly kind: 'withdraw'; readonly on: number; readonly at: number }
  | { readonly kind: 'write' | 'undo'; readonly on: number }
  | { readonly kind: 'pen'; readonly on: number; readonly to: number }
  | { readonly kind: 'decide'; readonly on: number; readonly at: number; readonly accept: boolean }
  | { readonly kind: 'late'; readonly on: number; readonly at: number; readonly does: 'type' | 'split' | 'join' }
  | { readonly kind: 'read'; readonly on: number; readonly at: number }

const on = fc.nat(2)
const at = fc.nat(9)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), on, at }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'tag' as const), on, at }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('sign' as const), on, at, status: fc.constantFrom(...SIGNED_STATUSES) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), on, at }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('write' as const), on }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pen' as const), on, to: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decide' as const), on, at, accept: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('late' as const),
      on,
      at,
      does: fc.constantFrom('type' as const, 'split' as const, 'join' as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('read' as const), on, at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), on }) },
)

const allowed = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof NewsroomError) || error.reason === 'failed') throw error
  })

async function state({ room }: Machine, story: string) {
  const open = await room.story(story)
  await open.settle()
  const { copy, ledger, losses, suggestions = [] } = open.value()
  return {
    text: copy.map(({ text }) => text),
    facts: open.assessments().map(({ id, words, status }) => `${id} ${words} ${status}`),
    stage: ledger.standing.stage,
    pen: penHolder(ledger) ?? '',
    pending: suggestions.map(({ id, by, inserted, deleted }) => `${id} ${by} ${deleted} → ${inserted}`),
    losses,
    tray: readTray(open.doc).map(({ text }) => text),
    apart: open.apart.length,
    // A merge of what only says that something was merged is none, so the last machine may have one entry more.
    entries: open.entries.flatMap(({ kind, hash }) => (kind === 'merged' ? [] : [hash])).sort(),
  }
}

/** All others keep a story from being cleared, and are -1. */
const TRUST = ['toCheck', 'onAuthor', 'letStand', 'verified']

const read = async ({ room }: Machine, story: string) => {
  const open = await room.storyNow(story)
  return {
    text: open.value().copy.map(({ text }) => text),
    facts: new Map(open.assessments().map(({ id, status }) => [id, TRUST.indexOf(status)])),
  }
}

/** Takes a bundle in. What was undone comes again by whoever has the pen: an editor takes it first. */
async function takeIn(here: Machine, by: string, story: string, bundle: Uint8Array): ReturnType<typeof merge> {
  try {
    return await merge(here, by, bundle)
  } catch (error) {
    if (!(error instanceof NewsroomError) || !error.message.includes('has the pen')) throw error
    await here.act(by, 'story.movePen', { story, to: by, reason: 'It comes again.' })
    return merge(here, by, bundle)
  }
}

/** Takes a bundle in and undoes that. No fact is better than before both, nor than between them on the same words. */
async function takeAndUndo(here: Machine, by: string, story: string, bundle: Uint8Array): Promise<void> {
  const before = await read(here, story)
  await takeIn(here, by, story, bundle)
  const between = await read(here, story)
  await allowed(here.act(by, 'story.undoMerge', { story }))
  const after = await read(here, story)
  for (const { text, facts } of [before, between])
    if (text.join('\n') === after.text.join('\n'))
      for (const [id, trust] of after.facts) expect(trust).toBeLessThanOrEqual(facts.get(id) ?? 0)
}

async function run(count: number, steps: readonly Step[]): Promise<void> {
  const machines: Machine[] = []
  for (const [index, name] of PEOPLE.slice(0, count).entries())
    machines.push(await machine(index + 1, [[name, 'editor']]))
  const of = (index: number): readonly [Machine, string] => [
    machines[index % count] as Machine,
    PEOPLE[index % count] ?? '',
  ]
  for (const [here, editor] of PEOPLE.slice(0, count).map((_, index) => of(index)))
    for (const [there, person] of PEOPLE.slice(0, count).map((_, index) => of(index)))
      if (there !== here) await trust(editor, here, person, there, 'editor')
  const [first, ana] = of(0)
  const { id: story } = await first.act(ana, 'story.import', { name: 'a.txt', bytes: new TextEncoder().encode(WORDS) })
  for (const text of ['100 won', '30 percent']) await first.act(ana, 'fact.tag', { story, text, type: 'figure' })
  await first.act(ana, 'story.move', { story, to: 'filed' })
  const begun = await bundleOf(first, ana, story)
  for (const index of machines.keys()) if (index > 0) await merge(...of(index), begun)
  const bundles: Uint8Array[] = [begun]
  const words: string[] = []
  const rejected: string[] = []
  for (const [nth, one] of steps.entries()) {
    const [here, by] = of(one.on)
    const open = await here.room.storyNow(story)
    const facts = open.assessments()
    const fact = 'at' in one ? facts[one.at % Math.max(facts.length, 1)] : undefined
    const texts = open.value().copy.filter(({ text }) => text.includes(' '))
    const { text = '' } = ('at' in one ? texts[one.at % Math.max(texts.length, 1)] : undefined) ?? {}
    const [word = ''] = text.split(' ').slice('at' in one ? one.at % 5 : 0)
    switch (one.kind) {
      case 'type':
        if (word === '') break
        await allowed(
          here
            .act(by, 'copy.replace', { story, replace: word, with: `${word} ${typed(one.on % count, nth)}`, nth: 1 })
            .then(() => words.push(typed(one.on % count, nth))),
        )
        break
      case 'cut':
        // Only words that no step has typed: a word that somebody deletes is not lost.
        if (/^[a-z]+$/.test(word))
          await allowed(here.act(by, 'copy.replace', { story, replace: word, with: 'so', nth: 1 }))
        break
      case 'tag':
        if (/^[a-z]+$/i.test(word))
          await allowed(here.act(by, 'fact.tag', { story, text: word, type: 'figure', nth: 1 }))
        break
      case 'sign':
        if (!fact) break
        await allowed(here.act(by, 'fact.sign', { story, fact: fact.id, status: one.status, reason: 'r' } as never))
        break
      case 'withdraw':
        if (fact) await allowed(here.act(by, 'fact.withdraw', { story, fact: fact.id, reason: 'slip' }))
        break
      case 'pen':
        await allowed(here.act(by, 'story.movePen', { story, reason: 'r', to: PEOPLE.slice(0, count)[one.to] ?? '' }))
        break
      case 'decide': {
        const pending = open.value().suggestions ?? []
        const { id = '', inserted = '' } = pending[one.at % Math.max(pending.length, 1)] ?? {}
        if (id === '') break
        const verdict = one.accept ? 'suggestion.accept' : 'suggestion.reject'
        await allowed(
          here.act(by, verdict, { story, suggestions: [{ id }] }).then(() => {
            // Rejected words are not lost.
            if (!one.accept) rejected.push(inserted)
          }),
        )
        break
      }
      case 'late': {
        // Keys of a window, which are never refused.
        const window = await windowOn(here as never, story, by)
        const block = open.value().copy.findIndex((found) => found.text === text)
        if (block < 2) break
        const fresh = `${typed(one.on % count, nth)} `
        await open.applyWindowUpdate(
          window.type((doc) =>
            typeStep(doc, {
              do: one.does,
              block,
              at: one.does === 'type' ? 0 : Math.max(text.indexOf(' ', one.at), 0),
              text: fresh,
            }),
          ),
          by,
        )
        if (one.does === 'type') words.push(fresh.trim())
        break
      }
      case 'write':
        bundles.push(await bundleOf(here, by, story))
        break
      case 'undo':
        // What another machine has just now, and half of the time not for long: the bundle may be opened again.
        bundles.push(await bundleOf(...of(one.on + 1), story))
        if (nth % 2 === 0) await takeAndUndo(here, by, story, bundles.at(-1) ?? begun)
        else await takeIn(here, by, story, bundles.at(-1) ?? begun)
        break
      case 'read': {
        const bundle = bundles[one.at % bundles.length]
        if (bundle) expect((await takeIn(here, by, story, bundle))?.outcome).toMatch(/merged|nothing/)
        break
      }
    }
  }
  for (let round = 0, news = 1; news > 0; round++) {
    expect(round).toBeLessThan(8)
    news = 0
    for (const index of machines.keys()) {
      const bundle = await bundleOf(...of(index), story)
      for (const other of machines.keys())
        if (other !== index && (await takeIn(...of(other), story, bundle))?.outcome === 'merged') news += 1
    }
  }
  const whole = await state(first, story)
  expect(whole.losses).toEqual([])
  expect(whole.apart).toBe(0)
  for (const other of machines.slice(1)) expect(await state(other, story)).toEqual(whole)
  const kept = [...whole.text, ...whole.tray, ...whole.pending, ...rejected].join('\n')
  // A graf may be split within a word.
  const letters = kept.replaceAll(/\s/g, '')
  expect(words.filter((word) => !letters.includes(word))).toEqual([])
  for (const { room } of machines) await room.close()
}

test.each([2, 3])('%i machines that have seen the same read the same', { timeout: 600_000 }, async (count) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), (steps) => run(count, steps)),
    { numRuns: RUNS, seed: Number(process.env['STET_SEED'] ?? 21) },
  )
})
