import { basename, resolve } from 'node:path'
import { markedPath } from '../../newsroom/exports/markedPath'
import { profileCalled } from '../../newsroom/exports/exportProfiles'
import { folderTrouble } from '../../newsroom/exports/exportTarget'
import {
  EXPORT_FORMATS,
  NewsroomError,
  type Exported,
  type ExportRequest,
  type Loss,
} from '../../story/requests/requests'
import { writeExport } from '../../newsroom/exports/writeExport'
import { count, required, usage, type Arguments } from '../run/arguments'
import type { Ask, CliCommand, CliResult } from '../run/command'
import { asksForFacts, CHOICE_OPTIONS, exportChoices, exportFormat } from './exportRequest'
import { freePath } from './freePath'
import { defined } from '../../story/text/defined'

export const exportCommand: CliCommand = {
  name: 'export',
  usage:
    'ID --format FORMAT|--profile NAME|--again N --out PATH [--format-version V] [--edition internal|public] [--line-length N] [--slug-header] [--include facts,comments,suggestions] [--draft] [--force] [--override REASON]',
  takes: [1, 1],
  options: {
    ...CHOICE_OPTIONS,
    format: 'text',
    again: 'text',
    out: 'text',
    force: 'flag',
    override: 'text',
    profile: 'text',
  },
  needs: 'write',
  about: `Writes a story out, through the gate and the leak scan, whole or not at all. A file with something in it is replaced with --force only; a folder gets the format's own file name. --include puts comments and tracked changes into a Word document; facts leave as annotations or as a fact sheet. With --profile NAME format, options, folder and file name come from the library's profile (“stet profiles”), and what is given beside it counts instead. With --again N it writes the export of entry N of the history once more, from the version that was kept, and says whether the bytes are the same. Formats: ${EXPORT_FORMATS.join(', ')}.`,
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    if (args.text('again') !== undefined) return againFrom(args, story, cwd)
    const profile = args.text('profile')
    const format =
      profile !== undefined && args.text('format') === undefined ? undefined : exportFormat(required(args, 'format'))
    const out = profile === undefined ? required(args, 'out') : args.text('out')
    if (out === '') throw usage('--out needs a path.')
    const override = args.text('override')
    const own = {
      story,
      ...exportChoices(args),
      ...(args.flag('draft') ? { draft: true } : {}),
      ...defined({ override }),
    }
    return async (ask) => {
      const { request, folder } =
        profile === undefined
          ? { request: { ...own, format: format ?? 'text' }, folder: '' }
          : await fromProfile(ask, profile, format, own)
      // The folder of a profile that went away is no name for a file.
      if (out === undefined) await refuseFolder(folder)
      const facts = asksForFacts(args, request.format)
      return exportTo(ask, request, out === undefined ? folder : resolve(cwd, out), {
        force: args.flag('force'),
        facts,
      })
    }
  },
}

async function fromProfile(
  ask: Ask,
  name: string,
  format: ExportRequest['format'] | undefined,
  own: Omit<ExportRequest, 'format'>,
): Promise<{ readonly request: ExportRequest; readonly folder: string }> {
  const profile = profileCalled(await ask('profile.list', {}), name)
  if (format !== undefined && format !== profile.format)
    throw usage(`The profile “${profile.name}” writes ${profile.format}. Leave --format out, or the profile.`)
  const { choices, draft, pattern, folder } = profile
  return {
    request: {
      ...choices,
      ...defined({ draft, fileNamePattern: pattern }),
      ...own,
      format: profile.format,
    },
    folder,
  }
}

async function refuseFolder(folder: string): Promise<void> {
  const trouble = await folderTrouble(folder)
  if (trouble !== undefined)
    throw new NewsroomError('failed', `${trouble} Nothing was exported. Plug its drive in, or give --out.`)
}

/** `facts`: they were asked for, and this format does not carry them. */
async function exportTo(
  ask: Ask,
  request: ExportRequest,
  out: string,
  { force, facts }: { readonly force: boolean; readonly facts: boolean },
): Promise<CliResult> {
  const path = await freePath(out, force, async () => (await ask('story.exportName', request)).fileName)
  const exported = await ask('story.export', { ...request, destination: path })
  await writeLogged(ask, request.story, path, exported)
  const { fileName, mediaType, sha256, verdict } = exported
  const losses = [...exported.losses, ...(facts ? await factsLost(ask, request.story) : [])]
  const lines = [
    `Wrote ${path}${markNote(path, fileName)}`,
    ...losses.map((loss) => `not carried: ${loss.what} (${loss.count})`),
    ...verdict.warns.map(({ message }) => `warns: ${message}`),
  ]
  return {
    json: {
      path,
      format: request.format,
      fileName,
      mediaType,
      sha256,
      losses,
      warns: verdict.warns,
      overridden: verdict.overridden,
    },
    text: lines.join('\n'),
  }
}

/** The history says so when it cannot be written. */
const writeLogged = (ask: Ask, story: string, path: string, { bytes, entry }: Exported): Promise<void> =>
  writeExport(path, bytes, async (reason) =>
    entry === undefined ? undefined : ask('story.exportFailed', { story, entry, reason }),
  )

async function factsLost(ask: Ask, story: string): Promise<readonly Loss[]> {
  const { facts } = await ask('story.show', { story })
  const [first] = facts
  return first === undefined
    ? []
    : [{ what: 'facts (they leave as annotations or as a fact sheet)', count: facts.length, example: first.text }]
}

/** A script finds its file where it asked for it; that its name keeps silent about what the file is, is said. */
function markNote(path: string, fileName: string): string {
  const marked = markedPath(path, fileName, basename(path))
  return marked === path ? '' : ` (its name does not say what it is; ${basename(marked)} would)`
}

/** Everything but the place is in the log; an option beside it would be a misunderstanding. */
function againFrom(args: Arguments, story: string, cwd: string): (ask: Ask) => Promise<CliResult> {
  for (const other of [
    'format',
    'format-version',
    'edition',
    'line-length',
    'override',
    'profile',
    'include',
  ] as const) {
    if (args.text(other) !== undefined)
      throw usage(`--again takes all but the place from the log; leave --${other} out.`)
  }
  for (const other of ['draft', 'slug-header'] as const)
    if (args.flag(other)) throw usage(`--again takes all but the place from the log; leave --${other} out.`)
  const entry = count(args, 'again') ?? 0
  const out = required(args, 'out')
  if (out === '') throw usage('--out needs a path.')
  return async (ask) => {
    const path = await freePath(resolve(cwd, out), args.flag('force'), async () => loggedName(ask, story, entry))
    const exported = await ask('story.exportAgain', { story, entry, destination: path })
    await writeLogged(ask, story, path, exported)
    const { format, fileName, mediaType, sha256, version, before, same } = exported
    const compared = same
      ? 'The bytes are the same as then.'
      : `The bytes are not those of then (SHA-256 ${before}): what the export rests on, such as the source book or Stet itself, has changed since.`
    return {
      json: { path, format, fileName, mediaType, sha256, version, before, same },
      text: `Wrote ${path}${markNote(path, fileName)} from state ${version}. ${compared}`,
    }
  }
}

async function loggedName(ask: Ask, story: string, entry: number): Promise<string> {
  const found = (await ask('story.history', { story })).find(({ seq }) => seq === entry)
  // An entry that is no export is refused by the action, which lists those that are.
  return found?.kind === 'exported' ? found.fileName : 'export'
}
