/** Lists of words of news, right and misspelt, for each dictionary. Made for these tests. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DictionaryName } from '../../../src/story/spelling/dictionaries'

const read = (name: string): readonly string[] => [
  ...new Set(
    readFileSync(join(import.meta.dirname, 'words', `${name}.txt`), 'utf8')
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ),
]

export interface WordLists {
  readonly right: readonly string[]
  readonly wrong: readonly string[]
}

const SETS = join(import.meta.dirname, '..', '..', 'checks', 'sets', 'statements')

/** Sentences of news that were written for the checks (tests/checks/sets), names and all. */
export const newsSentences = (language: string): readonly string[] =>
  readdirSync(SETS)
    .filter((name) => name.startsWith(`${language}.`))
    .flatMap((name) => readFileSync(join(SETS, name), 'utf8').split('\n'))
    .flatMap((line) => (line.startsWith('#') ? [] : (line.split('\t')[1] ?? [])))

/** American spellings are wrong in British English, and the other way round where Americans have one spelling only. */
export function wordListsOf(name: DictionaryName): WordLists {
  const list = NAMES[name]
  const lists = { right: read(`${list}.right`), wrong: read(`${list}.wrong`) }
  if (list !== 'english') return lists
  const american = new Set(read('en-us.american'))
  return {
    right: [
      ...lists.right.filter((word) => name === 'en-us' || !(american.has(word) || ONLY_AMERICAN.has(word))),
      ...(name === 'en-us' ? american : read('en-gb.british')),
    ],
    wrong: lists.wrong,
  }
}

const NAMES: Readonly<Record<DictionaryName, string>> = {
  'en-us': 'english',
  'en-gb': 'english',
  ko: 'korean',
  fr: 'french',
  es: 'spanish',
  de: 'german',
}

/** Of the common list. */
const ONLY_AMERICAN = new Set(['criticized', 'emphasized', 'dockworkers'])
