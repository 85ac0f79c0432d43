import { fileSize } from '../../story/text/fileSize'
import type { LibraryProblem, UnusedFile } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'

export const doctorCommand: CliCommand = {
  name: 'doctor',
  usage: '[--repair]',
  takes: [0, 0],
  options: { repair: 'flag' },
  needs: 'check',
  about:
    'Checks every file of the library and says what is wrong, what is safe and what it would do. With --repair it does it; what cannot be read is kept under another name. Lists captured files that nothing speaks of; “stet tidy” removes them.',
  prepare: (args) => {
    const repair = args.flag('repair')
    return async (ask) => {
      const report = await ask('library.doctor', { repair })
      const left = report.problems.filter(({ done }) => !done).length
      const text = report.problems.length === 0 ? ['Every file is as it should be.'] : report.problems.map(inWords)
      if (report.unused)
        text.push(
          [
            `Nothing speaks of ${counted(report.unused)}; “stet tidy” removes ${report.unused.length === 1 ? 'it' : 'them'}:`,
            ...report.unused.map(line),
          ].join('\n'),
        )
      return {
        json: report,
        text: text.join('\n\n'),
        ...(report.ok ? {} : { problems: [left === 1 ? 'One thing is wrong.' : `${left} things are wrong.`] }),
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
  about:
    'Removes captured files that are older than a day and that no story, history or kept version speaks of, for good. “stet doctor” lists them before. Refused while anything is wrong with the library.',
  prepare: () => async (ask) => {
    const { removed } = await ask('library.tidy', {})
    return {
      json: { removed },
      text:
        removed.length === 0
          ? 'There is nothing to remove.'
          : [`Removed ${counted(removed)}:`, ...removed.map(line)].join('\n'),
    }
  },
}

const inWords = ({ path, what, safe, action, done }: LibraryProblem): string =>
  [path, `  Wrong:   ${what}`, `  Safe:    ${safe}`, `  ${done ? 'Done:  ' : 'To do: '}  ${action}`].join('\n')

const counted = (files: readonly UnusedFile[]): string =>
  `${files.length === 1 ? 'one captured file' : `${files.length} captured files`}, ${fileSize(files.reduce((sum, { size }) => sum + size, 0))}`

const line = ({ path, size, modified }: UnusedFile): string =>
  `  ${path}  ${fileSize(size)}, copied ${modified.slice(0, 16).replace('T', ' ')} UTC`
