import { windowText } from '../../catalogue/window/window'
import { startAgain } from './startAgain'
import type { WindowServices } from './windowServices'

/**
 * The process that had the library gave it up: a lasting notice offers to start Stet again. `readOnly`: what the window
 * says from now on of why it only reads.
 */
export function tellWritableAgain(services: WindowServices, readOnly: string): void {
  services.newsroom.store.setState({ readOnly })
  services.notices.askLasting(readOnly, {
    label: windowText('writableAgain.start'),
    run: () => startAgain(services),
  })
}
