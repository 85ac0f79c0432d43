import { cliText } from '../../catalogue/rooms/cli'
import { ledgerText } from '../../catalogue/story/ledger'
import { DEFAULT_TEXTS, type StoryDefaults } from '../../story/desk/storyDefaults'
import { oneOf, type Arguments } from '../run/arguments'
import type { CliCommand } from '../run/command'

/** Options of the command line by the default that they set. */
const OPTION = {
  place: 'place',
  language: 'language',
  provider: 'provider',
  copyrightLine: 'copyright',
  usageTerms: 'usage',
  zone: 'zone',
} as const

function given(args: Arguments): StoryDefaults {
  const byline = args.text('byline')
  const texts = DEFAULT_TEXTS.flatMap((name) => {
    const text = args.text(OPTION[name])
    return text === undefined ? [] : [[name, text] as const]
  })
  return {
    ...(byline === undefined ? {} : { byline: oneOf('--byline', byline, ['on', 'off'] as const) === 'on' }),
    ...(Object.fromEntries(texts) as StoryDefaults),
  }
}

/** Shows or sets what new stories begin with. */
export const defaultsCommand: CliCommand = {
  name: 'defaults',
  get usage() {
    return cliText('defaults.usage')
  },
  takes: [0, 0],
  options: { byline: 'text', ...Object.fromEntries(Object.values(OPTION).map((name) => [name, 'text' as const])) },
  needs: 'write',
  onlyShows: (args) => Object.keys(given(args)).length === 0,
  get about() {
    return cliText('defaults.about')
  },
  prepare: (args) => {
    const changes = given(args)
    return async (ask) => {
      const asked = Object.keys(changes).length > 0
      const now = asked
        ? ((await ask('library.settings', { defaults: changes })).defaults ?? {})
        : await ask('library.defaults', {})
      const lines = DEFAULT_TEXTS.flatMap((name) =>
        now[name] === undefined ? [] : [`${ledgerText(`default.${name}`)}: ${now[name]}`],
      )
      if (now.byline) lines.unshift(`${ledgerText('default.byline')}: ${cliText('defaults.ofAuthor')}`)
      return { json: now, text: lines.length === 0 ? cliText('defaults.none') : lines.join('\n') }
    }
  },
}
