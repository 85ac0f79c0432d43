import { libraryText } from '../../../catalogue/window/library'
import type { BackupStatus } from '../../../ipc/contract'

/**
 * Says that no backup is made by itself here. The schedule belongs to this computer, not to the library. Nothing, where
 * no folder is chosen: that is said already.
 */
export function scheduleNote({ folder, every, before = [] }: BackupStatus): string | undefined {
  if (folder !== undefined && every !== 'never') return undefined
  const notes = [
    ...(folder === undefined ? [] : [libraryText('backup.noSchedule')]),
    ...(before.length === 0 ? [] : [libraryText('backup.before', { folders: before.join(', ') })]),
  ]
  return notes.length === 0 ? undefined : notes.join(' ')
}
