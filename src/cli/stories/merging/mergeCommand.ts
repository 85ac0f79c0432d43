import { cliText } from '../../../catalogue/rooms/cli'
import { readImport } from '../../../newsroom/stories/create/readImport'
import { NewsroomError, type MergeReport } from '../../../story/requests/requests'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { LARGEST_BUNDLE } from '../../../story/text/format/largestFile'
import { usage } from '../../run/arguments'
import type { Ask, CliCommand, CliResult } from '../../run/command'
import { mergeLines } from './mergeLines'

export const mergeCommand: CliCommand = {
  name: 'merge',
  get usage() {
    return cliText('merge.usage')
  },
  takes: [0, 1000],
  options: { yes: 'flag', undo: 'text' },
  needs: 'write',
  asker: 'matters',
  onlyShows: (args) => !args.flag('yes') && args.text('undo') === undefined,
  get about() {
    return cliText('merge.about')
  },
  prepare: (args, { cwd }) => {
    const story = args.text('undo')
    const files = args.positionals
    if ((story === undefined) === (files.length === 0)) throw usage(cliText('merge.filesOrUndo'))
    if (story !== undefined) return (ask) => undone(ask, story)
    return async (ask) => {
      const does = args.flag('yes')
      const stories: MergeReport[] = []
      const failed: Failed[] = []
      for (const path of files) {
        const read = await readImport(path, cwd, LARGEST_BUNDLE)
        if ('trouble' in read) {
          failed.push({ path, message: cliText('merge.unreadable', { path, why: read.why }), reason: 'failed' })
          continue
        }
        try {
          stories.push(...(await ask(does ? 'story.merge' : 'story.previewMerge', read)).stories)
        } catch (error) {
          if (!(error instanceof NewsroomError) || files.length === 1) throw error
          failed.push({ path, message: error.message, reason: error.reason })
        }
      }
      const waits = stories.some(({ outcome }) => outcome === 'new' || outcome === 'merged')
      const text = stories.flatMap((report) => mergeLines(report, does))
      const refused = [
        ...failed.flatMap(({ reason, message }) => (reason === 'refused' ? [message] : [])),
        ...stories.flatMap(({ headline, story, refused: why }) =>
          why === undefined ? [] : [cliText('merge.refused', { headline: headline || story, why })],
        ),
      ]
      return {
        json: { merged: does, stories, failed },
        text: [...text, ...(waits && !does ? [cliText('merge.next')] : [])].join('\n'),
        problems: failed.flatMap(({ reason, message }) => (reason === 'refused' ? [] : [message])),
        ...(refused.length > 0 ? { refused: refused.join('\n') } : {}),
      }
    }
  },
}

/** A file of which nothing was looked at or merged. */
interface Failed {
  readonly path: string
  readonly message: string
  readonly reason: NewsroomError['reason']
}

async function undone(ask: Ask, story: string): Promise<CliResult> {
  const answer = await ask('story.undoMerge', { story })
  const { from, tray, keptFields } = answer
  return {
    json: answer,
    text: [
      cliText('merge.undone', { from, count: tray }),
      ...(keptFields.length > 0
        ? [cliText('merge.keptFields', { fields: keptFields.map(fieldWords).join(', ') })]
        : []),
    ].join('\n'),
  }
}
