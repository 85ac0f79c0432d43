import { sheetText } from '../../../catalogue/writing/sheet'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type MouseEvent } from 'react'
import { useStore } from 'zustand'
import { TYPE_KEYS } from '../../../ipc/commands'
import { codeOfKey, typeOfKey } from '../../../ipc/keymap'
import { tagSelection } from '../../../editor/facts/factCommands'
import { guessAt } from '../../../editor/facts/guessAt'
import { TYPE_WORDS, type FactType } from '../../../story/ledger/facts/fact'
import { Button, KeyCap } from '../../ui'
import { DOUBLE_PRESS } from '../../ui/focus/leftOverEnter'
import { placeBar } from './placeBar'
import { SelectionTools } from './SelectionTools'
import { wordsNear } from './wordsNear'
import { useKeys, useNotice, type StoryPart } from '../../state'
import { commandBoard } from '../../state/commands/commands'
import { useWindowServices } from '../../state/windowServices'
import { caretBehind, retagAs } from '../../facts/retag'
import { focusSheet } from '../../state/session/sheet/focusSheet'

/** Keys that keep the guess and go back to the words. They do nothing else there. */
const LEAVES_TYPES: ReadonlySet<string> = new Set([
  ...['Escape', 'Enter', 'Tab', 'Backspace', 'Delete', 'Home', 'End', 'PageUp', 'PageDown'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
])

/** Milliseconds that a selection rests before the bar comes. */
const REST_MS = 400

interface TypeBarProps {
  readonly story: StoryPart<'editor' | 'session'>
  readonly scroller: HTMLElement | null
}

/**
 * Shown at a selection that rests: tools for the selected words in one row. Shown after tagging by key: the types, and
 * the next letter changes the guess; the bar has the keyboard then. Placed beside the selected words (placeBar.ts),
 * never over them.
 */
export function TypeBar({ story, scroller }: TypeBarProps) {
  const { editor, session } = story
  const fact = useStore(session.store, ({ choosing }) => choosing)
  const offered = useRestingSelection(story)
  const bar = useRef<HTMLDivElement>(null)
  const { announce } = useNotice()
  const { notices } = useWindowServices()
  const keyOf = useKeys()
  const shown = editor !== null && editor.isEditable && (fact !== null || offered !== null)

  const choose = (type: FactType): void => {
    if (!editor) return
    if (fact) retagAs(editor, fact, type)
    else tagSelection(type)(editor.state, editor.view.dispatch, editor.view)
    finish(type)
  }
  const finish = (type?: FactType): void => {
    session.store.setState({ choosing: null })
    if (!editor) return
    caretBehind(editor)
    focusSheet(editor)
    if (type) announce(sheetText('types.tagged', { type }))
  }

  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (!fact || ['Control', 'Shift', 'Alt', 'Meta', 'CapsLock'].includes(event.key)) return
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const type = plain && !event.repeat ? typeOfKey(codeOfKey(event), commandBoard.store.getState().keys) : undefined
    // The words are still selected: a character without a type must not overwrite them.
    const stray = plain && type === undefined && (event.key.length === 1 || event.key === 'Process')
    if (type === undefined && !stray && !(plain && LEAVES_TYPES.has(event.key))) {
      // A shortcut acts on the words.
      focusSheet(editor)
      return session.store.setState({ choosing: null })
    }
    event.preventDefault()
    event.stopPropagation()
    if (stray) return announce(sheetText('types.noKey', { type: TYPE_WORDS[fact.type] }))
    unheardUntilReleased(event.code, type ? event.timeStamp + DOUBLE_PRESS : 0)
    if (type) choose(type)
    else finish(fact.type)
  })
  useEffect(() => {
    if (fact === null) return
    // The notice “Select the words first” is outdated.
    notices.settle()
    const listen = (event: KeyboardEvent): void => press(event)
    const leave = (event: globalThis.MouseEvent): void => {
      if (!(event.target instanceof Node && bar.current?.contains(event.target)))
        session.store.setState({ choosing: null })
    }
    window.addEventListener('keydown', listen, true)
    window.addEventListener('mousedown', leave, true)
    return () => {
      window.removeEventListener('keydown', listen, true)
      window.removeEventListener('mousedown', leave, true)
    }
  }, [fact, session, notices])

  useLayoutEffect(() => {
    const element = bar.current
    const frame = element?.parentElement
    if (!shown || !element || !frame || !scroller) return
    const settle = (): void => {
      const { from, to } = editor.state.selection
      const first = editor.view.coordsAtPos(from, 1)
      const last = editor.view.coordsAtPos(to, -1)
      const box = frame.getBoundingClientRect()
      // What is hidden has no size.
      element.dataset['fits'] = 'true'
      const bar = { width: element.offsetWidth, height: element.offsetHeight }
      const room = placeBar({ bar, first, last, frame: box, words: wordsNear(editor.view, from, to) })
      element.dataset['fits'] = String(room !== undefined)
      if (!room) return
      element.style.insetBlockStart = `${room.top - box.top}px`
      element.style.insetInlineStart = `${room.left - box.left}px`
    }
    settle()
    scroller.addEventListener('scroll', settle, { passive: true })
    window.addEventListener('resize', settle)
    return () => {
      scroller.removeEventListener('scroll', settle)
      window.removeEventListener('resize', settle)
    }
  }, [shown, editor, scroller, offered, fact])

  // An input method composes in the words whatever a key means, and not while the bar has the keyboard.
  useLayoutEffect(() => {
    const element = bar.current
    if (fact === null || !element) return
    element.focus({ preventScroll: true })
    return () => {
      if (document.activeElement === document.body || element.contains(document.activeElement)) focusSheet(editor)
    }
  }, [fact, editor])

  if (!shown) return null
  return (
    <div
      ref={bar}
      className="type-bar"
      role="toolbar"
      tabIndex={-1}
      data-kind={fact === null ? 'selection' : 'types'}
      aria-label={sheetText(fact === null ? 'types.selection' : 'types.title')}
      onMouseDown={(event: MouseEvent) => event.preventDefault()}
    >
      {fact === null && offered !== null ? (
        <SelectionTools likely={offered} onType={choose} onClosed={() => focusSheet(editor)} />
      ) : (
        TYPE_KEYS.map(({ id, type, label }) => (
          <Button key={type} look="plain" tabIndex={-1} aria-pressed={type === fact?.type} onClick={() => choose(type)}>
            {label}
            {keyOf(id) ? <KeyCap silent>{keyOf(id)}</KeyCap> : null}
          </Button>
        ))
      )}
    </div>
  )
}

