import { useEffect, useState } from 'react'
import type { AnswerOf } from '../../story/requests/requests'
import { useWindowServices } from '../state/windowServices'

type Queries = AnswerOf<'query.list'>

/**
 * The queries of a story: all, and those to one person (`to`; '' is everybody), read again when its history has more
 * `entries`. `unread`: why they cannot be read. Without it and a list: they are being read.
 */
export function useQueries(
  story: string,
  to: string,
  entries: number,
): { readonly all: Queries | undefined; readonly list: Queries | undefined; readonly unread: string | undefined } {
  const { act } = useWindowServices().newsroom
  const [all, setAll] = useState<Queries>()
  const [some, setSome] = useState<Queries & { readonly to: string }>()
  const [allUnread, setAllUnread] = useState<string>()
  const [someUnread, setSomeUnread] = useState<string>()

  useEffect(() => {
    let gone = false
    void act('query.list', { story }).then((outcome) => {
      if (gone) return
      setAll(outcome.ok ? outcome.value : undefined)
      setAllUnread(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, entries])
  useEffect(() => {
    if (to === '') return
    let gone = false
    void act('query.list', { story, addressee: to }).then((outcome) => {
      if (gone) return
      setSome(outcome.ok ? { ...outcome.value, to } : undefined)
      setSomeUnread(outcome.ok ? undefined : outcome.message)
    })
    return () => {
      gone = true
    }
  }, [act, story, to, entries])

  return {
    all,
    // Those to another person are no answer.
    list: to === '' ? all : some?.to === to ? some : undefined,
    unread: allUnread ?? (to === '' ? undefined : someUnread),
  }
}
