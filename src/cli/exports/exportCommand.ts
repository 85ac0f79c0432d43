import { cliText } from '../../catalogue/rooms/cli'
import { basename, resolve } from 'node:path'
import { embargoPath, markedPath, marksLacking } from '../../newsroom/exports/file/markedPath'
import { profileCalled } from '../../newsroom/exports/exportProfiles'
import { folderProblem, lookAtTarget } from '../../newsroom/exports/file/exportTarget'
import {
  EXPORT_FORMATS,
  hasEditions,
  NewsroomError,
  type Exported,
  type ExportRequest,
  type Loss,
  type NoticeTo,
} from '../../story/requests/requests'
import { writeExported } from '../../newsroom/exports/file/writeExport'
import { askToLift } from '../run/askToLift'
import { count, required, seenIn, usage, type Arguments } from '../run/arguments'
import type { Ask, CliCommand, CliResult } from '../run/command'
import {
  asksForFacts,
  CHOICE_OPTIONS,
  exportChoices,
  exportFormat,
  refuseAlienChoices,
  versionOfName,
} from './exportRequest'
import { freePath, refuseNoFile } from './freePath'
import { BUNDLE, handingOver } from './handOver'
import { defined } from '../../story/text/defined'

export const exportCommand: CliCommand = {
  name: 'export',
  get usage() {
    return cliText('export.usage')
  },
  takes: [1, 500],
  options: {
    ...CHOICE_OPTIONS,
    format: 'text',
    again: 'text',
    out: 'text',
    force: 'flag',
    override: 'text',
    seen: 'text',
    profile: 'text',
    'without-files': 'flag',
    for: 'texts',
    pen: 'text',
    told: 'text',
  },
  needs: 'write',
  get about() {
    return cliText('export.about', { formats: [...EXPORT_FORMATS, BUNDLE].join(', ') })
  },
  prepare: (args, { cwd }) => {
    if (args.text('format') === BUNDLE) return handingOver(args, cwd)
    for (const option of ['without-files', 'for', 'pen'] as const)
      if (args.flag(option)) throw usage(cliText('handOver.onlyBundle', { option: `--${option}` }))
    if (args.positionals.length > 1) throw usage(cliText('handOver.oneStory'))
    const [story = ''] = args.positionals
    if (args.text('again') !== undefined) return againFrom(args, story, cwd)
    const profile = args.text('profile')
    const format =
      profile !== undefined && args.text('format') === undefined ? undefined : exportFormat(required(args, 'format'))
    const out = profile === undefined ? required(args, 'out') : args.text('out')
    refuseNoFile(out)
    const override = args.text('override')
    const seen = seenIn(args)
    const told = args.text('told')
    const own = {
      story,
      ...defined({ formatVersion: format && versionOfName(format, out) }),
      ...exportChoices(args),
      ...(args.flag('draft') ? { draft: true } : {}),
      ...defined({ override, seen }),
    }
    return async (ask) => {
      const { request, folder } =
        profile === undefined
          ? { request: { ...own, format: format ?? 'text' }, folder: '' }
          : await fromProfile(ask, profile, format, own)
      // Otherwise the missing folder of a profile would become the name of a file.
      if (out === undefined) await refuseFolder(folder)
      refuseAlienChoices(args, request.format)
      const facts = asksForFacts(args, request.format)
      return exportTo(ask, request, out === undefined ? folder : resolve(cwd, out), {
        force: args.flag('force'),
        facts,
        ...defined({ told }),
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
    throw usage(cliText('exportCommand.otherFormat', { name: profile.name, format: profile.format }))
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
  const problem = await folderProblem(folder)
  if (problem !== undefined) throw new NewsroomError('failed', cliText('exportCommand.folderMissing', { problem }))
}

/**
 * `facts`: facts were asked for, and this format does not carry them. `told`: the place that gets this kill.
 */
async function exportTo(
  ask: Ask,
  request: ExportRequest,
  out: string,
  { force, facts, told }: { readonly force: boolean; readonly facts: boolean; readonly told?: string },
): Promise<CliResult> {
  if (told !== undefined) await refuseUnlessWaiting(ask, request, told)
  const named = async (): Promise<string> => (await ask('story.exportName', request)).fileName
  const { path, isMarked } = await pathFor(out, force, named)
  const exported = await askToLift(ask, 'story.export', { ...request, destination: path })
  await writeLogged(ask, request.story, path, exported)
  if (told !== undefined) await ask('kill.told', { story: request.story, destination: told, how: basename(path) })
  const { fileName, mediaType, sha256, verdict, beside = [], keptBack = [] } = exported
  const names = beside.map((file) => file.fileName)
  const losses = [...exported.losses, ...(facts ? await factsLost(ask, request.story) : [])]
  const lines = [
    cliText('exportCommand.wrote', { path, note: markNote(path, fileName, isMarked) }),
    ...(names.length === 0 ? [] : [cliText('exportCommand.beside', { names: names.join(', ') })]),
    ...(told === undefined ? [] : [cliText('correctionCommand.notedTold', { destination: told })]),
    ...keptBack,
    ...losses.map((loss) => cliText('exportCommand.notCarried', { what: loss.what, count: loss.count })),
    ...verdict.warns.map(({ message }) => cliText('exportCommand.warns', { message })),
  ]
  return {
    json: {
      path,
      format: request.format,
      fileName,
      mediaType,
      sha256,
      ...(names.length === 0 ? {} : { beside: names }),
      losses,
      ...(keptBack.length === 0 ? {} : { keptBack }),
      warns: verdict.warns,
      overridden: verdict.overridden,
    },
    text: lines.join('\n'),
  }
}

/** Refuses a place that does not wait for the kill, before anything is exported. */
async function refuseUnlessWaiting(
  ask: Ask,
  { story, format, edition, draft }: ExportRequest,
  name: string,
): Promise<void> {
  const { kill, destinations } = await ask('kill.show', { story })
  if (!kill || draft || (hasEditions(format) && edition !== 'public')) throw usage(cliText('exportCommand.notAKill'))
  // A kill file does not reach what a place has under an id of its own.
  const isCalled = ({ destination, told, own }: NoticeTo): boolean =>
    !told && !own && (destination === name || destination.split(/[/\\]/u).at(-1) === name)
  if (!destinations.some(isCalled)) throw usage(cliText('exportCommand.noSuchPlace', { name }))
}

/** Writes the export. If that fails, the history notes it. */
const writeLogged = (ask: Ask, story: string, path: string, exported: Exported): Promise<void> =>
  writeExported(path, exported, async (reason) =>
    exported.entry === undefined ? undefined : ask('story.exportFailed', { story, entry: exported.entry, reason }),
  )

async function factsLost(ask: Ask, story: string): Promise<readonly Loss[]> {
  const { facts } = await ask('story.show', { story })
  const [first] = facts
  return first === undefined
    ? []
    : [{ what: cliText('exportCommand.factsLost'), count: facts.length, example: first.text }]
}

/**
 * The path of a file to write (freePath.ts). While an embargo runs, its name says EMBARGOED: the gate lets such a file
 * leave on that condition only. `named`: the file's own name.
 */
async function pathFor(
  out: string,
  force: boolean,
  named: () => Promise<string>,
): Promise<{ readonly path: string; readonly isMarked: boolean }> {
  const { isFolder } = await lookAtTarget(out)
  const wanted = isFolder ? out : embargoPath(out, await named())
  return { path: await freePath(wanted, force, named), isMarked: wanted !== out }
}

/**
 * Says that the chosen name got EMBARGOED, and that it hides what the file is otherwise (a draft, a kill). The file
 * keeps the name: scripts look for it there.
 */
function markNote(path: string, fileName: string, isMarked: boolean): string {
  const marked = markedPath(path, fileName, basename(path))
  return [
    isMarked ? cliText('exportCommand.nameMarked') : '',
    marked === path
      ? ''
      : cliText('exportCommand.nameHidesKind', {
          marks: marksLacking(path, fileName).join(', '),
          marked: basename(marked),
        }),
  ].join('')
}

/** Writes a logged export again. Everything but the place comes from the log, so all other options are refused. */
function againFrom(args: Arguments, story: string, cwd: string): (ask: Ask) => Promise<CliResult> {
  for (const other of [
    'format',
    'format-version',
    'edition',
    'line-length',
    'override',
    'seen',
    'profile',
    'include',
    'paper',
    'told',
  ] as const) {
    if (args.text(other) !== undefined) throw usage(cliText('exportCommand.againAlone', { other }))
  }
  for (const other of ['draft', 'slug-header', 'bare', 'embed'] as const)
    if (args.flag(other)) throw usage(cliText('exportCommand.againAlone', { other }))
  const entry = count(args, 'again') ?? 0
  const out = required(args, 'out')
  refuseNoFile(out)
  return async (ask) => {
    const [force, named] = [args.flag('force'), async () => loggedName(ask, story, entry)] as const
    const { path, isMarked } = await pathFor(resolve(cwd, out), force, named)
    const exported = await ask('story.exportAgain', { story, entry, destination: path })
    await writeLogged(ask, story, path, exported)
    const { format, fileName, mediaType, sha256, version, before, same } = exported
    const compared = same ? cliText('exportCommand.sameBytes') : cliText('exportCommand.otherBytes', { before })
    return {
      json: { path, format, fileName, mediaType, sha256, version, before, same },
      text: cliText('exportCommand.wroteAgain', { path, note: markNote(path, fileName, isMarked), version, compared }),
    }
  }
}

async function loggedName(ask: Ask, story: string, entry: number): Promise<string> {
  const found = (await ask('story.history', { story })).find(({ seq }) => seq === entry)
  // The action refuses an entry that is not an export, and lists the exports.
  return found?.kind === 'exported' ? found.fileName : 'export'
}
