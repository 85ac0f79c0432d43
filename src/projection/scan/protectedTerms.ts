import { bareNames } from '../../story/desk/names/bareNames'
import { contactNotes } from '../../story/desk/contact'
import { NO_PSEUDONYM, pseudonyms, shownPseudonym, type Source } from '../../story/desk/source'
import { addressReadings } from './readings/addressReadings'
import { foldForScan } from './readings/foldForScan'

/** A term that must never be exported. `label` replaces the source's name wherever people read about it. */
export interface ProtectedTerm {
  /** "Source A" */
  readonly label: string
  readonly what: 'name' | 'alias' | 'contact'
  readonly term: string
  /** Without titles, notes and initials: “Joseph Wilson” of “Dr. Joseph Wilson”. Each is sought as the term is. */
  readonly bare?: readonly string[]
  /** The parts of all names of the source, folded: "Okafor" after the alias "Dan" is no other person. */
  readonly own?: readonly string[]
}

/** Returns names, aliases and contacts of all protected sources, labelled by pseudonym. */
export function protectedTerms(sources: Iterable<Source>): readonly ProtectedTerm[] {
  // A merged source is in the book under both ids.
  const guarded = [
    ...new Map([...sources].filter((source) => source.protected).map((source) => [source.id, source])).values(),
  ]
  const labels = pseudonyms(guarded)
  return guarded.flatMap((source) => termsOf(source, labels.get(source.id) ?? NO_PSEUDONYM))
}

/** Of each source as it was read or written: a source that changes is another object. */
const known = new WeakMap<Source, { readonly label: string; readonly terms: readonly ProtectedTerm[] }>()

/** Names, aliases and contacts of one source, as they are sought while it is protected. */
export function termsOf(source: Source, label: string): readonly ProtectedTerm[] {
  const before = known.get(source)
  if (before?.label === label) return before.terms
  const terms = makeTerms(source, label)
  known.set(source, { label, terms })
  return terms
}

function makeTerms(source: Source, label: string): readonly ProtectedTerm[] {
  const terms: ProtectedTerm[] = [
    ...(source.destroyed ? [] : [{ label, what: 'name' as const, term: source.name }]),
    ...source.aliases.map((term) => ({ label, what: 'alias' as const, term })),
    ...contactNotes(source.contact ?? '')
      .flatMap(contactTerms)
      .map((term) => ({ label, what: 'contact' as const, term })),
  ]
  // What a document is called is no name with titles. An alias is sought alone only if people say so.
  const bareOf = ({ what, term }: ProtectedTerm): readonly string[] =>
    source.kind === 'person' && what !== 'contact'
      ? bareNames(term, what === 'name').filter((name) => !isPrinted(name, source))
      : []
  const own = [source.name, ...source.aliases].flatMap((name) => foldForScan(name).text.match(/[\p{L}\p{N}]+/gu) ?? [])
  // Of a source that another library knows, only the pseudonym is here. It may be printed.
  return terms
    .map((entry) => ({ ...entry, term: entry.term.trim(), bare: bareOf(entry) }))
    .map(({ bare, ...entry }) => ({ ...entry, ...(bare.length > 0 ? { bare } : {}), own }))
    .filter(({ term }) => term !== '' && term !== label)
}

/** What Stet or the desk itself writes about a source: its pseudonym, or words of the agreed description. */
const isPrinted = (name: string, { description = '' }: Source): boolean =>
  shownPseudonym(name) !== name || /^Source(?: [A-Z]+)?$/iu.test(name) || inWords(description).includes(inWords(name))

/** Parted by single spaces, so that only whole words are found. Scripts without spaces have endings behind words. */
const inWords = (text: string): string =>
  UNSPACED.test(text)
    ? foldForScan(text).text
    : ` ${foldForScan(text)
        .text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim()} `
const UNSPACED = /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u

/**
 * Returns the parts of a contact note that identify a person: addresses, numbers and handles. The rest ("Signal,
 * mornings only") may be in any copy. A note without such parts is sought as a whole. Numbers and handles are looked
 * for apart: in "tel.01012345678" the number is sought by its digits, even though the whole word may be a handle.
 */
function contactTerms(note: string): readonly string[] {
  const pieces = note
    .split(/[,;\n]/)
    .flatMap((part) => [...(part.match(ADDRESS_OR_NUMBER) ?? []), ...(part.match(ADDRESS_OR_HANDLE) ?? [])])
  return pieces.length > 0 ? [...new Set(pieces.flatMap(readingsOf))] : [note]
}

