import { languageNow } from '../../../catalogue/area'
import { cliText } from '../../../catalogue/rooms/cli'
import { mediaTopics } from '../../../story/desk/mediaTopics'
import type { CliCommand } from '../../run/command'

/** Finds Media Topics by name or code. */
export const topicsCommand: CliCommand = {
  name: 'topics',
  get usage() {
    return cliText('topics.usage')
  },
  takes: [0, 1],
  options: {},
  needs: 'nothing',
  get about() {
    return cliText('topics.about')
  },
  prepare: (args) => async () => {
    const topics = await mediaTopics()
    const found = topics.find(args.positionals[0] ?? '')
    return {
      json: found.map(({ code, name, korean, above }) => ({ code, name, korean, above })),
      text:
        found.length === 0
          ? cliText('topics.none')
          : found.map((topic) => `${topic.code}  ${topics.pathOf(topic, languageNow())}`).join('\n'),
    }
  },
}
