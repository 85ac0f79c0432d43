/** Machines, the story on them, bundles between them, and what the test itself knows of all that. */
import { expect } from 'vitest'
import { insertAt } from '../../../src/document/editStory'
import { blockElements } from '../../../src/document/reading/readStory'
import { COPY_FRAGMENT } from '../../../src/story/copy/documentSchema'
import type { Assessment } from '../../../src/story/assessment/assessment'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { OpenStory } from '../../../src/newsroom/replica/openStory'
import { partsOf } from '../../../src/story/view/partsOf'
import { NewsroomError } from '../../../src/story/requests/requests'
import {
  editList,
  editTable,
  insertPicture,
  insertTable,
  removePicture,
  typeAtEnd,
  type TableEdit,
} from '../../builders/copy/shapes'
import type * as Y from 'yjs'
import { typeStep } from '../../builders/copy/typing'
import { bundleOf } from '../merge/bundleOf'
import { merge } from '../merge/twoMachines'
import { Known, type Sent } from './known'
import { atWindow, deskOf, readyMachines, STILL, STILL_FACTS, type Seat } from './readyMachines'
import { SourceBooks } from './sourceBooks'
import { changeSource, pickSource } from './sourceSteps'
import type { RawAct, Step } from './steps'

/** All others keep a story from being cleared, and are -1. */
export const TRUST = ['toCheck', 'onAuthor', 'letStand', 'verified']

/** The act may be refused, but may not fail. Undefined: it was refused. */
export const allowed = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    if (!(error instanceof NewsroomError) || error.reason === 'failed') throw error
    return undefined
  })

/** A tag that nobody signed and that comes back is to be checked, whatever it was while it was gone. */
const trustIn = ({ status, record }: Assessment): number =>
  (status === 'lost' || status === 'cut') && record.signOffs.length === 0 ? 0 : TRUST.indexOf(status)

/** Roles that were given or taken, and protections that were lifted, as the library's own history has them. */
export async function changesIn({ here }: Seat): Promise<readonly string[]> {
  return (await here.store.readLibraryLedger()).flatMap((entry) => {
    if (entry.kind === 'roleChanged') return [`${entry.person} is ${entry.to}`]
    return entry.kind === 'sourceChanged' && entry.protected === false ? [`${entry.source} is open`] : []
  })
}

const isStill = (text: string): boolean => STILL.includes(text)

export class World {
  /** Words that steps typed, each once, so that a lost one is seen. */
  readonly words: string[] = []
  /** Words that somebody took away or rejected are not lost. */
  readonly gone: string[] = []
  readonly bundles: Sent[] = []
  /** Machine → machines that it trusts no longer → hashes of the entries that it had then. */
  readonly ended: readonly Map<number, ReadonlySet<string>>[]
  /** Machine → names of sources whose identity was destroyed there. */
  readonly destroyed: readonly Set<string>[]

  private constructor(
    readonly seats: readonly Seat[],
    readonly story: string,
    readonly known: Known,
  ) {
    this.ended = seats.map(() => new Map())
    this.destroyed = seats.map(() => new Set())
  }

  static async begin(count: number): Promise<World> {
    const { seats, story, begun } = await readyMachines(count)
    const names = seats.flatMap(({ by }) => [by, deskOf(by)])
    const world = new World(seats, story, new Known(count, names, new SourceBooks(count)))
    for (const { here, index } of seats) {
      const entries = await world.entries(index)
      const keys = new Set([...here.room.ring.history.keys.keys()])
      world.known.wrote(index, entries, keys)
      world.known.changes[index]?.push(...(await changesIn(world.seat(index))))
    }
    const hashes = new Set((await world.entries(0)).map(({ hash }) => hash))
    world.bundles.push({ bytes: begun, hashes, sources: { cards: [], protections: new Set() } })
    return world
  }

  seat(index: number): Seat {
    return this.seats[index % this.seats.length] as Seat
  }

  open({ here }: Seat): Promise<OpenStory> {
    return here.room.storyNow(this.story)
  }

  /** Those that count, and those that stand apart. */
  async entries(index: number): Promise<readonly LedgerEntry[]> {
    const open = await this.open(this.seat(index))
    return [...open.entries, ...open.apart]
  }