/** The piece, the numbers in it, and an address as it is written elsewhere. */
function readingsOf(piece: string): readonly string[] {
  if (!/\p{L}/u.test(piece)) return numbersIn(piece)
  const decoded = addressReadings(piece)[0]?.text ?? piece
  // “https://www.facebook.com/ana.vega?ref=bookmarks” is “facebook.com/ana.vega” in copy.
  const [, profile] = /^https?:\/\/(?:www\.|m\.)?([^\s/?#]+\/[^\s?#]*[^\s?#/.])(?:[/?#]|$)/iu.exec(decoded) ?? []
  const mailbox = decoded.replace(/(?<=\w)\+[^@\s]*(?=@)/u, '')
  const addresses = [piece, decoded, mailbox].flatMap((address) => [address, ...atOtherHosts(address)])
  return [...addresses, ...(profile === undefined || PAGE_OF_MANY.test(profile) ? [] : [profile])]
}

/** “ana@googlemail.com” for “ana@gmail.com”: one mailbox with several addresses. */
function atOtherHosts(address: string): readonly string[] {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1).toLowerCase()
  const hosts = at > 0 ? (HOSTS_OF_ONE_MAILBOX.find((same) => same.includes(host)) ?? []) : []
  return hosts.filter((other) => other !== host).map((other) => `${address.slice(0, at)}@${other}`)
}
/** Not the short ones: “jo@mac.com” for jo@icloud.com is in “Jo Mac commented”, since contacts match inside words. */
const HOSTS_OF_ONE_MAILBOX = [
  ['gmail.com', 'googlemail.com'],
  ['proton.me', 'protonmail.com'],
]

/** The query says whose page it is: “youtube.com/watch?v=…”. */
const PAGE_OF_MANY = /\.php$|\/(?:watch|search|results|users?|profile|people|citations|send|share|view|index|login)$/iu

/** A telephone number has 15 digits at most (ITU-T E.164), and one without its area six or seven. */
const MOST_DIGITS = 15
const FEWEST_DIGITS = 7
const digitsIn = (text: string): number => text.match(/\p{Nd}/gu)?.length ?? 0

/**
 * The numbers that stand beside one another: “010-1234-5678 / 02-123-4567”. “030/1234567” is one. Where nothing but
 * spaces part them, each row of groups may be one.
 */
function numbersIn(run: string): readonly string[] {
  const parts = run.split(/\s*[/·]\s*|\s{2,}|\s[-–—]\s|\s(?=\+)/u).filter((part) => digitsIn(part) >= FEWEST_DIGITS)
  const apart = parts.length > 1 ? parts : [run]
  return apart.flatMap((part) => (digitsIn(part) > MOST_DIGITS ? [part, ...rowsIn(part)] : [part]))
}

function rowsIn(part: string): readonly string[] {
  const groups = part.split(/\s+/u)
  return groups
    .flatMap((_, from) => groups.slice(from, from + MOST_DIGITS).map((__, more) => groups.slice(from, from + more + 1)))
    .map((row) => row.join(' '))
    .filter((row) => digitsIn(row) > FEWEST_DIGITS && digitsIn(row) <= MOST_DIGITS)
}

const ADDRESS = /[^\s<>()]{1,200}@[^\s<>()]+|@[\p{L}\p{N}_.]{2,}|https?:\/\/\S+/u.source
const NUMBER = /\+?\p{Nd}[\p{Nd} ().\-/·\p{Pd}]{4,}\p{Nd}/u.source

/** Handles without "@". Most other words with digits are ordinary: "COVID19", "Section230", "오후3시에". */
const HANDLE = [
  // "Danny_77"
  /(?<![\p{L}\p{N}_.])\p{L}(?=[\p{L}\p{N}.]*_)[\p{L}\p{N}_.]{3,}[\p{L}\p{N}]/u,
  // "danny77": the first letter is a small Latin one.
  /(?<![\p{L}\p{N}_.])(?=\p{sc=Latin})\p{Ll}(?=[\p{L}.]*\p{N})[\p{L}\p{N}_.]{3,}[\p{L}\p{N}]/u,
  // "ABCD1234": an id of Threema has eight signs.
  /(?<![\p{L}\p{N}_.])(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[A-Z0-9]{8}(?![\p{L}\p{N}_])/u,
]
  .map(({ source }) => source)
  .join('|')

const ADDRESS_OR_NUMBER = new RegExp(`${ADDRESS}|${NUMBER}`, 'gu')
const ADDRESS_OR_HANDLE = new RegExp(`${ADDRESS}|${HANDLE}`, 'gu')
