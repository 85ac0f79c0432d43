import { useEffect, useEffectEvent, type RefObject } from 'react'

/** While `isBusy`, Escape anywhere in the dialog around `field` calls `stop`. The dialog stays open. */
export function useEscapeStops(field: RefObject<HTMLElement | null>, isBusy: boolean, stop: () => void): void {
  const onEscape = useEffectEvent(stop)
  useEffect(() => {
    const dialog = field.current?.closest('[role="dialog"]')
    if (!isBusy || !dialog) return
    const escape = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onEscape()
    }
    dialog.addEventListener('keydown', escape, true)
    return () => dialog.removeEventListener('keydown', escape, true)
  }, [field, isBusy])
}
