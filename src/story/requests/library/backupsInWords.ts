import { deskText } from '../../../catalogue/story/desk'
import { utcMinute } from '../../text/format/instant'
import type { KnownBackups } from './libraryAnswers'

const DAY = 24

/** One line for people: the last backup of a library that this computer knows, and its age. */
export function backupsInWords({ folders, last }: KnownBackups): string {
  if (folders.length === 0) return deskText('backups.none')
  if (!last) return deskText('backups.undated', { folders: folders.join(', ') })
  const { folder, made, hours } = last
  const when = utcMinute(made)
  // Two days and more are counted in days.
  return hours < 2 * DAY
    ? deskText('backups.lastHours', { when, hours, folder })
    : deskText('backups.lastDays', { when, days: Math.floor(hours / DAY), folder })
}
