/**
 * npm run conformance [-- --stories 330] [--only pdf] [--keep FOLDER]
 *
 * Writes generated stories as PDF and DOCX and lets other programs judge them: qpdf, mutool and pdfinfo; LibreOffice
 * and pandoc. A few of the PDFs are in npm test, too (tests/e2e/export/pdfConformance.spec.ts). Prints how many files
 * each program accepted. Fails on one bad file, or on no file.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { ensureJudges } from '../bench/judges.mjs'
import { run } from '../../scripts/child.mjs'
import { root } from '../../scripts/paths.mjs'
import { runAsScript, log, ScriptError } from '../../scripts/log.mjs'
import { setUp } from '../../scripts/setup.mjs'
import { lettersOf, sameLetters } from './letters.mjs'
import { comparePage } from './pageText.mjs'

const { values: options } = parseArgs({
  options: { stories: { type: 'string', default: '330' }, keep: { type: 'string' }, only: { type: 'string' } },
})

async function main() {
  await setUp({ forTests: true })
  if (options.only !== 'pdf') await ensureJudges()
  const folder = options.keep ?? mkdtempSync(join(tmpdir(), 'stet-conformance-'))
  const program = join(root, 'node_modules', '.stet-conformance', String(process.pid))
  mkdirSync(folder, { recursive: true })
  try {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'writeStories.ts'),
        outDir: program,
        emptyOutDir: true,
        target: 'node20.18',
        rolldownOptions: { output: { entryFileNames: 'write.mjs', chunkFileNames: '[name].mjs' } },
      },
    })
    const env = {
      ...process.env,
      STET_CONFORMANCE_FOLDER: folder,
      STET_CONFORMANCE_STORIES: options.stories,
      STET_CONFORMANCE_ONLY: options.only ?? '',
    }
    const { code, output } = await run(process.execPath, [join(program, 'write.mjs')], { cwd: root, env, show: 'none' })
    if (code !== 0) throw new ScriptError(`The stories could not be written:\n${output.slice(-2000)}`)
    return judge(folder)
  } finally {
    rmSync(program, { recursive: true, force: true })
    if (options.keep === undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function judge(folder) {
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ at: join(folder, name.slice(0, -5)), ...JSON.parse(readFileSync(join(folder, name), 'utf8')) }))
  const results = [
    ['PDF', 'qpdf --check', check(stories, ({ at }) => program('qpdf', '--check', `${at}.pdf`))],
    ['PDF', 'mutool: the text of the story (right-to-left: its words)', check(stories, (story) => pageFault(story))],
    ['PDF', 'pdfinfo and XMP: title, language, publisher, date', check(stories, aboutItself)],
    ...(options.only === 'pdf' ? [] : judgeWord(folder, stories)),
  ]
  process.stdout.write('\nConformance: files that others found good\n')
  for (const [format, by, { good, faults }] of results) {
    process.stdout.write(`${format.padEnd(6)}${String(good).padStart(4)} of ${stories.length}  ${by}\n`)
    for (const fault of faults.slice(0, 5)) process.stdout.write(`             ${fault}\n`)
  }
  return stories.length > 0 && results.every(([, , { faults }]) => faults.length === 0) ? 0 : 1
}

function judgeWord(folder, stories) {
  convertByLibreOffice(folder, stories)
  return [
    [
      'DOCX',
      'LibreOffice: opens, every letter of the copy',
      check(stories, (story) =>
        sameLetters(
          lettersOf(readFileSync(`${story.at}.txt`, 'utf8')),
          lettersOf(story.killed ? '' : story.copy.join(' ')),
          { more: true },
        ),
      ),
    ],
    [
      'DOCX',
      'pandoc: opens, every letter of the copy',
      check(stories, (story) =>
        sameLetters(
          lettersOf(wordsIn(JSON.parse(output('pandoc', '-f', 'docx', '-t', 'json', `${story.at}.docx`)))),
          lettersOf(story.killed ? '' : story.copy.join(' ')),
          { more: true },
        ),
      ),
    ],
  ]
}

/** `look` returns what is wrong, or undefined. */
function check(stories, look) {
  const faults = stories.flatMap((story) => {
    let wrong
    try {
      wrong = look(story)
    } catch (error) {
      wrong = error.message
    }
    return wrong === undefined ? [] : [`${story.name}: ${wrong}`]
  })
  return { good: stories.length - faults.length, faults }
}

function output(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (error || status !== 0) throw new Error(`${command}: ${error?.message ?? stderr.trim().slice(0, 300)}`)
  return stdout
}

const pageFault = ({ at, blocks }) => comparePage(output('mutool', 'draw', '-q', '-F', 'txt', `${at}.pdf`), blocks)

const program = (command, ...args) => void output(command, ...args)

/** Returns all words of a document as pandoc reads it, with its title. */
const wordsIn = (value) =>
  Array.isArray(value)
    ? value.map(wordsIn).join('')
    : typeof value !== 'object' || value === null
      ? ''
      : value.t === 'Str'
        ? value.c
        : Object.values(value).map(wordsIn).join('')

/** Word documents in one run of LibreOffice. */
const BATCH = 30

const ALLOWED_INFO = new Set(['Title', 'CreationDate', 'ModDate'])
const ALLOWED_XMP = new Set(['dc:title', 'dc:language', 'dc:publisher', 'xmp:CreateDate', 'xmp:ModifyDate'])
/** Lines of pdfinfo about the pages, not about their maker. */
const OF_THE_PAGES = new Set([
  'Custom Metadata',
  'Metadata Stream',
  'Tagged',
  'UserProperties',
  'Suspects',
  'Form',
  'JavaScript',
  'Pages',
  'Encrypted',
  'Page size',
  'Page rot',
  'File size',
  'Optimized',
  'PDF version',
])

function aboutItself({ at }) {
  const names = output('pdfinfo', `${at}.pdf`)
    .split('\n')
    .map((line) => line.split(':')[0].trim())
    .filter((name) => name !== '' && !OF_THE_PAGES.has(name) && !ALLOWED_INFO.has(name))
  const xmp = [...output('pdfinfo', '-meta', `${at}.pdf`).matchAll(/<((?:dc|xmp|pdf|xmpMM|photoshop):\w+)[\s>]/g)]
    .map(([, name]) => name)
    .filter((name) => !ALLOWED_XMP.has(name))
  return names.length + xmp.length === 0 ? undefined : `says ${[...names, ...xmp].join(', ')}`
}

/** Converts many files in one run. If LibreOffice stops on one, that file is tried alone and costs no other. */
function convertByLibreOffice(folder, stories) {
  log('LibreOffice reads the Word documents')
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`
  const convert = (some, seconds) =>
    spawnSync(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        'txt:Text (encoded):UTF8',
        '--outdir',
        folder,
        ...some.map(({ at }) => `${at}.docx`),
      ],
      { stdio: 'ignore', timeout: seconds * 1000, killSignal: 'SIGKILL' },
    )
  const unread = () => stories.filter(({ at }) => !existsSync(`${at}.txt`))
  for (let from = 0; from < stories.length; from += BATCH) convert(stories.slice(from, from + BATCH), BATCH * 4)
  for (const story of unread()) convert([story], 30)
}

await runAsScript(main)