  ownKeys({ here }: Seat): ReadonlySet<string> {
    return new Set([...here.room.ring.history.keys.values()].flatMap((key) => (key.elsewhere ? [] : [key.id])))
  }

  /** Takes note of what a machine wrote itself. */
  async note(seat: Seat): Promise<readonly LedgerEntry[]> {
    return this.known.wrote(seat.index, await this.entries(seat.index), this.ownKeys(seat))
  }

  async send(seat: Seat): Promise<Sent> {
    const bytes = await bundleOf(seat.here, seat.by, this.story)
    const entries = await this.note(seat).then(() => this.entries(seat.index))
    const named = entries.flatMap((entry) => (entry.kind === 'evidenceAdded' ? [entry.evidence.source] : []))
    return {
      bytes,
      hashes: new Set(this.known.hashes[seat.index]),
      sources: this.known.books.told(seat.index, new Set(named)),
    }
  }

  /** Takes a bundle in. What was undone comes again by whoever has the pen. Whether it brought anything. */
  async takeIn(seat: Seat, sent: Sent): Promise<boolean> {
    const { here, by, index } = seat
    const take = async (): Promise<string | undefined> => {
      const { outcome, refused } = (await merge(here, by, sent.bytes)) ?? {}
      expect({ outcome, refused }).toEqual({ outcome: expect.stringMatching(/^(merged|nothing)$/) as string })
      return outcome
    }
    let outcome: string | undefined
    try {
      outcome = await take()
    } catch (error) {
      if (!(error instanceof NewsroomError) || !error.message.includes('has the pen')) throw error
      await here.act(deskOf(by), 'story.movePen', { story: this.story, to: by, reason: 'It comes again.' })
      await this.note(seat)
      outcome = await take()
    }
    this.known.heard(index, sent, await this.entries(index))
    await this.note(seat)
    return outcome === 'merged'
  }

  /** Hands the story round from one machine to the next until nobody learns anything. */
  async exchange(seats: readonly Seat[]): Promise<void> {
    for (let hop = 0, quiet = 0; quiet < seats.length; hop++) {
      expect(hop).toBeLessThan(10 * seats.length)
      const [from, to] = [seats[hop % seats.length], seats[(hop + 1) % seats.length]] as [Seat, Seat]
      quiet = from !== to && (await this.takeIn(to, await this.send(from))) ? 0 : quiet + 1
    }
  }

  /** Takes a bundle in and undoes that. No fact is better than before both, nor than between them on the same words. */
  private async takeAndUndo(seat: Seat, sent: Sent): Promise<void> {
    const before = await this.read(seat)
    await this.takeIn(seat, sent)
    const between = await this.read(seat)
    // Refused, it changes nothing: then what the merge brought counts.
    if (!(await allowed(seat.here.act(seat.by, 'story.undoMerge', { story: this.story })))) return
    const after = await this.read(seat)
    for (const { text, facts } of [before, between])
      if (text.join('\n') === after.text.join('\n'))
        for (const [id, trust] of after.facts) expect(trust).toBeLessThanOrEqual(facts.get(id) ?? 0)
  }

  private async read(seat: Seat) {
    const open = await this.open(seat)
    return {
      // A line that is in another list, or under another head, is not the same for its reader.
      text: open
        .value()
        .copy.map(({ role, level, list, cell, text }) => JSON.stringify([role, level, list, cell, text])),
      facts: new Map(open.assessments().map((fact) => [fact.id, trustIn(fact)])),
    }
  }

  /** An editor of the first machine trusts the other one no longer. */
  async end(on: Seat, lost: Seat): Promise<void> {
    const ended = this.ended[on.index]
    if (on === lost || ended?.has(lost.index)) return
    for (const person of [lost.by, deskOf(lost.by)]) {
      const { code } = await lost.here.act(person, 'device.card', {})
      await on.here.act(deskOf(on.by), 'device.end', { key: code })
    }
    ended?.set(lost.index, new Set((await this.entries(on.index)).map(({ hash }) => hash)))
  }

  async close(): Promise<void> {
    for (const { here } of this.seats) await here.room.close()
  }

  async step(one: Step, nth: number): Promise<void> {
    const seat = this.seat(one.on)
    await this.does(one, nth, seat)
    const fresh = await this.note(seat)
    for (const entry of fresh) if (entry.kind === 'signed') await this.noteGiven(seat, entry)
  }

