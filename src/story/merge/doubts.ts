/**
 * Words of which a machine does not know who wrote them: it has that from a machine where it trusts nobody of that
 * name. Notes of other writers (`brought`) count of such words alone. Who typed them here, or has them from where they
 * were typed, knows better than any note. Each machine reads only what it noted of its own merges.
 */
import type { DocumentPlace, Doubts } from '../ledger/events/doubts'
import type { LedgerEntry } from '../ledger/ledgerEntry'
import type { KeyHistory } from '../trust/keys/knownKeys'

export const NO_DOUBTS: Doubts = { typed: [], noted: [] }

/** Which parts of a place are in doubt here. */
export type DoubtsOf = (place: DocumentPlace) => readonly DocumentPlace[]

/** The people of whom the machine of a key may say what they typed: their keys of that machine are trusted here. */
export function peopleOn({ keys }: Pick<KeyHistory, 'keys'>, key: string | undefined): ReadonlySet<string> {
  const live = [...keys.values()].filter(({ grade, retired }) => grade !== 'library' && retired === undefined)
  const sender = live.find(({ id }) => id === key)
  if (!sender) return new Set()
  const there = sender.elsewhere
    ? live.filter(({ notes }) => notes !== undefined && notes === sender.notes)
    : live.filter(({ elsewhere, device }) => !elsewhere && device === sender.device)
  return new Set(there.map(({ person }) => person))
}

/** `nameOf`: who typed with a Yjs client id. `planned`: those of a merge that is only looked at. Absent: none. */
export function doubtsHere(
  entries: readonly Pick<LedgerEntry, 'kind' | 'signer'>[],
  history: Pick<KeyHistory, 'keys'>,
  nameOf: (client: number) => string | undefined,
  planned?: Doubts,
): DoubtsOf {
  const isOwn = ({ signer = '' }: Pick<LedgerEntry, 'signer'>): boolean => !history.keys.get(signer)?.elsewhere
  const merges = (entries as readonly LedgerEntry[]).flatMap((entry) =>
    entry.kind === 'merged' && isOwn(entry) ? [entry.doubts] : [],
  )
  const byClient = new Map<number, DocumentPlace[]>()
  const add = (place: DocumentPlace): void =>
    void byClient.set(place.client, [...(byClient.get(place.client) ?? []), place])
  for (const doubts of planned ? [...merges, planned] : merges) {
    // An earlier Stet noted none, and any may be in doubt.
    if (!doubts) return (place) => [place]
    const sure = peopleOn(history, doubts.key)
    for (const place of doubts.typed) if (!sure.has(nameOf(place.client) ?? '')) add(place)
    for (const place of doubts.noted) add(place)
  }
  return (place) => (byClient.get(place.client) ?? []).flatMap((one) => overlap(one, place))
}

/** What two places have in common. */
export function overlap(one: DocumentPlace, other: DocumentPlace): readonly DocumentPlace[] {
  const clock = Math.max(one.clock, other.clock)
  const length = Math.min(one.clock + one.length, other.clock + other.length) - clock
  return one.client === other.client && length > 0 ? [{ client: one.client, clock, length }] : []
}
