import { projectionText } from '../../catalogue/rooms/projection'
import type { Copy } from '../../story/copy/copy'
import { hashText } from '../../story/ledger/hash'
import { sentencesOf } from '../../story/copy/sentences'
import { beginsWithLetter, endsWithLetter, placesOf } from '../../story/text/words'
import { foldForScan, unescapeForScan, type Folded } from './foldForScan'
import type { ProtectedTerm } from './protectedTerms'
import { placeInText, shownReadings, type ShownReading } from './shownReadings'
import { hasRightToLeft, NUMBER_RUN, turnedNumbers } from './turnedNumbers'

/** A finished output before it is handed over. */
export interface ScannedOutput {
  /** The whole output as decoded UTF-8, with markup and metadata. */
  readonly text: string
  readonly fileName: string
  readonly mediaType: string
}

export interface LeakHit {
  /** "Source A", or "An internal id". */
  readonly label: string
  readonly what: ProtectedTerm['what'] | 'internalId'
  readonly place: 'fileName' | 'copy' | 'elsewhere'
  /** Only for hits in the copy: another person may confirm this occurrence. All other hits always block. */
  readonly confirmable: boolean
  /** Identifies the occurrence without the name. Another sentence gives another key. */
  readonly key: string
  /** For people. Never contains the name, alias, contact or id. */
  readonly message: string
  /** The place in the copy. */
  readonly where?: { readonly block: number; readonly from: number; readonly to: number }
}

/**
 * Finds every place of a finished output with a protected name, alias, contact or internal id: in text, markup,
 * metadata and file name; folded for case, accents, width, entities and escapes. Latin aliases of up to three letters
 * match as whole tokens with their case. Longer names match as words with the endings that languages add
 * (standsAsWord). A hit counts as "in the copy" only if the text around it is the copy's.
 */
export function scanForLeaks(
  output: ScannedOutput,
  terms: readonly ProtectedTerm[],
  internalIds: readonly string[],
  copy: Copy,
): readonly LeakHit[] {
  const hits: LeakHit[] = []
  const name = prepare(unescapeForScan(output.fileName))
  const { words, tags } = separateMarkup(unescapeForScan(output.text), output.mediaType)
  const body = prepare(words)
  const markup = prepare(tags)
  for (const sought of [...terms.map(seekTerm), ...internalIds.filter((id) => id !== '').map(seekId)]) {
    if (findIn(name, sought).length > 0) hits.push(blocking(sought, 'fileName', projectionText('leak.inFileName')))
    if (findIn(markup, sought).length > 0) hits.push(blocking(sought, 'elsewhere', projectionText('leak.inMarkup')))
    const found = findIn(body, sought)
    // A term that is not in the output is not sought in each block.
    const inCopy =
      found.length === 0
        ? []
        : prepareCopy(copy).flatMap((block, index) =>
            findIn(block, sought).map((place) => ({ block, index, ...place })),
          )
    const foreign = found.filter((place) => !inCopy.some((own) => sameSurroundings(body, place, own.block, own)))
    if (foreign.length > 0)
      hits.push(blocking(sought, 'elsewhere', projectionText('leak.outsideCopy', { count: foreign.length })))
    if (found.length > foreign.length)
      for (const own of inCopy) hits.push(inSentence(sought, own.index, own.block, own))
  }
  return hits
}

interface Prepared {
  readonly original: string
  readonly folded: Folded
  readonly rightToLeft: boolean
  /** Readings that differ from the stored text. */
  readonly readings: readonly (ShownReading & { readonly prepared: Prepared })[]
}
export interface FoundAt {
  /** Offsets in the original text. */
  readonly from: number
  readonly to: number
}
interface Sought {
  readonly label: string
  readonly what: LeakHit['what']
  readonly find: (text: Prepared) => readonly FoundAt[]
}

/** Folds lazily, when a search needs it. */
function prepare(original: string): Prepared {
  let folded: Folded | undefined
  let readings: Prepared['readings'] | undefined
  let rightToLeft: boolean | undefined
  return {
    original,
    get rightToLeft() {
      return (rightToLeft ??= hasRightToLeft(original))
    },
    get folded() {
      return (folded ??= foldForScan(original))
    },
    get readings() {
      return (readings ??= shownReadings(original).map((reading) => ({
        ...reading,
        prepared: prepareReading(reading.text),
      })))
    },
  }
}

/** A reading has no readings of its own. */
const prepareReading = (text: string): Prepared => Object.defineProperty(prepare(text), 'readings', { value: [] })

/** Returns every place of the term, in the stored text and in its readings. */
function findIn(text: Prepared, { find }: Sought): readonly FoundAt[] {
  const found = [...find(text)]
  for (const reading of text.readings) {
    for (const place of find(reading.prepared)) {
      const here = placeInText(reading, place)
      if (!found.some(({ from, to }) => from < here.to && here.from < to)) found.push(here)
    }
  }
  return found
}

