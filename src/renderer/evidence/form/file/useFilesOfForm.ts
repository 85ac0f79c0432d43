import { useEffect, useEffectEvent, type RefObject } from 'react'
import { usePanels } from '../../../state'
import { useWindowServices } from '../../../state/windowServices'

/**
 * Takes the files that a person means for the form around `field`: dropped beside the form, or pasted wherever the
 * keyboard is in it, as a screenshot is.
 */
export function useFilesOfForm(field: RefObject<HTMLElement | null>, take: (given: File) => Promise<void>): void {
  const { panels } = useWindowServices()
  const dropped = usePanels(({ dropped }) => dropped)
  const takeGiven = useEffectEvent((given: File) => void take(given))
  useEffect(() => {
    if (!dropped) return
    panels.store.setState({ dropped: null })
    void Promise.resolve(dropped).then((given) => takeGiven(given))
  }, [dropped, panels])

  useEffect(() => {
    const place = field.current?.closest<HTMLElement>('form') ?? field.current
    const paste = (event: ClipboardEvent): void => {
      const [pasted] = event.clipboardData?.files ?? []
      // Words that are copied from a document come with a picture of themselves. They are meant for the field.
      if (!pasted || event.defaultPrevented || event.clipboardData?.types.includes('text/plain')) return
      event.preventDefault()
      takeGiven(pasted)
    }
    place?.addEventListener('paste', paste)
    return () => place?.removeEventListener('paste', paste)
  }, [field])
}
