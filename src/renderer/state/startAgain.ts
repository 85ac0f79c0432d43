import type { WindowServices } from './windowServices'

/** Ends the app and starts it again. Asks first if forms with written words are open: they go with the window. */
export function startAgain({ newsroom, panels }: Pick<WindowServices, 'newsroom' | 'panels'>): void {
  const go = (): void => void newsroom.call('startAgain', {})
  if (!panels.asksToClose(go)) go()
}
