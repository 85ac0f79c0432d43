import { resolve } from 'node:path'
import { restoreBackup } from '../../storage/backup/restoreBackup'
import { count, required } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const backupCommand: CliCommand = {
  name: 'backup',
  usage: '--to FOLDER',
  takes: [0, 0],
  options: { to: 'text' },
  needs: 'write',
  about:
    'Copies the library into a folder, also while the app has it open. Only what the backups there do not have yet is copied; every file is read back. “stet backup restore” makes a library of it.',
  prepare: (args, { cwd }) => {
    const to = resolve(cwd, required(args, 'to'))
    return async (ask) => {
      const made = await ask('library.backUp', { to, make: true })
      const lines = [
        `Backup ${made.number} in ${made.folder}: ${made.files} files, ${made.size} bytes, ${made.added} of them new. Every file was read back and is the same.`,
        ...made.notes,
      ]
      return { json: made, text: lines.join('\n') }
    }
  },
}

export const restoreBackupCommand: CliCommand = {
  name: 'backup restore',
  usage: 'FOLDER --to NEWLIBRARY [--number N]',
  takes: [1, 1],
  options: { to: 'text', number: 'text' },
  needs: 'nothing',
  about:
    'Makes a library out of a backup, the newest or the one of that number, in a folder that is not there yet. Nothing that exists is written over.',
  prepare: (args, { cwd, progress }) => {
    const folder = resolve(cwd, args.positionals[0] ?? '')
    const to = resolve(cwd, required(args, 'to'))
    const number = count(args, 'number')
    return async () => {
      const restored = await restoreBackup({
        folder,
        to,
        ...defined({ number }),
        progress: ({ done, of }) => progress?.(`${done} of ${of} files`),
      })
      return {
        json: restored,
        text: `Backup ${restored.number} of ${restored.made} is the library ${restored.library} now: ${restored.files} files, every one read back and as it was backed up.`,
      }
    }
  },
}
