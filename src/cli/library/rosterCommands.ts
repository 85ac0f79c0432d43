import { cliText } from '../../catalogue/rooms/cli'
import { oneOf, usage } from '../run/arguments'
import { pinRule } from '../../story/desk/pin'
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
        .map(({ name, role, pin }) =>
          [name, ...(role ? [role] : []), ...(pin ? [cliText('rosterCommands.withPin')] : [])].join(', '),
        )
        .join('\n'),
    }
  },
}

export const rosterPinCommand: CliCommand = {
  name: 'roster pin',
  get usage() {
    return cliText('rosterPin.usage')
  },
  takes: [0, 1],
  options: { remove: 'flag' },
  needs: 'write',
  get about() {
    return cliText('rosterPin.about', { pinRule: pinRule() })
  },
  asksNewPin: (args) => !args.flag('remove'),
  prepare: (args) => {
    const [name] = args.positionals
    if (name !== undefined && !args.flag('remove')) throw usage(cliText('rosterCommands.ownPinOnly'))
    return async (ask, { by, pin, newPin = '' }) => {
      const was = pin === undefined ? {} : { was: pin }
      if (!args.flag('remove'))
        return { json: await ask('pin.set', { pin: newPin, ...was }), text: cliText('rosterCommands.hasPin', { by }) }
      const person = name ?? by
      return {
        json: await ask('pin.remove', { person, ...(person === by ? was : {}) }),
        text: cliText('rosterCommands.pinRemoved', { person }),
      }
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
    const [name = ''] = args.positionals
    const role = args.text('role')
    const request = { name, ...defined({ role: role === undefined ? undefined : oneOf('role', role, ROLES) }) }
    if (name.trim() === '') throw usage(cliText('rosterCommands.rosterNeedsName'))
    return async (ask) => {
      const answer = await ask('roster.add', request)
      return { json: answer, text: cliText('rosterCommands.added', { name }) }
    }
  },
}
