import { useSyncExternalStore } from 'react'

/** Whether a media query holds now. `query`: as in a style sheet, such as "(width < 900px)". */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
