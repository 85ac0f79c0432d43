/**
 * npm run sidebyside [-- --stories 25]
 * Converts known stories to DOCX and HTML by pandoc and LibreOffice, and back to Markdown by us and by pandoc. Prints
 * how much of the source each brought back. Adds stories with comments and tracked changes by both programs, of which
 * each must come back. Exits 1 if we lose words, a comment or a change, or are behind pandoc in structure.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { ensureJudges } from '../bench/judges.mjs'
import { table } from '../bench/statistics.mjs'
import { root } from '../../scripts/paths.mjs'
import { runAsScript, ScriptError } from '../../scripts/log.mjs'

const LEAST = 0.995
const { values: options } = parseArgs({ options: { stories: { type: 'string', default: '25' } } })

function call(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 300_000,
  })
  if (error || status !== 0)
    throw new ScriptError(`${command} ${args.slice(0, 6).join(' ')} failed: ${error?.message ?? stderr.slice(-400)}`)
  return stdout
}

async function main() {
  ensureJudges()
  const folder = mkdtempSync(join(tmpdir(), 'stet-sidebyside-'))
  const program = join(root, 'node_modules', '.stet-sidebyside', String(process.pid))
  try {
    await build({
      configFile: false,
      root: import.meta.dirname,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: join(import.meta.dirname, 'ours.ts'),
        outDir: program,
        emptyOutDir: true,
        target: 'node20.18',
        rolldownOptions: { output: { entryFileNames: 'ours.mjs', chunkFileNames: '[name].mjs' } },
      },
    })
    const ours = await import(pathToFileURL(join(program, 'ours.mjs')).href)
    const stories = ours.knownStories(Number(options.stories))
    makeFiles(folder, stories)
    const results = []
    for (const ending of ['pandoc.docx', 'pandoc.html', 'office.docx', 'office.html'])
      results.push(...(await compare(ours, folder, stories, ending)))
    const reviewed = ours.reviewedStories(Number(options.stories))
    makeReviewedFiles(ours, folder, reviewed)
    const reviews = []
    for (const ending of ['pandoc.docx', 'office.docx'])
      reviews.push(...(await compareReviews(ours, folder, reviewed, ending)))
    return Math.max(tell(results), tellReviews(reviews))
  } finally {
    rmSync(folder, { recursive: true, force: true })
    rmSync(program, { recursive: true, force: true })
  }
}

/** LibreOffice makes its files from the Word documents of pandoc. */
function makeFiles(folder, stories) {
  const names = stories.map((_, index) => `story${index}`)
  stories.forEach(({ markdown }, index) => {
    writeFileSync(join(folder, `${names[index]}.md`), markdown)
    for (const ending of ['docx', 'html'])
      call(
        'pandoc',
        [
          '-s',
          '-f',
          'gfm',
          '--metadata',
          'pagetitle= ',
          `${names[index]}.md`,
          '-o',
          `${names[index]}.pandoc.${ending}`,
        ],
        folder,
      )
  })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`
  for (const [ending, filter] of [
    ['docx', 'docx:Office Open XML Text'],
    ['html', 'html:HTML (StarWriter)'],
  ]) {
    call(
      'soffice',
      [
        profile,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        join(folder, 'out'),
        ...names.map((name) => `${name}.pandoc.docx`),
      ],
      folder,
    )
    for (const name of names)
      renameSync(join(folder, 'out', `${name}.pandoc.${ending}`), join(folder, `${name}.office.${ending}`))
  }
}

/** Makes comments and tracked changes by pandoc and by LibreOffice. */
function makeReviewedFiles(ours, folder, stories) {
  stories.forEach((story, index) => {
    writeFileSync(join(folder, `review${index}.md`), ours.pandocMarkdown(story))
    call('pandoc', ['-s', '-f', 'markdown', `review${index}.md`, '-o', `review${index}.pandoc.docx`], folder)
    writeFileSync(join(folder, `review${index}.office.fodt`), ours.flatOpenDocument(story))
  })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`
  call(
    'soffice',
    [
      profile,
      '--headless',
      '--convert-to',
      'docx:Office Open XML Text',
      '--outdir',
      folder,
      ...stories.map((_, index) => `review${index}.office.fodt`),
    ],
    folder,
  )
}

