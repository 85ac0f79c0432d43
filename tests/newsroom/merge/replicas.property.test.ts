/**
 * Two or three machines write one story at one time and hand it to and fro in any order, some bundles twice, some late,
 * some never. Machines that have seen the same read the same ledger, statuses and words, and no word is lost. What a
 * computer signed that an editor trusts no longer stands apart wherever that is known, and counts for nothing there.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { insertAt } from '../../../src/document/editStory'
import { blockElements } from '../../../src/document/readStory'
import { readTray } from '../../../src/document/rescueWords'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import { penHolder } from '../../../src/story/ledger/pen'
import { NewsroomError } from '../../../src/story/requests/requests'
import {
  editList,
  editTable,
  insertPicture,
  insertTable,
  removePicture,
  typeAtEnd,
  type TableEdit,
} from '../../builders/shapes'
import { typeStep } from '../../builders/typing'
import { windowOn } from '../newsDesk'
import { bundleOf } from './bundleOf'
import { machine, trust, type Machine } from './machines'
import { anySteps, stepsWithEnds, type Step } from './replicaSteps'
import { merge } from './twoMachines'

const RUNS = Number(process.env['STET_RUNS'] ?? 12)
const SEED = Number(process.env['STET_SEED'] ?? 21)
const PEOPLE = ['Ana', 'Ben', 'Cho'] as const
const WORDS = [
  'The deal cost 100 won and took 20 days.',
  'Trade rose by 30 percent in the year.',
  'Nobody said how many left.',
  'Ships wait in the port.',
  'Trains stand in the station.',
]
const CELLS = ['The year', 'The trade', 'It was 2019', 'about 40 percent']
/** Words that each step types: each once, so that a lost one is seen. */
const typed = (on: number, nth: number): string => `w${on}x${nth}`

const allowed = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => {
    if (!(error instanceof NewsroomError) || error.reason === 'failed') throw error
  })

async function state({ room }: Machine, story: string) {
  const open = await room.story(story)
  await open.settle()
  const { copy, ledger, losses, suggestions = [] } = open.value()
  return {
    copy: copy.map(({ role, level, list, cell, text }) => ({ role, level, list, cell, text })),
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
async function takeIn(here: Machine, by: string, story: string, bundle: Uint8Array): Promise<string | undefined> {
  const take = async (): Promise<string | undefined> => {
    const { outcome, refused } = (await merge(here, by, bundle)) ?? {}
    expect({ outcome, refused }).toEqual({ outcome: expect.stringMatching(/^(merged|nothing)$/) as string })
    return outcome
  }
  try {
    return await take()
  } catch (error) {
    if (!(error instanceof NewsroomError) || !error.message.includes('has the pen')) throw error
    await here.act(by, 'story.movePen', { story, to: by, reason: 'It comes again.' })
    return take()
  }
}

/** Takes a bundle in and undoes that. No fact is better than before both, nor than between them on the same words. */
async function takeAndUndo(here: Machine, by: string, story: string, bundle: Uint8Array): Promise<void> {
  const before = await read(here, story)
  await takeIn(here, by, story, bundle)
  const between = await read(here, story)
  // Refused, it changes nothing: then what the merge brought counts.
  if (!(await allowed(here.act(by, 'story.undoMerge', { story })))) return
  const after = await read(here, story)
  for (const { text, facts } of [before, between])
    if (text.join('\n') === after.text.join('\n'))
      for (const [id, trust] of after.facts) expect(trust).toBeLessThanOrEqual(facts.get(id) ?? 0)
}

/** All over the ledger, but for what it keeps of entries that count for nothing. */
function instantsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value)
  else if (value instanceof Map || value instanceof Set || Array.isArray(value))
    for (const one of value) instantsIn(one, found)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) if (name !== 'known') instantsIn(one, found)
  return found
}

/** Does an edit at a window, as keys do it: it is never refused. */
async function atWindow<T>(here: Machine, story: string, by: string, change: (doc: Y.Doc) => T): Promise<T> {
  const window = await windowOn(here as never, story, by)
  const open = await here.room.storyNow(story)
  let answer: T | undefined
  const update = window.type((doc) => {
    answer = change(doc)
  })
  await open.applyWindowUpdate(update, by)
  return answer as T
}

type At = readonly [Machine, string]

