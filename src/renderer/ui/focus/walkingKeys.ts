/** Keys that move the keyboard from control to control. */
const WALKING: ReadonlySet<string> = new Set([
  ...['Tab', 'F6', 'Home', 'End'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'],
])

let walks = false

/** Whether a person walks by keys just now: the last key or press of the pointer was such a key. */
export const isWalking = (): boolean => walks

/** Watches the keys and the pointer of the window until the returned function is called. */
export function watchWalking(): () => void {
  const watched = new AbortController()
  const always = { signal: watched.signal, capture: true }
  document.addEventListener('keydown', ({ key }) => void (walks = WALKING.has(key)), always)
  document.addEventListener('pointerdown', () => void (walks = false), always)
  return () => watched.abort()
}
