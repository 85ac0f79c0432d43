/**
 * Measures the quote check with a transcript of three hours (30,000 words): one quote and the reading of the
 * transcript, then 200 quotes. Beside it approx-string-match 2.0.0, with which the Hypothesis annotation tools anchor
 * quotes. That finds the nearest place of a text, but knows nothing of words, speakers or cuts.
 */
import { join } from 'node:path'
import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import search from 'approx-string-match'
import { root } from '../../scripts/paths.mjs'
import { keep, machine } from './machine.mjs'
import { overRounds, randomFrom, table } from './statistics.mjs'

const ROUNDS = 9
const TEXT =
  'we they have will raise the tariffs not this year about seven billion dollars and good progress on trade ' +
  'deal with our friends um perhaps never again because people work hard every day in many countries'
const WORDS = TEXT.split(' ')

const out = join(root, 'node_modules', '.stet-bench', `quotes-${process.pid}`)
await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  build: {
    ssr: join(import.meta.dirname, 'seed', 'benchQuotes.ts'),
    outDir: out,
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: { output: { entryFileNames: 'quotes.mjs' } },
  },
})
const { checkQuote } = await import(pathToFileURL(join(out, 'quotes.mjs')).href)
rmSync(out, { recursive: true, force: true })

const random = randomFrom(30)
const pick = (list) => list[Math.floor(random() * list.length)]
const turns = Array.from({ length: 300 }, (_, turn) => ({
  speaker: ['Trump', 'Xi', 'Reporter'][turn % 3],
  text: Array.from({ length: 10 }, () => `${Array.from({ length: 10 }, () => pick(WORDS)).join(' ')}.`).join(' '),
}))
const quotes = Array.from({ length: 200 }, (_, index) => {
  const words = pick(turns).text.split(' ')
  const start = Math.floor(random() * 60)
  const quote = words.slice(start, start + 8 + (index % 20))
  // Changes every second quote: the search for the nearest passage takes longest.
  if (index % 2 === 1) quote[Math.floor(random() * quote.length)] = 'altogether'
  return quote.join(' ')
})

const time = (work) => {
  const start = performance.now()
  work()
  return performance.now() - start
}
const rounds = { first: [], all: [], peerFirst: [], peerAll: [] }
for (let round = 0; round < ROUNDS; round++) {
  // A new object each time: no round uses a result of an earlier one.
  const transcript = { turns: turns.map((turn) => ({ ...turn, text: `${turn.text} Round ${round}.` })) }
  rounds.first.push(time(() => checkQuote({ quote: quotes[1], transcript })))
  rounds.all.push(time(() => quotes.forEach((quote) => checkQuote({ quote, transcript }))))
  const text = transcript.turns.map((turn) => turn.text).join('\n')
  const nearest = (quote) => search(text, quote, Math.min(32, Math.floor(quote.length / 4)))
  rounds.peerFirst.push(time(() => nearest(quotes[1])))
  rounds.peerAll.push(time(() => quotes.slice(0, 20).forEach(nearest)) * 10)
}
const numbers = Object.fromEntries(Object.entries(rounds).map(([name, values]) => [name, overRounds(values)]))
const cell = ({ median, least, greatest }) => `${median.toFixed(1)} ms (${least.toFixed(1)} to ${greatest.toFixed(1)})`
console.log(
  table([
    ['30,000 words', 'Stet', 'approx-string-match (200: from 20)', 'goal'],
    ['1 quote, transcript unread', cell(numbers.first), cell(numbers.peerFirst), '< 100 ms'],
    ['200 quotes', cell(numbers.all), cell(numbers.peerAll), '< 2000 ms'],
  ]),
)
const met = numbers.first.median < 100 && numbers.all.median < 2000
console.log(
  `${met ? 'Both goals are met' : 'A goal is missed'}. Numbers: ${keep('quotes', { machine: machine(), numbers })}`,
)
process.exitCode = met ? 0 : 1
