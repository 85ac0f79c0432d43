import { useEffect, useState } from 'react'
import type { HandOverPlan } from '../../story/requests/requests'
import { useWindowServices } from '../state/windowServices'

/** Somebody with a trusted key on another computer. */
export interface Receiver {
  readonly person: string
  /** Protected sources can be sealed for them. */
  readonly seals: boolean
}

export interface Receivers {
  /** Undefined until they are known. */
  readonly people: readonly Receiver[] | undefined
  readonly chosen: readonly string[]
  /** What becomes of protected sources. Undefined until it is known for what is chosen now. */
  readonly plan: HandOverPlan | undefined
  readonly problem: string | undefined
  readonly choose: (person: string, on: boolean) => void
}

/** For whom these stories (ids) are, and what of protected sources goes to them. Nothing is changed by asking. */
export function useReceivers(stories: readonly string[], first: readonly string[] = [], off = false): Receivers {
  const { act } = useWindowServices().newsroom
  const [people, setPeople] = useState<readonly Receiver[]>()
  const [chosen, setChosen] = useState(first)
  const [asked, setAsked] = useState<{ readonly key: string; readonly plan?: HandOverPlan; readonly why?: string }>()
  const key = JSON.stringify([stories, chosen])

  useEffect(() => {
    if (off) return
    let gone = false
    void act('device.list', {}).then((outcome) => {
      if (gone || !outcome.ok) return
      const names = [...new Set(outcome.value.map(({ person }) => person))].sort((a, b) => a.localeCompare(b))
      setPeople(
        names.map((person) => ({ person, seals: outcome.value.some((one) => one.person === person && one.seals) })),
      )
    })
    return () => {
      gone = true
    }
  }, [act, off])

  useEffect(() => {
    if (off) return
    let gone = false
    const [ids, names] = JSON.parse(key) as [readonly string[], readonly string[]]
    void act('story.handOverName', { stories: ids, for: names }).then((outcome) => {
      if (gone) return
      setAsked(outcome.ok ? { key, plan: outcome.value } : { key, why: outcome.message })
    })
    return () => {
      gone = true
    }
  }, [act, key, off])

  const now = asked?.key === key ? asked : undefined
  return {
    people,
    chosen,
    plan: now?.plan,
    problem: now?.why,
    choose: (person, on) =>
      setChosen((before) => [...before.filter((one) => one !== person), ...(on ? [person] : [])].sort()),
  }
}
