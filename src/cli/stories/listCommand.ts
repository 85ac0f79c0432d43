import { STAGE_WORDS, STAGES } from '../../story/ledger/stages'
import { cliText } from '../../catalogue/rooms/cli'
import { STATUS_WORDS } from '../../story/ledger/facts/fact'
import { STORY_SORTS } from '../../story/requests/library/listRequests'
import type { StorySummary } from '../../story/requests/requests'
import { count, oneOf } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { defined } from '../../story/text/defined'

export const listCommand: CliCommand = {
  name: 'list',
  get usage() {
    return cliText('list.usage')
  },
  takes: [0, 0],
  options: { stage: 'text', sort: 'text', limit: 'text', offset: 'text' },
  needs: 'read',
  get about() {
    return cliText('list.about', { stages: STAGES.join(', '), sorts: STORY_SORTS.join(', ') })
  },
  prepare: (args) => {
    const [stage, sort] = [args.text('stage'), args.text('sort')]
    const request = defined({
      stage: stage === undefined ? undefined : oneOf('stage', stage, STAGES),
      sort: sort === undefined ? undefined : oneOf('sort', sort, STORY_SORTS),
      limit: count(args, 'limit'),
      offset: args.text('offset') === '0' ? 0 : count(args, 'offset'),
    })
    return async (ask) => {
      const stories = await ask('story.list', request)
      return { json: stories, text: stories.map(summaryLine).join('\n') }
    }
  },
}

const summaryLine = (story: StorySummary): string => {
  if (story.unavailable !== undefined)
    return (
      cliText('storyCommands.cannotRead', { id: story.id, unavailable: story.unavailable }) +
      (story.stage === 'killed' ? ` (${STAGE_WORDS.killed})` : '')
    )
  const facts = Object.entries(story.facts).map(
    ([status, n]) => `${n} ${STATUS_WORDS[status as keyof typeof STATUS_WORDS].toLowerCase()}`,
  )
  const { id, stage, version, slug, headline } = story
  const name = (headline && slug ? `${slug}: ` : '') + (headline || slug || cliText('storyCommands.noHeadline'))
  const { losses = 0 } = story
  const closed = losses > 0 ? `  (${cliText('storyCommands.closed', { count: losses })})` : ''
  return `${id}  ${stage} v${version}  ${name}${facts.length > 0 ? `  [${facts.join(', ')}]` : ''}${closed}`
}
