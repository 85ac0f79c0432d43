/**
 * Removes tags from text that was never tagged. In a shared text a tag is a start and an end marker. If two people
 * change the same tag at once, or an undo meets others' changes, one marker may arrive without the other, and the tag
 * would extend to the end of the block. This class remembers which characters each tag ever covered (by their identity
 * in the document) and removes it from others: after an undo from all others, after an update from those outside its
 * ends. It only ever removes, so replicas that answer each other this way come to rest at once.
 */
import * as Y from 'yjs'
import { blockElements } from '../../../document/reading/readStory'
import { itemOf } from '../../../document/reading/yjsItems'
import { CharacterSet } from './characterSet'
import { isPutThere, strayTagEdges } from './strayTagEdges'
import { tagRunsOf, type TagRun } from './tagRuns'

type Deletions = Y.UndoManager['undoStack'][number]['deletions']

/** The range of a text from which a tag is removed. */
interface Stray {
  readonly text: Y.XmlText
  readonly at: number
  readonly length: number
  readonly attribute: string
}

/** Characters of one run of the same kind: known to the tag, older but never tagged, or new. */
interface Piece extends Stray {
  readonly kind: 'known' | 'old' | 'new'
  readonly run: TagRun
}

type Side = 'before' | 'after'

export class TagLineage {
  private readonly byFact = new Map<string, CharacterSet>()
  /** The facts on each text at the last reading. */
  private readonly standing = new Map<Y.XmlText, ReadonlySet<string>>()
  private undoing: Set<Y.XmlText> | undefined

  constructor(private readonly doc: Y.Doc) {
    for (const text of this.texts()) this.learn(text)
    doc.on('afterTransaction', this.after)
  }

  destroy(): void {
    this.doc.off('afterTransaction', this.after)
  }

  /** Runs an undo or redo and removes tags from text that they never covered. */
  undo<T extends { readonly deletions: Deletions }>(run: () => T | null): T | null {
    const changed = new Set<Y.XmlText>()
    this.undoing = changed
    try {
      const item = run()
      if (item) this.tidyUndo(changed, item.deletions)
      return item
    } finally {
      this.undoing = undefined
      for (const text of changed) this.learn(text)
    }
  }

  private readonly after = (transaction: Y.Transaction): void => {
    const texts = changedTexts(transaction)
    if (this.undoing) {
      for (const text of texts) this.undoing.add(text)
      return
    }
    if (!transaction.local && transaction.origin !== this) this.tidyUpdate(transaction, texts)
    for (const text of texts) this.learn(text)
  }

  private learn(text: Y.XmlText): void {
    const facts = new Set<string>()
    for (const { client, clock, length, tags } of tagRunsOf(text)) {
      for (const fact of tags.values()) {
        facts.add(fact)
        this.charactersOf(fact).add(client, clock, clock + length)
      }
    }
    if (facts.size > 0) this.standing.set(text, facts)
    else this.standing.delete(text)
  }

  private charactersOf(fact: string): CharacterSet {
    let characters = this.byFact.get(fact)
    if (!characters) this.byFact.set(fact, (characters = new CharacterSet()))
    return characters
  }

  private texts(): Y.XmlText[] {
    return blockElements(this.doc)
      .flatMap((element) => element.toArray())
      .filter((child): child is Y.XmlText => child instanceof Y.XmlText)
  }

  private takeOff(strays: readonly Stray[]): void {
    if (strays.length === 0) return
    this.doc.transact(() => {
      for (const { text, at, length, attribute } of strays) text.format(at, length, { [attribute]: null })
    }, this)
  }

  private tidyUndo(texts: ReadonlySet<Y.XmlText>, deletions: Deletions): void {
    this.doc.transact((transaction) => {
      this.followRestored(transaction, deletions)
      const pieces = [...texts].flatMap((text) =>
        tagRunsOf(text).flatMap((run) =>
          [...run.tags.keys()].flatMap((attribute) => this.piecesOf(text, run, attribute)),
        ),
      )
      this.takeOff(pieces.filter(({ kind }) => kind !== 'known'))
    }, this)
  }