/** The same copy is searched for each part of a package. */
const preparedCopies = new WeakMap<Copy, readonly Prepared[]>()
function prepareCopy(copy: Copy): readonly Prepared[] {
  const known = preparedCopies.get(copy) ?? copy.map((block) => prepare(block.text))
  preparedCopies.set(copy, known)
  return known
}

function seekTerm({ label, what, term }: ProtectedTerm): Sought {
  if (isShortLatin(term)) {
    const token = new RegExp(
      `(?<![\\p{L}\\p{N}\\p{M}])${escapePattern(foldForScan(term, true).text)}(?![\\p{L}\\p{N}\\p{M}])`,
      'gu',
    )
    return {
      label,
      what,
      find: ({ original }) => {
        const { text, at } = foldForScan(original, true)
        return [...text.matchAll(token)].map((match) => ({
          from: at[match.index] ?? 0,
          to: at[match.index + match[0].length] ?? original.length,
        }))
      },
    }
  }
  const number = foldForScan(term).text
  const digits = number.replace(/\D/g, '')
  if (what === 'contact' && digits.length >= 7 && /^[\d\s()+./·\p{Pd}-]+$/u.test(number)) {
    // The last seven digits or more: country and trunk prefixes are left out or written in many ways.
    const tail = digits.slice(-Math.max(7, digits.length - 3))
    return { label, what, find: findNumber([...tail].join('[ ().\\-/·\\p{Pd}−]{0,3}')) }
  }
  const parts = foldForScan(term).text.match(/[\p{L}\p{N}]+/gu)
  const pattern = parts
    ? (what === 'contact' ? [parts] : inEitherOrder(parts))
        .map((order) => order.map(partPattern).join('[^\\p{L}\\p{N}]{0,3}'))
        .join('|')
    : escapePattern(foldForScan(term).text)
  const find = findFolded(new RegExp(pattern, 'gu'))
  // Handles and addresses match inside other words too.
  if (what === 'contact' || !isSpaced(term)) return { label, what, find }
  const longestEnding = (term.match(/\p{L}/gu)?.length ?? 0) < LONG_NAME ? LONGEST_ENDING : Infinity
  return {
    label,
    what,
    find: (text) => find(text).filter((place) => standsAsWord(text.original, place, longestEnding)),
  }
}

/** Lists put the family name first, and languages differ: "Quill, Marta Ann" and "Min Jeong Kim". */
const inEitherOrder = (parts: readonly string[]): readonly (readonly string[])[] =>
  parts.length > 1 && parts.length <= MOST_TURNED
    ? parts.map((_, first) => [...parts.slice(first), ...parts.slice(0, first)])
    : [parts]
const MOST_TURNED = 4

/** Slavic names in Cyrillic decline in every part and change their last vowel: “Иванова”, “Ивановой”. */
function partPattern(part: string): string {
  // Narrow columns and lists put spaces and line ends between ideographs: "渡 辺 健".
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2,}$/u.test(part)) return [...part].join(' ?')
  if (!/^\p{sc=Cyrillic}{3,}$/u.test(part)) return escapePattern(part)
  const stem = part.length >= 4 ? part.replace(/[аяоеиыуюэь]$/u, '') : part
  return `${stem}\\p{L}{0,3}`
}

/**
 * Scripts that separate words by spaces and only add endings to a name. Others (Hangul, Han, Kana, Arabic, Hebrew …)
 * match anywhere.
 */
const isSpaced = (term: string): boolean =>
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{N}\p{M}\p{P}\p{S}\s]+$/u.test(term)
/** Letters from which on a name is never part of another word by chance: "Merkelregierung" matches. */
const LONG_NAME = 6
/** Letters of the longest ending of a short name: "Annának", "Ивану", "Annas". */
const LONGEST_ENDING = 3

/**
 * Whether a match is a word. "Anna" matches "Anna’s", "Annával", "#AnnaKim" and "anna_k", not "Savannah" or
 * "Annapolis". A capital after a small letter starts a word, as in handles.
 */
function standsAsWord(original: string, { from, to }: FoundAt, longestEnding: number): boolean {
  const before = PRECEDING.exec(original.slice(Math.max(0, from - 8), from))?.[0] ?? ''
  const humpBefore = /\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(original.slice(from))
  if (before !== '' && !humpBefore) return false
  const rest = FOLLOWING.exec(original.slice(to, to + 40))?.[0] ?? ''
  const ending = /\p{Ll}$/u.test(original.slice(0, to)) ? (/^[^\p{Lu}]*/u.exec(rest)?.[0] ?? '') : rest
  return (ending.match(/\p{L}/gu)?.length ?? 0) <= longestEnding
}

