import * as Y from 'yjs'
import type { CellPlace, Copy } from '../story/copy'
import type { CommentThread } from '../story/comment'
import { COMMENTS_MAP, COPY_FRAGMENT, FACTS_MAP, FIELDS_MAP, SUGGESTIONS_MAP } from '../story/documentSchema'
import type { FactTag } from '../story/fact'
import type { Fields } from '../story/fields'
import { standingCopy, type MarkedBlock, type MarkedCopy } from '../story/markedCopy'
import { suggestionsIn, type Suggestion } from '../story/suggestion'
import { readComments } from './readComments'
import { readFields, readMarkedBlock, readSuggestionRecords, readTag, textElements, type DocumentContent, type TextElement } from './readStory'

/**
 * `readStory` of one living document, keeping what has not changed: an unchanged block, tag or set of fields is the same
 * object as last time, so that whoever computes from them can keep their results too.
 */
export class StoryReader {
  readonly #doc: Y.Doc
  readonly #blocks = new WeakMap<Y.XmlElement, MarkedBlock>()
  #marked: MarkedCopy | undefined
  #copy: Copy = []
  #suggestions: readonly Suggestion[] | undefined
  #tags: ReadonlyMap<string, FactTag> = new Map()
  /** Ids whose records changed since `#tags` was made; undefined: all. */
  #staleTags: Set<string> | undefined
  #fields: Fields | undefined
  #comments: readonly CommentThread[] | undefined

  constructor(doc: Y.Doc) {
    this.#doc = doc
    const copy = doc.getXmlFragment(COPY_FRAGMENT)
    copy.observeDeep((events) => {
      this.#marked = undefined
      for (const { target } of events) {
        let around: Y.AbstractType<unknown> | null = target as Y.AbstractType<unknown>
        for (; around !== null && around !== copy; around = around.parent) if (around instanceof Y.XmlElement) this.#blocks.delete(around)
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
    if (!this.#marked) {
      this.#marked = textElements(this.#doc).map((found) => this.#block(found))
      this.#copy = standingCopy(this.#marked)
      this.#suggestions = undefined
    }
    this.#suggestions ??= suggestionsIn(this.#marked, readSuggestionRecords(this.#doc))
    this.#fields ??= readFields(this.#doc)
    this.#comments ??= readComments(this.#doc)
    return { copy: this.#copy, tags: this.#readTags(), fields: this.#fields, comments: this.#comments, suggestions: this.#suggestions }
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

/** A cell that stands elsewhere now is another block, though none of its words changed. */
const samePlace = (a: CellPlace | undefined, b: CellPlace | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.row === b.row && a.column === b.column && a.header === b.header)
