import { cliText } from '../../catalogue/rooms/cli'
import { fieldText, isFieldName, FIELD_NAMES } from '../../story/ledger/fields'
import { seenIn, usage } from '../run/arguments'
import type { CliCommand, CliResult } from '../run/command'
import { eachStory, eachStoryDry, MOST_NAMED, storiesNamed } from './eachStory'
import { defined } from '../../story/text/defined'

export const setCommand: CliCommand = {
  name: 'set',
  get usage() {
    return cliText('set.usage')
  },
  takes: [2, MOST_NAMED],
  options: { seen: 'text', query: 'text', 'dry-run': 'flag' },
  needs: 'write',
  get about() {
    return cliText('set.about', { fields: FIELD_NAMES.join(', ') })
  },
  prepare: (args, place) => {
    const {
      stories,
      rest: [field = '', value = ''],
    } = storiesNamed(args, 2, { name: 'set', usage: cliText('set.usage') })
    const seen = seenIn(args)
    if (!isFieldName(field))
      throw usage(cliText('storyCommands.unknownField', { field, known: FIELD_NAMES.join(', ') }))
    const request = { field, value, ...defined({ seen }) }
    return (ask) => {
      const setOne = async (story: string, isOnly: boolean): Promise<CliResult> => {
        const { fields } = await ask('story.setField', { story, ...request })
        const line = `${field}: ${fieldText(fields[field])}`
        return { json: { fields }, text: isOnly ? line : `${story}  ${line}` }
      }
      const setOneDry = async (story: string): Promise<CliResult> => {
        const { fields: would, now } = await ask('story.setField', { story, ...request, preview: true })
        const { headline, fields } = now ?? { headline: '', fields: would }
        const [before, after] = [fieldText(fields[field]), fieldText(would[field])]
        return {
          json: { headline, field, before: fields[field], after: would[field] },
          text: `${story}  ${headline}\n    ${field}: “${before}” → “${after}”`,
        }
      }
      return args.flag('dry-run')
        ? eachStoryDry(ask, stories, setOneDry, place)
        : eachStory(ask, stories, setOne, place)
    }
  },
}
