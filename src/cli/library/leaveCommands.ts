/** Who has left the desk, and who came back: `stet roster leave`, `roster return`. */
import { cliText } from '../../catalogue/rooms/cli'
import type { CliCommand } from '../run/command'

export const rosterLeaveCommand: CliCommand = {
  name: 'roster leave',
  get usage() {
    return cliText('rosterLeave.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterLeave.about')
  },
  prepare: (args) => {
    const [person = ''] = args.positionals
    return async (ask) => ({
      json: await ask('roster.leave', { person }),
      text: cliText('rosterLeave.done', { person }),
    })
  },
}

export const rosterReturnCommand: CliCommand = {
  name: 'roster return',
  get usage() {
    return cliText('rosterReturn.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterReturn.about')
  },
  prepare: (args) => {
    const [person = ''] = args.positionals
    return async (ask) => ({
      json: await ask('roster.return', { person }),
      text: cliText('rosterReturn.done', { person }),
    })
  },
}
