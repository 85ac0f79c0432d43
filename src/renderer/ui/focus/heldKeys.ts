import { afterDrawing } from './focusService'

/** Frames that a loaded part has to move the keyboard into itself. */
const MOST_FRAMES = 30

/**
 * Takes the keyboard for a part that is still loading. What is typed goes into the text field to which the part moves
 * the keyboard, and nowhere else: not into the words, and not into what is clicked meanwhile. Enter and Tab do nothing.
 * @param label - The accessible name of what has the keyboard.
 * @param leave - Called on Escape.
 * @param listens - The part listens to the keys of the whole window. It gets each key from the moment it is shown; what
 *   was typed before is dropped.
 * @returns Ends the hold: the part is loaded and moves the keyboard now, or it is not wanted any more.
 */
export function holdKeys(label: string, leave: () => void, listens: boolean): () => void {
  const holder = document.createElement('input')
  holder.className = 'visually-hidden'
  holder.setAttribute('aria-label', label)
  holder.autocomplete = 'off'
  holder.spellcheck = false
  const held = new AbortController()
  const { signal } = held
  const letGo = (): void => {
    held.abort()
    holder.remove()
  }
  const give = (): void => {
    if (signal.aborted) return
    const typed = holder.value
    letGo()
    if (typed !== '') insertText(document.activeElement, typed)
  }
  holder.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || !['Escape', 'Enter', 'Tab'].includes(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.key === 'Escape') leave()
    },
    { signal },
  )
  document.addEventListener('pointerdown', letGo, { signal, capture: true })
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target === holder) return
      // The part may select what is in the field, as for a key that comes then. The next key comes after these.
      for (const next of ['keydown', 'compositionstart']) window.addEventListener(next, give, { signal, capture: true })
      afterDrawing(give)
    },
    { signal },
  )
  // First on the page, where it makes nothing scroll.
  document.body.prepend(holder)
  holder.focus({ preventScroll: true })
  return () => {
    if (listens) return letGo()
    const wait = (framesLeft: number): void => {
      if (signal.aborted) return
      if (framesLeft === 0) letGo()
      else requestAnimationFrame(() => wait(framesLeft - 1))
    }
    wait(MOST_FRAMES)
  }
}

/** Puts text in place of the selection of a text field. Anything else takes none. */
function insertText(field: Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.readOnly) return
  const { selectionStart, selectionEnd } = field
  if (selectionStart === null || selectionEnd === null) return
  field.setRangeText(text, selectionStart, selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text }))
}
