import { commentsText } from '../../catalogue/writing/comments'
import { suggestionsText } from '../../catalogue/writing/suggestions'
import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useStore } from 'zustand'
import { keyOfNote } from '../../editor/comments/notedWords'
import { showSuggestion } from '../../editor/suggesting/suggestionCommands'
import { settleScroll } from '../../editor/view/settleScroll'
import { codeOfKey } from '../../ipc/keymap'
import type { Suggestion } from '../../story/copy/suggestions/suggestion'
import { shortTime } from '../facts/shortTime'
import { Button, IconButton } from '../ui'
import type { StoryPart } from '../state'
import { selectNote } from '../state/session/selectNote'
import { SuggestionWords } from '../suggestions/SuggestionWords'
import { useDecide } from '../suggestions/useDecide'
import { useMayDecide } from '../suggestions/useMayDecide'
import { useUnsigned } from '../suggestions/useUnsigned'
import { PLACES } from '../state/focusPlaces'
import { findPlace, focusPlace, nextRow, onceGone, placesCalled, SELECTED_TAB } from '../ui/focus/focusService'
import '../suggestions/suggestions.css'

/** Lists the open suggestions in text order, each with its author, and accepts or rejects them. */
export function SuggestionList({ story }: { readonly story: StoryPart<'id' | 'editor' | 'session' | 'story'> }) {
  const mayDecide = useMayDecide()
  const decide = useDecide(story)
  const open = story.story.suggestions ?? []
  const [busy, setBusy] = useState(false)
  const section = useRef<HTMLElement>(null)

  /** `goOn` moves the keyboard once the chosen suggestions are gone. */
  const settle = async (
    verdict: 'accept' | 'reject',
    chosen: readonly Suggestion[],
    goOn: () => void,
  ): Promise<void> => {
    if (busy) return
    setBusy(true)
    const done = await decide(verdict, chosen)
    setBusy(false)
    if (done) goOn()
  }
  const settleAll = (verdict: 'accept' | 'reject'): void =>
    void settle(
      verdict,
      open,
      onceGone(section.current, () => findPlace(SELECTED_TAB)),
    )

  if (open.length === 0) return null
  return (
    <section ref={section} className="suggestions" aria-label={suggestionsText('suggestionsPanel.suggestions')}>
      {open.length > 1 && open.every((one) => mayDecide(one).accept) ? (
        <p className="suggestions-all">
          <Button look="plain" aria-disabled={busy} onClick={() => settleAll('accept')}>
            {suggestionsText('suggestionsPanel.acceptAll', { count: open.length })}
          </Button>
          <Button look="plain" aria-disabled={busy} onClick={() => settleAll('reject')}>
            {suggestionsText('suggestionsPanel.rejectAll')}
          </Button>
        </p>
      ) : null}
      <ul
        ref={focusPlace(PLACES.suggestionList)}
        className="suggestion-list"
        aria-label={suggestionsText('suggestionsPanel.openSuggestions')}
      >
        {open.map((suggestion, index) => (
          <Row
            key={suggestion.id}
            suggestion={suggestion}
            story={story}
            may={mayDecide(suggestion)}
            busy={busy}
            settle={(verdict, row) =>
              void settle(verdict, [suggestion], nextRow(row, PLACES.suggestions, PLACES.suggestionList, SELECTED_TAB))
            }
            move={(by) => rowNear(index + by)?.focus()}
          />
        ))}
      </ul>
    </section>
  )
}

function rowNear(index: number): HTMLElement | undefined {
  const rows = placesCalled(PLACES.suggestions)
  return rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? findPlace(SELECTED_TAB)
}

interface RowProps {
  readonly suggestion: Suggestion
  readonly story: StoryPart<'editor' | 'session'>
  readonly may: ReturnType<ReturnType<typeof useMayDecide>>
  readonly busy: boolean
  readonly settle: (verdict: 'accept' | 'reject', row: HTMLElement | null) => void
  readonly move: (by: 1 | -1) => void
}

/** One suggestion. Enter shows it in the copy, A accepts, R rejects (by their labels), arrows move. */
function Row({ suggestion, story, may, busy, settle, move }: RowProps) {
  const { session, editor } = story
  const current = useStore(session.store, ({ suggestion }) => suggestion) === suggestion.id
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const show = (): void => {
    if (!editor) return
    showSuggestion(suggestion.id)(editor.state, editor.view.dispatch)
    selectNote(session, keyOfNote({ kind: 'suggestion', id: suggestion.id }))
    const element = editor.view.dom.querySelector(`[data-suggestion="${CSS.escape(suggestion.id)}"]`)
    if (element) settleScroll(editor.view.dom, () => element.scrollIntoView({ block: 'center' }))
  }
  const press = (event: KeyboardEvent): void => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const done = (step: () => void): void => {
      event.preventDefault()
      event.stopPropagation()
      step()
    }
    if (event.code === 'ArrowDown') return done(() => move(1))
    if (event.code === 'ArrowUp') return done(() => move(-1))
    if (busy) return
    const code = codeOfKey(event)
    if (code === 'KeyA' && may.accept) return done(() => settle('accept', row.current))
    if (code === 'KeyR' && may.reject) return done(() => settle('reject', row.current))
  }
  const facts = suggestion.facts.length
  const isUnsigned = useUnsigned(suggestion)
  return (
    <li ref={row} className="suggestion" data-suggestion-row={suggestion.id} data-current={current}>
      <button
        type="button"
        ref={focusPlace(PLACES.suggestions, ...(current ? [PLACES.paneStart('facts')] : []))}
        className="suggestion-open"
        aria-keyshortcuts={may.accept ? 'A R' : may.reject ? 'R' : undefined}
        aria-current={current ? 'true' : undefined}
        onClick={show}
        onFocus={() => selectNote(session, keyOfNote({ kind: 'suggestion', id: suggestion.id }))}
        onKeyDown={press}
      >
        <span className="suggestion-words serif" dir="auto">
          <SuggestionWords suggestion={suggestion} />
        </span>
        <span className="suggestion-line">
          {suggestion.by || suggestionsText('suggestionsPanel.nobodyKnown')}
          {isUnsigned ? ` (${commentsText('said.unsigned')})` : ''}
          {suggestion.at === '' ? '' : `, ${shortTime(suggestion.at)}`}
          {facts > 0 ? suggestionsText('suggestionsPanel.changesFacts', { facts }) : ''}
        </span>
      </button>
      {may.reject ? (
        <span className="suggestion-acts">
          {may.accept ? (
            <IconButton
              label={suggestionsText('suggestionsPanel.accept')}
              keys="A"
              icon={<Check aria-hidden="true" />}
              aria-disabled={busy}
              onClick={() => settle('accept', row.current)}
            />
          ) : null}
          <IconButton
            label={suggestionsText('suggestionsPanel.reject')}
            keys="R"
            icon={<X aria-hidden="true" />}
            aria-disabled={busy}
            onClick={() => settle('reject', row.current)}
          />
        </span>
      ) : null}
    </li>
  )
}
