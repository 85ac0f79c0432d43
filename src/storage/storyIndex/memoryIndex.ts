import { holdsTokens, matchQuery } from '../../story/query/matchQuery'
import { tokenText } from '../../story/query/tokens'
import type { QueryClock } from '../../story/query/queryClock'
import type { StoryQuery } from '../../story/query/storyQuery'
import { GROUP_ORDER } from '../../story/requests/library/listRequests'
import { wordsOfLine } from '../../story/text/words/personName'
import type { IndexedStory, WaitingStory } from './indexedStory'
import { outlineOf } from './outline'
import { numberAt } from './rowNumber'
import { allTexts, compareText, createdKey, groupNumberOf, searchableOf, slugKey } from './searchable'
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
} from './storyIndex'

type Order = (a: IndexedStory, b: IndexedStory) => number

/**
 * The index in plain memory, which reads everything for each question. It takes the place of the file where that
 * cannot be used, and is the measure for it in tests.
 */
export class MemoryIndex implements StoryIndex {
  readonly kept = 'memory'
  readonly #stories = new Map<string, IndexedStory>()
  readonly #notes = new Map<string, string>()

  put(stories: readonly IndexedStory[], still: (story: IndexedStory) => boolean = () => true): void {
    for (const story of stories.filter(still)) this.#stories.set(story.row.id, story)
  }
  restamp(id: string, stamp: string): void {
    const story = this.#stories.get(id)
    if (story) this.#stories.set(id, { ...story, stamp })
  }
  remove(ids: readonly string[]): void {
    for (const id of ids) this.#stories.delete(id)
  }
  finish(): void {}

