import { shownPseudonym } from '../../story/desk/source'
import { projectionText } from '../../catalogue/rooms/projection'
import type { Copy } from '../../story/copy/copy'
import { hashText } from '../../story/ledger/hash'
import { FORMER_SENTENCE_RULES, readsOtherwise, SENTENCE_RULE, sentencesOf } from '../../story/copy/words/sentences'
import { defined } from '../../story/text/defined'
import { foldForScan } from './readings/foldForScan'
import { layOut, type LaidOut, type PlaceInCopy } from './layOut'
import { findInReadings, prepare, type FoundAt, type Prepared } from './prepared'
import { placeKeys, type NamedPlace } from './placeOfName'
import type { ProtectedTerm } from './protectedTerms'
import { INTERNAL_ID, seekId, seekTerm } from './seek/seekTerm'
import type { SoughtTerm } from './seek/sought'
import { separateMarkup } from './readings/separateMarkup'
import { unescapeForScan } from './readings/unescapeForScan'

/** A finished output before it is handed over. */
export interface ScannedOutput {
  /** The whole output as decoded UTF-8, with markup and metadata. */
  readonly text: string
  readonly fileName: string
  readonly mediaType: string
}

export interface LeakHit {
  /** "Source A", or "An internal id": the same in every language. */
  readonly label: string
  readonly what: ProtectedTerm['what'] | 'internalId'
  readonly place: 'fileName' | 'copy' | 'elsewhere'
  /** Only for hits in the copy: another person may confirm this occurrence. All other hits always block. */
  readonly confirmable: boolean
  /** Identifies the occurrence without the name. Another sentence, or another place of it, gives another key. */
  readonly key: string
  /** Hits in the copy: the key of an earlier Stet, which was the same for all places of a sentence. */
  readonly formerKey?: string
  /** Hits in the copy: the keys of earlier Stets that cut their sentence short. */
  readonly cutKeys?: readonly string[]
  /** For people. Never contains the name, alias, contact or id. */
  readonly message: string
  /** The place in the copy. */
  readonly where?: { readonly block: number; readonly from: number; readonly to: number }
}

/**
 * Finds every place of a finished output with a protected name, alias, contact or internal id: in text, markup,
 * metadata and file name; folded for case, accents, width, look-alike letters, entities and escapes, over lines and
 * over cells of a table. How names are found: seek/seekTerm. A hit counts as "in the copy" only if the text around it
 * is the copy's. `published`: parts of the published copy that leave beside it, as with a kill.
 */
export function scanForLeaks(
  output: ScannedOutput,
  terms: readonly ProtectedTerm[],
  internalIds: readonly string[],
  copy: Copy,
  published: Copy = [],
): readonly LeakHit[] {
  const hits: LeakHit[] = []
  const fileName = unescapeForScan(output.fileName)
  // Nothing in a file name needs a capital: “von der leyen.txt” is read as “von-der-leyen.txt”, too.
  const names = [...new Set([fileName, fileName.replaceAll(' ', '-')])].map(prepare)
  const { words, tags } = separateMarkup(unescapeForScan(output.text), output.mediaType)
  const body = prepare(words)
  const markup = prepare(tags)
  for (const sought of [...terms.map(seekTerm), ...internalIds.filter((id) => id !== '').map(seekId)]) {
    const finds = (text: Prepared): boolean => findInReadings(text, sought.find).length > 0
    if (names.some(finds)) hits.push(blocking(sought, 'fileName', projectionText('leak.inFileName')))
    if (finds(markup)) hits.push(blocking(sought, 'elsewhere', projectionText('leak.inMarkup')))
    const found = findInReadings(body, sought.find)
    // A term that is not in the output is not sought in the copy.
    const [inCopy = [], inPublished = []] =
      found.length === 0 ? [] : [copy, published].map((one) => laidOut(one).find(sought.find))
    const own = [...inCopy, ...inPublished]
    const foreign = found.filter((place) => !own.some((one) => sameSurroundings(body, place, one)))
    if (foreign.length > 0)
      hits.push(blocking(sought, 'elsewhere', projectionText('leak.outsideCopy', { count: foreign.length })))
    if (found.length === foreign.length) continue
    hits.push(...inSentences(sought, inCopy, copy))
    // The blocks of the published copy are numbered after those of the copy.
    for (const { where, ...hit } of inSentences(sought, inPublished, published))
      hits.push({ ...hit, ...(where ? { where: { ...where, block: where.block + copy.length } } : {}) })
  }
  return hits
}

