/**
 * The keys of statements without a tag: the statement, its place, what leads in to it, and what denies it beside. With
 * each, the keys that earlier Stets gave it.
 */
import type { Finding } from '../../../story/assessment/finding'
import type { Copy } from '../../../story/copy/copy'
import { FORMER_SENTENCE_RULES, readsOtherwise, SENTENCE_RULE } from '../../../story/copy/words/sentences'
import { defined } from '../../../story/text/defined'
import { denialsBeside } from '../../../story/view/denialsBeside'
import { neighboursOf } from '../../../story/view/neighbours'
import { FORMER_VIEW_RULES, sentencesOfView } from '../../../story/view/signedView'
import type { KeyedStatement } from '../../detect/statementsOf'
import { keyText } from '../../finding/findingKey'
import { leadKey, placeKey } from '../../finding/placeKey'

/** What the place adds to a key: now, by each view rule before, and before any lead-in counted. */
export function placesKeys(copy: Copy, index: number): Places {
  const place = placeKey(copy, index)
  const { before = -1, after = -1 } = neighboursOf(copy)[index] ?? {}
  const grafs = [before, index, after].map((at) => copy[at]?.text ?? '')
  const others = FORMER_SENTENCE_RULES.filter((rule) => grafs.some((text) => readsOtherwise(text, rule)))
  return {
    now: `${place}${leadKey(copy, index)}`,
    former: FORMER_VIEW_RULES.map((rule) => [sentencesOfView(rule), `${place}${leadKey(copy, index, rule)}`] as const),
    bare: place,
    readAs: (rule) => (others.some((other) => other === rule) ? rule : SENTENCE_RULE),
  }
}

export interface Places {
  readonly now: string
  /** By the version of the sentence rule. */
  readonly former: readonly (readonly [rule: number, place: string])[]
  readonly bare: string
  /** The newest version that reads the graf and those beside it as this one. */
  readonly readAs: (rule: number) => number
}

export interface PlacedKey {
  readonly key: string
  /** Version of the sentence rule. */
  readonly rule: number
}

/** Before any lead-in counted, sentences were read by this version of their rule. */
const BEFORE_LEADS = 2

/** The key of a statement, and the others that earlier Stets gave it. */
export function keysAt(
  { key, formerKeys = {} }: KeyedStatement,
  { now, former, bare, readAs }: Places,
): readonly PlacedKey[] {
  const all = [
    { key: `${key}${now}`, rule: SENTENCE_RULE },
    ...former.map(([rule, place]) => ({ key: `${formerKeys[rule] ?? key}${place}`, rule: readAs(rule) })),
    { key: `${formerKeys[BEFORE_LEADS] ?? key}${bare}`, rule: readAs(BEFORE_LEADS) },
  ]
  const isSame = (a: PlacedKey, b: PlacedKey): boolean => a.key === b.key && a.rule === b.rule
  return all.filter((one, at) => all.findIndex((other) => isSame(one, other)) === at)
}

/** With the number of each place. Keys that are equal are one place: they differ by what each rule reads beside it. */
export function numbered(keys: readonly PlacedKey[], nthOf: (stands: string) => string): readonly PlacedKey[] {
  const nth = new Map([...new Set(keys.map(({ key }) => key))].map((key) => [key, nthOf(key)]))
  return keys.map(({ key, rule }) => ({ key: nth.get(key) ?? key, rule }))
}

/** Tells places of equal keys apart by their number. Ask it for each place, in reading order. */
export function counting(): (stands: string) => string {
  const seen = new Map<string, number>()
  return (stands) => {
    const nth = (seen.get(stands) ?? 0) + 1
    seen.set(stands, nth)
    return `${stands}:${nth}`
  }
}

/** “Nothing to check” ends with a sentence beside that denies the words (“That is not true.”). '' without one. */
export function denialKey(
  copy: Copy,
  block: number,
  { from, to }: KeyedStatement,
  rule: number = SENTENCE_RULE,
): string {
  const place = { block, from, to }
  const denials = denialsBeside(copy, place, place, rule)
  return denials === undefined ? '' : `!${keyText(denials)}`
}

/**
 * The key of what is shown as one find: the keys of its statements. Whoever answered only one of them has not answered
 * the find. Before they were joined, each had its own: a story that was cleared so holds by the first.
 */
export function keysOf(all: readonly (readonly string[])[]): Pick<Finding, 'key' | 'formerKeys'> {
  const key = all.map(([now = '']) => now).join('+')
  const formerKeys = [...new Set(all[0])].filter((one) => one !== key)
  return { key, ...defined({ formerKeys: formerKeys.length > 0 ? formerKeys : undefined }) }
}
