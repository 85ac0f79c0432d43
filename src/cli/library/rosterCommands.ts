import { roleWords } from '../../story/desk/roster'
import { cliText } from '../../catalogue/rooms/cli'
import { oneOf, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { ROLES } from '../../story/desk/roster'
import { defined } from '../../story/text/defined'

export const rosterListCommand: CliCommand = {
  name: 'roster list',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'read',
  get about() {
    return cliText('rosterList.about')
  },
  prepare: () => async (ask) => {
    const people = await ask('roster.list', {})
    return {
      json: people,
      text: people
        .map(({ name, role, pin, left }) =>
          [
            name,
            ...(role ? [roleWords(role)] : []),
            ...(pin ? [cliText('rosterCommands.withPin')] : []),
            ...(left ? [cliText('rosterCommands.left')] : []),
          ].join(', '),
        )
        .join('\n'),
    }
  },
}

export const rosterAddCommand: CliCommand = {
  name: 'roster add',
  get usage() {
    return cliText('rosterAdd.usage')
  },
  takes: [1, 1],
  options: { role: 'text' },
  needs: 'create',
  get about() {
    return cliText('rosterAdd.about', { roles: ROLES.join(', ') })
  },
  prepare: (args) => {
    const name = (args.positionals[0] ?? '').trim()
    const role = args.text('role')
    const request = { name, ...defined({ role: role === undefined ? undefined : oneOf('role', role, ROLES) }) }
    if (name === '') throw usage(cliText('rosterCommands.rosterNeedsName'))
    return async (ask) => {
      const answer = await ask('roster.add', request)
      return { json: answer, text: cliText('rosterCommands.added', { name }) }
    }
  },
}
