import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { markedPath } from '../newsroom/markedPath'
import { EXPORT_FORMATS, isExportFormat, NewsroomError } from '../story/requests'
import { writeExport } from '../newsroom/writeExport'
import { count, oneOf, required, usage, type Arguments } from './arguments'
import type { Ask, Command, Result } from './command'

/** Formats of the seams that come later: named, so that nobody takes them for a typing error. */
const LATER: readonly string[] = ['bundle']

export const exportCommand: Command = {
  name: 'export', usage: 'ID --format FORMAT|--again N --out PATH [--format-version V] [--edition internal|public] [--line-length N] [--slug-header] [--draft] [--force] [--override REASON]', takes: [1, 1],
  options: { format: 'text', again: 'text', out: 'text', 'format-version': 'text', edition: 'text', 'line-length': 'text', 'slug-header': 'flag', draft: 'flag', force: 'flag', override: 'text', profile: 'text', include: 'text' }, needs: 'write',
  about: `Writes a story out, through the gate and the leak scan, whole or not at all. A file with something in it is replaced with --force only; a folder gets the format's own file name. With --again N it writes the export of entry N of the history once more, from the version that was kept, and says whether the bytes are the same. Formats: ${EXPORT_FORMATS.join(', ')}.`,
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
    if (args.text('again') !== undefined) return againFrom(args, story, cwd)
    const format = required(args, 'format')
    if (LATER.includes(format)) throw usage(`The format ${format} is not in this version. Known: ${EXPORT_FORMATS.join(', ')}.`)
    if (!isExportFormat(format)) throw usage(`There is no format “${format}”. Known: ${EXPORT_FORMATS.join(', ')}.`)
    for (const later of ['profile', 'include'] as const) if (args.text(later) !== undefined) throw usage(`--${later} is not in this version.`)
    const edition = args.text('edition')
    const formatVersion = args.text('format-version')
    const override = args.text('override')
    const lineLength = count(args, 'line-length')
    const out = required(args, 'out')
    if (out === '') throw usage('--out needs a path.')
    const request = {
      story, format, ...(edition === undefined ? {} : { edition: oneOf('edition', edition, ['internal', 'public']) }), ...(formatVersion === undefined ? {} : { formatVersion }),
      ...(lineLength === undefined ? {} : { lineLength }), ...(args.flag('slug-header') ? { slugHeader: true } : {}),
      ...(args.flag('draft') ? { draft: true } : {}), ...(override === undefined ? {} : { override })
    }
    return async (ask) => {
      const target = await targetOf(resolve(cwd, out), args.flag('force'))
      const exported = await ask('story.export', { ...request, destination: target.path })
      const path = target.isFolder ? join(target.path, exported.fileName) : target.path
      if (target.isFolder) await targetOf(path, args.flag('force'))
      await writeExport(path, exported.bytes)
      const { fileName, mediaType, sha256, losses, verdict } = exported
      const lines = [`Wrote ${path}${markNote(path, fileName)}`, ...losses.map((loss) => `not carried: ${loss.what} (${loss.count})`), ...verdict.warns.map(({ message }) => `warns: ${message}`)]
      return { json: { path, format, fileName, mediaType, sha256, losses, warns: verdict.warns, overridden: verdict.overridden }, text: lines.join('\n') }
    }
  }
}

/** A script finds its file where it asked for it; that its name keeps silent about what the file is, is said. */
function markNote(path: string, fileName: string): string {
  const marked = markedPath(path, fileName, basename(path))
  return marked === path ? '' : ` (its name does not say what it is; ${basename(marked)} would)`
}

/** Everything but the place is in the log; an option beside it would be a misunderstanding. */
function againFrom(args: Arguments, story: string, cwd: string): (ask: Ask) => Promise<Result> {
  for (const other of ['format', 'format-version', 'edition', 'line-length', 'override', 'profile', 'include'] as const) {
    if (args.text(other) !== undefined) throw usage(`--again takes all but the place from the log; leave --${other} out.`)
  }
  for (const other of ['draft', 'slug-header'] as const) if (args.flag(other)) throw usage(`--again takes all but the place from the log; leave --${other} out.`)
  const entry = count(args, 'again') ?? 0
  const out = required(args, 'out')
  if (out === '') throw usage('--out needs a path.')
  return async (ask) => {
    const target = await targetOf(resolve(cwd, out), args.flag('force'))
    const exported = await ask('story.exportAgain', { story, entry, destination: target.path })
    const path = target.isFolder ? join(target.path, exported.fileName) : target.path
    if (target.isFolder) await targetOf(path, args.flag('force'))
    await writeExport(path, exported.bytes)
    const { format, fileName, mediaType, sha256, version, before, same } = exported
    const compared = same ? 'The bytes are the same as then.' : `The bytes are not those of then (SHA-256 ${before}): what the export rests on, such as the source book or Stet itself, has changed since.`
    return { json: { path, format, fileName, mediaType, sha256, version, before, same }, text: `Wrote ${path}${markNote(path, fileName)} from version ${version}. ${compared}` }
  }
}

/** Looks before anything is exported or logged, so that a wrong path costs nothing. */
async function targetOf(path: string, force: boolean): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  const facts = await factsOf(path)
  if (facts?.isDirectory()) return { path, isFolder: true }
  if (facts && !facts.isFile()) throw new NewsroomError('failed', `${path} is not an ordinary file. Nothing was exported.`)
  if (facts && facts.size > 0 && !force) throw new NewsroomError('failed', `${path} is there already and was left as it is. Nothing was exported. Give --force to replace it.`)
  if (!facts && !(await factsOf(dirname(path)))?.isDirectory()) throw new NewsroomError('failed', `The folder ${dirname(path)} does not exist. Nothing was exported.`)
  return { path, isFolder: false }
}

async function factsOf(path: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  try {
    return await stat(path)
  } catch (trouble) {
    const code = trouble instanceof Error && 'code' in trouble ? trouble.code : undefined
    if (code === 'ENOENT') return undefined
    throw new NewsroomError('failed', `${path} cannot be reached (${trouble instanceof Error ? trouble.message : String(trouble)}). Nothing was exported.`)
  }
}
