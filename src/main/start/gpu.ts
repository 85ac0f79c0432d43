import { existsSync } from 'node:fs'

/**
 * Returns whether this machine has no GPU, as in a container or a virtual machine. Chromium would start a GPU process,
 * see it fail and start another one, and the window waits for both. Only Linux shows its devices as files.
 */
export const hasNoGpu = (): boolean => process.platform === 'linux' && !existsSync('/dev/dri')
