import { stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { EXPORT_FORMATS, isExportFormat, NewsroomError } from '../story/requests'
import { writeExport } from '../newsroom/writeExport'
import { count, oneOf, required, usage } from './arguments'
import type { Command } from './command'

/** Formats of the seams that come later: named, so that nobody takes them for a typing error. */
const LATER: readonly string[] = ['bundle']

export const exportCommand: Command = {
  name: 'export', usage: 'ID --format FORMAT --out PATH [--format-version V] [--edition internal|public] [--line-length N] [--slug-header] [--draft] [--force] [--override REASON]', takes: [1, 1],
  options: { format: 'text', out: 'text', 'format-version': 'text', edition: 'text', 'line-length': 'text', 'slug-header': 'flag', draft: 'flag', force: 'flag', override: 'text', profile: 'text', include: 'text' }, needs: 'write',
  about: `Writes a story out, through the gate and the leak scan, whole or not at all. A file with something in it is replaced with --force only; a folder gets the format's own file name. Formats: ${EXPORT_FORMATS.join(', ')}.`,
  prepare: (args, { cwd }) => {
    const [story = ''] = args.positionals
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
      const exported = await ask('story.export', target.isFolder ? request : { ...request, saveAs: basename(target.path) })
      const path = target.isFolder ? join(target.path, exported.fileName) : target.path
      if (target.isFolder) await targetOf(path, args.flag('force'))
      await writeExport(path, exported.bytes)
      const { fileName, mediaType, sha256, losses, verdict } = exported
      const lines = [`Wrote ${path}`, ...losses.map((loss) => `not carried: ${loss.what} (${loss.count})`), ...verdict.warns.map(({ message }) => `warns: ${message}`)]
      return { json: { path, format, fileName, mediaType, sha256, losses, warns: verdict.warns, overridden: verdict.overridden }, text: lines.join('\n') }
    }
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
