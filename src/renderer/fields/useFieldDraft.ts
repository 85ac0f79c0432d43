import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { legalHash } from '../../story/assessment/people/legalRead'
import { pick, useStory } from '../state'
import { PLACES } from '../state/focusPlaces'
import type { FieldName, Fields } from '../../story/ledger/fields'
import { useRefusal } from './useRefusal'
import { useSaveWhenRemoved } from './useSaveWhenRemoved'
import { useSetField } from './useSetField'

/** Text as typed → the field's value, or why it cannot be one. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string }

export interface FieldDraft {
  readonly text: string
  readonly problem: string | undefined
  readonly saving: boolean
  readonly type: (text: string) => void
  /** Saves a choice. A refused choice is not kept on show: nothing typed is lost by that. */
  readonly choose: (text: string) => Promise<void>
  readonly onBlur: (event: FocusEvent) => void
  /** Enter saves (in text areas it makes a line). Escape returns to the stored value. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * One field while a person edits it. Nothing is stored until the field is left or Enter is pressed. A change from
 * elsewhere shows at once unless something else is being typed here. `holds`: the value that holds by the rules, where
 * it may differ from the one last set. `label`: the field's name for people.
 */
export function useFieldDraft<F extends FieldName>(
  field: F,
  label: string,
  show: (value: Fields[F]) => string,
  parse: (text: string) => Parsed<Fields[F]>,
  holds?: Fields[F],
): FieldDraft {
  const story = useStory(pick('id', 'fields', 'copy', 'assessments'))
  const set = useSetField()
  const noteRefusal = useRefusal(label)
  const stored = story ? show(holds ?? story.fields[field]) : ''
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [saving, setSaving] = useState(false)
  const sending = useRef<string>(undefined)
  const answered = useRef<string>(undefined)
  const storyId = story?.id
  const refuse = (text: string, why: string): false => {
    setProblem(why)
    noteRefusal(text, why)
    return false
  }
  const settle = (): void => {
    setProblem(undefined)
    noteRefusal('', undefined)
  }

  const [seen, setSeen] = useState(stored)
  if (seen !== stored) {
    setSeen(stored)
    // Text being typed here stays. Text that was saved from here, or only looked at, follows the story.
    if (typed === seen || typed === stored) setTyped(undefined)
  }

  const restore = (): true => {
    setTyped(undefined)
    settle()
    return true
  }

  /** Resolves to whether the field now holds it. */
  const save = async (text = typed): Promise<boolean> => {
    if (text === undefined || !story || storyId === undefined) return true
    if (text === stored) return restore()
    const parsed = parse(text)
    if (!parsed.ok) return refuse(text, parsed.problem)
    if (show(parsed.value) === stored) return restore()
    // Enter and then leaving the field is one save.
    if (sending.current === text || answered.current === text) return true
    sending.current = text
    setSaving(true)
    // Legal signs what this window shows.
    const read = field === 'needsLegal' ? legalHash(story.copy, story.assessments) : undefined
    const outcome = await set(storyId, field, parsed.value, story.fields[field], read)
    sending.current = undefined
    setSaving(false)
    if (outcome.ok) {
      settle()
      answered.current = show(outcome.value.fields[field])
      const now = answered.current
      // What was typed since it was sent stays.
      setTyped((since) => (since === undefined || since === text ? now : since))
    } else refuse(text, outcome.message)
    return outcome.ok
  }

  useSaveWhenRemoved(PLACES.field(field), () => void save())

  const type = (text: string): void => {
    answered.current = undefined
    setTyped(text)
    settle()
  }

  return {
    text: typed ?? stored,
    problem,
    saving,
    type,
    choose: async (text) => {
      type(text)
      if (await save(text)) return
      setTyped(undefined)
      noteRefusal('', undefined)
    },
    onBlur: () => void save(),
    onKeyDown: (event) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Escape' && typed !== undefined) {
        event.stopPropagation()
        restore()
      }
      if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) void save()
    },
  }
}

export const asText = (text: string): Parsed<string> => ({ ok: true, value: text.trim() })
