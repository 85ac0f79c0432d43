import { useEffect, useEffectEvent, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { legalHash } from '../../../story/assessment/people/legalRead'
import { pick, useNotice, useStory } from '../../state'
import { useWindowServices } from '../../state/windowServices'
import { PLACES } from '../../state/focusPlaces'
import type { FieldName, Fields } from '../../../story/ledger/fields'
import { useRefusal } from './useRefusal'
import { useSaveWhenRemoved } from './useSaveWhenRemoved'
import { useSetField } from './useSetField'
import { useUnsentField } from './useUnsentField'

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

/** Milliseconds without a key, after which a text of several lines is stored. */
const PAUSE_MS = 3000

/** How the value stands that pauses stored: what one undo of the whole puts back, and what was stored last. */
interface Paused<T> {
  readonly before: T
  readonly stored: string
}

/**
 * One field while a person edits it. It is stored when the field is left or Enter is pressed; with `pauses`, also after
 * a pause, and leaving it offers one undo for the whole. (A name of an author or an embargo is never stored half
 * typed.) A change from elsewhere shows at once unless something else is being typed here. `holds`: the value that
 * holds by the rules, where it may differ from the one last set. `label`: the field's name for people.
 */
export function useFieldDraft<F extends FieldName>(
  field: F,
  label: string,
  show: (value: Fields[F]) => string,
  parse: (text: string) => Parsed<Fields[F]>,
  { holds, pauses = false }: { readonly holds?: Fields[F] | undefined; readonly pauses?: boolean } = {},
): FieldDraft {
  const story = useStory(pick('id', 'fields', 'copy', 'assessments'))
  const set = useSetField()
  const { act } = useWindowServices().newsroom
  const noteRefusal = useRefusal(label)
  const { check } = useNotice()
  const stored = story ? show(holds ?? story.fields[field]) : ''
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [saving, setSaving] = useState(false)
  const sending = useRef<string>(undefined)
  const answered = useRef<string>(undefined)
  const paused = useRef<Paused<Fields[F]>>(undefined)
  const pausing = useRef<Promise<unknown>>(undefined)
  /** The text that was acknowledged last. */
  const [sent, setSent] = useState<string>()
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
    if (pausing.current) await pausing.current
    const since = paused.current
    const words = text ?? (since ? stored : undefined)
    if (words === undefined || !story || storyId === undefined) return true
    if (words === stored && !since) return restore()
    const parsed = parse(words)
    if (!parsed.ok) return refuse(words, parsed.problem)
    if (show(parsed.value) === stored && !since) return restore()
    // Enter and then leaving the field is one save.
    if (!since && (sending.current === words || answered.current === words)) return true
    paused.current = undefined
    sending.current = words
    setSaving(true)
    // Legal signs what this window shows.
    const read = field === 'needsLegal' ? legalHash(story.copy, story.assessments) : undefined
    const now = story.fields[field]
    // What somebody else stored since is not undone.
    const before = since && [since.stored, show(since.before)].includes(show(now)) ? since.before : now
    const outcome = await set(storyId, field, parsed.value, before, read)
    sending.current = undefined
    setSaving(false)
    if (outcome.ok) {
      settle()
      answered.current = show(outcome.value.fields[field])
      const now = answered.current
      setSent(now)
      // What was typed since it was sent stays.
      setTyped((since) => (since === undefined || since === words ? now : since))
    } else refuse(words, outcome.message)
    return outcome.ok
  }

  /** Stores what was typed so far. The text in the field stays as it is, with the space at its end. */
  const savePause = useEffectEvent((): void => {
    if (typed === undefined || !story || storyId === undefined || sending.current !== undefined) return
    const parsed = parse(typed)
    const last = paused.current?.stored ?? stored
    if (!parsed.ok) return
    if (show(parsed.value) === last) return setSent(typed)
    const before = paused.current?.before ?? story.fields[field]
    pausing.current = act('story.setField', { story: storyId, field, value: parsed.value }).then((outcome) => {
      pausing.current = undefined
      if (!outcome.ok) return
      paused.current = { before, stored: show(outcome.value.fields[field]) }
      setSent(typed)
    })
  })
  useEffect(() => {
    if (!pauses || typed === undefined) return
    const timer = setTimeout(savePause, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, pauses])

  useUnsentField(field, typed !== undefined && typed !== stored && typed !== sent, () => save())
  useSaveWhenRemoved(PLACES.field(field), () => void save())

  const type = (text: string): void => {
    answered.current = undefined
    setTyped(text)
    setSent(undefined)
    settle()
  }

  /** Returns to the value from before the typing, also if pauses stored some of it. */
  const putBack = async (): Promise<void> => {
    if (!story || storyId === undefined) return
    const before = paused.current?.before ?? story.fields[field]
    const isStored = paused.current !== undefined || pausing.current !== undefined
    restore()
    if (!isStored) return
    type(show(before))
    await pausing.current
    paused.current = undefined
    if (check(await act('story.setField', { story: storyId, field, value: before }))) setTyped(undefined)
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
      if (event.key === 'Escape' && (typed !== undefined || paused.current || pausing.current)) {
        event.stopPropagation()
        void putBack()
      }
      if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) void save()
    },
  }
}

export const asText = (text: string): Parsed<string> => ({ ok: true, value: text.trim() })
