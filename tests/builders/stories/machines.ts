/** Machines that write one ledger: each has a file of its own, and they send it to one another. No keys. */
import { assessStory } from '../../../src/story/assessment/assessStory'
import type { FactType, SignedStatus } from '../../../src/story/ledger/facts/fact'
import { hashEntry } from '../../../src/story/ledger/hash'
import { foldLedger, type LedgerState } from '../../../src/story/ledger/ledger'
import type { LedgerEntry, LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { inOrder } from '../../../src/story/ledger/order/ledgerOrder'
import type { FactRecord } from '../../../src/story/ledger/record/factRecord'
import type { Stage } from '../../../src/story/ledger/stages'
import type { ViewParts } from '../../../src/story/ledger/facts/viewParts'
import { partsOf } from '../../../src/story/view/partsOf'
import { deskFrom, storyFrom } from './storyFrom'

/** A machine: the lines of its file, as they came. `time`: seconds of the clock there. */
export class Machine {
  readonly file: LedgerEntry[] = []

  get heads(): readonly string[] {
    const followed = new Set(this.file.flatMap(({ follows = [] }) => follows))
    return this.file.flatMap(({ hash }) => (followed.has(hash) ? [] : [hash]))
  }

  /** `signer`: the key. */
  write(by: string, event: LedgerEvent, time: number, signer = by): LedgerEntry {
    const entry = {
      ...event,
      seq: this.file.length + 1,
      at: `2026-11-28T10:00:${String(time).padStart(2, '0')}.000Z`,
      by,
      follows: this.heads,
      signer,
    } as unknown as LedgerEntry
    const whole = { ...entry, hash: hashEntry(entry) }
    this.file.push(whole)
    return whole
  }

  receive({ file }: Machine): this {
    for (const entry of file)
      if (!this.file.some(({ hash }) => hash === entry.hash)) this.file.push({ ...entry, seq: this.file.length + 1 })
    return this
  }

  get state(): LedgerState {
    return foldLedger(inOrder(this.file))
  }

  /** The fact `f`. */
  get fact(): FactRecord {
    const found = this.state.facts.get('f')
    if (!found) throw new Error('The ledger has no fact f.')
    return found
  }
}

/** Two machines with the same story. */
export function twoMachines(author = 'Author'): { readonly desk: Machine; readonly laptop: Machine } {
  const desk = new Machine()
  desk.write(author, { kind: 'created', origin: 'new' }, 0)
  return { desk, laptop: new Machine().receive(desk) }
}

type Signed = Extract<LedgerEvent, { kind: 'signed' }>

/** A view in which nothing but the words is seen. */
export const BARE: ViewParts = { rule: 2, type: 'figure', graf: '', commitments: {} }

/** A verdict on the fact `f`. A tick names a piece of evidence, which the ledger may lack. */
export const signed = (status: SignedStatus, more: Partial<Signed> = {}): LedgerEvent => ({
  kind: 'signed',
  fact: 'f',
  status,
  words: '100 won',
  sentence: 'It cost 100 won.',
  preceding: '',
  sentenceRule: 2,
  evidence: status === 'verified' ? ['backup'] : [],
  groundRules: {},
  reason: 'because',
  ...(status === 'verified' ? { parts: BARE } : {}),
  ...more,
})

type MovedEvent = Extract<LedgerEvent, { kind: 'moved' }>

export const moved = (from: Stage, to: Stage, more: Partial<MovedEvent> = {}): LedgerEvent => ({
  kind: 'moved',
  from,
  to,
  copyHash: 'copy',
  blocks: 0,
  warns: 0,
  overrides: [],
  ...more,
})

/** The view of the fact `f` of a page, as its signer keeps it. */
export function seenOn(page: string, type: FactType): Pick<Signed, 'words' | 'sentence' | 'parts'> {
  const [fact] = assessStory(storyFrom(page, { f: type }), deskFrom())
  if (!fact?.view) throw new Error('The page has no fact f.')
  const { words, sentence, view } = fact
  return { words, sentence, parts: partsOf(view, words, sentence, (text) => text) }
}
