import { listWords } from '../../story/text/words/listWords'
import { cliText } from '../../catalogue/rooms/cli'
import { resolve } from 'node:path'
import { profileCalled } from '../../newsroom/exports/exportProfiles'
import { patternProblem, PATTERN_WORDS, type ExportProfile } from '../../story/desk/exportProfile'
import { required, requiredPath, usage } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { asksForFacts, CHOICE_OPTIONS, exportChoices, exportFormat, refuseAlienChoices } from './exportRequest'
import { defined } from '../../story/text/defined'

export const profilesCommand: CliCommand = {
  name: 'profiles',
  usage: '',
  takes: [0, 0],
  options: {},
  needs: 'read',
  get about() {
    return cliText('profiles.about')
  },
  prepare: () => async (ask) => {
    const profiles = await ask('profile.list', {})
    return {
      json: profiles,
      text: profiles.length === 0 ? cliText('profileCommands.noProfileSavedYet') : profiles.map(lineOf).join('\n'),
    }
  },
}

export const addProfileCommand: CliCommand = {
  name: 'profiles add',
  get usage() {
    return cliText('addProfile.usage')
  },
  takes: [1, 1],
  options: { ...CHOICE_OPTIONS, format: 'text', folder: 'text', 'file-name': 'text', force: 'flag' },
  needs: 'write',
  get about() {
    return cliText('addProfile.about', { words: PATTERN_WORDS.map((word) => `{${word}}`).join(', ') })
  },
  prepare: (args, { cwd }) => {
    const [name = ''] = args.positionals
    const pattern = args.text('file-name')
    const problem = pattern === undefined ? undefined : patternProblem(pattern)
    if (problem !== undefined) throw usage(problem)
    const format = exportFormat(required(args, 'format'))
    refuseAlienChoices(args, format)
    if (asksForFacts(args, format)) throw usage(cliText('profileCommands.factsElsewhere'))
    const profile: ExportProfile = {
      name,
      format,
      choices: exportChoices(args),
      ...(args.flag('draft') ? { draft: true } : {}),
      folder: resolve(cwd, requiredPath(args, 'folder')),
      ...defined({ pattern }),
    }
    return async (ask) => {
      const before = await ask('profile.list', {})
      if (before.some((other) => other.name === name) && !args.flag('force'))
        throw usage(cliText('profileCommands.taken', { name }))
      const profiles = await ask('profile.save', { profile })
      return {
        json: profiles,
        text: cliText('profileCommands.saved', { lineOf: lineOf(profileCalled(profiles, name)) }),
      }
    }
  },
}

export const renameProfileCommand: CliCommand = {
  name: 'profiles rename',
  get usage() {
    return cliText('renameProfile.usage')
  },
  takes: [2, 2],
  options: {},
  needs: 'write',
  get about() {
    return cliText('renameProfile.about')
  },
  prepare: (args) => async (ask) => {
    const [was = '', name = ''] = args.positionals
    const profiles = await ask('profile.save', {
      profile: { ...profileCalled(await ask('profile.list', {}), was), name },
      was,
    })
    return { json: profiles, text: cliText('profileCommands.renamed', { was, name }) }
  },
}

export const removeProfileCommand: CliCommand = {
  name: 'profiles remove',
  usage: 'NAME',
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('removeProfile.about')
  },
  prepare: (args) => async (ask) => {
    const [name = ''] = args.positionals
    return {
      json: await ask('profile.remove', { name }),
      text: cliText('profileCommands.removed', { name }),
    }
  },
}

function lineOf({ name, format, choices, draft, folder, pattern }: ExportProfile): string {
  const { formatVersion, edition, lineLength, slugHeader, bare, embed, include } = choices
  const options = [
    formatVersion,
    edition,
    lineLength === undefined ? undefined : cliText('profileCommands.columns', { lineLength }),
    slugHeader ? cliText('profileCommands.slugLine') : undefined,
    bare ? cliText('profileCommands.bare') : undefined,
    embed ? cliText('profileCommands.embed') : undefined,
    include?.length ? cliText('profileCommands.with', { parts: listWords(include) }) : undefined,
    draft ? cliText('profileCommands.draft') : undefined,
  ].filter((option) => option !== undefined)
  return cliText('profileCommands.line', {
    name,
    options: [format, ...options].join(', '),
    folder,
    pattern: pattern ?? cliText('profileCommands.ownName'),
  })
}