async function compareReviews(ours, folder, stories, ending) {
  const scores = { Stet: [], pandoc: [] }
  for (const [index, story] of stories.entries()) {
    const name = `review${index}.${ending}`
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const all = ours.knownReview(story)
    const lost = ours.withoutRange(bytes).filter((place) => place < all.comments.length)
    const known = { ...all, comments: all.comments.filter((_, place) => !lost.includes(place)) }
    const found = {
      Stet: await ours.ourReview(name, bytes),
      pandoc: ours.pandocReview(call('pandoc', ['-t', 'json', '--track-changes=all', name], folder)),
    }
    for (const [by, review] of Object.entries(found))
      scores[by].push({
        name: `${story.name}, ${ending}`,
        lost: lost.length,
        known,
        review,
        ...ours.scoreReview(known, review),
      })
  }
  const mean = (all, what) => all.reduce((sum, one) => sum + one[what], 0) / all.length
  return Object.entries(scores).map(([by, all]) => ({
    ending,
    by,
    all,
    comments: mean(all, 'comments'),
    changes: mean(all, 'changes'),
    invented: all.reduce((sum, { invented, lost }) => sum + Math.max(0, invented - lost), 0),
    lost: all.reduce((sum, { lost }) => sum + lost, 0),
    ...Object.fromEntries(
      ['comments', 'changes'].map((what) => [
        `${what}Known`,
        all.reduce((sum, { known }) => sum + known[what].length, 0),
      ]),
    ),
  }))
}

async function compare(ours, folder, stories, ending) {
  const scores = { Stet: [], pandoc: [] }
  for (const [index, story] of stories.entries()) {
    const name = `story${index}.${ending}`
    scores.Stet.push({
      name: `${story.name}, ${ending}`,
      ...ours.score(story.blocks, await ours.markdownOf(name, new Uint8Array(readFileSync(join(folder, name))))),
    })
    scores.pandoc.push({
      name,
      ...ours.score(story.blocks, call('pandoc', ['-t', 'gfm', '--wrap=none', name], folder)),
    })
  }
  return Object.entries(scores).map(([by, all]) => ({
    ending,
    by,
    all,
    ...Object.fromEntries(
      ['recall', 'precision', 'structure'].map((what) => [
        what,
        all.reduce((sum, one) => sum + one[what], 0) / all.length,
      ]),
    ),
  }))
}

const percent = (share) => `${(share * 100).toFixed(2)} %`

function tell(results) {
  process.stdout.write(
    `\n${table([
      ['file', 'back by', 'stories', 'recall', 'precision', 'structure'],
      ...results.map(({ ending, by, all, recall, precision, structure }) => [
        ending,
        by,
        String(all.length),
        percent(recall),
        percent(precision),
        percent(structure),
      ]),
    ])}\n`,
  )
  let missed = 0
  for (const result of results.filter(({ by }) => by === 'Stet')) {
    const pandoc = results.find(({ by, ending }) => by === 'pandoc' && ending === result.ending)
    if (result.recall >= LEAST && result.precision >= LEAST && result.structure >= pandoc.structure) continue
    missed++
    const worst = [...result.all].sort(
      (a, b) => a.structure + a.recall + a.precision - b.structure - b.recall - b.precision,
    )[0]
    process.stdout.write(
      `Missed for ${result.ending}; worst: ${worst.name}, ${percent(worst.recall)}, ` +
        `${percent(worst.precision)}, ${percent(worst.structure)}\n`,
    )
  }
  return missed === 0 ? 0 : 1
}

function tellReviews(results) {
  process.stdout.write(
    `\n${table([
      [
        'file',
        'back by',
        'comments',
        'with author, text and range',
        'changes',
        'with author and words',
        'not in the source',
        'written without range',
      ],
      ...results.map(({ ending, by, comments, changes, invented, lost, commentsKnown, changesKnown }) => [
        ending,
        by,
        String(commentsKnown),
        percent(comments),
        String(changesKnown),
        percent(changes),
        String(invented),
        String(lost),
      ]),
    ])}\n`,
  )
  let missed = 0
  for (const { ending, all } of results.filter(
    ({ by, comments, changes, invented }) => by === 'Stet' && (comments < 1 || changes < 1 || invented > 0),
  )) {
    missed++
    const { name, known, review } = all.find(
      ({ comments, changes, invented, lost }) => comments < 1 || changes < 1 || invented > lost,
    )
    const lacking = [...known.comments, ...known.changes].filter(
      (one) => !review.comments.includes(one) && !review.changes.includes(one),
    )
    const more = [...review.comments, ...review.changes].filter(
      (one) => !known.comments.includes(one) && !known.changes.includes(one),
    )
    process.stdout.write(
      `Missed for ${ending}, ${name}:\n  in the source: ${lacking.slice(0, 3).join('\n    ')}\n  ` +
        `found: ${more.slice(0, 3).join('\n    ')}\n`,
    )
  }
  return missed === 0 ? 0 : 1
}

await runAsScript(main)
