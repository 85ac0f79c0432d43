/** Requests about the roster and the PINs of its people. */
import type { Person, Role } from '../desk/roster'

export interface PeopleRequests {
  'roster.add': {
    request: { readonly name: string; readonly role?: Role }
    answer: { readonly roster: readonly Person[] }
  }
  /**
   * Sets the asking person's PIN. `was`: the current one. `code`: the one-time code of an editor, for a first PIN after
   * the library's first. The library's first PIN is an editor's; its answer has the recovery words, once.
   */
  'pin.set': {
    request: { readonly pin: string; readonly was?: string; readonly code?: string }
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
  /** An editor takes a forgotten PIN away. The answer has the one-time code for another. */
  'pin.reset': {
    request: { readonly person: string }
    answer: { readonly roster: readonly Person[]; readonly code: string }
  }
  /**
   * Whose PINs from before keys end when `person` gives or sets a PIN. `isFirst`: no editor has given one yet since
   * there are keys.
   */
  'pin.ends': {
    request: { readonly person: string }
    answer: { readonly isFirst: boolean; readonly people: readonly string[] }
  }
  'roster.list': { request: Record<string, never>; answer: readonly Person[] }
}
