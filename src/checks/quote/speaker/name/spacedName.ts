/** A name in a script with spaces between words: “Council President Maria Ortiz Jr.” */
import { defined } from '../../../../story/text/defined'
import { foldedName, isJoining } from './foldedName'
import type { ParsedName } from './parsedName'
import { inPlainLetters } from './plainLetters'
import { addOffice, isViceOf, titleAt, titles, VICE } from './titles'

/** Joining words and forms of address that are given names too. */
const GIVEN_TOO = new Set('van von del di du le al bin ben abu don dom'.split(' '))

/** l’avocat, dell’avvocato */
const ELIDED = /(?<!\p{L})(?:l|d|(?:de|a|ne|da|su)ll)['’](?=\p{Ll}{2})/giu

const GENERATIONS = new Set('jr sr ii iii iv junior senior'.split(' '))

/**
 * @param text - Without brackets. Case and accents of the names do not count; capitals tell names from other words.
 * @returns Folded parts without titles. No parts: the text is a title alone.
 */
export function spacedName(text: string): ParsedName {
  // "Brandt's" and Turkish "Yılmaz'ın" are the name with an ending; O'Neill is not.
  const written =
    text
      .replace(ELIDED, '')
      .replace(/(?<=\p{L}{3})['’](?:s|[\p{Ll}]{1,4})(?![\p{L}])/gu, '')
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const words = written.map(foldedName)
  const marked = written.flatMap((word, at): [string, string][] => {
    const plain = inPlainLetters(word)
    return plain === undefined ? [] : [[words[at] ?? '', foldedName(plain)]]
  })
  const capitals = written.some((word) => /^\p{Lu}/u.test(word))
  const parts: string[] = []
  const offices: string[] = []
  let address: ParsedName['address']
  let former = false
  let onlyTitle = false
  let under: ReadonlySet<string> | undefined
  let generation: string | undefined
  let house: readonly string[] | undefined
  let lead: string | undefined
  /** “Al-Sisi” is a surname, and “Le ministre Roux” has no given name. */
  const mayBeGiven = (at: number): boolean =>
    parts.length === 0 &&
    GIVEN_TOO.has(words[at] ?? '') &&
    isCapitalised(written, at) &&
    isCapitalised(written, at + 1) &&
    titleAt(words, at + 1) === undefined &&
    !new RegExp(`${written[at] ?? ''}[-‐’']`, 'u').test(text)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const head = parts.length === 0 ? headAt(words, written, at) : undefined
    if (head) {
      offices.push(head.office)
      house = words.slice(at, at + head.length - 1)
      at += head.length - 1
      continue
    }
    if (parts.length === 0) under = VICE.get(word) ?? (word === 'and' ? undefined : under)
    if (parts.length === 0 && isViceOf(words, at)) {
      parts.push(`vice ${words[at + 1] ?? ''}`)
      at++
      continue
    }
    const title = titleAt(words, at)
    if (parts.length > 0 && GENERATIONS.has(word)) {
      generation = word.replace(/^(jun|sen)ior$/u, (long) => `${long.charAt(0)}r`)
      continue
    }
    // Larry King is no king; Council President Ortiz is a president. Some forms of address follow the name.
    const last = words.slice(at + (title?.[0] ?? 1)).every((other) => GENERATIONS.has(other))
    if (
      title &&
      (parts.length === 0 || BEHIND.has(word) || ('office' in title[1] && !last && isCapitalised(written, at)))
    ) {
      if (parts.length > 0 && !BEHIND.has(word)) parts.length = 0
      if ('office' in title[1]) addOffice(offices, title[1].office, under)
      else {
        address ??= title[1].address
        if (mayBeGiven(at)) lead = word
      }
      if (!VICE.has(word) || title[0] > 1) under = undefined
      onlyTitle = true
      at += title[0] - 1
      continue
    }
    // “President-elect”
    const isBefore = titles().former.has(word) || (offices.length > 0 && /^(?:elect|designate)$/u.test(word))
    if (isBefore && parts.length === 0) {
      former = true
      continue
    }
    // “Kim Jong Il”, “Anna E.”: nothing follows that it could join.
    const isLast = at === words.length - 1 && parts.length > 0 && isCapitalised(written, at)
    if (isJoining(word) && !isLast) {
      if (mayBeGiven(at)) lead = word
      continue
    }
    // "president of the council": no name.
    if (capitals && /^\p{Ll}/u.test(written[at] ?? '') && (onlyTitle || parts.length > 0)) continue
    parts.push(word)
  }
  const [first = ''] = text.match(INITIALS) ?? []
  const initials = parts.length === 1 && first !== '' ? first.toLowerCase() : undefined
  const surname = parts.length === 0 && LE_MAIRE.test(text) ? words.slice(-2).join(' ') : undefined
  const plain = marked.length > 0 ? new Map(marked) : undefined
  const more = defined({ address, generation, house, lead, initials, surname, plain })
  return { parts, offices, former, joined: false, words, ...more }
}

/** “House Speaker Johnson”, “Majority Leader Thune”. “Speaker 1” and “the speaker” name no head of a house. */
function headAt(words: readonly string[], written: readonly string[], at: number): Head | undefined {
  let end = at
  while (HOUSES.has(words[end] ?? '')) end++
  const office = words[end] ?? ''
  const isNamed = /^\p{Lu}\p{L}/u.test(written[end + 1] ?? '')
  return HEADS.has(office) && isNamed ? { office, length: end - at + 1 } : undefined
}
interface Head {
  readonly office: string
  readonly length: number
}
const HOUSES = new Set('house senate majority minority opposition'.split(' '))
const HEADS = new Set('speaker leader whip'.split(' '))

const INITIALS = /^\p{Lu}{2,3}$/u
const LE_MAIRE = /^(?:(?:M|Mme)\.? )?L[ae] \p{Lu}\p{L}+$/u
const BEHIND = new Set(['bey', 'hanim', 'जी', 'ji'])
const isCapitalised = (written: readonly string[], at: number): boolean => /^\p{Lu}/u.test(written[at] ?? '')