/** Marks and invisible characters belong to the letters around them. */
const PRECEDING = /\p{L}[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u
const FOLLOWING = /^[\p{L}\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]+/u

/** Returns every place of the term in `text`, as UTF-16 offsets. */
export const findTerm = (text: string, term: ProtectedTerm): readonly FoundAt[] => findIn(prepare(text), seekTerm(term))

function seekId(id: string): Sought {
  const alone = (before: string, after: string): boolean =>
    !endsWithLetter(before) &&
    !before.endsWith('-') &&
    !beginsWithLetter(after.startsWith('-') ? after.slice(1) : after)
  return {
    label: projectionText('leak.internalId'),
    what: 'internalId',
    find: ({ original }) => placesOf(id, original, alone).map((from) => ({ from, to: from + id.length })),
  }
}

function findFolded(pattern: RegExp): Sought['find'] {
  return ({ original, folded }) =>
    [...folded.text.matchAll(pattern)].map((match) => ({
      from: folded.at[match.index] ?? 0,
      to: folded.at[match.index + match[0].length] ?? original.length,
    }))
}

/** In right-to-left text, finds the number with its groups in reverse order too. */
function findNumber(pattern: string): Sought['find'] {
  const find = findFolded(new RegExp(pattern, 'gu'))
  const turned = new RegExp(pattern, 'u')
  return (text) => {
    const found = find(text)
    if (!text.rightToLeft) return found
    const { text: words, at } = text.folded
    const runs = [...words.matchAll(NUMBER_RUN)].filter(([run]) =>
      turnedNumbers(run).some((number) => turned.test(number)),
    )
    return [
      ...found,
      ...runs
        .map((run) => ({ from: at[run.index] ?? 0, to: at[run.index + run[0].length] ?? text.original.length }))
        .filter((run) => !found.some(({ from, to }) => from < run.to && run.from < to)),
    ]
  }
}

const isShortLatin = (term: string): boolean =>
  /^[\p{sc=Latin}\p{M}.' -]+$/u.test(term) && (term.match(/\p{L}/gu)?.length ?? 0) < 4
const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const INLINE_TAG = /^<\/?(?:a|b|i|em|strong|span|u|s|mark|cite|q)\b/i

/**
 * Separates visible text from tags. Inline markup inside a word is removed. Formats without tags are all text; of
 * Markdown, characters that may be inside a word are removed.
 */
function separateMarkup(text: string, mediaType: string): { words: string; tags: string } {
  if (/html|xml|json/.test(mediaType)) {
    const tags: string[] = []
    const words = text.replace(/<[a-z/!?][^<>]*>/gi, (tag) => {
      tags.push(tag)
      return INLINE_TAG.test(tag) ? '' : ' '
    })
    return { words, tags: tags.join('\n') }
  }
  const addresses: string[] = []
  const words = text.replace(/(\])?\((?:<[^<>\n]*>|(?:https?:|mailto:)[^()\s]*)\)/gi, (address, bracket?: string) => {
    addresses.push(address)
    return bracket ?? ''
  })
  return { words: /markdown/.test(mediaType) ? words.replace(/[*_\\]/g, '') : words, tags: addresses.join('\n') }
}

/** Letters and digits on each side that must agree, and the least number of them in all. */
const CONTEXT = 12
const LEAST_CONTEXT = 6

/**
 * Whether the text around a place of the output agrees with that of a place of the copy, as far as the block reaches.
 */
function sameSurroundings(output: Prepared, place: FoundAt, block: Prepared, own: FoundAt): boolean {
  const ownBefore = lettersBefore(block.original, own.from)
  const ownAfter = lettersAfter(block.original, own.to)
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

/** "Source A’s name", "An internal id". */
const nameOf = ({ label, what }: Sought): string =>
  what === 'internalId' ? label : projectionText(`leak.${what}`, { label })

function blocking(sought: Sought, place: 'fileName' | 'elsewhere', where: string): LeakHit {
  return {
    label: sought.label,
    what: sought.what,
    place,
    confirmable: false,
    key: hashText(`${sought.label}|${sought.what}|${place}`),
    message: projectionText('leak.stands', { name: nameOf(sought), where }),
  }
}

function inSentence(sought: Sought, block: number, { original }: Prepared, { from, to }: FoundAt): LeakHit {
  const sentence = sentencesOf(original).find((range) => range.from <= from && from < range.to)
  const words = sentence ? original.slice(sentence.from, sentence.to) : original
  return {
    label: sought.label,
    what: sought.what,
    place: 'copy',
    confirmable: true,
    key: hashText(`${sought.label}|${sought.what}|${from - (sentence?.from ?? 0)}|${words}`),
    message: projectionText('leak.inCopy', { name: nameOf(sought) }),
    where: { block, from, to },
  }
}
