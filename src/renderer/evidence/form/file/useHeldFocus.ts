import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import { focusNow } from '../../../ui/focus/focusService'

/** What the field shows: nothing chosen, a file that is being copied, or the file. */
export type FileShown = 'empty' | 'copying' | 'taken'

/**
 * Keeps the keyboard in the field when its focused button is replaced by another one, before the sheet takes it.
 * Returns a function to call before the field changes.
 * @param onTaken - Called instead of focusing the field when a file was taken while the keyboard was in it.
 */
export function useHeldFocus(field: RefObject<HTMLElement | null>, shown: FileShown, onTaken: () => void): () => void {
  const held = useRef(false)
  const goOn = useEffectEvent(onTaken)
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body) {
      // Not the Remove button: Enter would remove the chosen file.
      if (shown === 'taken') goOn()
      else if (field.current) focusNow(field.current)
    }
    held.current = false
  }, [field, shown])
  return () => {
    held.current = field.current?.contains(document.activeElement) === true || document.activeElement === document.body
  }
}
