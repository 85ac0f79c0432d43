import { useLayoutEffect, useState } from 'react'
import { findState } from '../../../editor/find/findPlugin'
import type { PictureDetail } from '../../../story/copy/picture'
import type { StoryPart } from '../../state'

/** What the sheet found, as the bar shows it. */
export interface FoundInSheet {
  readonly matches: number
  /** Those in words, which can be replaced. The others are in details of pictures. */
  readonly words: number
  /** From 0; -1: none. */
  readonly current: number
  /** The detail of a picture that the current match is in. */
  readonly detail: PictureDetail | undefined
  /** Why the expression cannot be searched with. */
  readonly problem: string | undefined
}
const NOTHING: FoundInSheet = { matches: 0, words: 0, current: -1, detail: undefined, problem: undefined }

/** Follows the search of the sheet. */
export function useFindState({ editor }: StoryPart<'editor'>): FoundInSheet {
  const [state, setState] = useState(NOTHING)
  // Before the first search of the bar.
  useLayoutEffect(() => {
    if (!editor) return
    const read = (): void => {
      const { matches, inWords, current, problem } = findState(editor.state)
      const now = { matches: matches.length, words: inWords, current, detail: matches[current]?.detail, problem }
      setState((before) => (isSame(before, now) ? before : now))
    }
    editor.on('transaction', read)
    return () => void editor.off('transaction', read)
  }, [editor])
  return state
}

const isSame = (one: FoundInSheet, other: FoundInSheet): boolean =>
  one.matches === other.matches &&
  one.words === other.words &&
  one.current === other.current &&
  one.detail === other.detail &&
  one.problem === other.problem
