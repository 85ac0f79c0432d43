import { libraryText } from '../../../catalogue/window/library'
import type { BackupStatus } from '../../../ipc/contract'

/** Says that no backup is made by itself here. The schedule belongs to this computer, not to the library. */
export function scheduleNote(status: BackupStatus): string | undefined {
  if (status.folder !== undefined && status.every !== 'never') return undefined
  const note = libraryText('backup.noSchedule')
  const before = beforeNote(status)
  return before === undefined ? note : `${note} ${before}`
}

/** Says where backups were made from here before. */
export const beforeNote = ({ before = [] }: BackupStatus): string | undefined =>
  before.length === 0 ? undefined : libraryText('backup.before', { folders: before.join(', ') })