/** Machines that all trust each other and have the story. */
async function begin(count: number) {
  const machines: At[] = []
  for (const [index, name] of PEOPLE.slice(0, count).entries())
    machines.push([await machine(index + 1, [[name, 'editor']]), name])
  for (const [here, editor] of machines)
    for (const [there, person] of machines) if (there !== here) await trust(editor, here, person, there, 'editor')
  const [first, ana] = machines[0] as At
  const bytes = new TextEncoder().encode(WORDS.join('\n\n'))
  const { id: story } = await first.act(ana, 'story.import', { name: 'a.txt', bytes })
  await atWindow(first, story, ana, (doc) => {
    for (const block of [3, 4]) editList(doc, 'bullet', block, 0)
    insertTable(doc, 2, CELLS)
    insertPicture(doc, 5, 'The port seen from the sea')
  })
  for (const text of ['100 won', '30 percent', 'about 40 percent'])
    await first.act(ana, 'fact.tag', { story, text, type: 'figure' })
  await first.act(ana, 'story.move', { story, to: 'filed' })
  const begun = await bundleOf(first, ana, story)
  for (const other of machines.slice(1)) await merge(...other, begun)
  return { machines, story, begun }
}

/** Hands the story round until nobody learns anything. */
async function exchange(machines: readonly At[], story: string): Promise<void> {
  for (let round = 0, news = 1; news > 0; round++) {
    expect(round).toBeLessThan(8)
    news = 0
    for (const from of machines) {
      const bundle = await bundleOf(...from, story)
      for (const other of machines)
        if (other !== from && (await takeIn(...other, story, bundle)) === 'merged') news += 1
    }
  }
}

/** Whom a machine trusts no longer, and the entries that it had then. */
type Ended = ReadonlyMap<Machine, ReadonlyMap<Machine, ReadonlySet<string>>>

/** Entries of a machine that came from a computer after an editor of it had ended the trust, by who signed them. */
async function lateOn([here]: At, story: string, ended: Ended) {
  const open = await here.room.story(story)
  const all = [...open.entries, ...open.apart]
  return [...(ended.get(here) ?? [])].flatMap(([there, had]) => {
    const keys = new Set([...there.room.ring.history.keys.values()].flatMap((key) => (key.elsewhere ? [] : [key.id])))
    return all.filter(({ signer = '', hash }) => keys.has(signer) && !had.has(hash))
  })
}

