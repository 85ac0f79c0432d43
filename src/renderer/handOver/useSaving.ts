import { useState } from 'react'
import { exportPanelText } from '../../catalogue/window/exportPanel'
import type { Calls, Outcome } from '../../ipc/contract'

/** What was saved. `losses` and `shared` are those of a bundle. */
export type Saved = Calls['saveBundle']['answer']

/** A save through a dialog of the system, and what came of it. */
export interface Saving {
  readonly busy: boolean
  /** Why nothing was saved. */
  readonly problem: string | undefined
  readonly setProblem: (problem: string | undefined) => void
  readonly saved: Saved | undefined
  /** Forgets what came of the last save. */
  readonly forget: () => void
  /** Saves with `send`. Resolves with the path of the file. Undefined: none was saved, or the person cancelled. */
  readonly save: (send: () => Promise<Outcome<Saved>>) => Promise<string | undefined>
}

/** `flush` writes the latest words, which are part of what is saved. It resolves with false when it cannot. */
export function useSaving(flush: () => Promise<boolean>): Saving {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [saved, setSaved] = useState<Saved>()

  const saveFlushed = async (send: () => Promise<Outcome<Saved>>): Promise<string | undefined> => {
    if (!(await flush())) {
      setProblem(exportPanelText('exportPanel.exportedLatestWordsDisk'))
      return undefined
    }
    const outcome = await send()
    if (!outcome.ok) setProblem(outcome.message)
    if (!outcome.ok || outcome.value.path === undefined) return undefined
    setSaved(outcome.value)
    return outcome.value.path
  }

  return {
    busy,
    problem,
    setProblem,
    saved,
    forget: () => {
      setProblem(undefined)
      setSaved(undefined)
    },
    save: async (send) => {
      setBusy(true)
      const path = await saveFlushed(send)
      setBusy(false)
      return path
    },
  }
}
