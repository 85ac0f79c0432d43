import { useLayoutEffect, useState } from 'react'
import { sheetText } from '../../../catalogue/writing/sheet'
import {
  countToReplace,
  find,
  findNext,
  findPrevious,
  replaceAll,
  replaceMatch,
} from '../../../editor/find/findCommands'
import type { FindOptions } from '../../../editor/find/findMatches'
import { useNotice, type StoryPart } from '../../state'
import { replacedWords } from './findWords'
import { useFindState, type FoundInSheet } from './useFindState'

export interface Find {
  readonly query: string
  readonly options: FindOptions
  readonly found: FoundInSheet
  readonly replacement: string
  /** How many were replaced, until the bar is used for something else. Undo then brings the words back. */
  readonly replaced: number | undefined
  /** Searches in the same step as the typing: the count and the target of Enter belong to the typed words. */
  readonly ask: (query: string, options?: FindOptions) => void
  readonly next: () => void
  readonly previous: () => void
  readonly writeReplacement: (text: string) => void
  readonly replaceOne: () => void
  readonly replaceEach: () => void
  /** Forgets what was replaced. */
  readonly forgetReplaced: () => void
}

/** The search of the bar: what is asked of the sheet, and what it replaces. Ends with the bar. */
export function useFind(story: StoryPart<'editor'>, onReplaced: () => void): Find {
  const { editor } = story
  const { announce } = useNotice()
  const [query, setQuery] = useState(() => selectedWords(story))
  const [options, setOptions] = useState<FindOptions>({ caseSensitive: false, wholeWord: false, regex: false })
  const [replacement, setReplacement] = useState('')
  const [replaced, setReplaced] = useState<number>()
  const found = useFindState(story)

  const [first] = useState(query)
  // Before the first key in the field changes the query.
  useLayoutEffect(() => {
    if (!editor) return
    find(first)(editor.state, editor.view.dispatch)
    return () => {
      if (!editor.isDestroyed) find('')(editor.state, editor.view.dispatch)
    }
  }, [editor, first])

  const run = (command: ReturnType<typeof find>): boolean =>
    editor ? command(editor.state, editor.view.dispatch, editor.view) : false
  const replace = (command: ReturnType<typeof find>): boolean => {
    const done = run(command)
    onReplaced()
    return done
  }
  return {
    query,
    options,
    found,
    replacement,
    replaced,
    ask: (text, asked = options) => {
      setReplaced(undefined)
      setQuery(text)
      setOptions(asked)
      run(find(text, asked))
    },
    next: () => void run(findNext),
    previous: () => void run(findPrevious),
    writeReplacement: (text) => {
      setReplaced(undefined)
      setReplacement(text)
    },
    replaceOne: () => {
      if (replace(replaceMatch(replacement))) setReplaced(1)
      else if (found.words > 0) announce(sheetText('find.noneLeft'))
    },
    replaceEach: () => {
      const count = editor ? countToReplace(editor.state, replacement) : 0
      const done = replace(replaceAll(replacement))
      if (done) setReplaced(count)
      announce(done ? replacedWords(count) : sheetText('find.noneLeft'))
    },
    forgetReplaced: () => setReplaced(undefined),
  }
}

/** The selected words, if they are in one block. */
export function selectedWords({ editor }: StoryPart<'editor'>): string {
  if (!editor) return ''
  const { $from, $to, from, to } = editor.state.selection
  return $from.sameParent($to) ? editor.state.doc.textBetween(from, to).slice(0, 200) : ''
}
