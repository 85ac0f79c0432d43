import { escapePattern } from '../../../story/text/escapePattern'
import { lazy } from '../../../story/text/lazy'
import { foldForScan } from '../readings/foldForScan'
import { foldLookalikes } from '../readings/lookalikes/foldLookalikes'
import { likenessPattern } from '../readings/lookalikes/likenessPattern'
import type { FoundAt, Prepared } from '../prepared'
import { NUMBER_RUN, turnedNumbers } from '../readings/turnedNumbers'
import spelled from './spelledSigns.json' with { type: 'json' }
import { GAP_SIGN, joinPlaces, matchesIn, partsOf, withGaps, wordsOf, type SoughtTerm } from './sought'

/** Seeks an address, number or handle. It matches inside other words too. */
export function seekContact(term: string): SoughtTerm['find'] {
  const folded = foldForScan(term).text
  const digits = folded.replace(/\D/g, '')
  if (digits.length >= 7 && /^[\d\s()+./·\p{Pd}-]+$/u.test(folded)) {
    // The last seven digits or more: country and trunk prefixes are left out or written in many ways.
    const tail = digits.slice(-Math.max(7, digits.length - 3))
    return seekNumber([...tail].join(`${GAP_SIGN}{0,3}`))
  }
  // A note without a word is sought as it is.
  if (partsOf(folded).length === 0) {
    const asItIs = new RegExp(escapePattern(folded), 'dgu')
    return (text) => matchesIn(text.folded, text.original, asItIs)
  }
  const plain = new RegExp(addressPattern(folded, escapePattern), 'dgu')
  const alike = new RegExp(
    addressPattern(foldLookalikes(term).text, (part) => likenessPattern(part, 'loose')),
    'dgu',
  )
  return (text) => {
    const stands = (_: FoundAt, tags: readonly (FoundAt | undefined)[]): boolean =>
      tags.every((tag) => tag === undefined || /^[+＋][^\s@]+$/u.test(text.original.slice(tag.from, tag.to)))
    return joinPlaces(
      matchesIn(wordsOf(text.folded), text.original, plain, stands),
      matchesIn(wordsOf(text.likened), text.original, alike, stands),
    )
  }
}

/** “marta+daily.news@example.org” is the mailbox of “marta@example.org”. */
const TAG = `((?:${GAP_SIGN}[^${GAP_SIGN}]{1,30}){1,4})??`

/** The parts of an address, with its signs, other signs or words for them between: "(at)", " dot ". */
function addressPattern(folded: string, partPattern: (part: string) => string): string {
  const pieces: string[] = []
  let at = 0
  for (const part of partsOf(folded)) {
    const from = folded.indexOf(part, at)
    if (pieces.length > 0) pieces.push(between(folded.slice(at, from)))
    pieces.push(partPattern(part))
    at = from + part.length
  }
  return pieces.join('')
}

function between(signs: string): string {
  const words = [...signs].flatMap((sign) => SPELLED().get(sign) ?? [])
  const gap = GAP_SIGN
  const tag = signs.includes('@') ? TAG : ''
  const spelled = words.length === 0 ? '' : `|${gap}{1,4}(?:${words.join('|')})${gap}{1,4}`
  return `${tag}(?:${gap}{0,3}${spelled})`
}

const SPELLED = lazy(
  () =>
    new Map(
      Object.entries(spelled.signs).map(([sign, words]) => [
        sign,
        words.map((word) => partsOf(foldForScan(word).text).map(escapePattern).join(GAP_SIGN)),
      ]),
    ),
)

/** In right-to-left text, finds the number with its groups in reverse order too. */
function seekNumber(pattern: string): SoughtTerm['find'] {
  const forwards = new RegExp(pattern, 'dgu')
  const turned = new RegExp(pattern, 'u')
  return (text: Prepared): readonly FoundAt[] => {
    const found = matchesIn(wordsOf(text.folded), text.original, forwards)
    if (!text.rightToLeft) return found
    const { text: words, at } = text.folded
    const runs = [...words.matchAll(NUMBER_RUN)].filter(([run]) =>
      turnedNumbers(run).some((number) => turned.test(withGaps(number))),
    )
    return joinPlaces(
      found,
      runs.map((run) => ({ from: at[run.index] ?? 0, to: at[run.index + run[0].length] ?? text.original.length })),
    )
  }
}
