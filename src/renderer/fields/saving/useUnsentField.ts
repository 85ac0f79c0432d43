import { useEffect, useEffectEvent } from 'react'
import type { FieldName } from '../../../story/ledger/fields'
import { useStory } from '../../state'

/** Counts a field as unsaved while it has words that are not sent. `send`: what Ctrl+S does with them. */
export function useUnsentField(field: FieldName, isUnsent: boolean, send: () => Promise<unknown>): void {
  const unsentFields = useStory(({ session }) => session.unsentFields)
  const latest = useEffectEvent(send)
  useEffect(() => {
    unsentFields?.note(field, isUnsent ? () => latest() : undefined)
    return () => unsentFields?.note(field, undefined)
  }, [unsentFields, field, isUnsent])
}
