import type { Bridge } from '../ipc/contract'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly stet: Bridge
  }
}
