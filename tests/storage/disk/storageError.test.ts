import { expect, it } from 'vitest'
import { backupError } from '../../../src/storage/backup/backupFolder'
import { storageErrorFrom } from '../../../src/storage/disk/storageError'

const GONE = [
  'ENODEV',
  'ENXIO',
  'ESTALE',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOTCONN',
  'ETIMEDOUT',
]

it.each(GONE)('%s is a drive that is gone, in words for people', (code) => {
  const error = Object.assign(new Error(`${code}: read`), { code })
  expect(storageErrorFrom(error, '/library', 'It is safe.').message).toBe(
    '/library: the drive is missing. It is safe. Plug in the drive again.',
  )
  expect(backupError(error, '/stick').message).toBe(
    '/stick: the drive is missing. The library and the earlier backups are unchanged. ' +
      'Plug in the drive again, or choose another folder for backups.',
  )
})
