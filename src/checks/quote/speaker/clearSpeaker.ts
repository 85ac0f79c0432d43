/** Who the copy says has said an untagged quotation, for lists. */
import type { Block, Copy, Range } from '../../../story/copy/copy'
import { isNobodysName } from './attribution/isNobodysName'
import { readAttribution } from './attribution/readAttribution'

/** Grafs before that are read: whom a pronoun means. */
const EARLIER = 6

/** By block and the one before it: unchanged blocks are the same objects, and reading one costs a millisecond. */
const known = new WeakMap<Block, { readonly before: Block | undefined; readonly names: Map<number, string> }>()

/**
 * The speaker as the copy names them; '' if it names nobody clearly. Remembers the answer while the graf is the same.
 */
export function clearSpeaker(copy: Copy, { block, from, to }: Range): string {
  const graf = copy[block]
  if (!graf) return ''
  const before = copy[block - 1]
  let read = known.get(graf)
  if (!read || read.before !== before) known.set(graf, (read = { before, names: new Map() }))
  let name = read.names.get(from)
  if (name === undefined) {
    const earlier = copy.slice(Math.max(0, block - EARLIER), block).map(({ text }) => text)
    const said = readAttribution({ graf: graf.text, from, to, earlier }, [])?.name ?? ''
    name = isNobodysName(said) ? '' : said
    read.names.set(from, name)
  }
  return name
}

/** Whether that is known without reading. */
export const isSpeakerRead = (copy: Copy, { block, from }: Range): boolean => {
  const graf = copy[block]
  const read = graf && known.get(graf)
  return read !== undefined && read.before === copy[block - 1] && read.names.has(from)
}
