import { windowText } from '../../../catalogue/window/window'
import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand'
import { onCompositionEnd } from '../../../editor/view/compositionEnd'
import { setCurrentFact } from '../../../editor/facts/factView'
import { readCopyFromDoc } from '../../../editor/copy/readCopy'
import { setCurrentSuggestion } from '../../../editor/suggesting/currentSuggestion'
import { onceTakenBack, undoManagerOf } from '../../../editor/sync/storyUndo'
import type { ClipboardGuard } from '../../../editor/clipboard/clipboardGuard'
import { lossWords } from '../../../editor/clipboard/lossWords'
import type { Bridge } from '../../../ipc/contract'
import type { DeskFacts } from '../../../ipc/deskFacts'
import type { OpenedStory } from '../../../ipc/openedStory'
import type { FactTag } from '../../../story/ledger/facts/fact'
import { isOver } from '../../../story/ledger/leaving/afterKill'
import type { TrustLoss } from '../../../story/ledger/loss'
import type { LedgerEntry } from '../../../story/ledger/ledgerEntry'
import { messageOf } from '../../../story/text/messageOf'
import { isHeld } from '../../../story/assessment/copy/trayTags'
import { UnsentFields } from './unsentFields'
import { Autosave, windowTimers, type SaveTimers } from './autosave'
import { runCommand } from '../commands/commands'
import { momentNow } from '../stores/undoList'
import { HeldUpdates } from './sheet/heldUpdates'
import { openSheet } from './sheet/openSheet'
import { setCurrentComment, setOpenComments } from '../../../editor/comments/commentView'
import { commentOfNote } from '../../../editor/comments/notedWords'
import { storySchema } from '../../../editor/schema/storyExtensions'
import { bindsUnchanged } from '../../../editor/sync/bindsUnchanged'
import { ASKED_FOR } from '../../../editor/copy/origin'
import { FROM_MAIN, StoryContents } from './storyContents'
import type { SessionState } from './storyState'
import { undoneWords } from './undoneWords'
import { RequestedEdits } from './requestedEdits'
import { SheetNavigation } from './sheet/sheetNavigation'
import { SessionReading } from './reading/sessionReading'

/** Entries that typing alone causes. */
const OF_TYPING: ReadonlySet<LedgerEntry['kind']> = new Set(['tagged', 'reworded', 'lapsed', 'restored'])

/** In a step of undo: when it was made. */
const EDITED_AT = 'stet.editedAt'

/**
 * Largest document, in bytes, that is bound on trial first. The owner of the library has checked every document; for a
 * larger one a second check costs as much as opening it.
 */
const LARGEST_TRIED = 400_000

/** Why the sheet would change the story by showing it. Undefined: it would not, or the document is too large to try. */
function whyNotBound({ updates }: OpenedStory): OpenedStory['guarded'] {
  const bytes = updates.reduce((sum, { length }) => sum + length, 0)
  return bytes <= LARGEST_TRIED ? bindsUnchanged(Y.mergeUpdates([...updates]), storySchema()) : undefined
}

export interface SessionNeeds {
  readonly opened: OpenedStory
  readonly person: string
  readonly desk: DeskFacts
  readonly readOnly: boolean
  readonly bridge: Pick<Bridge, 'call'>
  readonly clock?: SaveTimers
  /** Shows a sentence to the person. Returns what removes it again. */
  readonly say?: (text: string) => () => void
  /** Tells a sentence to screen readers. */
  readonly announce?: (text: string) => void
  /** Whether quotation marks, dashes and ellipsis are set by the language while somebody types. */
  readonly quotes?: () => boolean
  /** Stands before what leaves the sheet by clipboard or drag. */
  readonly clipboard: ClipboardGuard
}

/** One story open in this window: its document, its editor and what is known of it. */
export class StorySession {
  readonly id: string
  readonly guid: string
  readonly guarded: OpenedStory['guarded']
  readonly doc: Y.Doc
  readonly autosave: Autosave
  readonly unsentFields = new UnsentFields()
  /** Null while the story is read-only because it contains what this version does not know. */
  readonly editor: Editor | null
  readonly store: StoreApi<SessionState>
  /** What this window asked for and Ctrl+Z in it undoes. */
  readonly requested: RequestedEdits
  readonly navigation: SheetNavigation
  /** The library takes what this window types. */
  readonly #writable: boolean
  readonly #say: (text: string) => () => void
  /** Changes of others, while an input method composes. */
  readonly #held: HeldUpdates
  readonly #clock: SaveTimers
  readonly #contents: StoryContents
  readonly #reading: SessionReading

