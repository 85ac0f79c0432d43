import { fuse } from '../runtime/fuses.mjs'

/** What the installed app may do, as strict as it can be. electron-builder.json says the same for Windows and macOS. */
export const FUSES = {
  [fuse.runAsNode]: false,
  [fuse.cookieEncryption]: true,
  [fuse.nodeOptions]: false,
  [fuse.nodeCliInspect]: false,
  [fuse.onlyLoadAppFromAsar]: true,
  [fuse.browserSnapshot]: false,
  [fuse.fileProtocolPrivileges]: false,
}
