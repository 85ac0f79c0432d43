import { fieldsText } from '../../../catalogue/window/fields'
import { useCallback, useEffect, useRef } from 'react'
import { useWindowServices } from '../../state/windowServices'

/** Notes what was typed into a field and cannot be stored. Without `why`, notes that it is settled. */
export type Refusal = (text: string, why: string | undefined) => void

/** Shows refused text by the field's name when its field disappears, until it is dismissed. */
export function useRefusal(label: string): Refusal {
  const { notices } = useWindowServices()
  const refused = useRef<string>(undefined)
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
      if (refused.current !== undefined) notices.showLastingAlert(refused.current)
    }
  }, [notices])
  return useCallback(
    (text, why) => {
      const said = why === undefined ? undefined : fieldsText('useRefusal.stored', { label, text, why })
      if (said !== undefined && gone.current) notices.showLastingAlert(said)
      else refused.current = said
    },
    [label, notices],
  )
}
