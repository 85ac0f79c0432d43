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
  about: 'Lists who is on the roster, with role, and who acts only with a PIN.',
  prepare: () => async (ask) => {
    const people = await ask('roster.list', {})
    return {
      json: people,
      text: people
        .map(({ name, role, pin }) => [name, ...(role ? [role] : []), ...(pin ? ['with a PIN'] : [])].join(', '))
        .join('\n'),
    }
  },
}

export const rosterPinCommand: CliCommand = {
  name: 'roster pin',
  usage: '[--remove [NAME]]',
  takes: [0, 1],
  options: { remove: 'flag' },
  needs: 'write',
  about: `Gives you a PIN, or another one: without it nobody acts under your name. It comes from STET_NEW_PIN, or is asked for at the terminal; the one until now from STET_PIN. --remove takes it away; an editor also that of NAME, who forgot it. ${pinRule()}`,
  asksNewPin: (args) => !args.flag('remove'),
  prepare: (args) => {
    const [name] = args.positionals
    if (name !== undefined && !args.flag('remove'))
      throw usage(
        'People set their own PIN: “stet roster pin --as NAME”. With --remove an editor takes away that of somebody else.',
      )
    return async (ask, { by, pin, newPin = '' }) => {
      const was = pin === undefined ? {} : { was: pin }
      if (!args.flag('remove'))
        return { json: await ask('pin.set', { pin: newPin, ...was }), text: `${by} has a PIN now.` }
      const person = name ?? by
      return {
        json: await ask('pin.remove', { person, ...(person === by ? was : {}) }),
        text: `${person} has no PIN any more.`,
      }
    }
  },
}

export const rosterAddCommand: CliCommand = {
  name: 'roster add',
  usage: 'NAME [--role ROLE]',
  takes: [1, 1],
  options: { role: 'text' },
  needs: 'create',
  about: `Puts a name on the library's roster. Roles: ${ROLES.join(', ')}.`,
  prepare: (args) => {
    const [name = ''] = args.positionals
    const role = args.text('role')
    const request = { name, ...defined({ role: role === undefined ? undefined : oneOf('role', role, ROLES) }) }
    if (name.trim() === '') throw usage('The roster needs a name.')
    return async (ask) => {
      const answer = await ask('roster.add', request)
      return { json: answer, text: `${name} is on the roster.` }
    }
  },
}
