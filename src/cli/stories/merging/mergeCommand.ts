import { createHash } from 'node:crypto'
import { cliText } from '../../../catalogue/rooms/cli'
import { readImport } from '../../../newsroom/stories/create/readImport'
import { NewsroomError, type AnswerOf, type MergeReport, type RequestOf } from '../../../story/requests/requests'
import { brings } from '../../../story/requests/exchange/mergeSections'
import { fieldWords } from '../../../story/ledger/leaving/leaving'
import { LARGEST_BUNDLE } from '../../../story/text/format/largestFile'
import { defined } from '../../../story/text/defined'
import { usage } from '../../run/arguments'
import type { Ask, CliCommand, CliResult } from '../../run/command'
import { ending } from '../eachStory'
import { mergeLines } from './mergeLines'

export const mergeCommand: CliCommand = {
  name: 'merge',
  get usage() {
    return cliText('merge.usage')
  },
  takes: [0, 1000],
  options: { yes: 'flag', 'dry-run': 'flag', undo: 'texts' },
  needs: 'create',
  asker: 'matters',
  onlyShows: (args) => args.flag('dry-run'),
  get about() {
    return cliText('merge.about')
  },
  prepare: (args, { cwd, confirm }) => {
    const undo = args.texts('undo')
    const files = args.positionals
    if ((undo.length === 0) === (files.length === 0)) throw usage(cliText('merge.filesOrUndo'))
    if (undo.length > 0) return (ask) => undone(ask, undo)
    const dry = args.flag('dry-run')
    if (dry && args.flag('yes')) throw usage(cliText('dryRun.notWithYes'))
    const asks = args.flag('yes') || args.flag('json') ? undefined : confirm
    return async (ask) => {
      if (!dry && !asks) return result(await eachFile(ask, 'story.merge', files, cwd), true)
      const told = await eachFile(ask, 'story.previewMerge', files, cwd)
      if (dry || !asks || !told.stories.some(brings)) return result(told, false)
      const question = [...told.stories.flatMap((report) => mergeLines(report, false)), cliText('merge.ask')].join('\n')
      if (!(await asks(question))) return { ...result(told, false), text: cliText('dryRun.nothingChanged') }
      return result(await eachFile(ask, 'story.merge', files, cwd, told.read), true)
    }
  },
}

/** What was found of the bundles, or made of them. */
interface Told {
  readonly stories: readonly MergeReport[]
  readonly failed: readonly Failed[]
  /** SHA-256 of each file that was read. */
  readonly read: ReadonlyMap<string, string>
}

/**
 * Each file by itself: one that cannot be opened does not keep the others. `shown`: the files as the person saw them;
 * one that is another now is not taken.
 */
async function eachFile(
  ask: Ask,
  action: 'story.previewMerge' | 'story.merge',
  files: readonly string[],
  cwd: string,
  shown?: Told['read'],
): Promise<Told> {
  const stories: MergeReport[] = []
  const failed: Failed[] = []
  const hashes = new Map<string, string>()
  for (const path of files) {
    const read = await readImport(path, cwd, LARGEST_BUNDLE)
    if ('problem' in read) {
      failed.push({ path, message: cliText('merge.unreadable', { path, why: read.why }), reason: 'failed' })
      continue
    }
    const hash = createHash('sha256').update(read.bytes).digest('hex')
    hashes.set(path, hash)
    if (shown && shown.get(path) !== hash) {
      failed.push({ path, message: cliText('merge.changed', { path }), reason: 'failed' })
      continue
    }
    try {
      stories.push(...(await ask(action, read)).stories)
    } catch (error) {
      if (!(error instanceof NewsroomError) || files.length === 1) throw error
      failed.push({ path, message: error.message, reason: error.reason })
    }
  }
  return { stories, failed, read: hashes }
}

