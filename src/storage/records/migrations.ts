import { isRecord } from '../../story/text/isRecord'

/**
 * What older versions wrote, brought to today's shape while it is read; it is written in the new shape the next time that
 * anything in it changes. Each change of a stored shape is one verb here, and tests/storage/records/migrations.test.ts keeps an
 * example of the old shape as it stood on disk.
 */
type Data = Readonly<Record<string, unknown>>

export interface Migration {
  /** The kind of file, as its envelope says. */
  readonly kind: string
  /** The schema version that first wrote the new shape. */
  readonly since: number
  readonly migrate: (data: Data) => Data
}

/** 2: story.json records where change log and ledger end. Nothing is known of that for a file that does not say it. */
const recordHeads: Migration = { kind: 'story', since: 2, migrate: (data) => ({ ...data, heads: null }) }

/** In the order in which the shapes changed. */
export const MIGRATIONS: readonly Migration[] = [recordHeads]

/**
 * `version`: the schema version in the file's envelope. An older Stet that may read a newer file keeps its number when it
 * writes, so readers must also do without what such a Stet does not know.
 */
export function migrate(kind: string, version: number, value: unknown): unknown {
  if (!isRecord(value)) return value
  return MIGRATIONS.filter((migration) => migration.kind === kind && migration.since > version).reduce<Data>(
    (data, migration) => migration.migrate(data),
    value,
  )
}
