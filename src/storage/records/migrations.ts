import { isRecord } from '../../story/text/isRecord'

/**
 * Brings records of older versions to today's shape while they are read. The file keeps the old shape until something
 * in it changes. Each change of a stored shape is one function here, named by a verb, and
 * tests/storage/records/migrations.test.ts keeps an example of the old shape as it was on disk.
 */
type Data = Readonly<Record<string, unknown>>

export interface Migration {
  /** The kind of file, as its envelope says. */
  readonly kind: string
  /** The schema version that first wrote the new shape. */
  readonly since: number
  readonly migrate: (data: Data) => Data
}

/** Version 2: story.json records where change log and ledger end. Unknown for an older file. */
const recordHeads: Migration = { kind: 'story', since: 2, migrate: (data) => ({ ...data, heads: null }) }

/** In the order in which the shapes changed. */
export const MIGRATIONS: readonly Migration[] = [recordHeads]

/**
 * `version`: the schema version in the file's envelope. An older Stet that may read a newer file keeps that file's
 * number when it writes. So readers must accept records without the fields that such a Stet does not know.
 */
export function migrate(kind: string, version: number, value: unknown): unknown {
  if (!isRecord(value)) return value
  return MIGRATIONS.filter((migration) => migration.kind === kind && migration.since > version).reduce<Data>(
    (data, migration) => migration.migrate(data),
    value,
  )
}
