import { libraryText } from '../../../catalogue/window/library'
import type { BackupStatus } from '../../../ipc/contract'

/** Says that no backup is made by itself here. The schedule belongs to this computer, not to the library. */
export function scheduleNote({ folder, every, before = [] }: BackupStatus): string | undefined {
  if (folder !== undefined && every !== 'never') return undefined
  const note = libraryText('backup.noSchedule')
  return before.length === 0 ? note : `${note} ${libraryText('backup.before', { folders: before.join(', ') })}`
}
