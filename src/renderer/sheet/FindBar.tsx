import { factsText } from '../../catalogue/story/facts'
import { sheetText } from '../../catalogue/writing/sheet'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PictureDetail } from '../../story/copy/picture'
import type { FindOptions } from '../../editor/find/findMatches'
import { countToReplace, find, findNext, findPrevious, replaceAll, replaceMatch } from '../../editor/find/findCommands'
import { findState } from '../../editor/find/findPlugin'
import { Button, CheckField, IconButton, TextField } from '../ui'
import { runCommand, useCommand, useNotice, type StoryPart } from '../state'
import { useWindowServices } from '../state/windowServices'
import { afterDrawing, focusPlace, isFocusLost } from '../ui/focus/focusService'
import { PLACES } from '../state/focusPlaces'
import { focusSheet } from '../state/session/sheet/focusSheet'

/**
 * Find and replace in headline, deck and body; find also in the details of pictures. Replacing is an ordinary edit:
 * facts lapse by it.
 */
export function FindBar({ story }: { readonly story: StoryPart<'editor' | 'session'> }) {
  const { editor } = story
  const { setFinding, setDrawer } = useWindowServices().panels
  const { announce } = useNotice()
  const [query, setQuery] = useState(() => selectedWords(story))
  const [replacement, setReplacement] = useState('')
  const [caseSensitive, setCaseSensitive] = useState(false)
  const [wholeWord, setWholeWord] = useState(false)
  const [regex, setRegex] = useState(false)
  const shown = useFindState(story)
  const { matches, words, problem } = shown
  const field = useRef<HTMLInputElement>(null)
  const replacing = useRef<HTMLInputElement>(null)
  useEffect(() => focusPlace(PLACES.replacement)(replacing.current), [])
  const toSelect = useRef(false)
  /** What was replaced, until the bar is used for something else. Undo then brings the words back. */
  const [replaced, setReplaced] = useState<number>()

  const run = (command: ReturnType<typeof find>): boolean =>
    editor ? command(editor.state, editor.view.dispatch, editor.view) : false
  /** Searches in the same step as the typing: the count and the target of Enter belong to the typed words. */
  const ask = (text: string, options: FindOptions): void => {
    setReplaced(undefined)
    setQuery(text)
    setCaseSensitive(options.caseSensitive === true)
    setWholeWord(options.wholeWord === true)
    setRegex(options.regex === true)
    run(find(text, options))
  }
  const [first] = useState(query)
  // Before the first key in the field changes the query.
  useLayoutEffect(() => {
    if (!editor) return
    find(first)(editor.state, editor.view.dispatch)
    return () => {
      if (!editor.isDestroyed) find('')(editor.state, editor.view.dispatch)
    }
  }, [editor, first])

  // Selects the text in the field before the next key, which replaces it.
  useLayoutEffect(() => field.current?.select(), [])
  useCommand('edit.find', () => {
    const selected = editor?.view.hasFocus() === true ? selectedWords(story) : ''
    field.current?.focus()
    field.current?.select()
    if (selected === '' || selected === query) return
    toSelect.current = true
    ask(selected, { caseSensitive, wholeWord, regex })
  })
  useCommand('edit.replace', () => {
    replacing.current?.focus()
    replacing.current?.select()
  })
  // Once the words are in the field, before the next key.
  useLayoutEffect(() => {
    if (!toSelect.current) return
    toSelect.current = false
    field.current?.select()
  })

  // In a narrow window a drawer would cover half of it.
  useEffect(() => setDrawer(null), [setDrawer])

  const close = (): void => {
    setFinding(false)
    focusSheet(editor)
    // The match was selected before the sheet had the keyboard.
    story.session.navigation.followSelection()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (replaced !== undefined && isUndo(event)) {
      event.preventDefault()
      event.stopPropagation()
      setReplaced(undefined)
      runCommand('edit.undo')
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    } else if (
      event.key === 'Enter' &&
      event.target instanceof HTMLInputElement &&
      event.target.type === 'text' &&
      !event.nativeEvent.isComposing
    ) {
      event.preventDefault()
      if (event.target.name === 'replacement') replaceOne()
      else run(event.shiftKey ? findPrevious : findNext)
    }
  }
  /** With nothing left to replace the focused button is disabled. */
  const replace = (command: ReturnType<typeof find>): boolean => {
    const done = run(command)
    afterDrawing(() => {
      if (isFocusLost()) field.current?.focus()
    })
    return done
  }
  const replaceOne = (): void => {
    if (replace(replaceMatch(replacement))) setReplaced(1)
    else if (words > 0) announce(sheetText('find.noneLeft'))
  }
  const replaceEach = (): void => {
    const count = editor ? countToReplace(editor.state, replacement) : 0
    const done = replace(replaceAll(replacement))
    if (done) setReplaced(count)
    announce(done ? sheetText('find.replaced', { count }) : sheetText('find.noneLeft'))
  }
  const writable = editor?.isEditable === true
  return (
    <div className="find-bar" role="search" aria-label={sheetText('find.title')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <TextField
          ref={field}
          label={sheetText('find.find')}
          hideLabel
          placeholder={sheetText('find.find')}
          name="query"
          autoFocus
          value={query}
          aria-invalid={problem !== undefined}
          onChange={(event) => ask(event.target.value, { caseSensitive, wholeWord, regex })}
        />
        <span className="find-count" aria-live="polite" data-problem={problem !== undefined}>
          {problem ?? (query === '' ? '' : matches === 0 && replaced ? replacedWords(replaced) : countOf(shown))}
        </span>
        <IconButton
          label={sheetText('find.previous')}
          keys="Shift+Enter"
          icon={<ChevronUp aria-hidden="true" />}
          disabled={matches === 0}
          onClick={() => run(findPrevious)}
        />
        <IconButton
          label={sheetText('find.next')}
          keys="Enter"
          icon={<ChevronDown aria-hidden="true" />}
          disabled={matches === 0}
          onClick={() => run(findNext)}
        />
        <CheckField
          label={sheetText('find.case')}
          checked={caseSensitive}
          onChange={(event) => ask(query, { caseSensitive: event.target.checked, wholeWord, regex })}
        />
        <CheckField
          label={sheetText('find.wholeWords')}
          checked={wholeWord}
          onChange={(event) => ask(query, { caseSensitive, wholeWord: event.target.checked, regex })}
        />
        <CheckField
          label={sheetText('find.regex')}
          checked={regex}
          onChange={(event) => ask(query, { caseSensitive, wholeWord, regex: event.target.checked })}
        />
        <span className="find-close">
          <IconButton label={sheetText('find.close')} keys="Esc" icon={<X aria-hidden="true" />} onClick={close} />
        </span>
      </div>
      <div className="find-row">
        <TextField
          ref={replacing}
          label={sheetText('find.replaceWith')}
          hideLabel
          placeholder={sheetText('find.replaceWith')}
          name="replacement"
          value={replacement}
          onChange={(event) => {
            setReplaced(undefined)
            setReplacement(event.target.value)
          }}
        />
        <Button disabled={!writable || words === 0} onClick={replaceOne}>
          {sheetText('find.replace')}
        </Button>
        <Button disabled={!writable || words === 0} onClick={replaceEach}>
          {sheetText('find.replaceAll')}
        </Button>
      </div>
    </div>
  )
}

interface Shown {
  readonly matches: number
  /** Those in words, which can be replaced. The others are in details of pictures. */
  readonly words: number
  readonly current: number
  readonly detail: PictureDetail | undefined
  readonly problem: string | undefined
}
const NOTHING: Shown = { matches: 0, words: 0, current: -1, detail: undefined, problem: undefined }

function useFindState({ editor }: StoryPart<'editor'>): Shown {
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

const replacedWords = (count: number): string => sheetText('find.replaced', { count })

/** Ctrl+Z, on a Mac Cmd+Z, without Shift or Alt. */
const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey

const isSame = (one: Shown, other: Shown): boolean =>
  one.matches === other.matches &&
  one.words === other.words &&
  one.current === other.current &&
  one.detail === other.detail &&
  one.problem === other.problem

/** “3 of 12”, and the detail of the picture that it is in. */
function countOf({ matches, words, current, detail }: Shown): string {
  if (matches === 0) return sheetText('find.none')
  if (current < 0)
    return words > 0 ? sheetText('find.allDone', { matches: words }) : sheetText('find.onlyBeside', { matches })
  const position = sheetText('find.position', { at: current + 1, matches })
  return detail ? sheetText('find.inDetail', { position, detail: factsText(`pictureDetail.${detail}`) }) : position
}

/** The initial query: the selected words, if they are in one block. */
function selectedWords({ editor }: StoryPart<'editor'>): string {
  if (!editor) return ''
  const { $from, $to, from, to } = editor.state.selection
  return $from.sameParent($to) ? editor.state.doc.textBetween(from, to).slice(0, 200) : ''
}
