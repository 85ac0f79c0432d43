import { useEffect, useRef, useState } from 'react'
import { evidenceText } from '../../../../catalogue/window/evidence'
import { fileSize } from '../../../../story/text/format/fileSize'
import { useNotice } from '../../../state'
import { useWindowServices } from '../../../state/windowServices'
import { captureFile, type Captured } from './captureFile'

/** Bytes. A smaller file is copied before anybody could stop it. */
const LONG = 50_000_000

/** A file that is being copied. Sizes in bytes. */
export interface Copying {
  readonly name: string
  readonly size: number
  readonly copied: number
}

interface Events {
  /** Called before the field shows other buttons. */
  readonly beforeChange: () => void
  /** True while a file is being copied. */
  readonly onCopying: (copying: boolean) => void
  /** Called once nothing is copied any more, whether or not it went well. */
  readonly onEnd: () => void
  readonly onFile: (file: Captured) => void
}

interface Copier {
  /** Undefined while nothing is copied. */
  readonly copying: Copying | undefined
  readonly problem: string | undefined
  readonly setProblem: (problem: string) => void
  /** Copies a file into the library. One at a time: another one is ignored meanwhile. */
  readonly take: (given: File | undefined) => Promise<void>
  readonly stop: () => void
}

/** Copies files of evidence into the library, and says how far it is. A form that closes stops its copying. */
export function useCopying({ beforeChange, onCopying, onEnd, onFile }: Events): Copier {
  const { call } = useWindowServices().newsroom
  const { announce } = useNotice()
  const control = useRef<AbortController>(undefined)
  const [copying, setCopying] = useState<Copying>()
  const [problem, setProblem] = useState<string>()
  const stop = (): void => control.current?.abort()
  useEffect(() => () => control.current?.abort(), [])

  const take = async (given: File | undefined): Promise<void> => {
    if (!given || copying) return
    const { signal } = (control.current = new AbortController())
    setProblem(undefined)
    beforeChange()
    setCopying({ name: given.name, size: given.size, copied: 0 })
    onCopying(true)
    let quarter = 0
    const onProgress = (copied: number): void => {
      setCopying({ name: given.name, size: given.size, copied })
      const next = Math.floor((copied / given.size) * 4)
      if (next > quarter && next < 4) announce(evidenceText('fileField.copied', { value: next * 25, name: given.name }))
      quarter = next
    }
    if (given.size > LONG)
      announce(evidenceText('fileField.copyingEscapeStops', { name: given.name, count: fileSize(given.size) }))
    const outcome = await captureFile(given, { call, signal, onProgress })
    beforeChange()
    setCopying(undefined)
    onCopying(false)
    onEnd()
    if (!outcome) return setProblem(evidenceText('fileField.stoppedNothingFileCopied'))
    if (outcome.ok) {
      announce(evidenceText('fileField.copyDone', { name: given.name }))
      onFile(outcome.value)
    } else setProblem(outcome.message)
  }

  return { copying, problem, setProblem, take, stop }
}
