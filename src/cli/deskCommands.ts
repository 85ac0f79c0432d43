import { ROLES } from '../story/roster'
import { GROUND_RULES, SOURCE_KINDS } from '../story/source'
import { oneOf, required, usage } from './arguments'
import type { Command } from './command'

export const sourceAddCommand: Command = {
  name: 'source add', usage: '--name NAME --kind KIND [--ground-rules RULES] [--protected] [--alias NAME]… [--contact TEXT]', takes: [0, 0],
  options: { name: 'text', kind: 'text', 'ground-rules': 'text', protected: 'flag', alias: 'texts', contact: 'text' }, needs: 'create',
  about: `Adds a source to the library's source book. Kinds: ${SOURCE_KINDS.join(', ')}. Ground rules: ${GROUND_RULES.join(', ')}.`,
  prepare: (args) => {
    const rules = args.text('ground-rules')
    const contact = args.text('contact')
    const aliases = args.texts('alias')
    const request = {
      name: required(args, 'name'), kind: oneOf('kind of source', required(args, 'kind'), SOURCE_KINDS),
      ...(rules === undefined ? {} : { groundRules: oneOf('ground rules', rules, GROUND_RULES) }), ...(args.flag('protected') ? { protected: true } : {}),
      ...(aliases.length ? { aliases } : {}), ...(contact === undefined ? {} : { contact })
    }
    if (request.name.trim() === '') throw usage('--name needs a name.')
    return async (ask) => {
      const { id } = await ask('source.add', request)
      return { json: { id }, text: `Added ${request.name} as ${id}.` }
    }
  }
}

export const rosterAddCommand: Command = {
  name: 'roster add', usage: 'NAME [--role ROLE]', takes: [1, 1], options: { role: 'text' }, needs: 'create',
  about: `Puts a name on the library's roster. Roles: ${ROLES.join(', ')}.`,
  prepare: (args) => {
    const [name = ''] = args.positionals
    const role = args.text('role')
    const request = { name, ...(role === undefined ? {} : { role: oneOf('role', role, ROLES) }) }
    if (name.trim() === '') throw usage('The roster needs a name.')
    return async (ask) => {
      const answer = await ask('roster.add', request)
      return { json: answer, text: `${name} is on the roster.` }
    }
  }
}