/** The same copy is searched for each part of a package. */
const known = new WeakMap<Copy, LaidOut>()
function laidOut(copy: Copy): LaidOut {
  const laid = known.get(copy) ?? layOut(copy)
  known.set(copy, laid)
  return laid
}

/** Letters and digits on each side that must agree, and the least number of them in all. */
const CONTEXT = 12
const LEAST_CONTEXT = 6

/**
 * Whether the text around a place of the output agrees with that of a place of the copy, as far as the block reaches;
 * in a table as far as the table does.
 */
function sameSurroundings(output: Prepared, place: FoundAt, { text, own, around }: PlaceInCopy): boolean {
  const ownBefore = lettersBefore(text.slice(around.from, own.from), own.from - around.from)
  const ownAfter = lettersAfter(text.slice(0, around.to), own.to)
  if (ownBefore.length + ownAfter.length < LEAST_CONTEXT) return false
  return (
    lettersBefore(output.original, place.from).endsWith(ownBefore) &&
    lettersAfter(output.original, place.to).startsWith(ownAfter)
  )
}

const LETTERS = /[^\p{L}\p{N}]/gu
const lettersBefore = (text: string, to: number): string =>
  foldForScan(text.slice(Math.max(0, to - CONTEXT * 4), to))
    .text.replace(LETTERS, '')
    .slice(-CONTEXT)
const lettersAfter = (text: string, from: number): string =>
  foldForScan(text.slice(from, from + CONTEXT * 4))
    .text.replace(LETTERS, '')
    .slice(0, CONTEXT)

/** What a hit tells, for people: "Source A’s name", "An internal id". */
export const nameOfHit = ({ label, what }: Pick<LeakHit, 'label' | 'what'>): string =>
  what === 'internalId'
    ? projectionText('leak.internalId')
    : projectionText(`leak.${what}`, { label: shownPseudonym(label) })

/** The label of a hit, for people. */
export const shownLabel = (label: string): string =>
  label === INTERNAL_ID ? projectionText('leak.internalId') : shownPseudonym(label)

function blocking(sought: SoughtTerm, place: 'fileName' | 'elsewhere', where: string): LeakHit {
  return {
    label: sought.label,
    what: sought.what,
    place,
    confirmable: false,
    key: hashText(`${sought.label}|${sought.what}|${place}`),
    message: projectionText('leak.stands', { name: nameOfHit(sought), where }),
  }
}

/** The hits of a term in the copy, each with the key of its place. */
function inSentences(sought: SoughtTerm, places: readonly PlaceInCopy[], copy: Copy): readonly LeakHit[] {
  const namedBy = (rule: number): readonly NamedPlace[] =>
    places.map(({ where: { block, from }, others }) => {
      const original = copy[block]?.text ?? ''
      const sentence = sentencesOf(original, rule).find((range) => range.from <= from && from < range.to)
      const words = sentence ? original.slice(sentence.from, sentence.to) : original
      // A name over two cells or grafs is confirmed with the words of both.
      const beside = others.map((index) => `|${copy[index]?.text ?? ''}`).join('')
      return { block, from, others, words: `${from - (sentence?.from ?? 0)}|${words}${beside}` }
    })
  const named = namedBy(SENTENCE_RULE)
  const keyed = (key: string): string => hashText(`${sought.label}|${sought.what}|${key}`)
  const keysBy = (rule: number): readonly string[] => placeKeys(copy, namedBy(rule), rule).map(keyed)
  const keys = placeKeys(copy, named).map(keyed)
  const before = copy.some(({ text }) => FORMER_SENTENCE_RULES.some((rule) => readsOtherwise(text, rule)))
    ? FORMER_SENTENCE_RULES.map(keysBy)
    : []
  const cutKeys = (key: string, index: number): readonly string[] | undefined => {
    const others = before.map((one) => one[index] ?? key).filter((one) => one !== key)
    return others.length > 0 ? others : undefined
  }
  return keys.map((key, index) => ({
    label: sought.label,
    what: sought.what,
    place: 'copy',
    confirmable: true,
    key,
    ...defined({ cutKeys: cutKeys(key, index) }),
    formerKey: hashText(`${sought.label}|${sought.what}|${named[index]?.words ?? ''}`),
    message: projectionText('leak.inCopy', { name: nameOfHit(sought) }),
    ...defined({ where: places[index]?.where }),
  }))
}
