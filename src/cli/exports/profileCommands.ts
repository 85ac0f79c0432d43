import { resolve } from 'node:path'
import { profileCalled } from '../../newsroom/exports/exportProfiles'
import { patternTrouble, PATTERN_WORDS, type ExportProfile } from '../../story/desk/exportProfile'
import { required, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { asksForFacts, CHOICE_OPTIONS, exportChoices, exportFormat } from './exportRequest'
import { defined } from '../../story/text/defined'

export const profilesCommand: CliCommand = {
  name: 'profiles',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'read',
  about:
    'Lists the export profiles of the library: format, options, folder and file name under one name, for “stet export ID --profile NAME” and the export panel.',
  prepare: () => async (ask) => {
    const profiles = await ask('profile.list', {})
    return {
      json: profiles,
      text: profiles.length === 0 ? 'No profile was saved yet.' : profiles.map(lineOf).join('\n'),
    }
  },
}

export const addProfileCommand: CliCommand = {
  name: 'profiles add',
  usage:
    'NAME --format FORMAT --folder FOLDER [--file-name PATTERN] [--format-version V] [--edition internal|public] [--line-length N] [--slug-header] [--include comments,suggestions] [--draft] [--force]',
  takes: [1, 1],
  options: { ...CHOICE_OPTIONS, format: 'text', folder: 'text', 'file-name': 'text', force: 'flag' },
  needs: 'write',
  about: `Saves an export profile. PATTERN names the files without their ending, such as “{date}-{slug}”; it may name ${PATTERN_WORDS.map((word) => `{${word}}`).join(', ')}; without it they get the format's own name. A profile of the same name is replaced with --force only.`,
  prepare: (args, { cwd }) => {
    const [name = ''] = args.positionals
    const pattern = args.text('file-name')
    const trouble = pattern === undefined ? undefined : patternTrouble(pattern)
    if (trouble !== undefined) throw usage(trouble)
    const format = exportFormat(required(args, 'format'))
    if (asksForFacts(args, format))
      throw usage('Facts leave as annotations or as a fact sheet: use --format annotations or factsheet.')
    const profile: ExportProfile = {
      name,
      format,
      choices: exportChoices(args),
      ...(args.flag('draft') ? { draft: true } : {}),
      folder: resolve(cwd, required(args, 'folder')),
      ...defined({ pattern }),
    }
    return async (ask) => {
      const before = await ask('profile.list', {})
      if (before.some((other) => other.name === name) && !args.flag('force'))
        throw usage(`There is a profile “${name}” already. Give --force to replace it.`)
      const profiles = await ask('profile.save', { profile })
      return { json: profiles, text: `Saved: ${lineOf(profileCalled(profiles, name))}` }
    }
  },
}

export const renameProfileCommand: CliCommand = {
  name: 'profiles rename',
  usage: 'NAME NEWNAME',
  takes: [2, 2],
  options: {},
  needs: 'write',
  about: 'Gives an export profile another name.',
  prepare: (args) => async (ask) => {
    const [was = '', name = ''] = args.positionals
    const profiles = await ask('profile.save', {
      profile: { ...profileCalled(await ask('profile.list', {}), was), name },
      was,
    })
    return { json: profiles, text: `The profile “${was}” is “${name}” now.` }
  },
}

export const removeProfileCommand: CliCommand = {
  name: 'profiles remove',
  usage: 'NAME',
  takes: [1, 1],
  options: {},
  needs: 'write',
  about: 'Removes an export profile. What was exported with it stays.',
  prepare: (args) => async (ask) => {
    const [name = ''] = args.positionals
    return {
      json: await ask('profile.remove', { name }),
      text: `The profile “${name}” is gone; what was exported with it stays.`,
    }
  },
}

function lineOf({ name, format, choices, draft, folder, pattern }: ExportProfile): string {
  const { formatVersion, edition, lineLength, slugHeader, include } = choices
  const options = [
    formatVersion,
    edition,
    lineLength === undefined ? undefined : `${lineLength} columns`,
    slugHeader ? 'slug line' : undefined,
    include?.length ? `with ${include.join(' and ')}` : undefined,
    draft ? 'draft' : undefined,
  ].filter((option) => option !== undefined)
  return `${name}: ${[format, ...options].join(', ')} → ${folder}, named ${pattern ?? 'as the format does'}`
}
