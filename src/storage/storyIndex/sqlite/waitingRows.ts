/** The stories in which something may wait for a person, as SQL finds them. No story is read that nobody asks for. */
import type { Database, Value } from './database'
import { facet, type FacetKind } from './facets'
import type { WaitingStory } from '../indexedStory'
import { ANYBODY, type StoryAge, type WaitingFound, type WaitingRow, type WaitingWanted } from '../storyIndex'

/** Stories that are read first, and how many times as many with each next look. */
const FIRST = 100
const TIMES = 4

export function waitingRows(database: Database, { words, lines, without }: WaitingWanted): WaitingFound {
  const all = (sql: string, more: readonly Value[] = []): readonly (readonly Value[])[] =>
    database.prepare(sql).all([...values, JSON.stringify(without), ...more])
  const match = [allOf('name', words), ...[ANYBODY, ...lines].map((line) => allOf('line', [line]))].join(' OR ')
  // In this order of tables, what is read grows with what waits for the person, and not with the library.
  const found = words.length === 0 ? 'outlines' : 'texts cross join outlines on outlines.n = texts.rowid'
  const values = words.length === 0 ? [] : [match]
  const isWanted = `${words.length === 0 ? 'true' : 'texts match ?'}
    and outlines.n not in (select n from stories where id in (select value from json_each(?)))`
  const rows = `${found} cross join stories on stories.n = outlines.n where ${isWanted}`
  const known = new Map<string, WaitingStory>()
  const outlineOf = (text: Value | undefined): WaitingStory => {
    const outline = known.get(String(text)) ?? (JSON.parse(String(text)) as WaitingStory)
    known.set(String(text), outline)
    return outline
  }
  const counts = all(`select outline, count(*) from ${found} where ${isWanted} group by outline order by outline`)
  const sealed = `select created, id from ${rows} and outline = '' order by created, id`
  return {
    outlines: counts.flatMap(([outline, count]) =>
      outline === '' ? [] : [{ outline: outlineOf(outline), count: Number(count) }],
    ),
    stories: {
      *[Symbol.iterator](): Iterator<WaitingRow> {
        const page = `select created, id, outline from ${rows} and outline <> '' and (created, id) > (?, ?)
          order by created, id limit ?`
        let after: readonly Value[] = ['', '']
        for (let size = FIRST; ; size *= TIMES) {
          const read = all(page, [...after, size])
          for (const row of read) yield { ...ageOf(row), outline: outlineOf(row[2]) }
          if (read.length < size) return
          after = read.at(-1)?.slice(0, 2) ?? after
        }
      },
    },
    // '' is the first of the outlines.
    sealed: counts[0]?.[0] === '' ? all(sealed).map(ageOf) : [],
  }
}

const allOf = (kind: FacetKind, values: readonly string[]): string =>
  `(${values.map((value) => `facets : "${facet(kind, value)}"`).join(' AND ')})`

const ageOf = ([created, id]: readonly Value[]): StoryAge => ({ created: String(created), id: String(id) })