  /** An undo restores a character as a new one: it may have the tags of the old one. */
  private followRestored(transaction: Y.Transaction, deletions: Deletions): void {
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString) || struct.redone === null) return
      const { redone, id, length } = struct
      for (const characters of this.byFact.values()) {
        for (const part of characters.within(id.client, id.clock, id.clock + length)) {
          characters.add(redone.client, part.from - id.clock + redone.clock, part.to - id.clock + redone.clock)
        }
      }
    })
  }

  /**
   * An update may extend a tag by new characters and fill its gaps; it may tag older text again. Other older text that
   * was never tagged and is outside the tag's ends was caught by a marker without its partner.
   */
  private tidyUpdate(transaction: Y.Transaction, texts: ReadonlySet<Y.XmlText>): void {
    const suspects = new Set<string>()
    for (const text of texts) {
      for (const run of tagRunsOf(text)) {
        for (const [attribute, fact] of run.tags) {
          if (suspects.has(fact) || !this.byFact.has(fact)) continue
          const kinds = new Set(this.piecesOf(text, run, attribute, transaction).map(({ kind }) => kind))
          if (
            kinds.has('new') ||
            (kinds.has('old') &&
              (this.stoodBefore(fact, transaction) || !isPutThere(text, attribute, run.at, transaction)))
          )
            suspects.add(fact)
        }
      }
    }
    const swallowed = [...texts].flatMap((text) => strayTagEdges(text).map((tagged) => ({ ...tagged, text })))
    const isSwallowed = (piece: Piece): boolean =>
      swallowed.some(
        ({ text, attribute, at, length }) =>
          text === piece.text && attribute === piece.attribute && piece.at >= at && piece.at < at + length,
      )
    const caught = [...suspects].flatMap((fact) => {
      const pieces = this.texts().flatMap((text) =>
        tagRunsOf(text).flatMap((run) =>
          [...run.tags].flatMap(([attribute, id]) =>
            id === fact ? this.piecesOf(text, run, attribute, transaction) : [],
          ),
        ),
      )
      return caughtPieces(
        pieces.filter((piece) => !isSwallowed(piece)),
        (piece, side, owned, cutOff) =>
          this.joinedKnowingly(fact, piece, side, owned, cutOff ? undefined : transaction),
      )
    })
    this.takeOff([...swallowed, ...caught])
  }

  /** Whether a new character beyond a tag's end was added by a person who knew that end, or the text there. */
  private joinedKnowingly(
    fact: string,
    { run, attribute }: Piece,
    side: Side,
    owned: CharacterSet,
    transaction: Y.Transaction | undefined,
  ): boolean {
    const neighbour = side === 'after' ? run.item.rightOrigin : run.item.origin
    if (
      neighbour &&
      [owned, this.charactersOf(fact)].some(
        (set) => set.within(neighbour.client, neighbour.clock, neighbour.clock + 1).length > 0,
      )
    )
      return true
    const marker = markerBeside(run.item, attribute, side)
    if (!marker) return false
    const isTheirs =
      transaction !== undefined &&
      marker.id.client === run.client &&
      marker.id.clock >= (transaction.beforeState.get(marker.id.client) ?? 0)
    return (
      isTheirs || (neighbour !== null && neighbour.client === marker.id.client && neighbour.clock === marker.id.clock)
    )
  }

  private stoodBefore(fact: string, transaction: Y.Transaction): boolean {
    for (const [text, facts] of this.standing) {
      const item = itemOf(text)
      if (facts.has(fact) && item && (!item.deleted || Y.isDeleted(transaction.deleteSet, item.id))) return true
    }
    return false
  }

  /** Splits a run into known and unknown pieces of its tag. Without `transaction` nothing counts as new. */
  private piecesOf(text: Y.XmlText, run: TagRun, attribute: string, transaction?: Y.Transaction): Piece[] {
    const fact = run.tags.get(attribute) ?? ''
    const { client, clock, length, at } = run
    const border = transaction?.beforeState.get(client) ?? (transaction ? 0 : Infinity)
    const piece = (kind: Piece['kind'], from: number, to: number): Piece => ({
      kind,
      run,
      text,
      attribute,
      at: at + from - clock,
      length: to - from,
    })
    const characters = this.charactersOf(fact)
    const known = characters.within(client, clock, clock + length).map(({ from, to }) => piece('known', from, to))
    const unknown = characters
      .missing(client, clock, clock + length)
      .flatMap(({ from, to }) => [
        ...(from < border ? [piece('old', from, Math.min(to, border))] : []),
        ...(to > border ? [piece('new', Math.max(from, border), to)] : []),
      ])
    return [...known, ...unknown].sort((a, b) => a.at - b.at)
  }
}

