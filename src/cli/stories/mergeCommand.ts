import { cliText } from '../../catalogue/rooms/cli'
import { readImport } from '../../newsroom/stories/readImport'
import type { MergeReport } from '../../story/requests/requests'
import type { CliCommand } from '../run/command'
import { mergeLines } from './mergeLines'

export const mergeCommand: CliCommand = {
  name: 'merge',
  get usage() {
    return cliText('merge.usage')
  },
  takes: [1, 1000],
  options: { yes: 'flag' },
  needs: 'write',
  onlyShows: (args) => !args.flag('yes'),
  get about() {
    return cliText('merge.about')
  },
  prepare:
    (args, { cwd }) =>
    async (ask) => {
      const does = args.flag('yes')
      const stories: MergeReport[] = []
      const problems: string[] = []
      for (const path of args.positionals) {
        const read = await readImport(path, cwd)
        if ('trouble' in read) problems.push(cliText('merge.unreadable', { path, why: read.why }))
        else stories.push(...(await ask(does ? 'story.merge' : 'story.previewMerge', read)).stories)
      }
      const waits = stories.some(({ outcome }) => outcome === 'new' || outcome === 'merged')
      const text = stories.flatMap((report) => mergeLines(report, does))
      const refused = stories.flatMap(({ headline, story, refused: why }) =>
        why === undefined ? [] : [cliText('merge.refused', { headline: headline || story, why })],
      )
      return {
        json: { merged: does, stories },
        text: [...text, ...(waits && !does ? [cliText('merge.next')] : [])].join('\n'),
        problems,
        ...(refused.length > 0 ? { refused: refused.join('\n') } : {}),
      }
    },
}