  *stamps(): Iterable<readonly [id: string, stamp: string]> {
    for (const [id, { stamp }] of this.#stories) yield [id, stamp]
  }
  stampOf(id: string): string | undefined {
    return this.#stories.get(id)?.stamp
  }

  rows({ query, clock, stage, order, grouped, offset, limit, find }: RowsWanted): RowsFound {
    const found = this.#matching(query, clock)
      .filter(({ row }) => stage === undefined || (row.stage === stage && row.unavailable === undefined))
      .sort((a, b) => (grouped ? groupNumberOf(a.row) - groupNumberOf(b.row) : 0) || ORDERS[order](a, b))
    const counts = GROUP_ORDER.map((id, at) => ({
      id,
      count: found.filter(({ row }) => groupNumberOf(row) === at).length,
    }))
    const at = find === undefined ? -1 : found.findIndex(({ row }) => row.id === find)
    return {
      rows: found.slice(offset, offset + limit).map(rowOf),
      groups: counts.filter(({ count }) => count > 0),
      total: found.length,
      ...(at >= 0 ? { at } : {}),
    }
  }

  search({ query, clock, order, limit }: SearchWanted): readonly SearchFound[] {
    const sought = query.terms.filter(({ not }) => !not)
    const inHeadline = ({ texts }: IndexedStory): number => {
      const headline = tokenText(texts.headline)
      return sought.length > 0 && sought.every((term) => holdsTokens(headline, term)) ? 0 : 1
    }
    return this.#matching(query, clock)
      .sort((a, b) => (order === 'best' ? inHeadline(a) - inHeadline(b) : 0) || ORDERS.updated(a, b))
      .slice(0, Math.max(0, limit))
      .map((story) => ({ ...rowOf(story), texts: allTexts(story.texts) }))
  }

  called(name: string, limit: number): readonly IndexRow[] {
    const exact = this.#stories.get(name)
    if (exact) return [rowOf(exact)]
    const wanted = slugKey(name)
    if (wanted === '') return []
    const all = [...this.#stories.values()].sort(ORDERS.oldest)
    const slugs = all.filter(({ row }) => slugKey(row.slug) === wanted)
    const found = slugs.length > 0 ? slugs : all.filter(({ row }) => row.id.toLowerCase().startsWith(wanted))
    return found.slice(0, limit).map(rowOf)
  }

  headed(headlines: readonly string[]): readonly IndexRow[] {
    return [...this.#stories.values()]
      .filter(({ row: { headline } }) => headline !== '' && headlines.includes(headline))
      .sort(ORDERS.created)
      .map(rowOf)
  }

  resting(sources: readonly string[]): readonly RestingStory[] {
    return [...this.#stories.values()].sort(ORDERS.oldest).flatMap((story) => {
      const facts = story.facts.filter(({ rests }) => rests.some(({ source }) => sources.includes(source)))
      const rested = story.sourcesBefore?.some((source) => sources.includes(source)) ?? false
      return facts.length > 0 || rested ? [{ ...rowOf(story), facts }] : []
    })
  }

  signedBy(names: readonly string[]): readonly string[] {
    const sought = new Set([ANYBODY, ...names])
    return [...this.#stories.values()]
      .filter(({ signers = [] }) => signers.some((name) => sought.has(name)))
      .sort(ORDERS.oldest)
      .map(({ row }) => row.id)
  }

  sealed(): readonly IndexRow[] {
    return [...this.#stories.values()]
      .filter(({ sealed }) => sealed)
      .sort(ORDERS.oldest)
      .map(rowOf)
  }

  waiting({ words, lines, without }: WaitingWanted): WaitingFound {
    const leftOut = new Set(without)
    const named = new Set([ANYBODY, ...lines])
    const isFound = ({ row, waitsFor }: IndexedStory): boolean => {
      if (leftOut.has(row.id)) return false
      const known = new Set(waitsFor.flatMap(wordsOfLine))
      return words.every((word) => known.has(word)) || waitsFor.some((line) => named.has(line))
    }
    const found = [...this.#stories.values()].filter((story) => story.waiting && isFound(story)).sort(ORDERS.oldest)
    const stories = found.flatMap(({ row, created, sealed, waiting }) =>
      waiting && !sealed ? [{ id: row.id, created, outline: outlineOf(waiting) }] : [],
    )
    const counts = new Map<string, number>()
    for (const text of stories.map(({ outline }) => JSON.stringify(outline)).sort(compareText))
      counts.set(text, (counts.get(text) ?? 0) + 1)
    return {
      outlines: [...counts].map(([text, count]) => ({ outline: JSON.parse(text) as WaitingStory, count })),
      stories,
      sealed: found.flatMap(({ row, created, sealed }) => (sealed ? [{ id: row.id, created }] : [])),
    }
  }
  waitingStories(ids: readonly string[]): ReadonlyMap<string, WaitingStory> {
    return new Map(
      ids.flatMap((id) => {
        const waiting = this.#stories.get(id)?.waiting
        return waiting ? [[id, waiting]] : []
      }),
    )
  }

  note(key: string): string | undefined {
    return this.#notes.get(key)
  }
  setNote(key: string, value: string | undefined): void {
    if (value === undefined) this.#notes.delete(key)
    else this.#notes.set(key, value)
  }
  close(): void {}

  #matching(query: StoryQuery | undefined, clock: QueryClock | undefined): IndexedStory[] {
    const all = [...this.#stories.values()]
    if (!query || !clock) return all
    return all.filter((story) => matchQuery(query, searchableOf(story), clock))
  }
}

const rowOf = ({ row, sealed }: IndexedStory): IndexRow => ({ row, sealed })

const ORDERS: Readonly<Record<RowOrder, Order>> = {
  updated: (a, b) => numberAt(Date.parse(b.row.updated)) - numberAt(Date.parse(a.row.updated)) || ORDERS.created(a, b),
  created: (a, b) => -ORDERS.oldest(a, b),
  oldest: (a, b) => compareText(createdKey(a), createdKey(b)) || compareText(a.row.id, b.row.id),
  headline: (a, b) => compareText(a.row.headline, b.row.headline) || ORDERS.created(a, b),
  slug: (a, b) => compareText(a.row.slug, b.row.slug) || ORDERS.created(a, b),
}
