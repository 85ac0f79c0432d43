import { GROUP_ORDER } from '../../../story/requests/library/listRequests'
import type { StorySummary } from '../../../story/requests/requests'
import { compileQuery, type Compiled } from './compileQuery'
import type { Database, Value } from './database'
import { facet } from './facets'
import type { IndexedFact, IndexedStory, WaitingStory } from '../indexedStory'
import { newestOf } from './newestOf'
import { groupOfNumber } from '../rowNumber'
import { makeOrders } from './schema'
import { slugKey } from '../searchable'
import { StoryRows } from './storyRows'
import {
  ANYBODY,
  type IndexRow,
  type RestingStory,
  type RowOrder,
  type RowsFound,
  type RowsWanted,
  type SearchFound,
  type SearchWanted,
  type StoryIndex,
  type WaitingFound,
  type WaitingWanted,
} from '../storyIndex'
import { waitingRows } from './waitingRows'

const ORDER_BY: Readonly<Record<RowOrder, string>> = {
  updated: 'moment desc, created desc, id desc',
  created: 'created desc, id desc',
  oldest: 'created, id',
  headline: 'headline, created desc, id desc',
  slug: 'slug, created desc, id desc',
}

/** Comes before the row `sought` in the order. */
const BEFORE: Readonly<Record<RowOrder, string>> = {
  updated: '(stories.moment, stories.created, stories.id) > (sought.moment, sought.created, sought.id)',
  created: '(stories.created, stories.id) > (sought.created, sought.id)',
  oldest: '(stories.created, stories.id) < (sought.created, sought.id)',
  headline: beforeBy('headline'),
  slug: beforeBy('slug'),
}
function beforeBy(column: string): string {
  const later = '(stories.created, stories.id) > (sought.created, sought.id)'
  return `(stories.${column} < sought.${column} or (stories.${column} = sought.${column} and ${later}))`
}

/** The index in a SQLite file that schema.ts has prepared. Errors are SQLite's own. */
export class SqliteIndex implements StoryIndex {
  readonly kept = 'file'

  readonly #rows: StoryRows

  constructor(private readonly database: Database) {
    this.#rows = new StoryRows(database)
  }

