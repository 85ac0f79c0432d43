import { cliText } from '../../catalogue/rooms/cli'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { quoted } from '../run/quoted'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'

/** Takes the latest verdict on a fact back. */
export const withdrawCommand: CliCommand = {
  name: 'withdraw',
  get usage() {
    return cliText('withdraw.usage')
  },
  takes: [2, 2],
  options: { reason: 'text' },
  needs: 'write',
  get about() {
    return cliText('withdraw.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    const reason = required(args, 'reason')
    if (reason.trim() === '') throw usage(cliText('factCommands.reasonNeedsTextStays'))
    return async (ask) => {
      const answer = await ask('fact.withdraw', { story, fact, reason })
      const { status, by, words } = answer
      return {
        json: answer,
        text: cliText('factCommands.withdrawn', { fact, status: STATUS_WORDS[status], by, words: quoted(words) }),
      }
    }
  },
}
