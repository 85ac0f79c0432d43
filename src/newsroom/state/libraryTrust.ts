/** What a library's keys, table of heads and own ledger prove, and what is missing. docs/decisions/entries.md. */
import type { LedgerEntry } from '../../story/ledger/ledgerEntry'
import { newsroomText } from '../../catalogue/rooms/newsroom'
import { lossKey, type LossKind, type TrustLoss } from '../../story/ledger/loss'
import { tombstonesOf, type Tombstones } from '../../story/ledger/tombstones'
import { isPlausibleNext } from '../../story/trust/plausibleNumbers'
import { LIBRARY_LEDGER, readHeads } from '../../story/trust/heads'
import { readLibraryLedger, type LibraryReading } from '../../story/trust/keys/keyHistory'
import { keysOf } from '../../story/trust/keys/knownKeys'
import type { Refused } from '../../story/trust/refused'
import { signedDesk, type SignedDesk } from '../../story/trust/signedDesk'
import { signedWords } from '../../story/trust/signedWords'
import { WORD_LIST_WORDS, type DeskWord } from '../../story/desk/deskWords'
import { verifyLedger } from '../../story/trust/verifyLedger'
import { checkSignature } from '../../storage/disk/crypto/ed25519'
import type { LibraryFacts, StoredStory, StoryStore } from '../../storage/disk/storyStore'
import type { Clock } from '../environment/clock'
import { defined } from '../../story/text/defined'
import { HeadBook } from '../ledger/headBook'
import { KeyRing } from '../people/keyRing'
import { trustedSources } from './trustedSources'

/** A story of which only the entries that count are left. Its losses name the others. */
export interface CheckedStory extends StoredStory {
  /** Entries of other machines that do not count here. */
  readonly apart: readonly LedgerEntry[]
  /** Number of the last line of its ledger. */
  readonly seq: number
}

/** What is read from the disk. */
export interface LibraryRead {
  readonly facts: LibraryFacts
  readonly ledger: readonly LedgerEntry[]
  readonly heads: readonly LedgerEntry[] | undefined
}

/** Heads before the ledger: one that grows meanwhile is ahead of its head, never behind. */
export async function readTrust(store: StoryStore): Promise<LibraryRead> {
  let heads = await store.readHeads()
  let ledger = await store.readLibraryLedger()
  let facts = await store.readLibrary()
  // Beside an owner that writes: the ledger says before a file is written what will be in it, and how many lines the
  // table of heads has. All three are read until the ledger stands still meanwhile.
  while (!store.writable) {
    const after = await store.readLibraryLedger()
    if (after.at(-1)?.hash === ledger.at(-1)?.hash) break
    ledger = after
    heads = await store.readHeads()
    facts = await store.readLibrary()
  }
  return { heads, ledger, facts: { ...facts, repairs: [...facts.repairs, ...store.headsRepaired()] } }
}

export interface TrustOptions {
  readonly store: StoryStore
  readonly clock: Clock
  readonly facts: LibraryFacts
  readonly ledger: readonly LedgerEntry[]
  readonly heads: readonly LedgerEntry[] | undefined
  /** Told of a head that could not be written. */
  readonly failed: (error: unknown) => void
}

export class LibraryTrust {
  readonly ring: KeyRing
  readonly heads: HeadBook
  /** The entries of the library's own ledger that count. */
  readonly counted: readonly LedgerEntry[]
  /**
   * Roster, settings, desk's words and sources as the ledger says: what was written into the files by hand gives no
   * right, and takes no protection away.
   */
  readonly desk: Pick<LibraryFacts, 'roster' | 'settings' | 'words' | 'sources'>
  /** The stories that were deleted. */
  readonly tombstones: Tombstones
  /** Losses that concern the whole library, without those that were accepted. */
  readonly losses: readonly TrustLoss[]
  readonly #accepted: ReadonlySet<string>

