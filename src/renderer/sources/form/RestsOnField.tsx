import { useMemo } from 'react'
import { sourcesText } from '../../../catalogue/window/sources'
import type { Source } from '../../../story/desk/source'
import type { SourceDraft } from '../../state/stores/drafts'
import { SourcePicker } from '../picker/SourcePicker'

interface RestsOnFieldProps {
  /** The source that is changed. Undefined for a new one. */
  readonly from: Source | undefined
  /** The source book. */
  readonly book: readonly Source[]
  readonly words: SourceDraft
  readonly problem: string | undefined
  readonly set: (next: Partial<SourceDraft>) => void
}

/** The other source that a source rests on. Not shown while there is none. */
export function RestsOnField({ from, book, words, problem, set }: RestsOnFieldProps) {
  const { sought } = words
  const others = useMemo(() => book.filter(({ id }) => id !== from?.id), [book, from?.id])
  if (others.length === 0) return null
  return (
    <SourcePicker
      label={sourcesText('sourceForm.rests')}
      hint={sourcesText('sourceForm.twoReportsRestOne')}
      placeholder={sourcesText('sourcePicker.typeFind')}
      sources={others}
      book={book}
      picked={words.derivedFrom[0]}
      none={sourcesText('sourceForm.nothingButItself')}
      problem={problem}
      onPick={(picked) => set({ derivedFrom: picked === '' ? [] : [picked, ...words.derivedFrom.slice(1)] })}
      begun={sought}
      onTyping={(text) => {
        if (text !== sought) set({ sought: text })
      }}
    />
  )
}
