import type { Mark } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'

/**
 * Replaces words of one block by others. Keeps the link of the first character and the comments on the words, as
 * ProseMirror does only if the next words have them too. Tags of facts follow their own rule (keepTag.ts).
 */
export function replaceWords(tr: Transaction, from: number, to: number, text: string): void {
  const kept = marksToKeep(tr, from, to)
  tr.insertText(text, from, to)
  for (const mark of kept) tr.addMark(from, from + text.length, mark)
}

function marksToKeep({ doc }: Transaction, from: number, to: number): readonly Mark[] {
  const kept = new Set<Mark>()
  doc.nodesBetween(from, to, (node, position) => {
    for (const mark of node.marks)
      if (mark.type.name === 'comment' || (mark.type.name === 'link' && position <= from)) kept.add(mark)
  })
  return [...kept]
}
