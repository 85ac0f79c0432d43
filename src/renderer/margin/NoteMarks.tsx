import { MessageSquare, PencilLine } from 'lucide-react'
import { marginText } from '../../catalogue/writing/margin'
import { keyOfNote, type NotedWords } from '../../editor/comments/notedWords'
import type { StoryNote } from './storyNotes'

/** The notes whose words begin on one line. */
export interface LineMark {
  /** Middle of the line, in pixels from the top of the sheet. */
  readonly line: number
  readonly keys: readonly string[]
}

/** A mark is this high: those of lines that are nearer are one. */
const MARK_PX = 20

export function marksOf(words: readonly NotedWords[]): readonly LineMark[] {
  const marks: { readonly line: number; readonly keys: string[] }[] = []
  for (const one of words) {
    const last = marks.at(-1)
    if (last && one.line - last.line < MARK_PX) last.keys.push(keyOfNote(one))
    else marks.push({ line: one.line, keys: [keyOfNote(one)] })
  }
  return marks
}

interface NoteMarkProps {
  readonly mark: LineMark
  readonly notes: ReadonlyMap<string, StoryNote>
  readonly isOpen: boolean
  readonly onPress: () => void
}

/** A bubble or a pencil beside the line, with the number of its notes. */
export function NoteMark({ mark: { line, keys }, notes, isOpen, onPress }: NoteMarkProps) {
  const all = keys.flatMap((key) => notes.get(key) ?? [])
  const comments = all.filter(({ kind }) => kind === 'comment').length
  const suggestions = all.length - comments
  const Icon = comments > 0 ? MessageSquare : PencilLine
  const isMustFix = all.some((note) => note.kind === 'comment' && note.comment.thread.mustFix)
  return (
    <button
      type="button"
      className="margin-mark"
      data-kind={isMustFix ? 'mustFix' : comments > 0 ? 'comment' : 'suggestion'}
      aria-expanded={isOpen}
      aria-label={marginText('mark', {
        ...{ comments, suggestions, total: all.length },
        both: comments > 0 && suggestions > 0 ? 'yes' : 'no',
      })}
      style={{ insetBlockStart: line - MARK_PX / 2 }}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      {all.length}
    </button>
  )
}
