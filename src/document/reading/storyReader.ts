import * as Y from 'yjs'
import type { CellPlace, Copy } from '../../story/copy/copy'
import type { CommentThread } from '../../story/copy/comment'
import { COMMENTS_MAP, COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP } from '../../story/copy/documentSchema'
import type { FactTag } from '../../story/ledger/facts/fact'
import type { Fields } from '../../story/ledger/fields'
import { standingBlock, standingCopy, type MarkedBlock, type MarkedCopy } from '../../story/copy/suggestions/markedCopy'
import { suggestionsIn, type Suggestion } from '../../story/copy/suggestions/suggestion'
import { readComments } from './readComments'
import {
  readFields,
  readMarkedBlock,
  readSuggestionRecords,
  readTag,
  textElements,
  type DocumentContent,
  type TextElement,
} from './readStory'

/**
 * Reads one open document as `readStory` does, and keeps what has not changed: an unchanged block, tag or set of
 * fields is the same object as last time, so that callers can keep what they computed from it.
 */
export class StoryReader {
  readonly #doc: Y.Doc
  readonly #blocks = new WeakMap<Y.XmlElement, MarkedBlock>()
  /** The elements that hold words, in order, with their indexes. Undefined when more than words changed since. */
  #found: { readonly elements: readonly TextElement[]; readonly places: ReadonlyMap<Y.XmlElement, number> } | undefined
  /** Elements of which only words changed since `#marked` was made. */
  readonly #retyped = new Set<Y.XmlElement>()
  #marked: MarkedCopy = []
  #copy: Copy = []
  #suggestions: readonly Suggestion[] | undefined
  #tags: ReadonlyMap<string, FactTag> = new Map()
  /** Ids of records that changed since `#tags` was made. Undefined: all. */
  #staleTags: Set<string> | undefined
  #fields: Fields | undefined
  #comments: readonly CommentThread[] | undefined

  constructor(doc: Y.Doc) {
    this.#doc = doc
    const copy = doc.getXmlFragment(COPY_FRAGMENT)
    copy.observeDeep((events) => {
      for (const { target } of events) {
        const typed = target instanceof Y.XmlText && target.parent instanceof Y.XmlElement ? target.parent : undefined
        if (typed) this.#retyped.add(typed)
        else this.#found = undefined
        let around: Y.AbstractType<unknown> | null = target as Y.AbstractType<unknown>
        for (; around !== null && around !== copy; around = around.parent)
          if (around instanceof Y.XmlElement) this.#blocks.delete(around)
      }
    })
    const facts = doc.getMap(FACTS_MAP)
    facts.observeDeep((events) => {
      for (const event of events) {
        const changed = event.target === facts ? [...event.keys.keys()] : [String(event.path[0])]
        for (const id of changed) this.#staleTags?.add(id)
      }
    })
    doc.getMap(FIELDS_MAP).observeDeep(() => (this.#fields = undefined))
    doc.getMap(COMMENTS_MAP).observeDeep(() => (this.#comments = undefined))
    doc.getMap(SUGGESTIONS_MAP).observeDeep(() => (this.#suggestions = undefined))
  }

  read(): DocumentContent {
    if (!this.#found) this.#readAll()
    else if (this.#retyped.size > 0) this.#readRetyped(this.#found)
    this.#retyped.clear()
    this.#suggestions ??= suggestionsIn(this.#marked, readSuggestionRecords(this.#doc))
    this.#fields ??= readFields(this.#doc)
    this.#comments ??= readComments(this.#doc)
    return {
      copy: this.#copy,
      tags: this.#readTags(),
      fields: this.#fields,
      comments: this.#comments,
      suggestions: this.#suggestions,
    }
  }

  #readAll(): void {
    const elements = textElements(this.#doc)
    this.#found = { elements, places: new Map(elements.map(({ element }, index) => [element, index])) }
    this.#marked = elements.map((found) => this.#block(found))
    this.#copy = standingCopy(this.#marked)
    this.#suggestions = undefined
  }

  /** Reads only the blocks that were typed in. */
  #readRetyped({
    elements,
    places,
  }: {
    readonly elements: readonly TextElement[]
    readonly places: ReadonlyMap<Y.XmlElement, number>
  }): void {
    const marked = [...this.#marked]
    const copy = [...this.#copy]
    for (const element of this.#retyped) {
      const index = places.get(element)
      const found = index === undefined ? undefined : elements[index]
      if (index === undefined || !found) continue
      const block = this.#block(found)
      marked[index] = block
      copy[index] = standingBlock(block)
      // A pending change moves what the suggestions cover.
      if (this.#suggestions?.length !== 0 || isPending(block)) this.#suggestions = undefined
    }
    this.#marked = marked
    this.#copy = copy
  }

  #block({ element, cell }: TextElement): MarkedBlock {
    const known = this.#blocks.get(element)
    if (known && samePlace(known.cell, cell)) return known
    const block = readMarkedBlock(element, cell)
    this.#blocks.set(element, block)
    return block
  }

  #readTags(): ReadonlyMap<string, FactTag> {
    const stale = this.#staleTags
    if (stale?.size === 0) return this.#tags
    const tags = new Map<string, FactTag>()
    for (const [id, value] of this.#doc.getMap(FACTS_MAP)) {
      const tag = (stale && !stale.has(id) ? this.#tags.get(id) : undefined) ?? readTag(id, value)
      if (tag) tags.set(id, tag)
    }
    this.#staleTags = new Set()
    return (this.#tags = tags)
  }
}

const isPending = ({ proposed, joins, becomes }: MarkedBlock): boolean =>
  proposed.length > 0 || joins !== undefined || becomes !== undefined

/** A cell that moved is another block, even if its words did not change. */
const samePlace = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.row === b.row && a.column === b.column && a.header === b.header)
