import { randomBytes, randomInt, randomUUID } from 'node:crypto'

export type IdKind =
  | 'story'
  | 'fact'
  | 'evidence'
  | 'source'
  | 'library'
  | 'upload'
  | 'comment'
  | 'suggestion'
  | 'word'
  | 'device'
  | 'archive'

/** Makes ids that are safe in folder names and addresses. */
export interface Ids {
  /** An id that `taken` does not know. */
  next(kind: IdKind, taken: (id: string) => boolean): string
  /** The public name of a story, "urn:uuid:…"; never contains the internal id. */
  guid(story: string): string
  /** A Yjs client id (unsigned 32 bit) that `taken` does not know. */
  client(taken: (client: number) => boolean): number
  /** 32 bytes (hex) that `taken` does not know. */
  key(kind: KeyKind, taken: (key: string) => boolean): string
}

/** `commitment`: `Source.commitmentKey`. `signing`: the seed of an unencrypted key that signs. */
export type KeyKind = 'commitment' | 'signing'

export const randomIds: Ids = {
  next: (_kind, taken) => untaken(() => randomUUID(), taken),
  guid: () => `urn:uuid:${randomUUID()}`,
  client: (taken) => untaken(() => randomInt(1, 2 ** 32), taken),
  key: (_kind, taken) => untaken(() => randomBytes(32).toString('hex'), taken),
}

/**
 * Deterministic ids for tests: story-1, story-2, … Takes the lowest free number, so a new process continues the count.
 */
export const sequentialIds: Ids = {
  next: (kind, taken) =>
    untaken(
      counting((n) => `${kind}-${n}`),
      taken,
    ),
  guid: (story) => `urn:uuid:00000000-0000-4000-8000-${(story.match(/\d+$/)?.[0] ?? '0').padStart(12, '0').slice(-12)}`,
  client: (taken) =>
    untaken(
      counting((n) => 1000 + n),
      taken,
    ),
  key: (_kind, taken) =>
    untaken(
      counting((n) => n.toString(16).padStart(64, '0')),
      taken,
    ),
}

/**
 * The ids that STET_IDS asks for. Also with `sequential`, two libraries have no signing keys or writers in common, so
 * that a story of one can be merged into the other.
 */
export const idsFrom = (setting: string | undefined): Ids =>
  setting === 'sequential'
    ? {
        ...sequentialIds,
        client: randomIds.client,
        key: (kind, taken) => (kind === 'signing' ? randomIds : sequentialIds).key(kind, taken),
      }
    : randomIds

function counting<T>(name: (n: number) => T): () => T {
  let n = 0
  return () => name(++n)
}

function untaken<T>(make: () => T, taken: (value: T) => boolean): T {
  let value = make()
  while (taken(value)) value = make()
  return value
}
