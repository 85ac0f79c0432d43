import type * as Y from 'yjs'
import { loadDoc } from '../../../document/createStoryDoc'
import { readCopy, readFields } from '../../../document/reading/readStory'
import { writersAt } from '../../../document/writers/writersAt'
import { confirmedIn } from '../../../gate/confirmedNames'
import { nameOfHit, scanForLeaks } from '../../../projection/scan/leakScan'
import { protectedTerms } from '../../../projection/scan/protectedTerms'
import type { Block, Copy } from '../../../story/copy/copy'
import { hasEditions, type ExportFormat } from '../../../story/desk/exportFormat'
import { EMPTY_FIELDS, isFieldName, LEAVING_FIELDS, type Fields } from '../../../story/ledger/fields'
import { hashBytes, hashCopy } from '../../../story/ledger/hash'
import { EMPTY_LEDGER } from '../../../story/ledger/ledgerState'
import { isOutside, type ExportEntry } from '../../../story/ledger/leaving/exportsOutside'
import { failedExports } from '../../../story/ledger/leaving/failedExports'
import { leftApart } from '../../../story/ledger/leaving/leftApart'
import { textOut, textsThatLeft } from '../../../story/ledger/leaving/textsOut'
import { apartOf } from '../../../story/ledger/order/ledgerOrder'
import { canonicalJson } from '../../../story/text/canonicalJson'
import { defined } from '../../../story/text/defined'
import { listedSources } from '../../../story/desk/source'
import { internalIds } from '../../state/internalIds'
import type { Newsroom } from '../../state/newsroom'
import type { OpenStory } from '../../replica/openStory'
import { publishedSnapshots } from './publishedSnapshots'

/**
 * The published headline and deck of a story whose copy changed since, from the snapshot of its publication. Undefined
 * when the copy is still the published one. Leaves out a part that names a source protected since, or that cannot be
 * read.
 */
export async function lastPublished(room: Newsroom, story: OpenStory): Promise<Copy | undefined> {
  const published = await publishedCopy(room, story)
  if (published?.copy === story.value().copy) return undefined
  const whatNamed = published && whatIsNamed(room, story, published)
  return (published?.copy ?? []).filter(
    (block, at) => (block.role === 'headline' || block.role === 'deck') && whatNamed?.(block, at) === undefined,
  )
}

/** What readers have: the copy and the fields, and the document that knows who wrote it. */
export interface Published {
  readonly doc: Y.Doc
  readonly copy: Copy
  readonly fields: Fields
}

/**
 * What readers have; of a story that was never published, what left last, or else the headline of its public facts.
 * Undefined: no snapshot has its copy. Fields may change while the copy does not, so those of the snapshot count, if
 * they are the ones that were cleared: a bundle of anybody may bring a snapshot. Without one, fields that somebody set
 * since the publication are empty.
 */
export async function publishedCopy(room: Newsroom, story: OpenStory): Promise<Published | undefined> {
  const { publishedHash } = story.ledger
  if (publishedHash === undefined) return lastThatLeft(room, story)
  const { copy } = story.value()
  const kept = await keptCopy(room, story, publishedHash)
  if (hashCopy(copy) !== publishedHash) return kept
  return { doc: story.doc, copy, fields: kept?.fields ?? fieldsThen(story) }
}

/** The first snapshot of a publication that has this copy and its cleared fields, or else this copy. */
async function keptCopy(room: Newsroom, story: OpenStory, hash: string): Promise<Published | undefined> {
  const texts = textsThatLeft(story.entries, apartOf(story.apart))
  const text = texts.findLast(({ published }) => published?.copy === hash)?.published?.text
  let found: Published | undefined
  for await (const { state } of publishedSnapshots(room, story.id)) {
    const kept = readState(story, state)
    if (!kept || hashCopy(kept.copy) !== hash) continue
    if (text !== undefined && kept.text === text) return kept
    found ??= { ...kept, fields: fieldsThen(story) }
  }
  return found
}

