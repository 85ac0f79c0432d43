import { cliText } from '../../catalogue/rooms/cli'
import { dirname, resolve } from 'node:path'
import { libraryAround } from '../../newsroom/files/libraryAround'
import { restoreBackup, type Restored } from '../../storage/backup/restoreBackup'
import { NewsroomError } from '../../story/requests/requests'
import { count, requiredPath, usage } from '../run/arguments'
import { unstoppable, type CliCommand } from '../run/command'
import { localMinute } from '../../story/text/format/localMinute'
import { defined } from '../../story/text/defined'

export const backupCommand: CliCommand = {
  name: 'backup',
  get usage() {
    return cliText('backup.usage')
  },
  takes: [0, 0],
  options: { to: 'text', new: 'flag' },
  needs: 'write',
  get about() {
    return cliText('backup.about')
  },
  prepare: (args, { cwd, progress }) => {
    const to = resolve(cwd, requiredPath(args, 'to'))
    const begin = args.flag('new')
    return async (ask) => {
      const made = await ask('library.backUp', { to, make: true, ...(begin ? { begin } : {}) }).finally(() =>
        progress?.(''),
      )
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
  options: { to: 'text', number: 'text', 'with-deleted': 'flag' },
  needs: 'nothing',
  get about() {
    return cliText('restoreBackup.about')
  },
  prepare: (args, { cwd, progress, stoppable = unstoppable }) => {
    const [from = ''] = args.positionals
    if (from.trim() === '') throw usage(cliText('backupCommands.emptyPath'))
    const folder = resolve(cwd, from)
    const to = resolve(cwd, requiredPath(args, 'to'))
    const number = count(args, 'number')
    const withDeleted = args.flag('with-deleted')
    return () =>
      stoppable(async (stopped) => {
        const around = await libraryAround(dirname(to))
        if (around !== undefined)
          throw new NewsroomError('failed', cliText('backupCommands.insideLibrary', { folder: to, library: around }))
        try {
          const restored = await restoreBackup({
            folder,
            to,
            ...defined({ number }),
            withDeleted,
            progress: ({ done, of }) => progress?.(cliText('backupCommands.files', { done, of })),
            stopped,
          })
          return { json: restored, text: restoredLines(restored).join('\n') }
        } finally {
          progress?.('')
        }
      })
  },
}

function restoredLines({ number, made, library, files, deleted, killed, original }: Restored): readonly string[] {
  return [
    cliText('backupCommands.restored', { number, made: localMinute(made), library, files }),
    ...(deleted.length === 0 ? [] : [cliText('backupCommands.broughtBack', { stories: deleted.join(', ') })]),
    ...(killed.length === 0
      ? []
      : [cliText('backupCommands.killedSince', { stories: killed.map(({ story }) => story).join(', ') })]),
    ...(original === undefined ? [] : [cliText('backupCommands.twoLibraries', { original })]),
    cliText('backupCommands.next', { library }),
  ]
}
