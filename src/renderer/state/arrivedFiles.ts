/** Bundles that the app was started with, as by a double click. The import panel shows what they would bring. */
import type { Bridge } from '../../ipc/contract'
import type { Panels } from './stores/panels'

/** Opens the import panel with the bundles that wait for this window. Does nothing if none waits. */
export async function openArrived(call: Bridge['call'], panels: Pick<Panels, 'open'>): Promise<void> {
  const waiting = await call('arrivedFiles', {})
  if (!waiting.ok || waiting.value.length === 0) return
  panels.open({
    kind: 'import',
    files: waiting.value.map((file) =>
      'bytes' in file ? { name: file.name, bytes: () => Promise.resolve(file.bytes) } : file,
    ),
  })
}
