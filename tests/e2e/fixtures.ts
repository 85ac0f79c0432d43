/** The real app over a throw-away library, one per test. */
import { execFile, type ExecFileException } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { OwnerReply } from '../../src/newsroom/serveOwner'
import { nodeFiles } from '../../src/storage/disk/fileLayer'
import { NO_VIEW, seenNow } from './seenNow'
import { readLock } from '../../src/storage/owner/libraryLock'
import { ask } from '../../src/storage/owner/ownerSocket'
import type { ActionName, AnswerOf, RequestOf } from '../../src/story/requests/requests'
import { drawnWindow, StetWindow } from './pages/stetWindow'
import { CommandProcess } from './commands/commandProcess'
import { withoutLostAnswers } from './askedOnce'
import { Compiled } from './compiled'
import { startDisplay } from './workerDisplay'

export const ROOT = resolve(import.meta.dirname, '..', '..')
export const SHARED = resolve(process.env['STET_SHARED'] ?? join(ROOT, '..', 'shared'))

/** Milliseconds in which a window has to come. A busy machine takes a minute; this only ends what hangs. */
const START_TIME = 180_000

const HELD_UNTIL_DRIVEN = join(import.meta.dirname, 'heldUntilDriven.cjs')

export interface LaunchOptions {
  readonly user?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly library?: string
  /** Folder of the browser profile in the scratch folder. The same folder means the same machine and account. */
  readonly profile?: string
}

export interface Launched {
  readonly app: ElectronApplication
  readonly page: Page
  readonly stet: StetWindow
}

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A request of a test: a sign-off may leave out what was seen. */
export type UnseenRequest<A extends ActionName> = A extends 'fact.sign'
  ? Omit<RequestOf<'fact.sign'>, 'seen'> & { readonly seen?: string }
  : RequestOf<A>

export interface Newsroom {
  readonly library: string
  /** A scratch folder for exports and imports. */
  readonly scratch: string
  launch(options?: LaunchOptions): Promise<Launched>
  /**
   * `stet …`, as the user given (default Reporter). Never throws for an exit code. All commands of a worker run in one
   * process, one after the other.
   */
  stet(args: readonly string[], user?: string, env?: Readonly<Record<string, string>>): Promise<CliResult>
  /** The same, each in a process of its own, as a person runs it. */
  stetProcess(args: readonly string[], user?: string, env?: Readonly<Record<string, string>>): Promise<CliResult>
  /** `stet … --json`, parsed; throws unless it exits 0. */
  json<T>(args: readonly string[], user?: string): Promise<T>
  /** Sends an action of `by` (default Reporter) to the running app, without a process. Throws when it is refused. */
  /** A sign-off that names no view signs the current one. */
  act<A extends ActionName>(action: A, request: UnseenRequest<A>, by?: string): Promise<AnswerOf<A>>
}

const compiled = new Compiled()
const commands = new CommandProcess()

/** Chromium ignores keys before its first paint, which comes late on a busy machine. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        new PerformanceObserver((entries, observer) => {
          if (entries.getEntriesByName('first-contentful-paint').length === 0) return
          observer.disconnect()
          done()
        }).observe({ type: 'paint', buffered: true })
      }),
  )

/** Puts errors of the page into the test's output. A key that throws in the window tells nobody. */
const tellErrors = (page: Page): void =>
  void page.on('pageerror', (error) => void process.stderr.write(`window: ${error.stack ?? error.message}\n`))

export const test = base.extend<{ newsroom: Newsroom }, { display: void; ownCommands: void }>({
  display: [
    async ({}, use) => {
      if (process.env['STET_OWN_DISPLAYS'] === undefined) return use()
      const display = await startDisplay()
      process.env['DISPLAY'] = display.name
      await use()
      await display.stop()
    },
    { scope: 'worker', auto: true },
  ],
  ownCommands: [
    async ({}, use) => {
      await use()
      await commands.close()
    },
    { scope: 'worker', auto: true },
  ],
  newsroom: async ({}, use) => {
    const { newsroom, close } = await openNewsroom()
    await use(newsroom)
    await close()
  },
})

/**
 * One window for all tests of a file. Each leaves it as it was, or uses its own story. The first test opens it, after
 * `prepare` has made what they all find.
 */
export function oneWindow(
  options: LaunchOptions,
  prepare: (newsroom: Newsroom) => Promise<unknown> = () => Promise.resolve(),
): () => Promise<Launched & { readonly newsroom: Newsroom }> {
  let opened:
    | Promise<{ readonly window: Launched & { readonly newsroom: Newsroom }; close(): Promise<void> }>
    | undefined
  test.afterAll(async () => {
    const last = opened
    opened = undefined
    await (await last?.catch(() => undefined))?.close()
  })
  return async () => {
    opened ??= openNewsroom().then(async ({ newsroom, close }) => {
      await prepare(newsroom)
      return { window: { ...(await newsroom.launch(options)), newsroom }, close }
    })
    return (await opened).window
  }
}

