/** Puts the rows and words of one story into the tables, and takes them out. */
import { endOfEmbargo } from '../../../story/query/queryClock'
import { stricterEmbargo } from '../../../story/text/looserEmbargo'
import { tokenText } from '../../../story/query/tokens'
import { wordsOfLine } from '../../../story/text/words/personName'
import type { Database, Value } from './database'
import { facet, languages } from './facets'
import type { IndexedStory } from '../indexedStory'
import { millisecondOf, NEXT, numberAt, rowNumbersOf } from '../rowNumber'
import { FILTER_COLUMNS, TEXT_COLUMNS } from './schema'
import { outlineOf } from '../outline'
import { allTexts, createdKey, groupNumberOf, slugKey } from '../searchable'

const COLUMNS = [...TEXT_COLUMNS, ...FILTER_COLUMNS]
const PUT_WORDS = `insert into texts (rowid, ${COLUMNS.join(', ')}) values (?${', ?'.repeat(COLUMNS.length)})`

/** To call in a transaction. */
export class StoryRows {
  constructor(private readonly database: Database) {}

  /** The number of the row of a story. */
  numberOf(id: string): number | undefined {
    const [found] = this.#all('select n from stories where id = ?', [id])
    return found && Number(found[0])
  }

  takeOut(n: number): void {
    this.#run('delete from texts where rowid = ?', [n])
    this.#run('delete from parts where n = ?', [n])
    this.#run('delete from outlines where n = ?', [n])
    this.#run('delete from stories where n = ?', [n])
  }

  /** Takes what the index has of the story out, and reserves its number with its row. */
  place(story: IndexedStory): number {
    const { row, stamp, sealed } = story
    const before = this.numberOf(row.id)
    if (before !== undefined) this.takeOut(before)
    const n = this.#freeNumber(row.updated, groupNumberOf(row))
    this.#run('insert into stories values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      n,
      row.id,
      stamp,
      createdKey(story),
      groupNumberOf(row),
      millisecondOf(numberAt(Date.parse(row.updated))),
      row.headline,
      row.slug,
      slugKey(row.slug),
      embargoEnd(stricterEmbargo(row.embargo, row.heldUntil ?? '')),
      sealed ? 1 : 0,
      JSON.stringify(row),
    ])
    return n
  }

  #freeNumber(updated: string, group: number): number {
    for (let { from, to } = rowNumbersOf(updated, group); ; from += NEXT, to += NEXT) {
      const last = this.#all('select max(n) from stories where n between ? and ?', [from, to])[0]?.[0]
      if (typeof last !== 'number') return from
      if (last < to) return last + 1
    }
  }

  putParts(story: IndexedStory, n: number): void {
    const { row, texts, people, subjects, facts, sourcesBefore = [], signers = [], waiting, waitsFor } = story
    this.#run('insert into parts values (?, ?, ?, ?)', [
      n,
      JSON.stringify(allTexts(texts)),
      JSON.stringify(facts),
      waiting ? JSON.stringify(waiting) : '',
    ])
    if (waiting)
      this.#run('insert into outlines values (?, ?)', [n, story.sealed ? '' : JSON.stringify(outlineOf(waiting))])
    const sources = new Set([...facts.flatMap(({ rests }) => rests.map(({ source }) => source)), ...sourcesBefore])
    const facets = [
      ...(row.unavailable === undefined ? [facet('stage', row.stage)] : []),
      ...Object.entries(row.facts).flatMap(([status, count]) => (count > 0 ? [facet('fact', status)] : [])),
      ...languages(row.language ?? '').map((language) => facet('lang', language)),
      ...[...sources].map((source) => facet('source', source)),
      ...signers.map((name) => facet('signer', name)),
      ...(waiting ? facetsOfLines(waitsFor) : []),
    ]
    this.#run(PUT_WORDS, [
      n,
      ...TEXT_COLUMNS.map((column) => tokenText(texts[column])),
      ...[[row.desk ?? ''], people, [row.assignee ?? ''], subjects, [row.slug]].map(tokenText),
      facets.join(' '),
    ])
  }

  #all(sql: string, values: readonly Value[]): readonly (readonly Value[])[] {
    return this.database.prepare(sql).all(values)
  }
  #run(sql: string, values: readonly Value[]): void {
    this.database.prepare(sql).run(values)
  }
}

/** A line is found by its words. One with a star in front, which names nobody, is found whole. */
const facetsOfLines = (lines: readonly string[]): readonly string[] => [
  ...lines.filter((line) => line.startsWith('*')).map((line) => facet('line', line)),
  ...new Set(lines.flatMap(wordsOfLine).map((word) => facet('name', word))),
]

/** Null: there is none. SQLite has no Infinity. */
function embargoEnd(embargo: string): number | null {
  const ends = endOfEmbargo(embargo)
  return ends === undefined ? null : Math.min(ends, Number.MAX_SAFE_INTEGER)
}
