/**
 * Makes the library of this folder with the command line of an earlier checkout, and records what that checkout shows
 * and exports: `node tests/old-library/make.mjs CHECKOUT`. Clock and ids are fixed, so that a second run differs only
 * in the salts of the PINs. The committed files come from commit 5c94e4f, the last one before signed views.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { zipSync } from 'fflate'
import { FORMATS, isDraft, NOW } from './formats.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const checkout = resolve(process.argv[2] ?? '')
const scratch = mkdtempSync(join(tmpdir(), 'stet-old-'))
const library = join(scratch, 'library')

let minutes = 0
/** A minute passes between two commands. */
const clock = () => new Date(Date.parse('2026-10-30T09:00:00Z') + minutes++ * 60_000).toISOString()

/** `env`: PINs. Returns what the command prints with --json. */
function stet(by, args, { env = {}, folder = library, now = clock() } = {}) {
  const out = execFileSync('node', [join(checkout, 'scripts/stet.cjs'), ...args, '--json'], {
    cwd: scratch,
    encoding: 'utf8',
    env: {
      ...process.env,
      STET_LIBRARY: folder,
      STET_USER: by,
      STET_NOW: now,
      STET_IDS: 'sequential',
      ...env,
    },
  })
  return JSON.parse(out)
}

const file = (name, content) => {
  writeFileSync(join(scratch, name), content)
  return name
}
const story = (name, text) => stet('Reporter', ['import', file(name, text)]).stories[0].id
const tag = (id, text, type, ...more) => stet('Reporter', ['tag', id, '--text', text, '--type', type, ...more]).id
const sign = (by, id, fact, status, ...more) => stet(by, ['fact', id, fact, '--status', status, ...more])
const move = (by, id, stage, ...more) => stet(by, ['move', id, stage, ...more])

for (const [name, role] of [
  ['Editor', 'editor'],
  ['Reporter', 'reporter'],
  ['Checker', 'checker'],
  ['Lawyer', 'legal'],
])
  stet('Editor', ['roster', 'add', name, '--role', role])

const source = (name, kind, ...more) => stet('Editor', ['source', 'add', '--name', name, '--kind', kind, ...more]).id
const paper = source('Minutes of the harbor board', 'document')
const person = source('Kim Min-jun', 'person')
const hidden = source(
  'Jane Roe',
  'person',
  '--protected',
  '--ground-rules',
  'background',
  '--description',
  'an official of the port',
  '--contact',
  'jane.roe@example.org',
)

file('minutes.txt', 'Minutes of the board\n\nThe line carried 1,200 passengers a day.\n\nThe board met on Friday.\n')
file('talk.txt', 'Kim Min-jun: The boats are safe.\n')
// One grey dot.
file(
  'dot.png',
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64'),
)

// 1: published, with a figure and a quote that a captured file backs.
const ferry = story(
  'ferry.md',
  `# Harbor board reopens the ferry line

The board voted to reopen the line.

“The boats are safe,” Kim Min-jun, the harbor master, said.

The line carried 1,200 passengers a day.
`,
)
stet('Reporter', ['set', ferry, 'slug', 'ferry-line'])
stet('Reporter', ['set', ferry, 'byline', 'Reporter'])
stet('Reporter', ['set', ferry, 'keywords', 'harbor, ferry'])
const figure = tag(ferry, '1,200 passengers', 'figure', '--statement', 'passengers a day on the line')
const quote = tag(ferry, '“The boats are safe,”', 'quote', '--attributed-to', 'Kim Min-jun')
sign('Checker', ferry, figure, 'verified', '--evidence', paper, '--locator', '¶ 2', '--file', 'minutes.txt')
sign('Checker', ferry, quote, 'verified', '--evidence', person, '--locator', '¶ 1', '--file', 'talk.txt')
move('Reporter', ferry, 'filed')
move('Editor', ferry, 'inReview')
move('Editor', ferry, 'cleared')
move('Editor', ferry, 'published')

// 2: cleared, with a picture, an embargo and a fact that an editor lets stand.
const pier = story('pier.md', '# Pier closes for repairs\n\nThe pier stays shut for 12 days, the port said.\n')
stet('Reporter', ['set', pier, 'slug', 'pier'])
stet('Reporter', ['set', pier, 'embargo', '2026-11-02T06:00:00Z'])
stet('Reporter', [
  'picture',
  pier,
  '--file',
  'dot.png',
  '--cutline',
  'The pier.',
  '--credit',
  'Ida / Desk',
  '--rights',
  'one use',
  '--alt',
  'A pier',
])
const days = tag(pier, '12 days', 'figure')
sign('Editor', pier, days, 'letStand', '--reason', 'Announced by the port, no paper yet.')
move('Reporter', pier, 'filed')
move('Editor', pier, 'inReview')
move('Editor', pier, 'cleared')

