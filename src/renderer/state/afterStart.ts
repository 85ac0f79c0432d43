/** What a window asks about once it has its story. */
import { windowText } from '../../catalogue/window/window'
import type { Startup } from '../../ipc/startup'
import { openArrived } from './arrivedFiles'
import type { Notices } from './stores/notices'
import type { Panels } from './stores/panels'
import type { WindowNewsroom } from './stores/newsroom/windowNewsroom'
import type { WindowServices } from './windowServices'
import { tellWritableAgain } from './writableAgain'

/** `startup`: what main said at the start. */
export function afterStart(services: WindowServices, { readOnly, writableAgain }: Startup): void {
  const { newsroom, notices, panels } = services
  // Nobody listened yet to what changed while the page loaded.
  void newsroom.catchUpDesk()
  const showArrived = (): void => void openArrived(newsroom.call, panels)
  newsroom.bridge.on('filesArrived', showArrived)
  showArrived()
  void tellThereAgain(newsroom, notices, panels)
  newsroom.bridge.on('writableAgain', (event) => tellWritableAgain(services, event.readOnly))
  if (writableAgain && readOnly !== undefined) tellWritableAgain(services, readOnly)
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