async function openNewsroom(): Promise<{ readonly newsroom: Newsroom; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-e2e-'))
  const library = join(folder, 'library')
  const running = new Set<ElectronApplication>()
  const profiles = new Set<string>()
  const environment = (
    user: string | undefined,
    own: Readonly<Record<string, string>> = {},
  ): Record<string, string> => {
    const { ELECTRON_RUN_AS_NODE: _off, STET_USER: _user, ...rest } = process.env
    return {
      ...(rest as Record<string, string>),
      STET_LIBRARY: library,
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_STATE_HOME: join(folder, 'state'),
      STET_NOW: '2026-10-30T09:00:00Z',
      STET_LANGUAGE: 'en',
      ...(user === undefined ? {} : { STET_USER: user }),
      ...own,
    }
  }
  const withSeen = async (
    args: readonly string[],
    runLine: (args: readonly string[]) => Promise<CliResult>,
  ): Promise<CliResult> => runLine([...args, ...(await seenNow(args, runLine))])
  const stetProcess: Newsroom['stet'] = (args, user = 'Reporter', env = {}) =>
    withSeen(args, (line) => run(line, user, env))
  const stet: Newsroom['stet'] = (args, user = 'Reporter', env = {}) =>
    withSeen(args, (line) => commands.run(line, environment(user, env)))
  const run: Newsroom['stet'] = (args, user = 'Reporter', env = {}) =>
    new Promise((done) => {
      const [program, first] =
        process.platform === 'win32'
          ? [process.execPath, [join(ROOT, 'out', 'main', 'stet.cjs')]]
          : [join(ROOT, 'scripts', 'stet'), []]
      execFile(
        program,
        [...first, ...args],
        { env: environment(user, env), maxBuffer: 64 * 1024 * 1024 },
        (error: ExecFileException | null, stdout, stderr) => {
          done({ code: error ? (typeof error.code === 'number' ? error.code : 99) : 0, stdout, stderr })
        },
      )
    })
  const seenOf = async (given: object): Promise<object> => {
    const { story = '', fact } = given as { readonly story?: string; readonly fact?: string }
    const { facts } = await newsroom.act('story.show', { story })
    return { seen: facts.find(({ id }) => id === fact)?.seen ?? NO_VIEW }
  }
  const newsroom: Newsroom = {
    library,
    scratch: folder,
    async launch({ user, args = [], env = {}, library: other, profile = 'profile' } = {}) {
      const home = join(folder, profile)
      if (!profiles.has(home)) await compiled.lend(home)
      profiles.add(home)
      const driven = await _electron.launch({
        timeout: START_TIME,
        executablePath: process.env['ELECTRON_EXEC_PATH'] ?? 'electron',
        args: [
          '-r',
          HELD_UNTIL_DRIVEN,
          ROOT,
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          `--user-data-dir=${home}`,
          ...args,
        ],
        env: environment(user, { ...env, ...(other === undefined ? {} : { STET_LIBRARY: other }) }),
      })
      const app = withoutLostAnswers(driven)
      running.add(app)
      app.once('close', () => running.delete(app))
      // Messages of main go into the test's output. Without them a failed start is only a time-out.
      app.process().stderr?.on('data', (text: Buffer) => {
        if (/^stet:/m.test(text.toString())) process.stderr.write(text)
      })
      for (const opened of app.windows()) tellErrors(opened)
      app.on('window', tellErrors)
      const page = await app.firstWindow({ timeout: START_TIME })
      // The panels are drawn after the sheet. Without a library there are none.
      await drawnWindow(page).waitFor({ state: 'attached', timeout: START_TIME })
      await painted(page)
      return { app, page, stet: new StetWindow(page) }
    },
    stet,
    stetProcess,
    async json(args, user) {
      const { code, stdout, stderr } = await stet([...args, '--json'], user)
      if (code !== 0) throw new Error(`stet ${args.join(' ')} exited ${code}: ${stderr}`)
      return JSON.parse(stdout)
    },
    async act<A extends ActionName>(action: A, given: UnseenRequest<A>, by = 'Reporter') {
      const lock = await readLock(nodeFiles, library)
      if (!lock) throw new Error('No app has the library open.')
      const request = action === 'fact.sign' && !('seen' in given) ? { ...given, ...(await seenOf(given)) } : given
      const reply = (await ask(lock, { action, request, by })) as OwnerReply
      if (!reply.ok) throw new Error(`${action}: ${reply.message}`)
      return reply.value as AnswerOf<A>
    },
  }
  const close = async (): Promise<void> => {
    for (const app of running) {
      await leaveAnyway(app)
      await app.close()
    }
    // A command that the test did not wait for would write in the folder, and the next test would wait for it.
    if (commands.isBusy) await commands.close()
    for (const home of profiles) await compiled.keep(home)
    await rm(folder, { recursive: true, force: true })
  }
  return { newsroom, close }
}

export { expect } from '@playwright/test'

/** From now on no window asks, and none waits, before its page goes. */
export const leaveAnyway = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.on('will-prevent-unload', (event) => event.preventDefault())
  })

/** Kills a process without running its handlers, as a power cut does. */
export function kill(app: ElectronApplication): Promise<void> {
  const gone = new Promise<void>((done) => app.once('close', () => done()))
  app.process().kill('SIGKILL')
  return gone
}