/**
 * The pieces of a tag (in the order of the copy) that it does not own. It owns everything between its ends. Beyond them
 * it owns only new characters added `knowingly`, or beside such. If nothing that it knew remains, it owns what is new,
 * except text after a caught piece: a tag without an end extends too far.
 */
function caughtPieces(
  pieces: readonly Piece[],
  knowingly: (piece: Piece, side: Side, owned: CharacterSet, cutOff: boolean) => boolean,
): Piece[] {
  const first = pieces.findIndex(({ kind }) => kind === 'known')
  const last = pieces.findLastIndex(({ kind }) => kind === 'known')
  if (first < 0) {
    const texts = new Set<Y.XmlText>()
    return pieces.filter(({ kind, text }) => {
      if (kind === 'old') texts.add(text)
      return texts.has(text)
    })
  }
  const caught = (beyond: readonly Piece[], side: Side): Piece[] => {
    const owned = new CharacterSet()
    // Something caught is between the marker and the next piece: the marker was not set for that piece.
    const cutOff = new Set<Y.XmlText>()
    // A person who set the tag's end behind new characters saw the text before it. A space typed beside a space is
    // written as either of the two, so that older text comes into the tag and new text leaves it.
    const enclosed = new Set<Y.XmlText>()
    return beyond.filter((piece) => {
      if (enclosed.has(piece.text)) return false
      if (piece.kind === 'old') cutOff.add(piece.text)
      const mine = piece.kind === 'new' && knowingly(piece, side, owned, cutOff.has(piece.text))
      const from = piece.run.clock + piece.at - piece.run.at
      if (mine) owned.add(piece.run.client, from, from + piece.length)
      if (mine && !cutOff.has(piece.text)) enclosed.add(piece.text)
      return !mine
    })
  }
  return [...caught(pieces.slice(0, first), 'before'), ...caught(pieces.slice(last + 1).reverse(), 'after')]
}

/** The marker that begins (before) or ends (after) a tag at an item. */
function markerBeside(item: Y.Item, attribute: string, side: Side): Y.Item | undefined {
  for (
    let other = side === 'before' ? item.left : item.right;
    other !== null;
    other = side === 'before' ? other.left : other.right
  ) {
    if (!other.deleted && other.content instanceof Y.ContentFormat && other.content.key === attribute) return other
  }
  return undefined
}

/** The texts that a transaction changed, also those of new blocks. */
function changedTexts(transaction: Y.Transaction): Set<Y.XmlText> {
  const texts = new Set<Y.XmlText>()
  const addNew = (parent: Y.XmlElement | Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      const id = itemOf(child)?.id
      if (!id || id.clock < (transaction.beforeState.get(id.client) ?? 0)) continue
      if (child instanceof Y.XmlText) texts.add(child)
      else if (child instanceof Y.XmlElement) addNew(child)
    }
  }
  for (const type of transaction.changed.keys()) {
    const changed: unknown = type
    if (changed instanceof Y.XmlText) texts.add(changed)
    else if (changed instanceof Y.XmlElement || changed instanceof Y.XmlFragment) addNew(changed)
  }
  return texts
}