  constructor(needs: SessionNeeds) {
    const { opened, person, desk, readOnly, bridge, clock = windowTimers, say = () => () => undefined } = needs
    this.#say = say
    this.#held = new HeldUpdates({
      isComposing: () => this.editor?.view.composing === true,
      apply: (update) => Y.applyUpdate(this.doc, update, FROM_MAIN),
      after: (ms, step) => this.#clock.after(ms, step),
    })
    this.id = opened.id
    this.guid = opened.guid
    this.guarded = opened.guarded ?? whyNotBound(opened)
    this.#writable = !readOnly && opened.clientId > 0
    this.requested = new RequestedEdits(person)
    this.#clock = clock
    this.#contents = new StoryContents(opened, (part) => {
      if (part === 'comments') this.#showComments()
      this.#reading.changed()
    })
    this.#reading = new SessionReading({
      ...{ contents: this.#contents, desk, bridge, clock },
      editor: () => this.editor,
      store: () => this.store,
    })
    this.doc = this.#contents.doc
    this.autosave = new Autosave((update) => bridge.call('pushUpdate', { story: opened.id, update }), clock)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_MAIN && origin !== ASKED_FOR) this.autosave.add(update)
    })
    this.editor = this.guarded ? null : this.#openSheet(needs)
    this.#showComments()
    this.store = createStore<SessionState>(() => ({
      view: this.#reading.state(false),
      current: null,
      choosing: null,
      pictures: [],
      suggestion: null,
      note: null,
      stale: false,
      unproposable: 0,
    }))
    this.navigation = new SheetNavigation(this.editor, this.store, this.refresh)
    this.#reading.begin()
    if (!this.editor) return
    this.#followSheet(this.editor)
    this.#showChosen(this.editor)
  }

  /** The sheet of the story, and what it tells the window. */
  #openSheet({ opened, person, bridge, clipboard, announce, quotes = () => true }: SessionNeeds): Editor {
    return openSheet({
      doc: this.doc,
      storyId: opened.id,
      person,
      editable: this.#mayBeTyped(),
      typing: () => ({ quotes: quotes(), language: this.#contents.fields.language }),
      onTagged: (facts) => this.#choose(facts),
      onOpenLink: (href) => void bridge.call('openLink', { href }),
      onPictures: (pictures) => this.store.setState({ pictures }),
      onDescribePicture: () => void runCommand('picture.describe'),
      clipboardGuard: clipboard,
      onPasteLosses: (losses, pasted) => {
        const remove = this.#say(lossWords(losses))
        // The words are gone, and the note with them.
        if (pasted) onceTakenBack(pasted, remove)
      },
      onPasteWaits: (inserted) => {
        this.autosave.expect(inserted)
        void inserted.catch((error: unknown) => this.#say(windowText('newsroom.notPasted', { why: messageOf(error) })))
      },
      onOverridesDropped: (count) => this.#say(windowText('newsroom.overridesDropped', { count })),
      onUndone: (undone) => announce?.(undoneWords(undone)),
      // The words that are typed next can be undone.
      onNothing: () => this.editor?.once('update', this.#say(windowText('undo.nothing'))),
      isHeld: (fact) => isHeld(this.#contents.ledger.facts.get(fact)),
      onTagsHeld: ([words = '', ...more]) => this.#say(windowText('undo.tag.held', { count: more.length + 1, words })),
      onUnproposable: () => this.store.setState(({ unproposable }) => ({ unproposable: unproposable + 1 })),
    })
  }

  /** When the words were changed that undo takes back next: milliseconds, as `momentNow`. 0: it takes back none. */
  get editedAt(): number {
    const next = this.editor && undoManagerOf(this.editor.state).undoStack.at(-1)
    return Number(next?.meta.get(EDITED_AT) ?? 0)
  }

  /** From now on statuses, lists, undo and the current fact follow what is done in the sheet. */
  #followSheet(editor: Editor): void {
    onCompositionEnd(editor.view, this.#held.settle)
    editor.on('update', () => this.#reading.sheetChanged())
    const manager = undoManagerOf(editor.state)
    const edited = ({ stackItem }: { readonly stackItem: { readonly meta: Map<unknown, unknown> } }): void =>
      void stackItem.meta.set(EDITED_AT, momentNow())
    manager.on('stack-item-added', edited)
    manager.on('stack-item-updated', edited)
    editor.on('transaction', ({ transaction }) => {
      if (transaction.selectionSet && !transaction.docChanged) this.navigation.followSelection()
    })
  }

  /** From now on the sheet shows what is chosen beside it: comment, suggestion and fact. */
  #showChosen(editor: Editor): void {
    this.store.subscribe(({ current, suggestion, note }, before) => {
      if (note !== before.note) setCurrentComment(editor.view, commentOfNote(note))
      if (suggestion !== before.suggestion) setCurrentSuggestion(editor.view, suggestion ?? undefined)
      if (current !== before.current) setCurrentFact(editor.view, current ?? undefined)
    })
  }

  /**
   * Applies an update from elsewhere, which is on disk already; while an input method composes, afterwards. An update
   * that this window requested, by mark or by deciding on suggestions, becomes a step of its undo.
   */
  readonly receive = (update: Uint8Array, origin?: string, by = ''): void => {
    const isOwn = this.requested.arrives(origin, by)
    if (!isOwn || !this.editor) return this.#held.take(update)
    this.#held.release()
    const manager = undoManagerOf(this.editor.state)
    manager.stopCapturing()
    Y.applyUpdate(this.doc, update, ASKED_FOR)
    manager.stopCapturing()
  }

  /** All words as this window has them, one line per block. */
  readonly words = (): readonly string[] =>
    this.editor ? readCopyFromDoc(this.editor.state.doc).map(({ text }) => text) : []
  /** The whole document as this window has it (Yjs update v1). */
  readonly state = (): Uint8Array => Y.encodeStateAsUpdate(this.doc)

  /** `apart`: the ledger was read again, and these of its entries do not count. */
  readonly grow = (entries: readonly LedgerEntry[], apart?: readonly LedgerEntry[]): void => {
    if (apart) {
      this.#contents.readLedger(entries, apart)
      this.#followStage()
      return this.#reading.again()
    }
    const isOfTyping = entries.every(({ seq, kind }) => seq <= this.#contents.ledger.seq || OF_TYPING.has(kind))
    this.#contents.grow(entries)
    this.#followStage()
    // Entries about words that are being typed can wait until typing pauses.
    if (this.store.getState().stale && isOfTyping) this.#reading.changed()
    else this.#reading.again()
  }

  readonly setDesk = (desk: DeskFacts): void => this.#reading.setDesk(desk)

  readonly setLosses = (losses: readonly TrustLoss[], unproven: readonly string[]): void => {
    // Main tells them after every change that may be about them.
    const { losses: before, unproven: then } = this.#contents
    if (JSON.stringify([losses, unproven]) === JSON.stringify([before, then])) return
    this.#contents.losses = losses
    this.#contents.unproven = unproven
    this.#reading.again()
  }

  /** Updates the lists to the words on the screen at once. */
  readonly refresh = (): void => this.#reading.refresh()

  readonly close = (): void => {
    this.#reading.stop()
    this.autosave.stop()
    this.#held.stop()
    this.editor?.destroy()
    this.doc.destroy()
  }

  /** A killed or spiked story takes no typing. */
  #mayBeTyped(): boolean {
    return this.#writable && !isOver(this.#contents.ledger.standing.stage)
  }

  /** The sheet closes with a kill, and opens again when a spiked story is restored. */
  #followStage(): void {
    const editable = this.#mayBeTyped()
    if (this.editor && this.editor.isEditable !== editable) this.editor.setEditable(editable, false)
  }

  /** Marks the words of open threads in the sheet. */
  #showComments(): void {
    if (!this.editor) return
    const open = this.#contents.comments.filter(({ resolved }) => !resolved)
    setOpenComments(this.editor.view, new Set(open.map(({ id }) => id)))
  }

  #choose(facts: readonly FactTag[]): void {
    const [fact] = facts
    // A pasted copy of tagged words is tagged too but leaves no selection: its type is not asked for.
    if (!fact || facts.length > 1 || !this.editor || this.editor.state.selection.empty) return
    this.refresh()
    this.navigation.setCurrent(fact.id)
    this.store.setState({ choosing: fact })
  }
}
