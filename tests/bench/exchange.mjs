// npm run bench:exchange [-- --rounds 9] : exports and imports stories, whole processes beside pandoc and LibreOffice.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { ensureJudges } from './judges.mjs'
import { root } from '../../scripts/paths.mjs'
import { runAsScript, log } from '../../scripts/log.mjs'
import { setUp } from '../../scripts/setup.mjs'
import { markdownStory, ninjsFiles } from './exchangeFiles.mjs'
import { keep, machine } from './machine.mjs'
import { withDisplay } from './prepare.mjs'
import { median, table } from './statistics.mjs'
import { wholeProcess } from './wholeProcess.mjs'

const FILES_PER_SECOND = 200
/** docs/performance.md explains a ratio above this. */
const TO_EXPLAIN = 1.5
/** "Flat": four times as many files may take this much more memory, in MB. */
const MORE_MEMORY = 60

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } })
const rounds = Number(options.rounds)

async function main() {
  await setUp({ forTests: true })
  await ensureJudges()
  const folder = mkdtempSync(join(tmpdir(), 'stet-exchange-'))
  try {
    const at = (name) => join(folder, name)
    const cli = (library, ...args) => [
      join(root, 'scripts', 'stet'),
      args,
      { cwd: folder, env: { STET_LIBRARY: at(library), STET_USER: 'Reporter' } },
    ]
    const pandoc = (...args) => ['pandoc', args, { cwd: folder }]
    writeFileSync(at('10000.md'), markdownStory(10_000))
    writeFileSync(at('27000.md'), markdownStory(27_000))
    await wholeProcess(...pandoc('10000.md', '-o', '10000.docx'))
    await wholeProcess(...pandoc('27000.md', '-o', '27000.docx'))
    const made = JSON.parse((await wholeProcess(...cli('library', 'import', '10000.md', '--json'))).out)
    const story = made.stories[0].id
    const profile = `-env:UserInstallation=${pathToFileURL(at('office')).href}`
    const out = (format) =>
      cli('library', 'export', story, '--format', format, '--draft', '--force', '--out', `stet.${format}`)
    // Each export is the first one of its story: a second one of the same text would not keep the text again.
    cpSync(at('library'), at('library-before'), { recursive: true })
    const afresh = () => {
      rmSync(at('library'), { recursive: true })
      cpSync(at('library-before'), at('library'), { recursive: true })
      // Otherwise the first fsync of the run would write this copy to the disk as well.
      execFileSync('sync')
    }
    const html = pandoc('10000.md', '-s', '--metadata', 'title=Busan', '-o', 'pandoc.html')
    const contests = [
      {
        what: '10,000 words to DOCX',
        ours: out('docx'),
        before: afresh,
        theirs: pandoc('10000.md', '-o', 'pandoc.docx'),
        rival: 'pandoc',
      },
      ...['html', 'markdown', 'ninjs', 'newsml-g2', 'nitf'].map((format) => ({
        what: `10,000 words to ${format}`,
        ours: out(format),
        before: afresh,
        theirs: html,
        rival: 'pandoc to HTML',
      })),
      {
        what: '10,000 words to PDF',
        ours: out('pdf'),
        before: afresh,
        theirs: ['soffice', [profile, '--headless', '--convert-to', 'pdf', '10000.docx'], { cwd: folder }],
        rival: 'LibreOffice',
      },
      {
        what: '10,000 words to DOCX again, text unchanged',
        ours: out('docx'),
        theirs: pandoc('10000.md', '-o', 'pandoc.docx'),
        rival: 'pandoc',
      },
      {
        what: '27,000-word DOCX in',
        ours: cli('library', 'import', '27000.docx'),
        theirs: pandoc('27000.docx', '-t', 'json', '-o', 'pandoc.json'),
        rival: 'pandoc',
      },
    ]
    const results = []
    for (const contest of contests) results.push(await compare(contest))
    const imported = await importMany(cli, folder)
    process.stdout.write(
      `\n${table([['whole processes', 'Stet ms', 'beside', 'ms', 'ratio', ''], ...results.map(row)])}\n\n${imported.line}\n\n`,
    )
    log(`Kept in ${keep('exchange', { machine: machine(), rounds, results, imported })}`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs both in turns, each first every second time. The first pair warms the disk's cache and is not counted. */
async function compare({ what, ours, theirs, rival, before = () => undefined }) {
  const pairs = []
  for (let round = 0; round <= rounds; round++) {
    const pair = {}
    before()
    for (const [name, run] of round % 2 === 0
      ? [
          ['ours', ours],
          ['theirs', theirs],
        ]
      : [
          ['theirs', theirs],
          ['ours', ours],
        ])
      pair[name] = (await wholeProcess(...run)).milliseconds
    if (round > 0) pairs.push(pair)
  }
  const ratio = median(pairs.map((pair) => pair.ours / pair.theirs))
  log(`  ${what}: ${ratio.toFixed(2)} x ${rival}`)
  return {
    what,
    rival,
    ratio,
    ours: median(pairs.map((pair) => pair.ours)),
    theirs: median(pairs.map((pair) => pair.theirs)),
  }
}

const row = ({ what, rival, ratio, ours, theirs }) => [
  what,
  ours.toFixed(0),
  rival,
  theirs.toFixed(0),
  ratio.toFixed(2),
  ratio > TO_EXPLAIN ? `over ${TO_EXPLAIN}` : '',
]

/** Imports 1,000 files, and 250 files to compare the memory. */
async function importMany(cli, folder) {
  const few = ninjsFiles(join(folder, 'few'), 250)
  const many = ninjsFiles(join(folder, 'many'), 1000)
  const run = async (name, files) => wholeProcess(...withMemory(cli(name, 'import', files)))
  const small = await run('library-few', few)
  const runs = []
  for (let n = 0; n < 3; n++) runs.push(await run(`library-many-${n}`, many))
  const rate = Math.max(...runs.map(({ milliseconds }) => 1_000_000 / milliseconds))
  const rates = runs.map(({ milliseconds }) => 1_000_000 / milliseconds)
  const memory = median(runs.map((one) => one.memory))
  const line =
    `1,000 ninjs files in one call: ${median(rates).toFixed(0)} files/s (best of three ${rate.toFixed(0)}), goal ${FILES_PER_SECOND}: ${median(rates) >= FILES_PER_SECOND ? 'met' : 'missed'}; ` +
    `at most ${memory.toFixed(0)} MB, ${small.memory.toFixed(0)} MB for 250 files: ${memory - small.memory <= MORE_MEMORY ? 'flat' : 'not flat'}`
  return { line, rates, memory, memoryOf250: small.memory }
}

const withMemory = ([command, args, how]) => [command, args, { ...how, watchMemory: true }]

await runAsScript(() => withDisplay(fileURLToPath(import.meta.url), main))
