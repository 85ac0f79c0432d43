import type { Node as SheetNode } from '@tiptap/pm/model'

export interface ShownText {
  readonly text: string
  /** The offset in the block of each code unit of the text. Absent: they are the same. */
  readonly places?: readonly number[]
}

/** The text of a block as it reads when its suggestions are accepted, with one sign for each leaf. */
export function shownText(block: SheetNode): ShownText {
  let isWhole = true
  block.forEach(({ marks }) => {
    if (marks.some(({ type }) => type.name === 'deletion')) isWhole = false
  })
  if (isWhole) return { text: block.textBetween(0, block.content.size, undefined, '\n') }
  const places: number[] = []
  let text = ''
  block.forEach(({ marks, text: words = '\n' }, offset) => {
    if (marks.some(({ type }) => type.name === 'deletion')) return
    for (let at = 0; at < words.length; at++) places.push(offset + at)
    text += words
  })
  return { text, places }
}