async function run(count: number, steps: readonly Step[]): Promise<void> {
  const { machines, story, begun } = await begin(count)
  const of = (index: number): At => machines[index % count] as At
  const bundles: Uint8Array[] = [begun]
  const words: string[] = []
  /** Words that somebody took away or rejected are not lost. */
  const gone: string[] = []
  const ended = new Map<Machine, Map<Machine, ReadonlySet<string>>>()
  const ends = async ([here, by]: At, [there, person]: At): Promise<void> => {
    if (ended.get(here)?.has(there)) return
    const { code } = await there.act(person, 'device.card', {})
    await here.act(by, 'device.end', { key: code })
    const { entries, apart } = await here.room.story(story)
    const had = new Set([...entries, ...apart].map(({ hash }) => hash))
    ended.set(here, new Map([...(ended.get(here) ?? []), [there, had]]))
  }
  for (const [nth, one] of steps.entries()) {
    const [here, by] = of(one.on)
    const open = await here.room.storyNow(story)
    const facts = open.assessments()
    const fact = 'at' in one ? facts[one.at % Math.max(facts.length, 1)] : undefined
    const texts = open.value().copy.filter(({ text }) => text.includes(' '))
    const { text = '' } = ('at' in one ? texts[one.at % Math.max(texts.length, 1)] : undefined) ?? {}
    const [word = ''] = text.split(' ').slice('at' in one ? one.at % 5 : 0)
    const fresh = typed(one.on % count, nth)
    const types = (change: (doc: Y.Doc) => void): Promise<void> =>
      atWindow(here, story, by, change).then(() => void words.push(fresh))
    switch (one.kind) {
      case 'type':
        if (word === '') break
        await allowed(
          here
            .act(by, 'copy.replace', { story, replace: word, with: `${word} ${fresh}`, nth: 1 })
            .then(() => words.push(fresh)),
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
            if (!one.accept) gone.push(inserted)
          }),
        )
        break
      }
      case 'late': {
        // Keys of a window, which are never refused.
        const block = open.value().copy.findIndex((found) => found.text === text)
        if (block < 2) break
        if (one.does === 'type') {
          await types((doc) => void insertAt(blockElements(doc)[block] as Y.XmlElement, 0, `${fresh} `, {}))
          break
        }
        await atWindow(here, story, by, (doc) => {
          const nodes = doc.getXmlFragment(COPY_FRAGMENT).toArray() as Y.XmlElement[]
          const at = nodes.indexOf(blockElements(doc)[block] as Y.XmlElement)
          // Backspace after a table or a picture joins nothing.
          if (one.does === 'join' && nodes[at - 1]?.nodeName !== 'block') return
          if (at > 1) typeStep(doc, { do: one.does, block: at, at: Math.max(text.indexOf(' ', one.at), 0), text: '' })
        })
        break
      }
      case 'list': {
        const { length } = open.value().copy
        await atWindow(here, story, by, (doc) =>
          editList(doc, one.does, 2 + (one.at % Math.max(length - 2, 1)), one.at),
        )
        break
      }
      case 'table':
        if (one.does === 'insert') await types((doc) => insertTable(doc, 2 + one.at, [fresh, '', 'a new cell', '']))
        else gone.push(await atWindow(here, story, by, (doc) => editTable(doc, one.does as TableEdit, nth, one.at)))
        break
      case 'cell': {
        const cells = [...open.value().copy.entries()].filter(([, { role }]) => role === 'cell')
        const [block] = cells[one.at % Math.max(cells.length, 1)] ?? []
        if (block !== undefined) await types((doc) => typeAtEnd(doc, block, ` ${fresh}`))
        break
      }
      case 'picture': {
        const block = open.value().copy.findIndex(({ role }) => role === 'cutline')
        if (one.does === 'insert') await types((doc) => insertPicture(doc, 2 + nth, `A ship ${fresh}`))
        else if (one.does === 'remove') gone.push(await atWindow(here, story, by, removePicture))
        else if (block >= 0) await types((doc) => typeAtEnd(doc, block, ` ${fresh}`))
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
        if (bundle) await takeIn(here, by, story, bundle)
        break
      }
      case 'end': {
        const lost = of(one.of)
        const others = machines.filter((other) => other !== lost)
        if (one.together) await exchange(others, story)
        for (const other of one.together ? others : others.filter((own) => own === of(one.on))) await ends(other, lost)
        break
      }
    }
  }
  await exchange(machines, story)
  const groups = new Map<string, At[]>()
  for (const here of machines) {
    const late = await lateOn(here, story, ended)
    const { apart, ledger } = await here[0].room.story(story).then((open) => ({ ...open.value(), apart: open.apart }))
    const hashes = late.map(({ hash }) => hash).sort()
    expect(apart.map(({ hash }) => hash).sort()).toEqual(hashes)
    const counts = instantsIn(ledger)
    expect(late.filter(({ at }) => counts.has(at))).toEqual([])
    groups.set(hashes.join(), [...(groups.get(hashes.join()) ?? []), here])
    const { copy, tray, pending, losses } = await state(here[0], story)
    expect(losses).toEqual([])
    // A graf may be split within a word.
    const letters = [...copy.map(({ text }) => text), ...tray, ...pending, ...gone].join('\n').replaceAll(/\s/g, '')
    expect(words.filter((word) => !letters.includes(word))).toEqual([])
  }
  for (const [[first] = [], ...others] of [...groups.values()].map((group) => group.map(([here]) => [here] as const)))
    for (const [other] of others) expect(await state(other, story)).toEqual(first && (await state(first, story)))
  for (const [{ room }] of machines) await room.close()
}

test.each([2, 3])('%i machines that have seen the same read the same', { timeout: 600_000 }, async (count) => {
  await fc.assert(
    fc.asyncProperty(anySteps, (steps) => run(count, steps)),
    { numRuns: RUNS, seed: SEED },
  )
})

test('what a computer signs that nobody trusts any more counts nowhere', { timeout: 600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(stepsWithEnds, (steps) => run(3, steps)),
    { numRuns: Math.ceil(RUNS / 2), seed: SEED },
  )
})