async function lastThatLeft(room: Newsroom, story: OpenStory): Promise<Published | undefined> {
  const { ofStory, facts } = lastExports(story)
  const last = ofStory ?? facts
  if (last?.version === undefined) return undefined
  const snapshot = await room.snapshots.read(story.id, last.version).catch(() => undefined)
  // An export of another machine has a number of that one, which names another snapshot here.
  if (snapshot === undefined || hashBytes(snapshot.state) !== last.state) return undefined
  const read = readState(story, snapshot.state)
  if (ofStory || !read) return read
  // Public facts have the headline of the story, and nothing else that a kill has. It is the first block.
  return { ...read, copy: read.copy.slice(0, 1).filter(({ role }) => role === 'headline'), fields: fieldsThen(story) }
}

/**
 * The last export of the story itself before any kill, of cleared words if there is one, and the last list of public
 * facts. Exports that failed do not count.
 */
function lastExports({ entries, apart }: OpenStory): { readonly ofStory?: ExportEntry; readonly facts?: ExportEntry } {
  const killed = entries.findIndex((entry) => entry.kind === 'moved' && entry.to === 'killed')
  const failed = failedExports(entries, apartOf(apart))
  const outside = (killed < 0 ? entries : entries.slice(0, killed)).filter(isOutside)
  const sent = outside.filter(({ seq }) => !failed.has(seq))
  const ofStory = sent.filter(({ format }) => !hasEditions(format as ExportFormat))
  return defined({
    ofStory: ofStory.findLast((entry) => !leftApart(entry)) ?? ofStory.at(-1),
    facts: sent.findLast((entry) => !ofStory.includes(entry)),
  })
}

/** What left from a state, and its hash. Fields that do not leave are current. Undefined: it cannot be read. */
function readState(story: OpenStory, state: Uint8Array): (Published & { readonly text: string }) | undefined {
  try {
    const doc = loadDoc([state])
    const [copy, stored] = [readCopy(doc), readFields(doc)]
    const leaving = LEAVING_FIELDS.map((field) => [field, stored[field]] as const)
    // As they are hashed: a document may hold keys without a value.
    const fields = JSON.parse(canonicalJson(Object.fromEntries(leaving))) as Partial<Fields>
    const { text } = textOut(copy, stored, EMPTY_LEDGER)
    return { doc, copy, fields: { ...story.value().fields, ...fields }, text }
  } catch {
    return undefined
  }
}

/** The current fields, without those that somebody set since readers got the story. */
export function fieldsThen(story: OpenStory): Fields {
  const { entries } = story
  const wasPublished = story.ledger.publishedHash !== undefined
  const last = wasPublished
    ? entries.findLast((entry) => entry.kind === 'moved' && entry.to === 'published')
    : lastExports(story).ofStory
  const got = last ? entries.indexOf(last) : -1
  const set = entries.slice(got + 1).flatMap((entry) => (entry.kind === 'fieldSet' ? [entry.field] : []))
  const empty = set.filter(isFieldName).map((field) => [field, EMPTY_FIELDS[field]] as const)
  return { ...story.value().fields, ...Object.fromEntries(empty) }
}

/**
 * What the leak scan finds in a block that nobody confirmed, or undefined. A name that was confirmed while it was in
 * the copy stays confirmed. Nobody can confirm one that is no longer there.
 */
export function whatIsNamed(
  room: Newsroom,
  story: OpenStory,
  { doc, copy }: Published,
): (block: Block, at: number) => string | undefined {
  const terms = protectedTerms(listedSources(room.library.sources))
  const ids = internalIds(room, story)
  return (block, at) => {
    const isConfirmed = confirmedIn(story.value(), room.desk(), (by, where) =>
      where.kind === 'text' ? writersAt(doc, copy, [{ ...where, block: at }]).has(by) : false,
    )
    const hit = scanForLeaks({ text: block.text, fileName: '', mediaType: 'text/plain' }, terms, ids, [block]).find(
      (found) => !isConfirmed(found),
    )
    return hit && nameOfHit(hit)
  }
}
