import { cliText } from '../../catalogue/rooms/cli'
import { resolve } from 'node:path'
import { restoreBackup } from '../../storage/backup/restoreBackup'
import { count, required } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const backupCommand: CliCommand = {
  name: 'backup',
  get usage() {
    return cliText('backup.usage')
  },
  takes: [0, 0],
  options: { to: 'text' },
  needs: 'write',
  get about() {
    return cliText('backup.about')
  },
  prepare: (args, { cwd }) => {
    const to = resolve(cwd, required(args, 'to'))
    return async (ask) => {
      const made = await ask('library.backUp', { to, make: true })
      const lines = [
        cliText('backupCommands.made', {
          number: made.number,
          folder: made.folder,
          files: made.files,
          count: made.size,
          added: made.added,
        }),
        ...made.notes,
      ]
      return { json: made, text: lines.join('\n') }
    }
  },
}

export const restoreBackupCommand: CliCommand = {
  name: 'backup restore',
  get usage() {
    return cliText('restoreBackup.usage')
  },
  takes: [1, 1],
  options: { to: 'text', number: 'text' },
  needs: 'nothing',
  get about() {
    return cliText('restoreBackup.about')
  },
  prepare: (args, { cwd, progress }) => {
    const folder = resolve(cwd, args.positionals[0] ?? '')
    const to = resolve(cwd, required(args, 'to'))
    const number = count(args, 'number')
    return async () => {
      const restored = await restoreBackup({
        folder,
        to,
        ...defined({ number }),
        progress: ({ done, of }) => progress?.(cliText('backupCommands.files', { done, of })),
      })
      return {
        json: restored,
        text: cliText('backupCommands.restored', {
          number: restored.number,
          made: restored.made,
          library: restored.library,
          files: restored.files,
        }),
      }
    }
  },
}
