import type { Node as SheetNode } from '@tiptap/pm/model'

/** What undo or redo did to tags or comments while the words stayed as they are. */
export interface UndoneMarks {
  readonly direction: 'undo' | 'redo'
  readonly mark: 'tag' | 'comment'
  readonly change: 'gone' | 'back'
  /** The number of facts or comments. */
  readonly count: number
  /** The words of the first one. */
  readonly words: string
}

const MARKS = { tag: 'fact', comment: 'comment' } as const

/** Compares the sheet before and after. Undefined if the words changed, or no tag and no comment did. */
export function undoneMarks(before: SheetNode, after: SheetNode): Omit<UndoneMarks, 'direction'> | undefined {
  if (before.eq(after) || before.textContent !== after.textContent) return undefined
  for (const mark of ['tag', 'comment'] as const) {
    const [was, is] = [before, after].map((doc) => wordsUnder(doc, MARKS[mark]))
    const [gone, back] = [missingIn(is, was), missingIn(was, is)]
    const changed = gone.length > 0 ? gone : back
    const [words] = changed
    if (words !== undefined) return { mark, change: changed === gone ? 'gone' : 'back', count: changed.length, words }
  }
  return undefined
}

type Marked = ReadonlyMap<unknown, string>

/** The words under each mark of this name, by its id. */
function wordsUnder(doc: SheetNode, name: string): Marked {
  const words = new Map<unknown, string>()
  doc.descendants((node) => {
    for (const { type, attrs } of node.marks)
      if (type.name === name) words.set(attrs['id'], (words.get(attrs['id']) ?? '') + (node.text ?? ''))
  })
  return words
}

const missingIn = (there: Marked = new Map(), all: Marked = new Map()): readonly string[] =>
  [...all].flatMap(([id, words]) => (there.has(id) ? [] : [words]))
