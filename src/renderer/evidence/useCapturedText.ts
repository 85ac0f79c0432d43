import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../story/requests/requests'
import { useWindowServices } from '../state/windowServices'

interface Read {
  readonly read?: AnswerOf<'file.text'>
  readonly problem?: string
}

/** The words of a captured file, as the library's owner reads them. */
export function useCapturedText(sha256: string, name: string): Read {
  const { act } = useWindowServices().newsroom
  const [read, setRead] = useState<Read & { readonly sha256: string }>()
  useEffect(() => {
    let gone = false
    void act('file.text', { sha256, name }).then((outcome) => {
      if (gone) return
      setRead(outcome.ok ? { sha256, read: outcome.value } : { sha256, problem: outcome.message })
    })
    return () => {
      gone = true
    }
  }, [act, sha256, name])
  return read?.sha256 === sha256 ? read : {}
}
