/**
 * Where in the copy a protected name stands, for the key of its confirmation: one confirmation serves one place. The
 * same cell under another header, or the same caption under another picture, is another place.
 */
import type { Copy } from '../../story/copy/copy'
import { leadText } from '../../story/view/context'
import { headingsOf, neighboursOf } from '../../story/view/neighbours'
import { canonicalJson } from '../../story/text/canonicalJson'
import { canonical } from '../../story/text/compare'
import { defined } from '../../story/text/defined'

/** A name in the copy: its first block, further blocks that it reaches into, and the words that confirm it. */
export interface NamedPlace {
  readonly block: number
  readonly from: number
  readonly others: readonly number[]
  /** The sentence, and where the name is in it. */
  readonly words: string
}

/**
 * The key of each place: its words, and what they belong to. A graf that moves keeps its key. Where the same words
 * stand in several such places, the neighbours and the number of each count: one more place changes all keys. `rule`:
 * version of the sentence rule.
 */
export function placeKeys(copy: Copy, places: readonly NamedPlace[], rule?: number): readonly string[] {
  const numbers = new Map<string, string[]>()
  const found = places.map(({ block, from, others, words }) => {
    const key = canonicalJson([words, [block, ...others].map((index) => belongs(copy, index, rule))])
    const at = `${block}:${from}`
    const same = numbers.get(key) ?? []
    // A name may be found twice at one place, by two of its forms.
    if (!same.includes(at)) numbers.set(key, [...same, at])
    return { key, at, block }
  })
  return found.map(({ key, at, block }) => {
    const same = numbers.get(key) ?? []
    return same.length === 1 ? key : canonicalJson([key, same.indexOf(at), same.length, around(copy, block)])
  })
}

/** Its kind, and what it belongs to: headers and labels of a cell, lead-in of a list item, picture of a caption. */
function belongs(copy: Copy, index: number, rule?: number): unknown {
  const { role, picture } = copy[index] ?? {}
  const { belongsTo, ...cells } = neighboursOf(copy)[index] ?? { belongsTo: [], headers: [] }
  return defined({
    role,
    headers: headingsOf(cells).map((at) => canonical(copy[at]?.text ?? '')),
    // What leads in to a table tells no place of it: a confirmed name stays confirmed.
    belongsTo: (copy[index]?.cell ? [] : belongsTo).map((at) => canonical(leadText(copy[at], rule))),
    picture: picture && {
      file: picture.file,
      alt: canonical(picture.alt),
      credit: canonical(picture.credit),
      captured: picture.captured,
    },
  })
}

/** The block before the place, its own, and the one after it. */
const around = (copy: Copy, block: number): readonly string[] =>
  [copy[block - 1], copy[block], copy[block + 1]].map((one) => canonical(one?.text ?? ''))
