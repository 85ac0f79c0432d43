import { existsSync } from 'node:fs'

/**
 * True when this machine has no graphics device (a virtual machine, a container, a remote desktop): Chromium would start a
 * process for one, see it fail, and start another, and the window waits for both. Only Linux says so in a file.
 */
export const lacksGraphicsDevice = (): boolean => process.platform === 'linux' && !existsSync('/dev/dri')
