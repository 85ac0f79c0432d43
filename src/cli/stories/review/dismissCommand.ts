import { cliText } from '../../../catalogue/rooms/cli'
import type { Finding } from '../../../story/assessment/finding'
import { NewsroomError, type StoryView } from '../../../story/requests/requests'
import type { Door } from '../../../story/ledger/stages'
import { defined } from '../../../story/text/defined'
import { usage } from '../../run/arguments'
import type { Ask, CliCommand, CliResult } from '../../run/command'

/** The doors whose findings somebody may say this of. */
const ASKED: readonly Door[] = ['clear', 'publish', 'kill', 'factsheet', 'draftExport']

/**
 * “Nothing to check”, as the Checks panel offers it. A finding is named by the hash of what the person saw, so no other
 * finding, and none that reads otherwise meanwhile, is dismissed.
 */
export const dismissCommand: CliCommand = {
  name: 'dismiss',
  get usage() {
    return cliText('dismiss.usage')
  },
  takes: [1, 2],
  options: { reason: 'text', undo: 'text' },
  needs: 'write',
  onlyShows: (args) => args.positionals.length === 1 && args.text('undo') === undefined,
  get about() {
    return cliText('dismiss.about')
  },
  prepare: (args) => {
    const [story = '', hash] = args.positionals
    const [reason, undo] = [args.text('reason'), args.text('undo')]
    if (undo !== undefined && (hash !== undefined || reason !== undefined)) throw usage(cliText('dismiss.undoAlone'))
    if (undo !== undefined) return (ask) => takeBack(ask, story, undo)
    if (hash === undefined && reason !== undefined) throw usage(cliText('dismiss.reasonNeedsHash'))
    return (ask) => (hash === undefined ? list(ask, story) : dismiss(ask, story, hash, reason))
  },
}

async function list(ask: Ask, story: string): Promise<CliResult> {
  const found = await dismissableOf(ask, story)
  const { blocks } = await ask('story.show', { story })
  return {
    json: found.map(({ rule, where, message, key, severity, seen }) => ({ rule, where, message, key, severity, seen })),
    text: found.map((finding) => lineOf(finding, blocks)).join('\n') || cliText('dismiss.nothing'),
  }
}

async function dismiss(ask: Ask, story: string, hash: string, reason: string | undefined): Promise<CliResult> {
  const finding = (await dismissableOf(ask, story)).find(({ seen }) => seen === hash)
  if (!finding) throw new NewsroomError('refused', cliText('dismiss.notThere', { story }))
  const { rule, key, message } = finding
  const { waits } = await ask('finding.dismiss', { story, rule, key, seen: hash, ...defined({ reason }) })
  return {
    json: { rule, key, ...defined({ waits }) },
    text: cliText(waits ? 'dismiss.waits' : 'dismiss.done', { message, finding: inShell(`${rule}:${key}`) }),
  }
}

/** A word as a shell of Linux or macOS takes it: keys have words of the copy, with quotation marks and dollar signs. */
const inShell = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`

/** Each finding that can be dismissed, once. */
async function dismissableOf(ask: Ask, story: string): Promise<readonly Finding[]> {
  const found = new Map<string, Finding>()
  for (const door of ASKED) {
    const { blocks, warns } = await ask('story.gate', { story, door })
    for (const finding of [...blocks, ...warns])
      if (finding.dismissable && finding.seen !== undefined && !found.has(finding.seen))
        found.set(finding.seen, finding)
  }
  return [...found.values()]
}

/** What the finding says, the text where it stands, and the hash that names both. */
function lineOf({ severity, message, where, seen = '' }: Finding, blocks: StoryView['blocks']): string {
  const text = where.kind === 'text' ? blocks[where.block]?.text : undefined
  return [
    cliText(severity === 'block' ? 'storyCommands.blocks' : 'storyCommands.warns', { message }),
    ...(text === undefined ? [] : [`    ${text}`]),
    `    ${seen}`,
  ].join('\n')
}

/** `finding`: RULE:KEY, as the answer named it. A rule has no colon. */
async function takeBack(ask: Ask, story: string, finding: string): Promise<CliResult> {
  const colon = finding.indexOf(':')
  if (colon < 1) throw usage(cliText('dismiss.undoNeedsFinding'))
  const one = { rule: finding.slice(0, colon), key: finding.slice(colon + 1) }
  const { findings } = await ask('finding.undismiss', { story, findings: [one] })
  return { json: { findings }, text: cliText('dismiss.undone') }
}
