import { deskText } from '../../../catalogue/story/desk'

/** "3 bytes", "12 KB", "1.9 GB": decimal units, as file managers write them. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return deskText('fileSize.bytes', { bytes })
  const units = ['KB', 'MB', 'GB', 'TB']
  let value = bytes / 1000
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${value >= 100 ? Math.round(value) : Number(value.toFixed(1))} ${units[unit] ?? ''}`
}
