import { useEffect, useState } from 'react'
import { deskNow } from '../stores/deskClock'

const MINUTE = 60_000

/** The library's time, updated each minute while `running`. */
export function useMinute(running: boolean): string {
  const [now, setNow] = useState(() => deskNow())
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setNow(deskNow()), MINUTE)
    return () => clearInterval(timer)
  }, [running])
  return now
}