  put(stories: readonly IndexedStory[], still: (story: IndexedStory) => boolean = () => true): void {
    this.database.inTransaction(() => {
      const numbered = stories.filter(still).map((story) => ({ story, n: this.#rows.place(story) }))
      // In this order SQLite gathers the words of many stories before it writes them.
      for (const { story, n } of numbered.sort((a, b) => a.n - b.n)) this.#rows.putParts(story, n)
    })
  }

  restamp(id: string, stamp: string): void {
    this.#run('update stories set stamp = ? where id = ?', [stamp, id])
  }

  remove(ids: readonly string[]): void {
    this.database.inTransaction(() => {
      for (const id of ids) {
        const n = this.#rows.numberOf(id)
        if (n !== undefined) this.#rows.takeOut(n)
      }
    })
  }

  finish(): void {
    makeOrders(this.database)
  }

  *stamps(): Iterable<readonly [id: string, stamp: string]> {
    for (let after = -1; ;) {
      const rows = this.#all('select n, id, stamp from stories where n > ? order by n limit ?', [after, STAMPS_AT_ONCE])
      for (const [, id, stamp] of rows) yield [String(id), String(stamp)]
      if (rows.length < STAMPS_AT_ONCE) return
      after = Number(rows.at(-1)?.[0])
    }
  }
  stampOf(id: string): string | undefined {
    const [found] = this.#all('select stamp from stories where id = ?', [id])
    return found && String(found[0])
  }

  rows(wanted: RowsWanted): RowsFound {
    const { query, clock, stage, order, grouped, offset, limit } = wanted
    const compiled = query && clock ? compileQuery(query, clock) : ALL
    if (!compiled) return { rows: [], groups: [], total: 0 }
    const inGroup = stage === undefined ? undefined : GROUP_ORDER.indexOf(stage)
    const counts = this.#countGroups(compiled).filter(({ group }) => inGroup === undefined || group === inGroup)
    const found = {
      groups: counts.map(({ group, count }) => ({ id: GROUP_ORDER[group] ?? 'unavailable', count })),
      total: counts.reduce((sum, { count }) => sum + count, 0),
      ...this.#placeOf(wanted, compiled, counts),
    }
    if (!grouped) return { rows: this.#rowsIn(compiled, inGroup, { order, offset, limit }), ...found }
    const rows: IndexRow[] = []
    let skip = offset
    for (const { group, count } of counts) {
      if (skip < count && rows.length < limit)
        rows.push(...this.#rowsIn(compiled, group, { order, offset: skip, limit: limit - rows.length }))
      skip = Math.max(0, skip - count)
    }
    return { rows, ...found }
  }

  /** How many rows come before the one that is looked for. */
  #placeOf(
    { find, order, grouped }: RowsWanted,
    compiled: Compiled,
    counts: readonly { readonly group: number; readonly count: number }[],
  ): { readonly at?: number } {
    if (find === undefined) return {}
    const [sought] = this.#all('select n, grp from stories where id = ?', [find])
    const [n = 0, group = 0] = sought ?? []
    const { sql, values } = numbersFound(compiled, ' and @n = ?')
    if (!sought || this.#all(sql, [...values, n]).length === 0) return {}
    if (!counts.some((one) => one.group === group)) return {}
    const numbers = numbersFound(compiled)
    const isFound = compiled === ALL ? 'true' : `stories.n in (${numbers.sql})`
    const isOf = `stories.grp in (${grouped ? Number(group) : counts.map((one) => one.group).join(', ')})`
    const [counted] = this.#all(
      `select count(*) from stories, stories as sought where sought.n = ? and ${isFound} and ${isOf} and ${BEFORE[order]}`,
      [n, ...numbers.values],
    )
    const groupsBefore = grouped ? counts.filter((one) => one.group < Number(group)) : []
    return { at: groupsBefore.reduce((sum, { count }) => sum + count, Number(counted?.[0])) }
  }

  search({ query, clock, order, limit }: SearchWanted): readonly SearchFound[] {
    const compiled = compileQuery(query, clock)
    if (!compiled || limit <= 0) return []
    const sought = query.terms.filter(({ not }) => !not)
    const first =
      order === 'best' && sought.length > 0 && compiled.match !== undefined
        ? this.#newest({ ...compiled, match: `(${headlineOnly(sought)}) AND (${compiled.match})` }, { limit })
        : []
    const known = new Set(first)
    // Those with the words in the headline are among the newest too.
    const rest = first.length >= limit ? [] : this.#newest(compiled, { limit: limit + first.length })
    return [...first, ...rest.filter((n) => !known.has(n))].slice(0, limit).flatMap((n) => this.#found(n))
  }

  called(name: string, limit: number): readonly IndexRow[] {
    const exact = this.#all('select row, sealed from stories where id = ?', [name])
    if (exact.length > 0) return exact.map(rowOf)
    const wanted = slugKey(name)
    if (wanted === '') return []
    const slugs = this.#all('select row, sealed from stories where called = ? order by created, id limit ?', [
      wanted,
      limit,
    ])
    if (slugs.length > 0) return slugs.map(rowOf)
    const sql = 'select row, sealed from stories where substr(lower(id), 1, ?) = ? order by created, id limit ?'
    return this.#all(sql, [wanted.length, wanted, limit]).map(rowOf)
  }

  headed(headlines: readonly string[]): readonly IndexRow[] {
    // With the groups named, the order by headline answers: no other row is read.
    const sql = `select row, sealed from stories
      where grp in (${[...GROUP_ORDER.keys()].join(', ')}) and headline in (select value from json_each(?))
      order by ${ORDER_BY.created}`
    return this.#all(sql, [JSON.stringify(headlines.filter((headline) => headline !== ''))]).map(rowOf)
  }

  resting(sources: readonly string[]): readonly RestingStory[] {
    return this.#withSources(sources).map(([row, sealed, facts]) => ({
      ...rowOf([row ?? '', sealed ?? 0]),
      facts: (JSON.parse(String(facts)) as readonly IndexedFact[]).filter(({ rests }) =>
        rests.some(({ source }) => sources.includes(source)),
      ),
    }))
  }

