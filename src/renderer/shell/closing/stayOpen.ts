import type { WindowServices } from '../../state/windowServices'

/** The window stays open. Main hears of it, too: it may wait for this window to start the app again. */
export function stayOpen({ panels, newsroom }: Pick<WindowServices, 'panels' | 'newsroom'>): void {
  panels.stay()
  void newsroom.call('stayOpen', {})
}