/**
 * Ignores repeats of the key that chose a type, and a second press before `until`: neither a held letter nor a double
 * press may write into the tagged words.
 */
function unheardUntilReleased(code: string, until: number): void {
  const listen = (event: KeyboardEvent): void => {
    const isAgain = event.code === code && (event.repeat || event.timeStamp < until)
    if (!isAgain || event.ctrlKey || event.metaKey) return window.removeEventListener('keydown', listen, true)
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('keydown', listen, true)
}

/** The guessed type of the selected words once the selection rests. Null if there is nothing to tag. */
function useRestingSelection({ editor }: StoryPart<'editor'>): FactType | null {
  const [resting, setResting] = useState<FactType | null>(null)
  const { newsroom } = useWindowServices()
  useEffect(() => {
    if (!editor) return
    let timer: ReturnType<typeof setTimeout> | undefined
    /** The selection came to rest while the keyboard was elsewhere: Find selects its match. */
    let waits = false
    const look = (): void => {
      clearTimeout(timer)
      waits = false
      setResting(null)
      const { toolbar } = newsroom.store.getState().look
      if (editor.state.selection.empty || toolbar === 'byKey') return
      timer = setTimeout(
        () => {
          if (editor.isDestroyed) return
          if (!editor.view.hasFocus()) return void (waits = true)
          const { from, to } = editor.state.selection
          const text = editor.state.doc.textBetween(from, to, '\n', '\n')
          setResting(text.trim() === '' || text.length > 600 ? null : guessAt(editor.state, { from, to }))
        },
        toolbar === 'atOnce' ? 0 : REST_MS,
      )
    }
    const leave = (): void => {
      clearTimeout(timer)
      waits = false
      setResting(null)
    }
    const blur = ({ event: { relatedTarget } }: { readonly event: FocusEvent }): void => {
      // The menu of types belongs to the bar.
      if (!(relatedTarget instanceof Element && relatedTarget.closest('.menu'))) leave()
    }
    const comeBack = (): void => {
      if (waits) look()
    }
    editor.on('selectionUpdate', look)
    editor.on('focus', comeBack)
    editor.on('update', leave)
    editor.on('blur', blur)
    return () => {
      clearTimeout(timer)
      editor.off('selectionUpdate', look)
      editor.off('focus', comeBack)
      editor.off('update', leave)
      editor.off('blur', blur)
    }
  }, [editor, newsroom])
  return resting
}