function result({ stories, failed }: Omit<Told, 'read'>, does: boolean): CliResult {
  const text = stories.flatMap((report) => mergeLines(report, does))
  const merged = does ? stories.filter(({ undoable }) => undoable) : []
  const refused = [
    ...failed.flatMap(({ reason, message }) => (reason === 'refused' ? [message] : [])),
    ...stories.flatMap(({ headline, story, refused: why }) =>
      why === undefined ? [] : [cliText('merge.refused', { headline: headline || story, why })],
    ),
  ]
  return {
    json: { merged: does, stories: stories.map(inShort), failed },
    text: [
      ...text,
      ...(!does && stories.some(brings) ? [cliText('dryRun.nothingChanged')] : []),
      ...undoLines(merged),
    ].join('\n'),
    problems: failed.flatMap(({ reason, message }) => (reason === 'refused' ? [] : [message])),
    ...(refused.length > 0 ? { refused: refused.join('\n') } : {}),
  }
}

/** `came`: words that changed there alone. `both`: those that were written here and there. */
const inShort = (report: MergeReport) => ({
  id: report.story,
  ...report,
  came: report.words.filter(({ twice }) => !twice),
  both: report.words.filter(({ twice }) => twice),
})

/** A file of which nothing was looked at or merged. */
interface Failed {
  readonly path: string
  readonly message: string
  readonly reason: NewsroomError['reason']
}

/**
 * How all that was merged with stories here is undone, and nothing that is merged later. A story that came in several
 * bundles is named once, with the last one. Where somebody else has the pen, it says who alone can undo it.
 */
function undoLines(merged: readonly MergeReport[]): readonly string[] {
  const last = [...new Map(merged.map((report) => [report.story, report])).values()]
  const own = last.filter(({ undoneBy }) => undoneBy === undefined)
  return [
    ...last.flatMap(({ undoneBy, story, headline, bundle }) =>
      undoneBy === undefined
        ? []
        : [
            cliText('merge.onlyHolderUndoes', {
              holder: undoneBy,
              headline: headline || story,
              ids: undoOf({ story, bundle }),
            }),
          ],
    ),
    ...(own.length > 0 ? [cliText('merge.howToUndo', { count: own.length, ids: own.map(undoOf).join(' ') })] : []),
  ]
}

const undoOf = ({ story, bundle }: Pick<MergeReport, 'story' | 'bundle'>): string => `--undo ${story}@${bundle}`

/** “ID@BUNDLE” names the merge of this bundle; “ID” whichever merge is the latest change of the story. */
function mergeNamed(named: string): RequestOf<'story.undoMerge'> {
  const [, story = named, bundle] = /^(.+)@([\da-f]{64})$/.exec(named) ?? []
  return { story, ...defined({ bundle }) }
}

/** Each merge by itself: one that cannot be undone does not keep the others. */
async function undone(ask: Ask, named: readonly string[]): Promise<CliResult> {
  const merges = named.map(mergeNamed)
  const [only, ...more] = merges
  if (only && more.length === 0) {
    const answer = await ask('story.undoMerge', only)
    return { json: answer, text: undoneLines(answer).join('\n') }
  }
  const did: (AnswerOf<'story.undoMerge'> & { readonly story: string })[] = []
  const failed: { readonly story: string; readonly message: string; readonly reason: NewsroomError['reason'] }[] = []
  for (const merge of merges) {
    const { story } = merge
    try {
      did.push({ story, ...(await ask('story.undoMerge', merge)) })
    } catch (error) {
      if (!(error instanceof NewsroomError)) throw error
      failed.push({ story, message: `${story}: ${error.message}`, reason: error.reason })
    }
  }
  const report = failed.map(({ message }) => message)
  return {
    json: { undone: did, failed },
    text: did.flatMap((one) => [one.story, ...undoneLines(one).map((line) => `  ${line}`)]).join('\n'),
    ...ending(failed, report),
  }
}

const undoneLines = ({ from, tray, keptFields }: AnswerOf<'story.undoMerge'>): readonly string[] => [
  cliText('merge.undone', { from, count: tray }),
  ...(keptFields.length > 0 ? [cliText('merge.keptFields', { fields: keptFields.map(fieldWords).join(', ') })] : []),
]