  constructor({ store, clock, facts, ledger, heads, failed }: TrustOptions) {
    const reading = readLibraryLedger(ledger, checkSignature)
    const { history, counted } = reading
    this.counted = counted
    this.#accepted = new Set(
      counted.flatMap((entry) => (entry.kind === 'lossAccepted' ? entry.losses.map(lossKey) : [])),
    )
    this.ring = new KeyRing(history, facts.keys, () => this.heads.table.lines)
    const table = readHeads(heads ?? [], history, checkSignature)
    this.heads = new HeadBook(heads ?? [], table, { store, clock, signer: this.ring, failed })
    this.tombstones = tombstonesOf(counted, facts.archive)
    this.heads.forget(this.tombstones.keys())
    const isNew = facts.libraryKey === undefined && history.library === undefined
    // The mark in library.json is written last, after the table. Without it the making of the keys was interrupted, and
    // the next writer goes on with it.
    const hadTable = facts.libraryKey !== undefined
    // Only entries that count tell of the table: anybody who can write the file may have written another one.
    const far = this.#expectLines(counted, isNew || heads || !hadTable ? 0 : 1)
    const { unsigned, ...desk } = signedDesk(facts, counted)
    const taught = signedWords(facts.words, counted)
    const book = trustedSources(facts, counted, history)
    this.desk = { ...desk, sources: book.sources, ...defined({ words: taught.words }) }
    this.losses = isNew
      ? []
      : [
          // Accepted when somebody signs them.
          ...book.losses,
          ...[
            ...lossesOf(reading),
            ...keyLosses(reading, facts),
            ...unsigned.map(unsignedLoss),
            ...taught.unsigned.map(wordLoss),
            ...[...this.#behind(LIBRARY_LEDGER, ledger), ...far].map(ofLibrary),
            ...this.gaps(),
          ].filter((loss) => !this.#accepted.has(lossKey(loss))),
        ]
  }

  /** Lines of the table of heads that are lost, and that nobody has accepted. */
  gaps(): readonly TrustLoss[] {
    return this.heads.table.gaps
      .map(({ from, to }): TrustLoss => {
        const detail = newsroomText('trust.gap', { count: to - from + 1, from, to })
        return { kind: 'heads', where: `${from}-${to}`, detail }
      })
      .filter((loss) => !this.#accepted.has(lossKey(loss)))
  }

  /** Leaves out the entries that do not count, and says what is missing. */
  check(stored: StoredStory): CheckedStory {
    const { history } = this.ring
    const { ledger, id } = stored
    const { counted, refused, apart } = verifyLedger(stored, ledger, history, checkSignature)
    const own = counted.filter(({ signer = '' }) => !history.keys.get(signer)?.elsewhere)
    const far = this.#expectLines(writtenHere(own))
    // The story's own files may tell of the same end.
    const told = (where: string): boolean => stored.losses.some((loss) => loss.where.includes(where))
    const behind = this.#behind(id, ledger).filter(({ where }) => !told(where))
    const losses = [...stored.losses, ...refused.map((one) => refusedLoss(one, one.kind)), ...behind, ...far]
    return { ...stored, ledger: counted, apart, seq: ledger.at(-1)?.seq ?? 0, losses }
  }

  /**
   * Expects the lines of the table that these entries knew. An entry that says it knew more than can be missing is a
   * loss of its own, and no line is expected for it.
   */
  #expectLines(entries: readonly LedgerEntry[], least = 0): readonly TrustLoss[] {
    const { lines } = this.heads.table
    const isNear = ({ heads = 0 }: LedgerEntry): boolean => isPlausibleNext(lines, heads)
    this.heads.expectLines(entries.filter(isNear).reduce((most, { heads = 0 }) => Math.max(most, heads), least))
    return entries.filter((entry) => !isNear(entry)).map(farLoss)
  }

  /** The heads that the ledger lacks: those of the table, and those of the seals. */
  #behind(story: string, ledger: readonly LedgerEntry[]): readonly TrustLoss[] {
    const { sealed, sealedAtPin } = this.ring.history
    const heads = [this.heads.table.heads.get(story), sealed?.[story], sealedAtPin?.[story]]
    const missing = heads.filter((head) => head !== undefined && !ledger.some(({ hash }) => hash === head.head))
    return missing.flatMap((head): readonly TrustLoss[] =>
      head
        ? [{ kind: 'ledgerEnd', where: short(head.head), detail: newsroomText('trust.behind', { seq: head.entries }) }]
        : [],
    )
  }
}

const short = (hash: string): string => hash.slice(0, 16)

/**
 * The entries since the last merge, with its own: that knew at least as much of the table here as any entry before it.
 * What a merge brought tells of the table on another machine, also where that is a copy of this library with its keys.
 */
const writtenHere = (own: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  own.slice(
    Math.max(
      0,
      own.findLastIndex(({ kind }) => kind === 'merged'),
    ),
  )

const farLoss = ({ hash, seq, heads = 0 }: LedgerEntry): TrustLoss => ({
  kind: 'noRight',
  where: short(hash),
  detail: newsroomText('trust.farLines', { seq, lines: heads }),
})

const ofLibrary = (loss: TrustLoss): TrustLoss => ({ ...loss, kind: 'libraryLedger' })

const refusedLoss = ({ entry, kind: what, why = '' }: Refused, kind: LossKind): TrustLoss => ({
  kind,
  where: short(entry.hash),
  detail: newsroomText(`trust.${what}`, { seq: entry.seq, by: entry.by, why }),
})

function lossesOf({ refused, history }: LibraryReading): readonly TrustLoss[] {
  const lost: TrustLoss = { kind: 'libraryLedger', where: 'keys', detail: newsroomText('trust.noKeysInLedger') }
  return [...(history.library === undefined ? [lost] : []), ...refused.map((one) => refusedLoss(one, 'libraryLedger'))]
}

const unsignedLoss = (given: SignedDesk['unsigned'][number]): TrustLoss =>
  'deskOfOne' in given
    ? { kind: 'settings', where: 'library.json deskOfOne', detail: newsroomText('trust.deskOfOneByHand') }
    : {
        kind: 'roster',
        where: `roster.json ${given.person} ${given.role}`,
        detail: newsroomText('trust.roleByHand', given),
      }

const wordLoss = ({ list, words }: DeskWord): TrustLoss => ({
  kind: 'words',
  where: `words.json ${list} ${words}`,
  detail: newsroomText('trust.wordByHand', { words, list: WORD_LIST_WORDS[list] }),
})

/** Private keys that the library should hold and lacks: a PIN is never forgotten in silence. */
function keyLosses({ history }: LibraryReading, { keys, libraryKey }: LibraryFacts): readonly TrustLoss[] {
  const lost = (where: string, detail: string): TrustLoss => ({ kind: 'keys', where, detail })
  const { library } = history
  if (!keys || keys.library !== (libraryKey ?? library) || (library !== undefined && library !== keys.library))
    return [lost('keys.json', newsroomText('trust.otherKeys'))]
  const held = new Set(keys.keys.map(({ id }) => id))
  return [...history.people.keys()].flatMap((person) =>
    keysOf(history, person)
      .filter(({ id, device, grade }) => grade === 'pin' && device === keys.device && !held.has(id))
      .map(({ id }) => lost(short(id), newsroomText('trust.keyOf', { person }))),
  )
}