  /** What a verdict that was just given rests on. */
  private async noteGiven(seat: Seat, signed: Extract<LedgerEntry, { kind: 'signed' }>): Promise<void> {
    const { record } = (await this.open(seat)).assessment(signed.fact)
    const { books, roles, given } = this.known
    const evidence = signed.evidence.length === 0 ? [] : record.evidence
    given.set(signed.hash, {
      role: roles[seat.index]?.get(seat.by) ?? 'reporter',
      evidence: evidence.map(({ id }) => id),
      terms: new Map(evidence.map(({ source }) => [source, books.terms(seat.index, source)])),
    })
  }

  /** What another Stet writes with the key of this machine's person. */
  private async forge(seat: Seat, { id, record, view, words, sentence }: Assessment, does: RawAct): Promise<void> {
    const against = record.evidence.filter(({ stance }) => stance === 'contradicts')
    const taken = record.signOffs.findLast(({ status }) => !TRUST.includes(status))
    const open = await this.open(seat)
    const write = async (event: LedgerEvent): Promise<void> => {
      await open.note(seat.by, event).written
      await open.observe()
    }
    if (does === 'withdraw' && taken?.hash !== undefined)
      await write({ kind: 'withdrawn', fact: id, signOff: taken.hash, reason: 'r' })
    if (does === 'remove' && against[0]) await write({ kind: 'evidenceRemoved', fact: id, evidence: against[0].id })
    if (does === 'turn' && against[0]) {
      const turned = { ...against[0], id: `${against[0].id}-turned`, stance: 'supports' as const }
      await write({ kind: 'evidenceAdded', fact: id, evidence: turned, replaces: against[0].id })
    }
    if (does === 'tick' && view && STILL_FACTS.includes(words))
      await write({
        ...{ kind: 'signed', fact: id, status: 'verified', words, sentence, preceding: '', sentenceRule: 2 },
        ...{ evidence: [], groundRules: {}, parts: partsOf(view, words, sentence, (text) => text) },
        role: this.known.roles[seat.index]?.get(seat.by) ?? 'reporter',
      })
  }

  private async bring({ here, by, ...seat }: Seat, fact: string, at: number, nth: number, stance = 'supports') {
    const source = await pickSource(this, { here, by, ...seat }, at, nth)
    const evidence = { source, locator: `¶ ${nth + 1}`, stance, excerpt: stance }
    await allowed(here.act(by, 'fact.addEvidence', { story: this.story, fact, evidence: evidence as never }))
  }

