import { cliText } from '../../catalogue/rooms/cli'
import { fileSize } from '../../story/text/format/fileSize'
import { backupsInWords } from '../../story/requests/library/backupsInWords'
import type { LibraryProblem, UnusedFile } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'
import { indexStateInWords } from './indexCommand'
import { localMinute } from '../../story/text/format/localMinute'

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '[--repair]',
  takes: [0, 0],
  options: { repair: 'flag' },
  needs: 'check',
  get about() {
    return cliText('doctor.about')
  },
  prepare: (args, { progress }) => {
    const repair = args.flag('repair')
    return async (ask) => {
      const report = await ask('library.doctor', { repair }).finally(() => progress?.(''))
      const left = report.problems.filter(({ done }) => !done).length
      const text = report.problems.length === 0 ? [cliText('doctorCommand.allWell')] : report.problems.map(inWords)
      if (report.unused)
        text.push(
          [
            cliText('doctorCommand.unused', { unused: counted(report.unused), count: report.unused.length }),
            ...report.unused.map(line),
          ].join('\n'),
        )
      if (report.backups) text.push(backupsInWords(report.backups))
      if (report.index) text.push(indexStateInWords(report.index))
      return {
        json: report,
        text: text.join('\n\n'),
        ...(report.ok ? {} : { problems: [cliText('doctorCommand.thingsWrong', { left })] }),
      }
    }
  },
}

export const tidyCommand: CliCommand = {
  name: 'tidy',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'write',
  get about() {
    return cliText('tidy.about')
  },
  prepare: () => async (ask) => {
    const { removed } = await ask('library.tidy', {})
    return {
      json: { removed },
      text:
        removed.length === 0
          ? cliText('doctorCommand.nothingToRemove')
          : [cliText('doctorCommand.removed', { removed: counted(removed) }), ...removed.map(line)].join('\n'),
    }
  },
}

const inWords = ({ path, what, safe, action, done }: LibraryProblem): string =>
  [
    path,
    cliText('doctorCommand.wrong', { what }),
    cliText('doctorCommand.safe', { safe }),
    `  ${done ? cliText('doctorCommand.done') : cliText('doctorCommand.toDo')}  ${action}`,
  ].join('\n')

const counted = (files: readonly UnusedFile[]): string =>
  cliText('doctorCommand.counted', {
    count: files.length,
    fileSize: fileSize(files.reduce((sum, { size }) => sum + size, 0)),
  })

const line = ({ path, size, modified }: UnusedFile): string =>
  cliText('doctorCommand.file', { path, size: fileSize(size), replaceText: localMinute(modified) })
