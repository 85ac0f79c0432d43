import { useEffect, useState } from 'react'
import { usePanels, type StoryHook } from '../state'
import { slugLine } from './slugLine'
import { deskNow } from '../state/deskClock'

const MINUTE = 60_000

/** Slug, urgency, language, version, stage, legal and embargo; a click opens the fields. */
export function SlugLine({ story }: { readonly story: StoryHook }) {
  const { showTab } = usePanels()
  const now = useMinute(story.fields.embargo !== '')
  return (
    <button type="button" className="slug-line" onClick={() => showTab('fields')}>
      {slugLine(story.fields, story.story.ledger.standing, now).map((part) => <span key={part.id} data-part-of-slug={part.id} data-weighty={part.weighty}>{part.text}</span>)}
    </button>
  )
}

function useMinute(running: boolean): string {
  const [now, setNow] = useState(() => deskNow())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(deskNow()), MINUTE)
    return () => clearInterval(timer)
  }, [running])
  return now
}
