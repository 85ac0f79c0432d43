import { sheetText } from '../../../catalogue/writing/sheet'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import { Button, CheckField, IconButton, TextField } from '../../ui'
import { runCommand, useCommand, type StoryPart } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { afterDrawing, focusPlace, isFocusLost } from '../../ui/focus/focusService'
import { PLACES } from '../../state/focusPlaces'
import { focusSheet } from '../../state/session/sheet/focusSheet'
import { matchCountText, replacedWords } from './findWords'
import { selectedWords, useFind } from './useFind'

/**
 * Find and replace in headline, deck and body; find also in the details of pictures. Replacing is an ordinary edit:
 * facts lapse by it.
 */
export function FindBar({ story }: { readonly story: StoryPart<'editor' | 'session'> }) {
  const { editor } = story
  const { panels } = useWindowServices()
  const { setFinding, setDrawer } = panels
  const field = useRef<HTMLInputElement>(null)
  const replacing = useRef<HTMLInputElement>(null)
  const bar = useFind(story, () =>
    // With nothing left to replace the focused button is disabled.
    afterDrawing(() => {
      if (isFocusLost()) field.current?.focus()
    }),
  )
  const { query, options, found, replaced } = bar
  const { matches, words, problem } = found
  useEffect(() => focusPlace(PLACES.replacement)(replacing.current), [])
  const toSelect = useRef(false)

  // Selects the text in the field before the next key, which replaces it.
  useLayoutEffect(() => field.current?.select(), [])
  useCommand('edit.find', () => {
    const selected = editor?.view.hasFocus() === true ? selectedWords(story) : ''
    field.current?.focus()
    field.current?.select()
    if (selected === '' || selected === query) return
    toSelect.current = true
    bar.ask(selected)
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
  /** Escape in the words. In review it leads from the words back to the fact. */
  const closeFromWords = useEffectEvent((event: globalThis.KeyboardEvent): void => {
    const { target } = event
    const isInWords = target instanceof Node && editor?.view.dom.contains(target) === true
    if (event.key !== 'Escape' || event.isComposing || !isInWords || panels.store.getState().review) return
    // One Escape does one thing: focus mode goes on.
    event.stopImmediatePropagation()
    close()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => closeFromWords(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (replaced !== undefined && isUndo(event)) {
      event.preventDefault()
      event.stopPropagation()
      bar.forgetReplaced()
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
      if (event.target.name === 'replacement') bar.replaceOne()
      else if (event.shiftKey) bar.previous()
      else bar.next()
    }
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
          onChange={(event) => bar.ask(event.target.value)}
        />
        <span className="find-count" aria-live="polite" data-problem={problem !== undefined}>
          {problem ?? (query === '' ? '' : matches === 0 && replaced ? replacedWords(replaced) : matchCountText(found))}
        </span>
        <IconButton
          label={sheetText('find.previous')}
          keys="Shift+Enter"
          icon={<ChevronUp aria-hidden="true" />}
          disabled={matches === 0}
          onClick={bar.previous}
        />
        <IconButton
          label={sheetText('find.next')}
          keys="Enter"
          icon={<ChevronDown aria-hidden="true" />}
          disabled={matches === 0}
          onClick={bar.next}
        />
        <CheckField
          label={sheetText('find.case')}
          checked={options.caseSensitive === true}
          onChange={(event) => bar.ask(query, { ...options, caseSensitive: event.target.checked })}
        />
        <CheckField
          label={sheetText('find.wholeWords')}
          checked={options.wholeWord === true}
          onChange={(event) => bar.ask(query, { ...options, wholeWord: event.target.checked })}
        />
        <CheckField
          label={sheetText('find.regex')}
          checked={options.regex === true}
          onChange={(event) => bar.ask(query, { ...options, regex: event.target.checked })}
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
          value={bar.replacement}
          onChange={(event) => bar.writeReplacement(event.target.value)}
        />
        <Button disabled={!writable || words === 0} onClick={bar.replaceOne}>
          {sheetText('find.replace')}
        </Button>
        <Button disabled={!writable || words === 0} onClick={bar.replaceEach}>
          {sheetText('find.replaceAll')}
        </Button>
      </div>
    </div>
  )
}

/** Ctrl+Z, on a Mac Cmd+Z, without Shift or Alt. */
const isUndo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'z' && (ctrlKey || metaKey) && !shiftKey && !altKey