  signedBy(names: readonly string[]): readonly string[] {
    const found = new Map<string, string>()
    const sought = [ANYBODY, ...names]
    for (let at = 0; at < sought.length; at += AT_ONCE) {
      const match = sought.slice(at, at + AT_ONCE).map((name) => `facets : "${facet('signer', name)}"`)
      const sql = 'select id, created from stories where n in (select rowid from texts where texts match ?)'
      for (const [id, created] of this.#all(sql, [match.join(' OR ')]))
        found.set(String(id), `${String(created)} ${String(id)}`)
    }
    return [...found].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id)
  }

  sealed(): readonly IndexRow[] {
    return this.#all('select row, sealed from stories where sealed = 1 order by created, id').map(rowOf)
  }

  waiting(wanted: WaitingWanted): WaitingFound {
    return waitingRows(this.database, wanted)
  }
  waitingStories(ids: readonly string[]): ReadonlyMap<string, WaitingStory> {
    const sql = `select id, waiting from stories join parts using (n)
      where id in (select value from json_each(?)) and waiting <> ''`
    const found = this.#all(sql, [JSON.stringify(ids)])
    return new Map(found.map(([id, waiting]) => [String(id), JSON.parse(String(waiting)) as WaitingStory]))
  }

  note(key: string): string | undefined {
    const [found] = this.#all('select value from notes where key = ?', [key])
    return found && String(found[0])
  }
  setNote(key: string, value: string | undefined): void {
    if (value === undefined) this.#run('delete from notes where key = ?', [key])
    else this.#run('insert or replace into notes (key, value) values (?, ?)', [key, value])
  }

  close(): void {
    this.database.close()
  }

