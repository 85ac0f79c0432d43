/** The tables of the index file. Another format is another file. Nothing is migrated: all of it can be read again. */
import type { Database } from './database'

/** Increases with every change of the tables or of what stands in them. */
export const INDEX_FORMAT = 10

/** What a search reads by words. All but the first four hold words of filters. */
export const TEXT_COLUMNS = ['headline', 'body', 'about', 'notes'] as const
export const FILTER_COLUMNS = ['desk', 'by', 'assignee', 'subject', 'slug', 'facets'] as const

/** In a file for the time before anything is put: pages are overwritten when rows go. */
const SETTINGS = 'pragma journal_mode = wal; pragma synchronous = normal; pragma secure_delete = on;'

/**
 * `n` of a story is its place by time and group (rowNumber.ts). `texts` keeps no text: only which words are where.
 * Beginnings of one and two letters are kept too: “t” begins thousands of words, and each would be read for every key.
 * `outlines` has the stories in which something may wait for somebody (outline.ts). '' for one with a name masked.
 */
const TABLES = `
  create table notes (key text primary key, value text not null) without rowid;
  create table stories (
    n integer primary key, id text not null, stamp text not null, created text not null, grp integer not null,
    moment integer not null,    headline text not null, slug text not null, called text not null, embargo real, sealed integer not null,
    row text not null);
  create unique index stories_by_id on stories (id);
  create table parts (n integer primary key, texts text not null, facts text not null, waiting text not null);
  create table outlines (n integer primary key, outline text not null);
  create virtual table texts using fts5(
    ${[...TEXT_COLUMNS, ...FILTER_COLUMNS].join(', ')},
    content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '1 2');
`

/** Made when many stories are in: sorting once is faster than keeping sorted. */
const ORDERS = `
  create index if not exists stories_by_group on stories (grp, moment, created, id);
  create index if not exists stories_by_moment on stories (moment, created, id);
  create index if not exists stories_by_created on stories (grp, created, id);
  create index if not exists stories_by_age on stories (created, id);
  create index if not exists stories_by_headline on stories (grp, headline, created desc, id desc);
  create index if not exists stories_by_slug on stories (grp, slug, created desc, id desc);
  create index if not exists stories_by_called on stories (called);
  create index if not exists stories_by_embargo on stories (embargo) where embargo is not null;
`

/** Makes the tables of a new file. Throws when a file is not of this format, or damaged. */
export function prepareTables(database: Database): void {
  database.exec(SETTINGS)
  const format = Number(database.prepare('pragma user_version').all([])[0]?.[0])
  if (format === INDEX_FORMAT) return
  if (format !== 0) throw new Error(`format ${format}`)
  database.inTransaction(() => {
    // Another process may have made them meanwhile.
    if (Number(database.prepare('select count(*) from sqlite_schema').all([])[0]?.[0]) > 0) return
    database.exec(TABLES)
    database.exec(`pragma user_version = ${INDEX_FORMAT}`)
  })
}

export const makeOrders = (database: Database): void => database.exec(ORDERS)
