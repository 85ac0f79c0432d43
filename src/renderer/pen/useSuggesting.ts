import { useNewsroom } from '../state'
import { usePen } from './usePen'

/** Whether the sheet proposes what is typed, and because of whose pen it has to. */
export function useSuggesting(): { readonly suggesting: boolean; readonly penOf: string | undefined } {
  const chosen = useNewsroom(({ suggesting }) => suggesting)
  const pen = usePen()
  const penOf = pen?.isOthers ? pen.holder : undefined
  return { suggesting: chosen || penOf !== undefined, penOf }
}
