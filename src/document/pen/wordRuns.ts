/** The live words of a block, by who typed them and how they look. */
import * as Y from 'yjs'
import { markNameOf } from '../markNames'
import { itemsIn } from '../reading/yjsItems'
import type { Formats } from './blockPieces'
import type { Origin } from './editing'
import type { ProposalWork } from './proposalWork'

/** Characters of one typist that stand together and look alike, from the place of their first. */
export interface WordRun extends Origin {
  readonly text: string
  readonly attributes: Formats
  readonly isBreak?: true
}

/** The live words of a block that is to go, without proposals to delete them. */
export function runsOf(element: Y.XmlElement): readonly WordRun[] {
  const runs: WordRun[] = []
  for (const { content, deleted: isGone, id } of itemsIn(element)) {
    if (isGone || !(content instanceof Y.ContentType)) continue
    const { type } = content
    if (type instanceof Y.XmlElement) runs.push({ text: '\n', attributes: {}, ...idIn(id), isBreak: true })
    if (!(type instanceof Y.XmlText)) continue
    const open = new Map<string, unknown>()
    for (const item of itemsIn(type)) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentFormat) open.set(item.content.key, item.content.value)
      else if (item.content instanceof Y.ContentString) {
        const marks = [...open].filter(([name, value]) => value !== null && markNameOf(name) !== 'deletion')
        runs.push({ text: item.content.str, attributes: Object.fromEntries(marks), ...idIn(item.id) })
      }
    }
  }
  return runs
}

const idIn = ({ client, clock }: Y.ID): Origin => ({ client, clock })

/** Notes that the library takes characters out: they stand elsewhere now, and nobody took them away. */
export function noteTaken(element: Y.XmlElement, from: number, to: number, { library, notes }: ProposalWork): void {
  let start = 0
  for (const { text, client, clock } of runsOf(element)) {
    const [first, last] = [Math.max(from, start), Math.min(to, start + text.length)]
    if (first < last) notes.push(['took', library, client, clock + (first - start), last - first])
    start += text.length
  }
}
