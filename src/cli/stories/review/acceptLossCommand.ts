import { cliText } from '../../../catalogue/rooms/cli'
import { isLibraryLoss, lossKey, type TrustLoss } from '../../../story/ledger/loss'
import { required, usage } from '../../run/arguments'
import type { CliCommand } from '../../run/command'

/** Accepts all losses of a story, or of the library, as one act that the history keeps. */
export const acceptLossCommand: CliCommand = {
  name: 'accept-loss',
  get usage() {
    return cliText('acceptLoss.usage')
  },
  takes: [0, 1],
  options: { library: 'flag', reason: 'text' },
  needs: 'write',
  get about() {
    return cliText('acceptLoss.about')
  },
  prepare: (args) => {
    const [story] = args.positionals
    const reason = required(args, 'reason')
    if ((story === undefined) !== args.flag('library')) throw usage(cliText('acceptLoss.storyOrLibrary'))
    return async (ask) => {
      const losses =
        story === undefined
          ? await ask('library.losses', {})
          : ((await ask('story.show', { story })).losses ?? []).filter((loss) => !isLibraryLoss(loss))
      if (losses.length === 0) throw usage(cliText('acceptLoss.none'))
      const seen = { losses: losses.map(lossKey), reason }
      const answer =
        story === undefined ? await ask('library.acceptLoss', seen) : await ask('story.acceptLoss', { story, ...seen })
      return {
        json: answer,
        text: [
          cliText('acceptLoss.accepted', { count: answer.accepted.length }),
          ...lossLines(answer.accepted),
          cliText('acceptLoss.next'),
        ].join('\n'),
      }
    }
  },
}

export const lossLines = (losses: readonly TrustLoss[]): readonly string[] =>
  losses.map(({ detail }) => `  ✕ ${detail}`)