// 3: a draft with every status, and evidence of a protected source.
const notes = story(
  'notes.md',
  `# Port plans

The first berth costs 10 million won.

The second berth costs 20 million won.

The third berth costs 30 million won.

The fourth berth costs 40 million won.

The fifth berth costs 50 million won.

The sixth berth costs 60 million won.

The seventh berth costs 70 million won.

The eighth berth costs 80 million won, an official of the port said.

The ninth berth costs 90 million won.
`,
)
stet('Reporter', ['set', notes, 'slug', 'port-plans'])
const won = (number) => tag(notes, `${number}0 million won`, 'figure')
const [one, two, three, four, five, six, , eight, nine] = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(won)
sign('Checker', notes, one, 'verified', '--evidence', paper, '--locator', 'x')
sign('Checker', notes, two, 'queried', '--reason', 'Who says so?', '--to', 'Reporter', '--due', 'Monday')
sign('Checker', notes, three, 'wrong', '--reason', 'The paper says 31.')
sign('Checker', notes, four, 'disputed', '--reason', 'The city says 45.')
sign('Checker', notes, five, 'unverifiable', '--reason', 'No paper.')
sign('Checker', notes, six, 'onAuthor')
sign('Checker', notes, eight, 'verified', '--evidence', hidden, '--locator', '2026-10-29, by phone')
sign('Editor', notes, nine, 'letStand', '--reason', 'Known.')
stet('Reporter', ['edit', notes, '--replace', 'ninth berth costs', '--with', 'ninth berth may cost'])
const query = sign('Checker', notes, two, 'queried', '--reason', 'Which year?', '--to', 'Reporter')
if (!query.entry) throw new Error('The query was not signed.')
stet('Reporter', ['answer', notes, '--text', '2. From the plan of the port.'])

// 4: killed.
const kill = story('kill.md', '# Port sells a crane\n\nThe port sells a crane.\n')
stet('Reporter', ['set', kill, 'slug', 'crane'])
move('Reporter', kill, 'filed')
move('Editor', kill, 'inReview')
move('Editor', kill, 'cleared')
move('Editor', kill, 'published')
move('Editor', kill, 'killed', '--reason', 'There is no such crane. The story is withdrawn.')

// Last: two people get a PIN.
for (const [name, pin] of [
  ['Editor', 'editor2026'],
  ['Checker', 'check2026'],
])
  stet(name, ['roster', 'pin'], { env: { STET_NEW_PIN: pin } })

const EDITOR = { env: { STET_PIN: 'editor2026' }, now: NOW }
const argsOf = (request, draft) => [
  ...['format', 'formatVersion', 'edition'].flatMap((name) =>
    request[name] === undefined ? [] : [`--${name.replace('V', '-v')}`, request[name]],
  ),
  ...(draft ? ['--draft'] : []),
]

/** The bytes of one export as SHA-256, or why there is none. Each works on a copy: an export is an entry. */
function exported(id, args) {
  const folder = join(scratch, 'copy')
  rmSync(folder, { recursive: true, force: true })
  cpSync(library, folder, { recursive: true })
  const out = join(scratch, 'out')
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  try {
    stet('Editor', ['export', id, ...args, '--out', join(out, 'output')], { ...EDITOR, folder })
  } catch (error) {
    return `refused: ${String(error.stderr).trim().split('\n')[0]}`
  }
  const [name] = readdirSync(out)
  return createHash('sha256')
    .update(readFileSync(join(out, name ?? '')))
    .digest('hex')
}

const expected = {}
for (const [name, id] of Object.entries({ ferry, pier, notes, kill })) {
  const { stage, version, facts, blocks } = stet('Editor', ['show', id], EDITOR)
  const exports = {}
  for (const [format, request] of Object.entries(FORMATS))
    exports[format] = exported(id, argsOf(request, isDraft(name, request)))
  expected[name] = {
    id,
    stage,
    version,
    text: blocks.map(({ text }) => text),
    facts: facts.map(({ id: fact, type, status, reasons, words }) => ({ fact, type, status, reasons, words })),
    exports,
  }
}

const files = {}
const collect = (folder, prefix) => {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) collect(path, `${prefix}${name}/`)
    else files[`${prefix}${name}`] = [new Uint8Array(readFileSync(path)), { mtime: '2026-10-30T12:00:00Z' }]
  }
}
collect(library, '')
writeFileSync(join(here, 'library.zip'), zipSync(files, { level: 9 }))
writeFileSync(join(here, 'expected.json'), `${JSON.stringify(expected, undefined, 2)}\n`)
rmSync(scratch, { recursive: true })
process.stdout.write(`${Object.keys(files).length} files\n`)
