import { cliText } from '../../catalogue/rooms/cli'
import type { StoryView } from '../../story/requests/requests'
import { DOORS, type Door } from '../../story/ledger/stages'
import type { Finding } from '../../story/assessment/finding'
import { oneOf } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const gateCommand: CliCommand = {
  name: 'gate',
  get usage() {
    return cliText('gate.usage')
  },
  takes: [1, 1],
  options: { door: 'text' },
  needs: 'read',
  get about() {
    return cliText('gate.about', { doors: DOORS.join(', ') })
  },
  prepare: (args) => {
    const [story = ''] = args.positionals
    const given = args.text('door')
    const asked = given === undefined ? undefined : oneOf('door', given, DOORS)
    return async (ask) => {
      const door = asked ?? nextDoor((await ask('story.show', { story })).stage)
      const { blocks, warns, overridden, seen } = await ask('story.gate', { story, door })
      const lines = [
        ...blocks.map(({ message }) => cliText('storyCommands.blocks', { message })),
        ...warns.map(({ message }) => cliText('storyCommands.warns', { message })),
        ...overridden.map(({ message }) => cliText('storyCommands.overridden', { message })),
      ]
      return {
        json: {
          door,
          blocks: blocks.map(findingJson),
          warns: warns.map(findingJson),
          overridden: overridden.map(findingJson),
          ...defined({ seen }),
        },
        text: lines.length ? lines.join('\n') : cliText('storyCommands.nothing'),
      }
    }
  },
}

const nextDoor = (stage: StoryView['stage']): Door =>
  stage === 'cleared' || stage === 'published' ? 'publish' : 'clear'

const findingJson = ({ rule, where, message, key, overridable, dismissable, seen }: Finding) => ({
  rule,
  where,
  message,
  key,
  overridable,
  dismissable,
  ...defined({ seen }),
})
