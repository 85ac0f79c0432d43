/** Chromium's own services reach nothing outside this computer. For pages, see windows/lockDown.ts. */
import type { CommandLine } from 'electron'

/**
 * Gives no name of a host an address, and asks no proxy. Call before the app is ready: the network service starts with
 * these switches. https://www.electronjs.org/docs/latest/api/command-line-switches
 */
export function closeNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('no-proxy-server')
}
