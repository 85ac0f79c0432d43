/** How often sources with short names, or names that are common words, stop exports that do not name them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { scanForLeaks } from '../../../src/projection/scan/leakScan'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { Block } from '../../../src/story/copy/copy'
import { POOL } from '../../builders/stories/storyFrom'
import { decode, inputFor, withBlocks } from '../../exchange/busanStory'
import { printTable } from '../../checks/sets/printTable'

/** Sentences as reporters write them, in which nobody has one of the names below. */
const SENTENCES = readFileSync(join(import.meta.dirname, '../../checks/sets/statements/en.open.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t')[1] ?? '')
  .filter((sentence) => sentence !== '')

const SHORT = [
  'Abe Al Amy Ann Art Ben Bo Dan Dee Don Ed Eve Gus He Ian Ida IO Ira Jan Jay Jim Jo Joe Jun Kay Ken Kim Lee',
  'Leo Liv Lou Mac Max May Meg Mel Mia Ned Oh Pam Pat Rae Ray Rob Roy Sal Sam Sid So Sue Tad Ted Tim Tom Uma',
  'Val Vic Wes Yi Zoe',
].flatMap((names) => names.split(' '))
const COMMON = [
  'Angel Autumn Baker Banks Bill Bishop Black Bond Brown Bush Carter Chance Chase Church Clay Cook Cooper Crane',
  'Cross Dawn Day Dean Dollar Drew Earl Faith Field Fish Fisher Ford Forest Foster Fox France Frank Freeman',
  'Friend Garden Gold Grace Grant Green Hall Hill Hope House Hunt Hunter Ice Joy Judge June Justice King Knight',
  'Lake Law Long Love Major March Mark Martin Mason Mercy Miller Mills Moon North Page Park Parker Pearl Penny',
  'Pierce Pool Pope Porter Price Prince Reed Rich River Rock Rose Ruby Sage Snow South Stone Storm Street',
  'Strong Summer Taylor Turner Walker Wall Ward Waters West White Will Winter Wood Young',
].flatMap((names) => names.split(' '))

const EXPORTS = 100
const GRAFS = 12

/** A generator of whole numbers, the same each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const stopsOf = (names: readonly string[], perExport: number): readonly string[] => {
  const pick = random(names.length)
  return Array.from({ length: EXPORTS }, () => {
    const protectedNames = Array.from({ length: perExport }, () => names[pick(names.length)] ?? '')
    const blocks = Array.from({ length: GRAFS }, (_, index): Block => ({
      role: index === 0 ? 'headline' : 'paragraph',
      text: SENTENCES[pick(SENTENCES.length)] ?? '',
      spans: [],
    }))
    const terms = protectedTerms(
      protectedNames.map((name, index) => ({
        ...POOL,
        id: `s${index}`,
        kind: 'person',
        name,
        protected: true,
        aliases: [],
        contact: '',
      })),
    )
    const { bytes } = WRITERS.html.write(inputFor(withBlocks(blocks)))
    const output = { text: decode(bytes), fileName: 'story.html', mediaType: 'text/html' }
    const hits = scanForLeaks(output, terms, [], blocks)
    return hits.length === 0 ? [] : [protectedNames.filter((name) => output.text.includes(name)).join(' ')]
  }).flat()
}

test('at most one export in a hundred stops without need', () => {
  const rows = [
    ['up to three letters', SHORT],
    ['common words', COMMON],
  ] as const
  const stops = rows.flatMap(([, names]) => [1, 5].map((perExport) => stopsOf(names, perExport)))
  printTable(`false stops in ${EXPORTS} exports of ${GRAFS} grafs`, [
    ['names', '1 source', '5 sources', 'of'],
    ...rows.map(([what], index) => {
      const [one = [], five = []] = stops.slice(index * 2)
      return [what, String(one.length), String(five.length), [...one, ...five].join('; ')]
    }),
  ])
  expect([stops[0]?.length, stops[2]?.length].map((count) => count !== undefined && count <= 1)).toEqual([true, true])
})
