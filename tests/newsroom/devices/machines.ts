/** Libraries on several machines, their device cards, and what their keys sign of one story. */
import { sequentialIds, type Ids } from '../../../src/newsroom/environment/ids'
import { signEntry } from '../../../src/newsroom/ledger/signEntry'
import { readCard, writeCard } from '../../../src/newsroom/people/deviceCardText'
import { debounceByHand } from '../../builders/time/debounceByHand'
import { runAction } from '../../../src/newsroom/runAction'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { checkSignature } from '../../../src/storage/disk/crypto/ed25519'
import { MemoryStore } from '../../builders/library/memoryStore'
import type { Role } from '../../../src/story/desk/roster'
import { hashEntry } from '../../../src/story/ledger/hash'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { ActionName, AnswerOf, RequestOf } from '../../../src/story/requests/requests'
import { ledgerOf } from '../../../src/story/trust/chain'
import { shortCode, type DeviceCard } from '../../../src/story/trust/keys/deviceCard'
import type { KeyHistory } from '../../../src/story/trust/keys/knownKeys'
import { vouchFor } from '../../../src/story/trust/signing'
import { verifyLedger } from '../../../src/story/trust/verifyLedger'

export const NOW = '2026-11-28T09:00:00.000Z'
export const STORY = { id: 'story-1', guid: sequentialIds.guid('story-1') }

/** The counted ids of another machine: no key is made on both. */
const idsOn = (machine: number): Ids => ({
  ...sequentialIds,
  next: (kind, taken) => `${sequentialIds.next(kind, (id) => taken(`${id}-${machine}`))}-${machine}`,
  key: (kind, taken) => {
    const mark = (key: string): string => `${machine}${key.slice(1)}`
    return mark(sequentialIds.key(kind, (key) => taken(mark(key))))
  },
})

export type Library = Awaited<ReturnType<typeof library>>
/** The library of one machine, with these people. The first is its editor. */
export async function library(machine: number, ...people: readonly (readonly [string, Role])[]) {
  const [first = ''] = people[0] ?? []
  const store = new MemoryStore(first)
  const clock = {
    at: NOW,
    now(): string {
      return this.at
    },
  }
  const room = await Newsroom.open({ store, clock, ids: idsOn(machine), debouncer: debounceByHand() })
  const remarks: string[] = []
  const act = <A extends ActionName>(by: string, action: A, request: RequestOf<A>): Promise<AnswerOf<A>> =>
    runAction(room, by, action, request, (text) => remarks.push(text))
  for (const [name, role] of people) await act(first, 'roster.add', { name, role })
  return { room, act, store, clock, remarks }
}

/** `reason: message` of a refusal, or "done". */
export const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ reason, message }: { reason: string; message: string }) => `${reason}: ${message}`,
  )

export const verdict = (fact: string): LedgerEvent =>
  ({
    kind: 'signed',
    fact,
    status: 'verified',
    words: '100 won',
    sentence: '',
    preceding: '',
    sentenceRule: 2,
    evidence: [],
    groundRules: {},
  }) as LedgerEvent

export const NOTE: LedgerEvent = { kind: 'restored', fact: 'f', words: '' }

interface Place {
  readonly after?: readonly LedgerEntry[]
  readonly seq?: number
  readonly at?: string
  readonly guid?: string
  readonly ledger?: string
  /** Lines of the table of heads, as the writer says. */
  readonly heads?: number
}

/** One entry, signed as this library signs for the person. */
export function signed({ room }: Library, by: string, event: LedgerEvent, place: Place = {}): LedgerEntry {
  const { after = [], seq = (after.at(-1)?.seq ?? 0) + 1, at = NOW, guid = STORY.guid } = place
  const { ledger = ledgerOf(guid) } = place
  const { ring } = room
  return signEntry(
    { by, event },
    { ledger, seq, at, after },
    {
      ready: ring.ready,
      notesKey: ring.notesKey,
      isOwn: (key) => ring.isOwn(key),
      heads: place.heads ?? ring.heads,
      keyFor: (person, what) => ring.keyFor(person, what),
      publicKeyOnce: (key) => ring.publicKeyOnce(key),
      sign: (key, hash) => ring.sign(key, hash),
    },
  )
}

/** One entry in any name, signed with the key for notes of this library. */
export function signedAsNote({ room }: Library, by: string, event: LedgerEvent, place: Place = {}): LedgerEntry {
  const { after = [], seq = (after.at(-1)?.seq ?? 0) + 1, at = NOW, guid = STORY.guid, heads = 0 } = place
  const signer = room.ring.history.library ?? ''
  const follows = after.map(({ hash }) => hash)
  const rest = { ...event, ledger: ledgerOf(guid), seq, at, follows, vouches: vouchFor(after), by, heads, signer }
  const hash = hashEntry(rest)
  return { ...rest, hash, signature: room.ring.sign(signer, hash) } as LedgerEntry
}

/** Entries of the story that this library signs, one after the other. */
export function written(machine: Library, ...notes: readonly (readonly [string, LedgerEvent])[]): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const [by, event] of notes) entries.push(signed(machine, by, event, { after: entries.slice(-1) }))
  return entries
}

/** What of these entries counts in this library: "signed by Kim". */
export const counted = ({ room }: Library, entries: readonly LedgerEntry[]): readonly string[] =>
  countedWith(room.ring.history, entries)
export const countedWith = (
  history: KeyHistory,
  entries: readonly LedgerEntry[],
  story: { readonly id: string; readonly guid: string } = STORY,
): readonly string[] =>
  verifyLedger(story, entries, history, checkSignature).counted.map(({ kind, by }) => `${kind} by ${by}`)

/** A library on a train with Kim as its editor, one at the desk, and Kim's card. */
export async function two() {
  const train = await library(1, ['Kim Min', 'editor'])
  const desk = await library(2, ['Lee', 'editor'], ['Reporter', 'reporter'])
  const { card, code } = await train.act('Kim Min', 'device.card', {})
  return { train, desk, card, code }
}

export const cardOf = (text: string): DeviceCard => readCard(text, checkSignature)

/** The card with other words, signed again. `notes`: the machine that has the key for notes which the card names. */
export function changedCard(
  { room }: Library,
  text: string,
  change: Partial<DeviceCard>,
  notes: Library = { room } as Library,
): { readonly card: string; readonly code: string } {
  const card = { ...cardOf(text), ...change }
  const sign = (key: string, hash: string): string => (key === card.id ? room : notes.room).ring.sign(key, hash)
  return { card: writeCard(card, sign), code: shortCode(card) }
}
