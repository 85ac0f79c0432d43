import { createRequire } from 'node:module'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadSqlite } from '../../../src/storage/storyIndex/sqlite/database'

/** Everything that the newest index of a folder holds, by story: rows, parts, and where which word stands. */
export function wholeIndex(folder: string): Readonly<Record<string, unknown>> {
  const opener = loadSqlite(() => createRequire(import.meta.url)('libsql'))
  if ('missing' in opener) throw new Error(opener.missing)
  const name = readdirSync(folder)
    .filter((one) => one.endsWith('.db'))
    .sort((a, b) => turnOf(a) - turnOf(b))
    .at(-1)
  if (name === undefined) return {}
  const database = opener(join(folder, name))
  const all = (sql: string, values: readonly (string | number)[] = []) => database.prepare(sql).all(values)
  const ids = new Map(all('select n, id from stories').map(([n, id]) => [n, String(id)]))
  database.exec('create virtual table temp.vocabulary using fts5vocab(main, texts, row)')
  const words = new Map<string, string[]>()
  for (const [term] of all('select term from vocabulary'))
    for (const column of ['headline', 'body', 'about', 'notes', 'desk', 'by', 'assignee', 'subject', 'slug', 'facets'])
      for (const [n] of all('select rowid from texts where texts match ?', [`${column} : "${String(term)}"`])) {
        const id = ids.get(n ?? 0) ?? `nobody ${String(n)}`
        words.set(id, [...(words.get(id) ?? []), `${column} ${String(term)}`])
      }
  const stories = all(
    'select id, stamp, created, grp, headline, slug, called, embargo, sealed, row, texts, facts, waiting, outline from stories join parts using (n) left join outlines using (n)',
  )
  const found = Object.fromEntries(
    stories.map(([id, ...rest]) => [String(id), [...rest, ...(words.get(String(id)) ?? []).sort()]] as const),
  )
  database.close()
  return { ...found, rows: stories.length, words: [...words.keys()].sort() }
}

const turnOf = (name: string): number => Number(/-(\d+)\.db$/.exec(name)?.[1])
