/** Requests about the roster and the PINs of its people. */
import type { Person, Role } from '../../desk/roster'

/** What a card says, and what is known of its key here. Without its short code: that comes by phone. */
export interface CardReading {
  readonly person: string
  /**
   * `own`: a key of this library. `again`: it was trusted until the first PIN. `ended`: an editor trusts it no longer.
   */
  readonly standing: 'new' | 'own' | 'trusted' | 'again' | 'ended'
  /** The key has no PIN, and verdicts need one here. */
  readonly weak: boolean
  /** The key is trusted, and the card adds what sealing to it needs. */
  readonly addsSealing?: true
  /** The role that the person has there, and here. */
  readonly saysRole?: Role
  readonly role?: Role
}

/** A key of another machine that an editor trusts. */
export interface TrustedDevice {
  /** Its id. */
  readonly key: string
  readonly person: string
  readonly code: string
  readonly weak: boolean
  /** Protected sources may be sealed to it. */
  readonly seals: boolean
}

export interface PeopleRequests {
  'roster.add': {
    request: { readonly name: string; readonly role?: Role }
    answer: { readonly roster: readonly Person[] }
  }
  /**
   * An editor says that a person has left: the person cannot act, their PIN and their keys here and elsewhere end. What
   * they signed stays signed.
   */
  'roster.leave': { request: { readonly person: string }; answer: { readonly roster: readonly Person[] } }
  /** An editor brings a person back, without a PIN and without trust in keys on other computers. */
  'roster.return': { request: { readonly person: string }; answer: { readonly roster: readonly Person[] } }
  /**
   * Sets the asking person's PIN. `was`: the current one. `code`: the one-time code of an editor, for a first PIN after
   * the library's first. The library's first PIN is an editor's; its answer has the recovery words, once. `newKey`: the
   * key under the present PIN retires, and a new one takes its place, with new recovery words if it had some.
   */
  'pin.set': {
    request: { readonly pin: string; readonly was?: string; readonly code?: string; readonly newKey?: true }
    answer: { readonly roster: readonly Person[]; readonly words?: string }
  }
  /** Sets another PIN with the recovery words. Needs no PIN. */
  'pin.recover': {
    request: { readonly words: string; readonly pin: string }
    answer: { readonly roster: readonly Person[] }
  }
  /** Removes the person's own PIN (`was`). */
  'pin.remove': { request: { readonly was?: string }; answer: { readonly roster: readonly Person[] } }
  /** An editor's one-time code with which a person sets their first PIN. It is shown once. */
  'pin.invite': { request: { readonly person: string }; answer: { readonly code: string } }
  /**
   * An editor takes a forgotten PIN away. The answer has the one-time code for another, and the short codes of the
   * person's keys on other computers, which stay trusted.
   */
  'pin.reset': {
    request: { readonly person: string }
    answer: { readonly roster: readonly Person[]; readonly code: string; readonly devices: readonly string[] }
  }
  /**
   * Whose PINs from before keys end when `person` gives or sets a PIN. `isFirst`: no editor has given one yet since
   * there are keys.
   */
  'pin.ends': {
    request: { readonly person: string }
    answer: { readonly isFirst: boolean; readonly people: readonly string[] }
  }
  /** The card of the asking person's own key, as text, and its short code. `grade`: 'plain' has no PIN. */
  'device.card': {
    request: Record<string, never>
    answer: { readonly card: string; readonly code: string; readonly grade: 'plain' | 'pin' }
  }
  /** Reads a card and changes nothing. */
  'device.read': { request: { readonly card: string }; answer: CardReading }
  /**
   * An editor trusts the key on a card. `code`: as its person reads it out. `role`: of the person here, unless it stays
   * as it is.
   */
  'device.trust': {
    request: { readonly card: string; readonly code: string; readonly role?: Role | 'none' }
    answer: { readonly roster: readonly Person[]; readonly person: string; readonly weak: boolean }
  }
  /** An editor trusts a key no longer. `key`: its id or short code. */
  'device.end': { request: { readonly key: string }; answer: { readonly person: string } }
  'device.list': { request: Record<string, never>; answer: readonly TrustedDevice[] }
  'roster.list': { request: Record<string, never>; answer: readonly Person[] }
}
