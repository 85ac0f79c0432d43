import { newsroomText } from '../../catalogue/rooms/newsroom'
import type { LedgerEntry, LedgerEvent } from '../../story/ledger/ledgerEntry'
import { NewsroomError } from '../../story/requests/requests'
import { afterEntry } from '../../story/trust/keys/keyHistory'
import { hasFirstPin, keysOf, type KeyHistory, type KnownKey } from '../../story/trust/keys/knownKeys'
import { isOfKill } from '../../story/trust/keys/keyOnce'
import { gradeFor, keyId } from '../../story/trust/signing'
import type { KeysRecord } from '../../story/trust/keys/storedKey'
import { checkSignature, signingKey, type SigningKey } from '../../storage/disk/crypto/ed25519'
import type { Signer } from '../ledger/signEntry'
import { secretSeed } from './newKey'
import { sealingSecret } from './sealingKey'

/**
 * The public keys of the library, and the private ones that this process may use. Those under a PIN after it was given.
 */
export class KeyRing implements Signer {
  readonly #unlocked = new Map<string, SigningKey>()
  /** Keys of which each signs one entry of a kill, and is gone then. */
  readonly #once = new Map<string, SigningKey>()
  /** Secrets of sealing keys, by the id of the key beside which they lie. */
  readonly #sealing = new Map<string, Uint8Array>()
  #library: string | undefined

  constructor(
    private known: KeyHistory,
    record: KeysRecord | undefined,
    private readonly lines: () => number,
  ) {
    if (record) this.take(record)
  }

  get history(): KeyHistory {
    return this.known
  }
  get ready(): boolean {
    return this.#library !== undefined && this.#unlocked.has(this.#library)
  }
  get notesKey(): string {
    return this.#library ?? ''
  }
  isOwn(key: string): boolean {
    const known = this.known.keys.get(key)
    return known !== undefined && known.elsewhere !== true
  }
  get heads(): number {
    return this.lines()
  }

  /** Takes the unencrypted keys that it has not yet, and gives up those that the record no longer has. */
  take({ library, keys }: KeysRecord): void {
    this.#library = library
    for (const { id, open } of keys)
      if (open !== undefined && !this.#unlocked.has(id)) this.unlock(id, Buffer.from(open, 'hex'))
    for (const id of [...this.#unlocked.keys()]) {
      if (keys.some((key) => key.id === id)) continue
      this.#unlocked.delete(id)
      this.#sealing.delete(id)
    }
  }

  unlock(id: string, seed: Uint8Array): void {
    this.#unlocked.set(id, signingKey(seed))
    this.#sealing.set(id, sealingSecret(seed))
  }

  /** The key with which this process can sign for a person. */
  usableKeyOf(person: string): KnownKey | undefined {
    return keysOf(this.known, person).find(({ id }) => this.#unlocked.has(id))
  }

  /** The secret of the sealing key with which this process can open what is sealed for a person. */
  sealingSecretOf(person: string): { readonly key: string; readonly secret: Uint8Array } | undefined {
    const key = this.usableKeyOf(person)
    const secret = key && key.grade !== 'library' ? this.#sealing.get(key.id) : undefined
    return key && secret && { key: key.id, secret }
  }

  keyFor(person: string, event: LedgerEvent): string {
    const needed = gradeFor(event)
    const own = this.usableKeyOf(person)
    const tooWeak = needed === 'pin' && own?.grade === 'plain' && hasFirstPin(this.known)
    if (own && !tooWeak) return own.id
    if (isOfKill(event) && this.isLost) return this.#newKeyOnce()
    if (needed === 'library' && this.#library !== undefined) return this.#library
    throw new NewsroomError('refused', newsroomText(tooWeak ? 'keyRing.needsPin' : 'keyRing.closed', { person }))
  }

  publicKeyOnce(key: string): string | undefined {
    return this.#once.get(key)?.publicKey
  }

  sign(key: string, hash: string): string {
    const unlocked = this.#once.get(key) ?? this.#unlocked.get(key)
    this.#once.delete(key)
    if (!unlocked) throw new NewsroomError('failed', newsroomText('keyRing.lost'))
    return unlocked.sign(hash)
  }

  /** The library's key is gone, or is not the one that its ledger names: nothing that it signs counts. */
  get isLost(): boolean {
    return this.#library === undefined || this.#library !== this.known.library
  }

  #newKeyOnce(): string {
    const key = signingKey(secretSeed())
    const id = keyId(key.publicKey)
    this.#once.set(id, key)
    return id
  }

  /** Throws a refusal when the library's ledger would not count the event: its rights are checked at each reading. */
  refuseUnlessCounted(by: string, event: LedgerEvent): void {
    if (event.kind === 'keyAdded' && event.grade === 'library') return
    const entry = { ...event, by, signer: this.keyFor(by, event), seq: 0, at: '', hash: '' } as LedgerEntry
    if (!afterEntry(this.known, entry, checkSignature))
      throw new NewsroomError('refused', newsroomText('keyRing.notEntitled', { person: by }))
  }

  /** Reads new entries of the library's own ledger, which this process has written. */
  learn(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) {
      const next = afterEntry(this.known, entry, checkSignature)
      if (!next) throw new Error(`an entry of the library's ledger does not count: ${entry.kind}`)
      this.known = next
    }
  }

  /** Goes back to what is on the disk, after a failed write. */
  relearn(history: KeyHistory): void {
    this.known = history
  }
}
