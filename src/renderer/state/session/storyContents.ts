import type { Node as SheetNode } from '@tiptap/pm/model'
import * as Y from 'yjs'
import {
  readComments,
  readCopy,
  readFields,
  readMarkedCopy,
  readSuggestionRecords,
  readTags,
} from '../../../editor/sync/storyContent'
import { readCopyFromDoc, readMarkedCopyFromDoc } from '../../../editor/copy/readCopy'
import type { OpenedStory } from '../../../ipc/openedStory'
import type { TaggedCopy } from '../../../story/assessment/assessStory'
import type { Story } from '../../../story/assessment/story'
import type { CommentThread } from '../../../story/copy/comment'
import type { Copy } from '../../../story/copy/copy'
import { suggestionsIn } from '../../../story/copy/suggestions/suggestion'
import { COMMENTS_MAP, FACTS_MAP, FIELDS_MAP } from '../../../story/copy/documentSchema'
import type { FactTag } from '../../../story/ledger/facts/fact'
import type { Fields } from '../../../story/ledger/fields'
import { EMPTY_LEDGER, type LedgerState } from '../../../story/ledger/ledger'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import type { TrustLoss } from '../../../story/ledger/loss'
import { growLedger } from './storyState'

/** Origin of updates from main, which are on disk already. */
export const FROM_MAIN = 'main'

/** What a window has of a story beside the words in its sheet: the document, and the ledger and losses from main. */
export class StoryContents {
  readonly doc = new Y.Doc({ gc: false })
  tags: ReadonlyMap<string, FactTag>
  comments: readonly CommentThread[]
  fields: Fields
  ledger: LedgerState = EMPTY_LEDGER
  entries: readonly LedgerEntry[] = []
  /** Entries of other machines that do not count here. */
  apart: readonly LedgerEntry[] = []
  losses: readonly TrustLoss[]
  /** Who wrote here without a PIN when the library had PINs. */
  unproven: readonly string[]

  readonly #header: Pick<Story, 'id' | 'guid' | 'created'>

  /** `changed` is called when tags, comments or fields of the document changed. */
  constructor(opened: OpenedStory, changed: (part: 'tags' | 'comments' | 'fields') => void) {
    const { doc } = this
    const { id, guid, created } = opened
    this.#header = { id, guid, created }
    this.losses = opened.losses
    this.unproven = opened.unproven ?? []
    if (opened.clientId > 0) doc.clientID = opened.clientId
    doc.transact(() => {
      for (const update of opened.updates) Y.applyUpdate(doc, update, FROM_MAIN)
    }, FROM_MAIN)
    this.tags = readTags(doc)
    this.comments = readComments(doc)
    this.fields = readFields(doc)
    this.readLedger(JSON.parse(opened.ledger) as readonly LedgerEntry[], opened.apart)
    doc.getMap(FACTS_MAP).observeDeep(() => {
      this.tags = readTags(doc)
      changed('tags')
    })
    doc.getMap(COMMENTS_MAP).observeDeep(() => {
      this.comments = readComments(doc)
      changed('comments')
    })
    doc.getMap(FIELDS_MAP).observe(() => {
      this.fields = readFields(doc)
      changed('fields')
    })
  }

  /** Takes the whole ledger. `apart`: those of its entries that do not count. */
  readLedger(entries: readonly LedgerEntry[], apart: readonly LedgerEntry[]): void {
    this.apart = apart
    ;({ entries: this.entries, state: this.ledger } = growLedger([], EMPTY_LEDGER, entries, apart))
  }

  /** Adds entries to the ledger. */
  grow(entries: readonly LedgerEntry[]): void {
    ;({ entries: this.entries, state: this.ledger } = growLedger(this.entries, this.ledger, entries))
  }

  /** The copy in the sheet. Without a sheet the story is read as main reads it: its facts keep their words. */
  copyIn(sheet: SheetNode | undefined): Copy {
    return sheet ? readCopyFromDoc(sheet) : readCopy(this.doc)
  }

  /** What decides about the facts of this copy. */
  tagged(copy: Copy): TaggedCopy {
    const { tags, ledger, fields, losses } = this
    return { copy, tags, ledger, fields, losses }
  }

  /** The story with this copy, which is the one in the sheet. */
  storyWith(copy: Copy, sheet: SheetNode | undefined): Story {
    const marked = sheet ? readMarkedCopyFromDoc(sheet) : readMarkedCopy(this.doc)
    return {
      ...this.#header,
      ...this.tagged(copy),
      unproven: this.unproven,
      comments: this.comments,
      suggestions: suggestionsIn(marked, readSuggestionRecords(this.doc)),
    }
  }
}
