import { cliText } from '../../catalogue/rooms/cli'
import { deskText } from '../../catalogue/story/desk'
import { WORD_LIST_WORDS, WORD_LISTS, type DeskWord, type WordList } from '../../story/desk/deskWords'
import { defined } from '../../story/text/defined'
import { oneOf, required, type Arguments } from '../run/arguments'
import type { CliCommand } from '../run/command'
import { localDay } from '../../story/text/format/localMinute'

const listOf = (args: Arguments): WordList | undefined => {
  const list = args.text('list')
  return list === undefined ? undefined : oneOf(cliText('words.list'), list, WORD_LISTS)
}

const lineOf = ({ id, list, words, language, source, by, at }: DeskWord): string =>
  [id, WORD_LIST_WORDS[list], words, ...(language ? [language] : []), `${source} (${by}, ${localDay(at)})`].join('  ')

export const wordsListCommand: CliCommand = {
  name: 'words list',
  get usage() {
    return cliText('wordsList.usage')
  },
  takes: [0, 0],
  options: { list: 'text' },
  needs: 'read',
  get about() {
    return cliText('wordsList.about')
  },
  prepare: (args) => {
    const request = defined({ list: listOf(args) })
    return async (ask) => {
      const words = await ask('words.list', request)
      if (words.length > 0) return { json: words, text: words.map(lineOf).join('\n') }
      return { json: words, text: cliText(request.list === undefined ? 'words.none' : 'words.noneOnList') }
    }
  },
}

export const wordsAddCommand: CliCommand = {
  name: 'words add',
  get usage() {
    return cliText('wordsAdd.usage')
  },
  takes: [1, 1],
  options: { list: 'text', language: 'text', source: 'text' },
  needs: 'write',
  get about() {
    return cliText('wordsAdd.about', { lists: WORD_LISTS.join(', ') })
  },
  prepare: (args) => {
    const [words = ''] = args.positionals
    const request = {
      list: oneOf(cliText('words.list'), required(args, 'list'), WORD_LISTS),
      words,
      ...defined({ language: args.text('language') }),
      source: required(args, 'source'),
    }
    return async (ask) => {
      const answer = await ask('words.add', request)
      const { word } = answer
      const list = WORD_LIST_WORDS[word.list]
      return { json: answer, text: cliText('wordsAdd.added', { words: word.words, list, id: word.id }) }
    }
  },
}

export const wordsRemoveCommand: CliCommand = {
  name: 'words remove',
  get usage() {
    return cliText('wordsRemove.usage')
  },
  takes: [1, 1],
  options: {},
  needs: 'write',
  get about() {
    return cliText('wordsRemove.about')
  },
  prepare: (args) => {
    const [word = ''] = args.positionals
    return async (ask) => {
      const answer = await ask('words.remove', { word })
      return { json: answer, text: cliText('wordsRemove.removed', { words: answer.word.words }) }
    }
  },
}

export const wordsTryCommand: CliCommand = {
  name: 'words try',
  get usage() {
    return cliText('wordsTry.usage')
  },
  takes: [1, 1],
  options: { list: 'text', language: 'text', on: 'text' },
  needs: 'read',
  get about() {
    return cliText('wordsTry.about')
  },
  prepare: (args) => {
    const [words = ''] = args.positionals
    const list = oneOf(cliText('words.list'), required(args, 'list'), WORD_LISTS)
    const request = { list, words, ...defined({ language: args.text('language') }), sentence: required(args, 'on') }
    return async (ask) => {
      const trial = await ask('words.try', request)
      const quoted = (found: readonly string[]): string =>
        found.length === 0 ? cliText('wordsTry.nothing') : found.map((one) => `“${one}”`).join(', ')
      return {
        json: trial,
        text: [
          deskText(`trial.${list}`, { found: quoted(trial.finds) }),
          cliText('wordsTry.already', { found: quoted(trial.already) }),
        ].join('\n'),
      }
    }
  },
}
