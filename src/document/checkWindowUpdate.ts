/**
 * What a window may change by typing: copy and marks, and the records of facts that it adds. Everything else (fields,
 * writers, comments, existing records) is changed by newsroom actions only.
 */
import * as Y from 'yjs'
import { COPY_FRAGMENT, FACTS_MAP, WRITERS_MAP } from '../story/documentSchema'
import { guardNodes } from './guardDocument'
import { readTag } from './readStory'

export interface WindowUpdateRules {
  /** Who types in the window: an added record must carry this name. */
  readonly by: string
  /** Whether an undo may take this fact's record away again: true while nobody has signed or attached anything. */
  readonly mayForget: (fact: string) => boolean
}

/**
 * Applies `update` to `candidate` and says what it did that it may not do; undefined when all was allowed. After a refusal
 * the candidate is spoilt and must be rebuilt from the replica.
 */
export function checkWindowUpdate(candidate: Y.Doc, update: Uint8Array, rules: WindowUpdateRules): string | undefined {
  // Root types have no kind until they are asked for by one.
  candidate.getXmlFragment(COPY_FRAGMENT)
  const factsBefore = new Set(candidate.getMap(FACTS_MAP).keys())
  let refusal: string | undefined
  const touched = new Set<unknown>()
  const inspect = (transaction: Y.Transaction): void => {
    for (const [type, keys] of transaction.changed) {
      const root = rootOf(type, candidate)
      if (root === COPY_FRAGMENT) for (const node of touchedNodes(type, transaction)) touched.add(node)
      else if (root === FACTS_MAP) refusal ??= checkFacts(candidate, type, keys, factsBefore, rules)
      else refusal ??= `A window may not change “${root}” by typing.`
    }
  }
  candidate.on('afterTransaction', inspect)
  try {
    if (typesForAnother(candidate, update, rules.by)) return 'A window may not type under somebody else’s name.'
    Y.applyUpdate(candidate, update)
  } catch (error) {
    return `The update could not be read (${error instanceof Error ? error.message : String(error)}).`
  } finally {
    candidate.off('afterTransaction', inspect)
  }
  if (refusal !== undefined) return refusal
  if (candidate.store.pendingStructs !== null || candidate.store.pendingDs !== null) return 'The update builds on changes that never arrived.'
  return guardNodes(touched)?.why
}

/** Whether the update holds new characters of a client id that was given to another person. */
function typesForAnother(candidate: Y.Doc, update: Uint8Array, by: string): boolean {
  const writers = candidate.getMap(WRITERS_MAP)
  return [...Y.parseUpdateMeta(update).to].some(([client, to]) => {
    const writer = writers.get(String(client))
    return typeof writer === 'string' && writer !== by && to > Y.getState(candidate.store, client)
  })
}

function checkFacts(doc: Y.Doc, type: unknown, keys: ReadonlySet<string | null>, before: ReadonlySet<string>, rules: WindowUpdateRules): string | undefined {
  const facts = doc.getMap(FACTS_MAP)
  if (type !== facts) {
    const id = [...facts].find(([, value]) => value === type)?.[0]
    return id !== undefined && before.has(id) ? 'A fact’s record changes by an action only.' : undefined
  }
  for (const id of keys) {
    if (id === null) return 'A fact’s record changes by an action only.'
    const value = facts.get(id)
    if (value === undefined) {
      if (before.has(id) && !rules.mayForget(id)) return 'A fact that somebody has dealt with cannot be forgotten.'
    } else if (before.has(id)) return 'A fact’s record changes by an action only.'
    else if (readTag(id, value)?.by !== rules.by) return 'A new fact must carry the name of the person who tagged it.'
  }
  return undefined
}

type AnyType = Y.AbstractType<unknown>

/** The node itself, or for the whole copy the blocks that are new in it; deleted ones are left out. */
function touchedNodes(changed: unknown, transaction: Y.Transaction): readonly unknown[] {
  if (changed instanceof Y.XmlElement || changed instanceof Y.XmlText) return changed._item?.deleted ? [] : [changed]
  if (!(changed instanceof Y.XmlFragment)) return []
  return changed.toArray().filter((node) => {
    const item = node._item
    return item !== null && item.id.clock >= (transaction.beforeState.get(item.id.client) ?? 0)
  })
}

/** Name of the shared root type that `type` lies in. */
function rootOf(type: unknown, doc: Y.Doc): string {
  let top = type as AnyType
  while (top._item !== null) top = top._item.parent as AnyType
  for (const [name, shared] of doc.share) if ((shared as AnyType) === top) return name
  return 'an unknown part'
}
