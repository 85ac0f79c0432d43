import { useRef, useState, type RefObject } from 'react'
import type { Assessment } from '../../../../story/assessment/assessment'
import type { EvidenceDraft } from '../../../state/stores/drafts'
import { unlessMovedOn } from '../../../ui/focus/focusService'
import { firstMissing } from './firstMissing'
import type { ReasonAsked } from './reasonAsked'

interface FieldsInOrder {
  readonly form: RefObject<HTMLFormElement | null>
  readonly draft: EvidenceDraft
  readonly asked: ReasonAsked | undefined
  /** The source of the person’s evidence before this. */
  readonly last: string | undefined
  /** Of the story. */
  readonly assessments: readonly Assessment[]
}

interface FieldOrder {
  readonly locatorField: RefObject<HTMLInputElement | null>
  /** To call when the person picked or named the source. */
  readonly sourceChosen: () => void
  /** Moves on after Enter on a source. A person who went elsewhere meanwhile keeps the keyboard there. */
  readonly toLocator: () => void
  /**
   * Moves to the next field that is still empty, or to the button that sends the form. A file that is new to the story
   * may well come from another source than the one before: that one is selected, and typing replaces it.
   */
  readonly onwards: () => void
}

/** The order in which the keyboard moves through the form by itself. */
export function useFieldOrder({ form, draft, asked, last, assessments }: FieldsInOrder): FieldOrder {
  const locatorField = useRef<HTMLInputElement>(null)
  const { source, file } = draft
  /** The source is the one of the person’s evidence before this. */
  const [isGuess, setGuess] = useState(source !== undefined && source === last && file === undefined)
  return {
    locatorField,
    sourceChosen: () => setGuess(false),
    toLocator: () => unlessMovedOn(() => locatorField.current?.focus()),
    onwards: () => {
      const isOther =
        isGuess &&
        !assessments.some(({ evidence }) => evidence.some((one) => one.source === source && one.file === file?.sha256))
      const at = isOther ? 'source' : (firstMissing(draft, asked)?.at ?? 'form')
      const next = at === 'locator' ? locatorField.current : form.current?.querySelector<HTMLElement>(FIELD[at])
      next?.focus()
      if (isOther && next instanceof HTMLInputElement) next.select()
    },
  }
}

/** `form`: the button that sends it. */
const FIELD = { source: '[role="combobox"]', reason: '[data-reason]', form: '[type="submit"]' }
