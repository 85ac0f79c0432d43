/** `stet export ID… --format bundle`: hands stories over in one file. */
import { cliText } from '../../catalogue/rooms/cli'
import { resolve } from 'node:path'
import { tellingPen } from '../../newsroom/exports/bundle/tellingPen'
import { writeExport } from '../../newsroom/exports/file/writeExport'
import type { HandedOver } from '../../story/requests/requests'
import { defined } from '../../story/text/defined'
import { required, usage, type Arguments } from '../run/arguments'
import type { Ask, CliResult } from '../run/command'
import { freePath, refuseNoFile } from './freePath'

/** What `--format` calls it. */
export const BUNDLE = 'bundle'

/** Options of an export that a bundle does not have. */
const ALIEN = [
  'format-version',
  'edition',
  'line-length',
  'slug-header',
  'bare',
  'embed',
  'paper',
  'include',
  'draft',
  'override',
  'seen',
  'profile',
  'again',
  'told',
] as const

/** The work of `stet export` for a bundle. Throws a usage error for an option that a bundle does not have. */
export function handingOver(args: Arguments, cwd: string): (ask: Ask) => Promise<CliResult> {
  const alien = ALIEN.find((name) => args.flag(name))
  if (alien !== undefined) throw usage(cliText('handOver.alienOption', { option: alien }))
  const out = required(args, 'out')
  refuseNoFile(out)
  const stories = args.positionals
  const people = args.texts('for')
  const receivers = people.length > 0 ? { for: people } : {}
  const pen = args.text('pen')
  if (pen === '') throw usage(cliText('pen.name'))
  const withoutFiles = args.flag('without-files') ? { withoutFiles: true } : {}
  const request = { stories, ...receivers, ...withoutFiles, ...defined({ pen }) }
  return async (ask) => {
    const planned = () => ask('story.handOverName', { stories, ...receivers })
    // The act shares what this plan says, and refuses if it would share more.
    const plan = people.length > 0 ? await planned() : undefined
    const named = async () => (plan ?? (await planned())).fileName
    const { typed } = plan ?? (await planned())
    const path = await freePath(resolve(cwd, out), args.flag('force'), named)
    const holderOf = async (story: string) => (await ask('story.show', { story })).pen?.holder
    const handed = await tellingPen({ stories, pen, holderOf }, async () => {
      const made = await ask('story.handOver', {
        ...request,
        ...(plan ? { shares: plan.shares } : {}),
        destination: path,
      })
      await writeExport(path, made.bytes, async (reason) => {
        for (const { story, entry } of made.entries) await ask('story.exportFailed', { story, entry, reason })
      })
      return made
    })
    const { entries, sha256, losses, shared, fileName, mediaType } = handed
    return {
      json: {
        path,
        format: BUNDLE,
        fileName,
        mediaType,
        sha256,
        stories: idsIn(entries),
        losses,
        for: people,
        shared,
        typed,
      },
      text: [
        cliText('handOver.wrote', { path, count: stories.length }),
        ...(shared.length > 0
          ? [cliText('handOver.sealed', { people: people.join(', '), names: shared.join(', ') })]
          : []),
        ...(pen === undefined ? [] : [cliText('handOver.pen', { pen, count: stories.length })]),
        ...(typed.length > 0 ? [cliText('handOver.typed'), ...typed.map((text) => `  ${text}`)] : []),
        ...losses.map(({ what, count }) => cliText('handOver.stays', { what, count })),
      ].join('\n'),
    }
  }
}

const idsIn = (entries: HandedOver['entries']): readonly string[] => [...new Set(entries.map(({ story }) => story))]
