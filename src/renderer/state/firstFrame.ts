/** Milliseconds after the first commit. By then the sheet is painted and has answered a key that waited for it. */
const AFTER_MS = 100

let tell = (): void => undefined

/** Resolves when the sheet is painted and takes keys. What a first key does not need waits for this. */
export const firstFrame = new Promise<void>((resolve) => {
  tell = resolve
})

/** Call when React has committed the window. Returns a function that takes the call back. */
export function appCommitted(): () => void {
  const timer = setTimeout(tell, AFTER_MS)
  return () => clearTimeout(timer)
}
