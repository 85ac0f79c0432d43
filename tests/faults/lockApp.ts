/** Starts the real app twice on one library, and removes the library's folder while somebody types. */
import { cp, mkdir, rename, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { missingWords, sitDown, STATUS, READY, type, untilSaved } from './appWriting'
import type { AppTools, DrivenApp } from './appTools'
import type { Options, Row } from './campaign'

interface Twice {
  runs: number
  said: string[]
  handedOver: number
  twoWriters: number
  noWriter: number
  other: string[]
}
type Outcome =
  | { readonly is: 'window'; readonly app: DrivenApp }
  | { readonly is: 'handedOver' }
  | { readonly is: 'other'; readonly why: string }

const HANDED_OVER = 'Its window is now in front'

/** Both at once or one after the other, in one profile or in two. Then one goes on writing and is closed or killed. */
export async function startTheAppTwice(options: Options): Promise<Row> {
  const library = join(options.scratch, 'app-twice', 'library')
  const story = await options.app.seed(library)
  const count: Twice = { runs: 0, said: [], handedOver: 0, twoWriters: 0, noWriter: 0, other: [] }
  while (count.runs < options.runs && !options.stopped()) {
    await startTwiceOnce(options, library, story, count)
    count.runs += 1
    if (count.runs % 10 === 0)
      options.say(
        `  ${count.runs} of ${options.runs}: ${count.handedOver} handed over, ` +
          ([...new Set(count.other)].join('; ') || 'nothing else'),
      )
  }
  const found = await missingWords(library, story, count.said)
  return {
    fault: 'the app started twice',
    runs: count.runs,
    acknowledged: count.said.length,
    lost: found?.missing.length ?? 0,
    unopenable: found ? 0 : 1,
    more: {
      'handed over': count.handedOver,
      'two writers': count.twoWriters,
      'no writer': count.noWriter,
      'anything else': count.other.length,
    },
  }
}

async function startTwiceOnce(
  { scratch, app: tools }: Options,
  library: string,
  story: string,
  count: Twice,
): Promise<void> {
  const at = count.runs
  const profiles = [join(scratch, 'profile-a'), join(scratch, at % 2 === 0 ? 'profile-a' : 'profile-b')]
  const start = (profile: string): Promise<Outcome> => outcomeOf(tools, profile, story, library)
  const outcomes =
    at % 4 < 2
      ? await Promise.all(profiles.map(start))
      : [await start(profiles[0] ?? ''), await start(profiles[1] ?? '')]
  const windows = outcomes.flatMap((outcome) => (outcome.is === 'window' ? [outcome.app] : []))
  count.handedOver += outcomes.filter(({ is }) => is === 'handedOver').length
  count.other.push(...outcomes.flatMap((outcome) => (outcome.is === 'other' ? [outcome.why] : [])))
  if (windows.length > 1) count.twoWriters += 1
  const [writer] = windows
  if (!writer) count.noWriter += 1
  else {
    const word = `w${at}`
    await sitDown(writer)
    await type(writer, word)
    await untilSaved(writer, word)
    count.said.push(word)
  }
  for (const app of windows) await (at % 3 === 0 ? app.kill() : app.close())
}

async function outcomeOf(tools: AppTools, profile: string, story: string, library: string): Promise<Outcome> {
  let app: DrivenApp
  try {
    app = await tools.launch(profile, story, library)
  } catch (error) {
    return ended(String(error))
  }
  const opened = app.until(READY, 60, 50).then(
    (): Outcome => ({ is: 'window', app }),
    (error: unknown): Outcome => ({ is: 'other', why: String(error) }),
  )
  const outcome = await Promise.race([opened, app.ended.then(({ errors }) => ended(errors))])
  if (outcome.is === 'other') await app.kill()
  return outcome
}

const ended = (errors: string): Outcome =>
  errors.includes(HANDED_OVER) ? { is: 'handedOver' } : { is: 'other', why: errors.slice(-300) }

interface Taken {
  said: string[]
  told: number
  shownEmpty: number
  notRefused: number
}

/**
 * The folder is renamed, or copied and removed as if a stick is pulled out. Every other time an empty folder replaces
 * it.
 */
export async function takeFolderFromTheApp({ runs, scratch, say, app: tools, stopped }: Options): Promise<Row> {
  const library = join(scratch, 'app-folder', 'library')
  const story = await tools.seed(library)
  const profile = join(scratch, 'profile-folder')
  const app = await tools.launch(profile, story, library)
  await sitDown(app)
  const count: Taken = { said: [], told: 0, shownEmpty: 0, notRefused: 0 }
  let made = 0
  for (; made < runs && !stopped(); made++) {
    await takeAwayOnce({
      app,
      library,
      at: made,
      count,
      startAgain: () => startWithout(tools, profile, library, count),
    })
    if ((made + 1) % 10 === 0)
      say(
        `  ${made + 1} of ${runs}: ${count.told} times the window said what is not on disk, ` +
          `${count.shownEmpty} times shown empty`,
      )
  }
  await app.close()
  const found = await missingWords(library, story, count.said)
  return {
    fault: 'the folder taken from the app and put back',
    runs: made,
    acknowledged: count.said.length,
    lost: found?.missing.length ?? 0,
    unopenable: found ? 0 : 1,
    more: {
      'shown empty': count.shownEmpty,
      'told not on disk': count.told,
      'started without a word': count.notRefused,
    },
  }
}

interface Taking {
  readonly app: DrivenApp
  readonly library: string
  readonly at: number
  readonly count: Taken
  readonly startAgain: () => Promise<void>
}

async function takeAwayOnce({ app, library, at, count, startAgain }: Taking): Promise<void> {
  const [before, during] = [`b${at}x`, `d${at}x`]
  const away = `${library}-away`
  await type(app, before)
  await untilSaved(app, before)
  const removed = at % 4 >= 2
  const emptyFolder = at % 2 === 1
  if (removed) {
    await cp(library, away, { recursive: true })
    await rm(library, { recursive: true })
  } else await rename(library, away)
  if (emptyFolder) await mkdir(library)
  await type(app, during)
  if (removed) {
    // A renamed file stays open, and what is written into it is on the disk.
    await app.until(`(${STATUS} ?? '').includes('not saved yet')`, 30)
    count.told += 1
  }
  if (
    !(await app.evaluate(
      `document.body.textContent.includes(${JSON.stringify(during)}) && ` +
        "!document.body.textContent.includes('No stories yet')",
    ))
  )
    count.shownEmpty += 1
  if (at % 10 === 9 || at % 10 === 4) await startAgain()
  if (emptyFolder) await rmdir(library)
  await rename(away, library)
  await untilSaved(app, during)
  count.said.push(before, during)
}

/** Starts the app while the folder is gone: it must say so and make nothing in its place. */
async function startWithout(tools: AppTools, profile: string, library: string, count: Taken): Promise<void> {
  const second = await tools.launch(profile, undefined, library)
  try {
    await second.until(`/the library that Stet used here is missing/.test(document.body.textContent)`, 30)
  } catch {
    count.notRefused += 1
  }
  if (await second.evaluate(`document.body.textContent.includes('No stories yet')`)) count.shownEmpty += 1
  await second.kill()
}
