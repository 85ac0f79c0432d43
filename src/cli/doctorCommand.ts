import type { LibraryProblem } from '../story/requests'
import type { Command } from './command'

export const doctorCommand: Command = {
  name: 'doctor', usage: '[--repair]', takes: [0, 0], options: { repair: 'flag' }, needs: 'check',
  about: 'Checks every file of the library and says what is wrong, what is safe and what it would do. With --repair it does it; what cannot be read is kept under another name.',
  prepare: (args) => {
    const repair = args.flag('repair')
    return async (ask) => {
      const report = await ask('library.doctor', { repair })
      const left = report.problems.filter(({ done }) => !done).length
      const text = report.problems.length === 0 ? 'Every file is as it should be.' : report.problems.map(inWords).join('\n\n')
      return { json: report, text, ...(report.ok ? {} : { troubles: [left === 1 ? 'One thing is wrong.' : `${left} things are wrong.`] }) }
    }
  }
}

const inWords = ({ path, what, safe, action, done }: LibraryProblem): string =>
  [path, `  Wrong:   ${what}`, `  Safe:    ${safe}`, `  ${done ? 'Done:  ' : 'To do: '}  ${action}`].join('\n')