  #all(sql: string, values: readonly Value[] = []): readonly (readonly Value[])[] {
    return this.database.prepare(sql).all(values)
  }
  #run(sql: string, values: readonly Value[]): void {
    this.database.prepare(sql).run(values)
  }

  #countGroups(compiled: Compiled): readonly { readonly group: number; readonly count: number }[] {
    if (compiled === ALL) return this.#all('select grp, count(*) from stories group by grp order by grp').map(countOf)
    const { sql, values } = numbersFound(compiled)
    const group = groupOfNumber('n')
    return this.#all(`select ${group}, count(*) from (${sql}) group by ${group} order by 1`, values).map(countOf)
  }

  #rowsIn(
    compiled: Compiled,
    group: number | undefined,
    { order, offset, limit }: Pick<RowsWanted, 'order' | 'offset' | 'limit'>,
  ): readonly IndexRow[] {
    if (limit <= 0) return []
    // The search by words has this order: no other row is read.
    if (order === 'updated' && compiled.match !== undefined)
      return this.#newest(compiled, { limit, offset, group }).flatMap((n) =>
        this.#all('select row, sealed from stories where n = ?', [n]).map(rowOf),
      )
    const { sql, values } = numbersFound(compiled)
    const found = compiled === ALL ? 'true' : `n in (${sql})`
    const where = group === undefined ? found : `grp = ${group} and ${found}`
    const ordered = `select row, sealed from stories where ${where} order by ${ORDER_BY[order]} limit ? offset ?`
    return this.#all(ordered, [...values, limit, offset]).map(rowOf)
  }

  /** The numbers of the hits with the newest change. */
  #newest(
    compiled: Compiled,
    { limit, offset = 0, group }: { readonly limit: number; readonly offset?: number; readonly group?: number },
  ): readonly number[] {
    const inGroup = group === undefined ? '' : ` and ${groupOfNumber('@n')} = ${group}`
    const numbers = (more: string, values: readonly Value[]): readonly number[] => {
      const found = numbersFound(compiled, inGroup)
      const column = compiled.match === undefined ? 'n' : 'rowid'
      return this.#all(`${found.sql} ${more.replace('@n', column)}`, [...found.values, ...values]).map(([n]) =>
        Number(n),
      )
    }
    // With the neighbours of the page, which may be of one moment with its ends.
    const skip = Math.max(0, offset - 1)
    const found = numbers('order by @n desc limit ? offset ?', [offset - skip + limit + 1, skip])
    return newestOf(
      found,
      { from: offset - skip, limit },
      {
        ofMoment: ({ from, to }) => numbers('and @n between ? and ?', [from, to]),
        age: (n) => this.#all('select created, id from stories where n = ?', [n])[0]?.map(String).join(' ') ?? '',
      },
    )
  }

  #found(n: number): readonly SearchFound[] {
    return this.#all('select row, sealed, texts from stories join parts using (n) where n = ?', [n]).map(
      ([row, sealed, texts]) => ({
        ...rowOf([row ?? '', sealed ?? 0]),
        texts: JSON.parse(String(texts)) as readonly string[],
      }),
    )
  }

  /** Stories in which facts rest on any of these sources, oldest first. */
  #withSources(sources: readonly string[]): readonly (readonly Value[])[] {
    const found: (readonly Value[])[] = []
    const known = new Set<number>()
    for (let at = 0; at < sources.length; at += AT_ONCE) {
      const match = sources.slice(at, at + AT_ONCE).map((source) => `facets : "${facet('source', source)}"`)
      const sql = `select n, created, id, row, sealed, facts from stories join parts using (n)
        where n in (select rowid from texts where texts match ?)`
      for (const row of this.#all(sql, [match.join(' OR ')]))
        if (!known.has(Number(row[0]))) {
          known.add(Number(row[0]))
          found.push(row)
        }
    }
    const age = (row: readonly Value[]): string => `${String(row[1])} ${String(row[2])}`
    return found.sort((a, b) => (age(a) < age(b) ? -1 : 1)).map((row) => row.slice(3))
  }
}

/** Facets that one question asks for. */
const AT_ONCE = 200
/** What is held while the files of 1,000 stories are looked at grows old in V8, which then keeps the memory. */
const STAMPS_AT_ONCE = 100

const ALL: Compiled = { conditions: [], values: [] }

/** The numbers that a query finds, as column `n`. `more`: another condition on `@n`. */
function numbersFound(
  { match, without, conditions, values }: Compiled,
  more = '',
): { readonly sql: string; readonly values: readonly Value[] } {
  const on = (column: string): string =>
    (conditions.map((condition) => ` and ${condition}`).join('') + more).replaceAll('@n', column)
  if (match !== undefined)
    return { sql: `select rowid as n from texts where texts match ?${on('rowid')}`, values: [match, ...values] }
  if (without === undefined) return { sql: `select n from stories where true${on('n')}`, values }
  return {
    sql: `select n from stories where n not in (select rowid from texts where texts match ?)${on('n')}`,
    values: [without, ...values],
  }
}

const headlineOnly = (terms: readonly { readonly tokens: readonly string[]; readonly prefix: boolean }[]): string =>
  terms.map(({ tokens, prefix }) => `headline : "${tokens.join(' ')}"${prefix ? ' *' : ''}`).join(' AND ')

const countOf = ([group, count]: readonly Value[]) => ({ group: Number(group), count: Number(count) })

const rowOf = ([row, sealed]: readonly Value[]): IndexRow => ({
  row: JSON.parse(String(row)) as StorySummary,
  sealed: sealed === 1,
})
