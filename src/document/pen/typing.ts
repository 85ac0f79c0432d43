import * as Y from 'yjs'
import { COPY_FRAGMENT } from '../../story/copy/documentSchema'

/**
 * What changed in a document, and who changed standing copy without the pen. Items are named by their Yjs client and
 * clock.
 */
export interface Typing {
  /** Whether the change brought the item. */
  isNew(client: number, clock: number): boolean
  /** Whether the change deleted the item. */
  wasDeleted(client: number, clock: number): boolean
  /** Who typed a new item without the pen. Undefined: it may stand. */
  typedWithout(client: number, clock: number): string | undefined
  /** Who deleted an item without the pen. Undefined: it may go. */
  tookWithout(client: number, clock: number): string | undefined
  /** Who accepted a proposed character without the pen, so that it stands now. Undefined: it may stand. */
  acceptedWithout(client: number, clock: number): string | undefined
  /** The id under which a suggestion waits again that was accepted so. Absent: under its own. */
  idAgain?(id: string): string
  /** One person made the whole change: also formats and shapes that it changed are theirs. */
  readonly only?: string
}

/** The changes of one transaction, all of which one person made. */
export function typingOf({ beforeState, deleteSet }: Y.Transaction, by: string): Typing {
  return {
    isNew: (client, clock) => clock >= (beforeState.get(client) ?? 0),
    wasDeleted: (client, clock) => Y.isDeleted(deleteSet, Y.createID(client, clock)),
    typedWithout: () => by,
    tookWithout: () => by,
    acceptedWithout: () => by,
    only: by,
  }
}

/** The blocks that a transaction touched. Undefined: blocks came or went, so all may be touched. */
export function touchedBlocks({ doc, changed }: Y.Transaction): ReadonlySet<Y.XmlElement> | undefined {
  const copy: unknown = doc.getXmlFragment(COPY_FRAGMENT)
  const blocks = new Set<Y.XmlElement>()
  for (const type of changed.keys() as Iterable<unknown>) {
    if (type === copy) return undefined
    const element = type instanceof Y.XmlText ? type.parent : type
    if (element instanceof Y.XmlElement && HOLD_WORDS.has(element.nodeName)) blocks.add(element)
  }
  return blocks
}

const HOLD_WORDS: ReadonlySet<string> = new Set(['block', 'picture', 'cell'])
