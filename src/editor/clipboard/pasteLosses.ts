/** What a paste cannot keep. People are told, so that nothing vanishes in silence. */
import type { Node as SheetNode } from '@tiptap/pm/model'
import { partOfNode } from '../schema/blockAttrs'
import { isSuggestionMark } from '../suggesting/suggestionMarks'
import type { Clip } from './clip'

const PASTE_LOSSES = [
  'pictures',
  'media',
  'formulas',
  'controls',
  'readingAids',
  'hiddenText',
  'deletedText',
  'comments',
  'struckOut',
  'underlined',
  'raised',
  'highlighted',
  'mergedCells',
  'rowHeaders',
  'tables',
  'links',
  'listNumbers',
  'direction',
  'directionOverrides',
  'formatting',
  'facts',
  'tags',
  'suggestions',
] as const
export type PasteLossName = (typeof PASTE_LOSSES)[number]

export interface PasteLoss {
  readonly what: PasteLossName
  readonly count: number
  /** The first words concerned; may be empty. */
  readonly example: string
}

/** Collects losses: each once, with their number and the first words concerned. */
export class LossList {
  readonly #losses = new Map<PasteLossName, { count: number; example: string }>()

  add(what: PasteLossName, example = '', count = 1): void {
    if (count === 0) return
    const known = this.#losses.get(what) ?? { count: 0, example: '' }
    this.#losses.set(what, { count: known.count + count, example: known.example || shortened(example) })
  }

  get list(): readonly PasteLoss[] {
    return PASTE_LOSSES.flatMap((what) => {
      const found = this.#losses.get(what)
      return found ? [{ what, ...found }] : []
    })
  }
}

function shortened(text: string): string {
  const line = [
    ...text
      .replace(/[\u202a-\u202e]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
  return line.length > 40 ? `${line.slice(0, 39).join('')}…` : line.join('')
}

/** What is lost because of the place: headline, deck, cells and cutlines take words only. */
export function lossesInPlace(blocks: readonly SheetNode[], target: SheetNode): readonly PasteLoss[] {
  const isLine = target.type.name === 'block' && partOfNode(target) !== 'body'
  if (!isLine && target.type.name !== 'cell' && target.type.name !== 'picture') return []
  const found = new LossList()
  for (const block of blocks) {
    if (block.type.name === 'table') found.add('tables', block.textContent)
    if (block.type.name === 'picture') found.add('pictures', block.textContent)
    block.descendants((node) => {
      if (isLine && node.marks.some(({ type }) => ['bold', 'italic', 'link'].includes(type.name)))
        found.add('formatting', node.text ?? '')
      return true
    })
  }
  return found.list
}

/** The words were copied in another window, which alone knows their tags. */
export const TAGS_ELSEWHERE: PasteLoss = { what: 'tags', count: 1, example: '' }

/** What words that were copied in another story leave there. */
export function lossesOfClip({ storyId, blocks, facts, suggestions = 0 }: Clip, here: string): readonly PasteLoss[] {
  const found = new LossList()
  found.add('suggestions', '', suggestions)
  if (storyId === here) return found.list
  const comments = new Set<unknown>()
  for (const block of blocks)
    block.descendants(({ marks }) =>
      marks.forEach(({ type, attrs }) => type.name === 'comment' && comments.add(attrs['id'])),
    )
  found.add('comments', '', comments.size)
  found.add('facts', '', facts.size)
  return found.list
}

/** How many suggestions are pending in the blocks. */
export function suggestionsOf(blocks: readonly SheetNode[]): number {
  const ids = new Set<unknown>()
  for (const block of blocks)
    block.descendants(({ marks }) => marks.forEach((mark) => isSuggestionMark(mark) && ids.add(mark.attrs['id'])))
  return ids.size
}
