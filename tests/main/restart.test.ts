import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setLanguageOfThreads } from '../../src/main/calls/languageOfThreads'
import { forgetRestart, restart } from '../../src/main/calls/restart'

beforeEach(() => {
  vi.stubEnv('STET_LANGUAGE', undefined)
  setLanguageOfThreads('ko')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

/** An app with windows. `holds`: how many of them stay when they are asked to close. */
class FakeApp extends EventEmitter {
  windows = 2
  holds = 0
  /** What was done for the next start, in order, with the language of this process then. */
  readonly did: unknown[] = []

  quit(): void {
    this.emit('before-quit')
    this.windows = Math.min(this.windows, this.holds)
    if (this.windows === 0) this.emit('will-quit')
  }
  relaunch(options?: object): void {
    this.did.push(['relaunched', options, process.env['STET_LANGUAGE']])
  }
  /** The windows that stayed close, and the app ends. */
  close(): void {
    this.holds = 0
    this.windows = 0
    this.quit()
  }
  ask(): void {
    restart(this as never, {
      options: { args: ['--one'] },
      remember: () => void this.did.push('remembered'),
      hasWindows: () => this.windows > 0,
    })
  }
}

const RESTARTED = ['remembered', ['relaunched', { args: ['--one'] }, undefined]]

/** An app of which one window stays open when the restart is asked for. */
function held(): FakeApp {
  const app = new FakeApp()
  app.on('will-quit', () => void app.did.push('written'))
  app.holds = 1
  app.ask()
  return app
}

test('the app starts again with the environment that it got, and remembers before it writes', () => {
  const app = new FakeApp()
  app.on('will-quit', () => void app.did.push('written'))
  app.ask()
  app.quit()
  expect(app.did).toEqual([...RESTARTED, 'written', 'written'])
})

test('while a window stays, nothing is changed, and threads speak the language of the app', () => {
  const app = held()
  expect([app.did, process.env['STET_LANGUAGE']]).toEqual([[], 'ko'])
})

test('a window that closes after its person has thought for ten minutes does not end the restart', () => {
  vi.useFakeTimers()
  const app = held()
  vi.advanceTimersByTime(600_000)
  app.close()
  expect(app.did).toEqual([...RESTARTED, 'written'])
})

test.each<readonly [string, (app: FakeApp) => void]>([
  ['the app is told to end', (app) => app.quit()],
  ['a window opens', (app) => app.emit('browser-window-created')],
  ['the window says that it stays', forgetRestart],
  ['the page of the window dies', (app) => app.emit('render-process-gone', {}, {}, { reason: 'crashed' })],
])('a restart that a window kept from happening is forgotten once %s', (_what, then) => {
  const app = held()
  then(app)
  app.close()
  expect([app.did, process.env['STET_LANGUAGE']]).toEqual([['written'], 'ko'])
})

test('a page that ends with its window does not end the restart', () => {
  const app = held()
  app.emit('render-process-gone', {}, {}, { reason: 'clean-exit' })
  app.close()
  expect(app.did).toEqual([...RESTARTED, 'written'])
})

test('a restart that is asked for again happens once', () => {
  const app = held()
  app.holds = 0
  app.ask()
  expect(app.did).toEqual([...RESTARTED, 'written'])
})
