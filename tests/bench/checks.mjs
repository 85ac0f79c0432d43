/**
 * Measures the checks in seven languages, in processor time: the first story (with making its regular expressions), a
 * story of 5,000 words judged whole, and one changed graf. The sentences are those of the open sets.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from '../../scripts/paths.mjs'
import { keep, machine } from './machine.mjs'
import { overRounds, table } from './statistics.mjs'

const ROUNDS = 7
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ko', 'ja', 'zh']

const out = join(root, 'node_modules', '.stet-bench', `checks-${process.pid}`)
await build({
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'error',
  build: {
    ssr: join(import.meta.dirname, 'seed', 'benchChecks.ts'),
    outDir: out,
    emptyOutDir: true,
    target: 'node20.18',
    rolldownOptions: { output: { entryFileNames: 'checks.mjs' } },
  },
})
const { countWordsIn, judge, statementsOf } = await import(pathToFileURL(join(out, 'checks.mjs')).href)
rmSync(out, { recursive: true, force: true })

const sentencesOf = (language) =>
  readFileSync(join(root, 'tests', 'checks', 'sets', 'statements', `${language}.open.tsv`), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => line.split('\t')[1] ?? [])

function grafsOf(language, round) {
  const sentences = sentencesOf(language)
  const grafs = []
  for (let at = 0, words = 0; words < 5000; at += 3) {
    const graf = `${[0, 1, 2].map((part) => sentences[(at + part) % sentences.length]).join(' ')} ${round}${at}.`
    grafs.push(graf)
    words += countWordsIn(graf)
  }
  return grafs
}

const time = (work) => {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}
const rows = LANGUAGES.map((language) => {
  const first = time(() => judge(grafsOf(language, 'f')))
  const whole = []
  const graf = []
  for (let round = 0; round < ROUNDS; round++) {
    const grafs = grafsOf(language, `w${round}`)
    whole.push(time(() => judge(grafs)))
    const changed = grafsOf(language, `g${round}`).slice(0, 50)
    graf.push(time(() => changed.forEach((text) => statementsOf({ role: 'paragraph', text, spans: [] }))) / 50)
  }
  return { language, first, whole: overRounds(whole), graf: overRounds(graf) }
})

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`
process.stdout.write(
  `${table([
    ['language', 'first story', 'whole, median', 'whole, most', 'a graf, median', 'a graf, most'],
    ...rows.map(({ language, first, whole, graf }) => [
      language,
      ms(first),
      ms(whole.median),
      ms(whole.greatest),
      ms(graf.median),
      ms(graf.greatest),
    ]),
  ])}\n`,
)
process.stdout.write(`${keep('checks', { machine: machine(), rows })}\n`)
