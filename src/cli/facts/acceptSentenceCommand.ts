import { cliText } from '../../catalogue/rooms/cli'
import { lapseWords } from '../../story/history/lapseWords'
import { NewsroomError } from '../../story/requests/requests'
import { seenIn, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { unseen } from './factCommands'

/** Accepts the changed sentence of a fact whose words are still the signed ones, as “Accept sentence” in the window. */
export const acceptSentenceCommand: CliCommand = {
  name: 'accept-sentence',
  get usage() {
    return cliText('acceptSentence.usage')
  },
  takes: [2, 2],
  options: { seen: 'text' },
  needs: 'write',
  get about() {
    return cliText('acceptSentence.about')
  },
  prepare: (args) => {
    const [story = '', fact = ''] = args.positionals
    const seen = seenIn(args)
    return async (ask) => {
      if (seen === undefined) throw usage(await unseen(ask, story, fact))
      const { accepted } = await ask('fact.acceptContext', { story, facts: [{ fact, seen }] })
      if (accepted.length === 0) throw new NewsroomError('refused', cliText('acceptSentence.nothing', { fact }))
      const { facts } = await ask('story.show', { story })
      const { reasons = [] } = facts.find(({ id }) => id === fact) ?? {}
      // Who verified and wrote part of the sentence does not take that back alone.
      const text = reasons.includes('ownContext')
        ? cliText('acceptSentence.stillOpen', { fact, why: lapseWords(reasons) })
        : cliText('acceptSentence.done', { fact })
      return { json: { accepted }, text }
    }
  },
}
