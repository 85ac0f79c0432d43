import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { commentsText } from '../../../catalogue/writing/comments'
import { peopleHere } from '../../../story/desk/roster'
import { useNewsroom, useNotice } from '../../state'
import { TextArea } from '../../ui'
import { sendOnEnter } from '../../ui/sendOnEnter'
import { behindMention, mentionAt, namesFor, withMention } from './mentions'

interface CommentTextProps {
  readonly label: string
  readonly hideLabel?: boolean
  readonly rows: number
  readonly value: string
  readonly error?: string | undefined
  readonly onWrite: (text: string) => void
}

/**
 * The field of a comment or an answer. After “@” it offers the people who have not left: arrow keys choose, Enter or
 * Tab takes one, Escape closes the list alone. Otherwise Enter and Ctrl+Enter send the form.
 */
export function CommentText({ value, onWrite, ...field }: CommentTextProps) {
  const roster = useNewsroom(({ desk }) => desk.roster)
  const { announce } = useNotice()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(value.length)
  const [active, setActive] = useState(0)
  /** The “@” whose list was closed. */
  const [left, setLeft] = useState(-1)
  /** The place behind a completed name and its space, until something else is typed. */
  const spaced = useRef<number>(undefined)
  /** Where the caret goes when the completed text is drawn. */
  const [caretNext, setCaretNext] = useState<{ readonly at: number }>()
  const query = mentionAt(value, caret)
  const names =
    query && query.at !== left
      ? namesFor(
          query,
          peopleHere(roster).map(({ name }) => name),
        )
      : []
  const chosen = Math.min(active, names.length - 1)

  useEffect(() => {
    if (caretNext === undefined) return
    area.current?.setSelectionRange(caretNext.at, caretNext.at)
  }, [caretNext])
  useEffect(() => {
    if (names.length > 0) announce(commentsText('mention.offered', { count: names.length }))
  }, [names.length, announce])

  const take = (name: string | undefined): void => {
    if (!query || name === undefined) return
    const next = withMention(value, query, name)
    onWrite(next.text)
    setCaret(next.caret)
    setCaretNext({ at: next.caret })
    setActive(0)
    setLeft(query.at)
    spaced.current = next.text[next.caret - 1] === ' ' ? next.caret : undefined
  }
  /** Nobody has to know that the space is there: one typed behind it would be the second. */
  const skipSpace = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const here = spaced.current
    const { selectionStart, selectionEnd } = event.currentTarget
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return false
    spaced.current = undefined
    if (here === undefined || selectionStart !== here || selectionEnd !== here) return false
    const next = behindMention(value, here, event.key)
    if (!next) return false
    event.preventDefault()
    onWrite(next.text)
    setCaret(next.caret)
    setCaretNext({ at: next.caret })
    return true
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (!event.nativeEvent.isComposing && skipSpace(event)) return
    if (names.length === 0 || event.nativeEvent.isComposing) return sendOnEnter(event)
    const { key } = event
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey
    if (plain && (key === 'ArrowDown' || key === 'ArrowUp'))
      setActive((chosen + (key === 'ArrowDown' ? 1 : names.length - 1)) % names.length)
    else if (plain && (key === 'Enter' || key === 'Tab')) take(names[chosen])
    else if (key === 'Escape') setLeft(query?.at ?? -1)
    else return sendOnEnter(event)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="comment-field">
      <TextArea
        {...field}
        ref={area}
        autoFocus
        value={value}
        aria-autocomplete="list"
        {...(names.length > 0 ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${chosen}` } : {})}
        onKeyDown={press}
        onChange={(event) => {
          onWrite(event.target.value)
          setCaret(event.target.selectionStart)
          setActive(0)
          setCaretNext(undefined)
          // A new “@” is offered names again.
          if (mentionAt(event.target.value, event.target.selectionStart)?.typed === '') setLeft(-1)
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
      />
      {names.length > 0 ? (
        <ul id={id} className="mention-list" role="listbox" aria-label={commentsText('mention.people')}>
          {names.map((name, index) => (
            <li
              key={name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(name)}
            >
              {name}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
