/** What a window asks about once it has its story. */
import { windowText } from '../../catalogue/window/window'
import { openArrived } from './arrivedFiles'
import type { Notices } from './stores/notices'
import type { Panels } from './stores/panels'
import type { WindowNewsroom } from './stores/windowNewsroom'

export function afterStart(newsroom: WindowNewsroom, notices: Notices, panels: Panels): void {
  // Nobody listened yet to what changed while the page loaded.
  void newsroom.catchUpDesk()
  const showArrived = (): void => void openArrived(newsroom.call, panels)
  newsroom.bridge.on('filesArrived', showArrived)
  showArrived()
  void tellThereAgain(newsroom, notices, panels)
}

/** Asks about deleted stories whose folder somebody put back. Nothing else shows them. */
async function tellThereAgain(newsroom: WindowNewsroom, notices: Notices, panels: Panels): Promise<void> {
  const found = await newsroom.act('story.thereAgain', {})
  if (!found.ok || found.value.length === 0) return
  notices.askLasting(windowText('newsroom.thereAgain', { count: found.value.length }), {
    label: windowText('newsroom.lookThereAgain'),
    run: () => panels.open({ kind: 'thereAgain' }),
  })
}
