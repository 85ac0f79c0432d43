import { cliText } from '../../catalogue/rooms/cli'
import { pinRule } from '../../story/desk/pin'
import { defined } from '../../story/text/defined'
import { usage } from '../run/arguments'
import type { CliCommand } from '../run/command'

export const rosterPinCommand: CliCommand = {
  name: 'roster pin',
  get usage() {
    return cliText('rosterPin.usage')
  },
  takes: [0, 0],
  options: { remove: 'flag', code: 'text', 'new-key': 'flag' },
  needs: 'write',
  get about() {
    return cliText('rosterPin.about', { pinRule: pinRule() })
  },
  asksNewPin: (args) => !args.flag('remove'),
  prepare: (args) => {
    const code = args.text('code')
    return async (ask, { by, pin, newPin = '' }) => {
      const was = defined({ was: pin })
      if (args.flag('remove'))
        return { json: await ask('pin.remove', was), text: cliText('rosterCommands.pinRemoved', { person: by }) }
      const newKey = args.flag('new-key') && pin !== undefined ? (true as const) : undefined
      const answer = await ask('pin.set', { pin: newPin, ...was, ...defined({ code, newKey }) })
      const { words } = answer
      const said = newKey ? cliText('rosterPin.newKey', { by }) : cliText('rosterCommands.hasPin', { by })
      return {
        json: answer,
        text: words === undefined ? said : cliText(newKey ? 'rosterPin.newWords' : 'rosterPin.words', { by, words }),
      }
    }
  },
}

export const rosterInviteCommand: CliCommand = {
  name: 'roster invite',
  get usage() {
    return cliText('rosterInvite.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterInvite.about')
  },
  prepare: (args) => {
    const [person = ''] = args.positionals
    return async (ask) => {
      const answer = await ask('pin.invite', { person })
      return { json: answer, text: cliText('rosterInvite.code', { person, code: answer.code }) }
    }
  },
}

export const rosterResetCommand: CliCommand = {
  name: 'roster reset-pin',
  get usage() {
    return cliText('rosterReset.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterReset.about')
  },
  prepare: (args) => {
    const [person = ''] = args.positionals
    return async (ask) => {
      const answer = await ask('pin.reset', { person })
      const done = cliText('rosterReset.done', { person, code: answer.code })
      const stay = answer.devices.map((code) => cliText('rosterReset.device', { person, code }))
      return { json: answer, text: [done, ...stay].join('\n') }
    }
  },
}

export const rosterRecoverCommand: CliCommand = {
  name: 'roster recover',
  get usage() {
    return cliText('rosterRecover.usage')
  },
  takes: [0, 0],
  options: {},
  needs: 'write',
  get about() {
    return cliText('rosterRecover.about')
  },
  asksNewPin: () => true,
  asksWords: true,
  prepare:
    () =>
    async (ask, { by, newPin = '', words }) => {
      if (words === undefined) throw usage(cliText('rosterRecover.wordsMissing'))
      return { json: await ask('pin.recover', { words, pin: newPin }), text: cliText('rosterCommands.hasPin', { by }) }
    },
}