  private async does(one: Step, nth: number, seat: Seat): Promise<void> {
    const { here, by, index } = seat
    const { story, words, gone, bundles } = this
    const open = await this.open(seat)
    const still = (fact: Assessment): number => (STILL_FACTS.includes(fact.words) ? 0 : 1)
    const sorted = open.assessments().toSorted((a, b) => still(a) - still(b))
    const fact =
      'at' in one ? sorted[(one.at % 2 === 0 ? (one.at / 2) % 2 : one.at) % Math.max(sorted.length, 1)] : undefined
    const { copy } = open.value()
    const texts = copy.filter(({ text }) => text.includes(' ') && !isStill(text))
    const { text = '' } = ('at' in one ? texts[one.at % Math.max(texts.length, 1)] : undefined) ?? {}
    const [word = ''] = text.split(' ').slice('at' in one ? one.at % 5 : 0)
    // A step replaces the first place where a word stands. So none begins another one, or holds a figure or the “A” of
    // the story.
    const letters = [...String(nth)].map((digit) => 'BCDEFGHJKL'.charAt(Number(digit))).join('')
    const fresh = `w${index}x${letters}e`
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
        if (one.status === 'verified' && fact.record.evidence.length === 0) await this.bring(seat, fact.id, one.at, nth)
        await allowed(here.act(by, 'fact.sign', { story, fact: fact.id, status: one.status, reason: 'r' } as never))
        break
      case 'withdraw':
        if (fact) await allowed(here.act(by, 'fact.withdraw', { story, fact: fact.id, reason: 'slip' }))
        break
      case 'evidence': {
        if (!fact) break
        const standing = fact.record.evidence
        const item = standing[one.at % Math.max(standing.length, 1)]
        if (one.does === 'remove' || one.does === 'replace') {
          if (!item) break
          await allowed(here.act(by, 'fact.removeEvidence', { story, fact: fact.id, evidence: item.id }))
          if (one.does === 'remove') break
        }
        await this.bring(seat, fact.id, one.at, nth, one.does === 'against' ? 'contradicts' : 'supports')
        break
      }
      case 'field':
        await allowed(here.act(by, 'story.setField', { story, field: 'slug', value: `slug ${index} ${nth}` }))
        break
      case 'raw':
        if (fact) await allowed(this.forge(seat, fact, one.does))
        break
      case 'source':
        await changeSource(this, seat, one, nth)
        break
      case 'role': {
        const name = this.seat(one.of).by
        if (await allowed(here.act(deskOf(by), 'roster.add', { name, role: one.role })))
          this.known.gaveRole(index, name, one.role)
        break
      }
      case 'leave': {
        const lost = this.seat(one.of)
        if (lost === seat || this.ended[index]?.has(lost.index)) break
        const { card, code } = await lost.here.act(lost.by, 'device.card', {})
        await here.act(deskOf(by), 'device.trust', { card, code, role: 'none' })
        this.known.tookRole(index, lost.by)
        await this.end(seat, lost)
        break
      }
      case 'pen':
        await allowed(here.act(by, 'story.movePen', { story, reason: 'r', to: this.seat(one.to).by }))
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
        const block = copy.findIndex((found) => found.text === text)
        if (block < 2) break
        if (one.does === 'type') {
          await types((doc) => void insertAt(blockElements(doc)[block] as Y.XmlElement, 0, `${fresh} `, {}))
          break
        }
        await atWindow(here, story, by, (doc) => {
          const nodes = doc.getXmlFragment(COPY_FRAGMENT).toArray() as Y.XmlElement[]
          const at = nodes.indexOf(blockElements(doc)[block] as Y.XmlElement)
          // Backspace after a table or a picture joins nothing.
          if (one.does === 'join' && (nodes[at - 1]?.nodeName !== 'block' || isStill(copy[block - 1]?.text ?? '')))
            return
          if (at > 1) typeStep(doc, { do: one.does, block: at, at: Math.max(text.indexOf(' ', one.at), 0), text: '' })
        })
        break
      }
      case 'list': {
        const block = 2 + (one.at % Math.max(copy.length - 2, 1))
        if (isStill(copy[block]?.text ?? '') || (one.does === 'join' && isStill(copy[block - 1]?.text ?? ''))) break
        await atWindow(here, story, by, (doc) => editList(doc, one.does, block, one.at))
        break
      }
      case 'table':
        if (one.does === 'insert') await types((doc) => insertTable(doc, 2 + one.at, [fresh, '', 'a new cell', '']))
        else gone.push(await atWindow(here, story, by, (doc) => editTable(doc, one.does as TableEdit, nth, one.at)))
        break
      case 'cell': {
        const cells = [...copy.entries()].filter(([, { role }]) => role === 'cell')
        const [block] = cells[one.at % Math.max(cells.length, 1)] ?? []
        if (block !== undefined) await types((doc) => typeAtEnd(doc, block, ` ${fresh}`))
        break
      }
      case 'picture': {
        const block = copy.findIndex(({ role }) => role === 'cutline')
        if (one.does === 'insert') await types((doc) => insertPicture(doc, 2 + nth, `A ship ${fresh}`))
        else if (one.does === 'remove') gone.push(await atWindow(here, story, by, removePicture))
        else if (block >= 0) await types((doc) => typeAtEnd(doc, block, ` ${fresh}`))
        break
      }
      case 'write':
        bundles.push(await this.send(seat))
        break
      case 'undo': {
        // What another machine has just now, and half of the time not for long: the bundle may be opened again.
        const sent = await this.send(this.seat(one.on + 1))
        bundles.push(sent)
        if (nth % 2 === 0) await this.takeAndUndo(seat, sent)
        else await this.takeIn(seat, sent)
        break
      }
      case 'read': {
        const bundle = bundles[one.at % bundles.length]
        if (bundle) await this.takeIn(seat, bundle)
        break
      }
      case 'end': {
        const lost = this.seat(one.of)
        const others = this.seats.filter((other) => other !== lost)
        if (one.together) await this.exchange(others)
        for (const other of one.together ? others : others.filter((own) => own === seat)) await this.end(other, lost)
        break
      }
    }
  }
}
