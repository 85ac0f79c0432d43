import { useEffect, useState } from 'react'
import { mediaTopics, type MediaTopics } from '../../story/desk/mediaTopics'

/** The Media Topics, once they are loaded. `wanted`: loads them. */
export function useTopics(wanted = true): MediaTopics | undefined {
  const [topics, setTopics] = useState<MediaTopics>()
  useEffect(() => {
    if (!wanted) return
    let gone = false
    void mediaTopics().then((list) => {
      if (!gone) setTopics(list)
    })
    return () => {
      gone = true
    }
  }, [wanted])
  return topics
}
