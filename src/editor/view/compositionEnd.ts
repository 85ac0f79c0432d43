import type { EditorView } from '@tiptap/pm/view'

/**
 * Calls `then` when an input method has composed a text in the sheet. The editor reads the text in a microtask after
 * the event; the next syllable may begin right afterwards, in the same key press. Returns what stops it.
 */
export function onCompositionEnd({ dom }: Pick<EditorView, 'dom'>, then: () => void): () => void {
  const end = (): void => void Promise.resolve().then(() => Promise.resolve().then(then))
  dom.addEventListener('compositionend', end)
  return () => dom.removeEventListener('compositionend', end)
}

/** A composition that somebody leaves open is waited for no longer than this. Milliseconds. */
export const LONGEST_COMPOSITION_MS = 5000

/** Resolves once nothing is composed in the sheet. A change of the text would make the browser write it twice. */
export const composed = (view: EditorView): Promise<void> =>
  new Promise((resolve) => {
    if (!view.composing) return resolve()
    const latest = setTimeout(() => done(), LONGEST_COMPOSITION_MS)
    const done = (): void => {
      clearTimeout(latest)
      stop()
      resolve()
    }
    const stop = onCompositionEnd(view, () => {
      if (!view.composing) done()
    })
  })
