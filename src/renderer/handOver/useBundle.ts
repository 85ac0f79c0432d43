import { useState } from 'react'
import type { Calls } from '../../ipc/contract'
import { useReceivers, type Receivers } from './useReceivers'

/** What a person chooses for a bundle of stories. */
export interface BundleChoices {
  readonly receivers: Receivers
  readonly withoutFiles: boolean
  readonly setWithoutFiles: (without: boolean) => void
  /** Who gets the pen. Empty: nobody. */
  readonly pen: string
  readonly setPen: (name: string) => void
  readonly request: Calls['saveBundle']['request']
}

/** A bundle of these stories (ids). `to`: who is chosen at first. With `off`, nothing is asked for it. */
export function useBundle(
  stories: readonly string[],
  { to = [], off = false }: { readonly to?: readonly string[]; readonly off?: boolean },
): BundleChoices {
  const receivers = useReceivers(stories, to, off)
  const [withoutFiles, setWithoutFiles] = useState(false)
  const [pen, setPen] = useState('')
  const { chosen, plan } = receivers
  const request = {
    stories,
    ...(chosen.length > 0 ? { for: chosen, shares: plan?.shares ?? [] } : {}),
    ...(withoutFiles ? { withoutFiles } : {}),
    ...(pen ? { pen } : {}),
  }
  return { receivers, withoutFiles, setWithoutFiles, pen, setPen, request }
}
