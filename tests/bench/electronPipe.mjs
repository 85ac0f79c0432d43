/** Drives Electron by its DevTools protocol on two pipes, without a port or another driver. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { flagsForRoot } from '../../scripts/display.mjs'

/** The bit of Ctrl in the modifiers of a key event. */
const CTRL = 2

/**
 * Starts `app` (a folder) and waits for its first window, which may still be empty. `spawnedAt` is on the clock of
 * `performance.now()` of this process.
 */
export async function launch({ executable, app, profile, env = {}, args = [] }) {
  const { ELECTRON_RUN_AS_NODE: _off, STET_USER: _user, STET_LIBRARY: _library, ...rest } = process.env
  const spawnedAt = performance.now()
  const child = spawn(
    executable,
    [app, ...flagsForRoot(), '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...args],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...rest, XDG_CACHE_HOME: join(profile, 'cache'), ...env },
    },
  )
  let errors = ''
  child.stderr.on('data', (bytes) => (errors += bytes))
  const gone = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`Electron ended (${code ?? signal}):\n${errors.trim().split('\n').slice(-15).join('\n')}`)
  })
  gone.catch(() => undefined)
  const ended = once(child, 'exit').then(([code]) => ({ code, errors }))
  const line = messages(child.stdio[3], child.stdio[4])
  let session
  const attached = new Promise((found) => {
    // A page that moves to another process gets another session.
    line.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type !== 'page') return
      session = sessionId
      void line.send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId).catch(() => undefined)
      found()
    })
  })
  void line
    .send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
    .catch(() => undefined)
  await Promise.race([attached, gone])
  const send = (method, params = {}) => Promise.race([line.send(method, params, session), gone])

  /** Evaluates and awaits an expression in the page. */
  async function evaluate(expression, seconds = 60) {
    const { result, exceptionDetails } = await within(
      seconds,
      expression,
      send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }),
    )
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return {
    spawnedAt,
    send,
    evaluate,
    /** Resolves when Electron has ended: its exit code (none after a signal), and its stderr. */
    ended,
    /** Polls until the expression is true. Ignores answers while the page is being loaded. */
    async until(expression, seconds, everyMs = 50) {
      for (const end = performance.now() + seconds * 1000; performance.now() < end; await pause(everyMs)) {
        if (await evaluate(expression, 5).catch(() => false)) return
      }
      throw new Error(`After ${seconds} s this is not true: ${expression}`)
    },
    on: line.on,
    /** The process id of Electron's main process. */
    async mainProcess() {
      const { processInfo } = await Promise.race([line.send('SystemInfo.getProcessInfo', {}), gone])
      return processInfo.find(({ type }) => type === 'browser').id
    },
    /** The process id of the window (Chromium's renderer). */
    async windowProcess() {
      const { processInfo } = await Promise.race([line.send('SystemInfo.getProcessInfo', {}), gone])
      const windows = processInfo.filter(({ type }) => type === 'renderer')
      // A spare renderer that shows nothing has used less processor time.
      return windows.sort((a, b) => b.cpuTime - a.cpuTime)[0].id
    },
    /** Presses a letter with Ctrl, or a named key such as Escape with its code. */
    async chord({ key, code = `Key${key.toUpperCase()}`, keyCode = key.toUpperCase().charCodeAt(0), ctrl = false }) {
      const pressed = { key, code, windowsVirtualKeyCode: keyCode, modifiers: ctrl ? CTRL : 0 }
      const timestamp = (performance.timeOrigin + performance.now()) / 1000
      await send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...pressed, timestamp })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed })
    },
    async press(character) {
      const key = keyOf(character)
      // Stamped here: the time until a busy main process passes the key on counts.
      const timestamp = (performance.timeOrigin + performance.now()) / 1000
      await send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        ...key,
        text: character,
        unmodifiedText: character,
        timestamp,
      })
      await send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
    },
    /** Kills the main process. No handler runs, as in a power cut. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = once(child, 'exit')
      child.kill('SIGKILL')
      await exited
    },
    async close() {
      const exited = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit')
      void line.send('Browser.close').catch(() => undefined)
      const patience = setTimeout(() => child.kill('SIGKILL'), 15_000)
      await exited
      clearTimeout(patience)
    },
  }
}

function within(seconds, what, promise) {
  let timer
  const late = new Promise(
    (_, failed) =>
      (timer = setTimeout(() => failed(new Error(`No answer within ${seconds} s: ${what}`)), seconds * 1000)),
  )
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function keyOf(character) {
  const isSpace = character === ' '
  return {
    key: character,
    code: isSpace ? 'Space' : `Key${character.toUpperCase()}`,
    windowsVirtualKeyCode: isSpace ? 32 : character.toUpperCase().charCodeAt(0),
  }
}

/** Each message of the protocol is JSON, followed by a zero byte. */
function messages(out, back) {
  const waiting = new Map()
  const listeners = new Map()
  let last = 0
  let pending = []
  back.on('data', (bytes) => {
    for (let start = 0; ;) {
      const end = bytes.indexOf(0, start)
      if (end < 0) {
        pending.push(bytes.subarray(start))
        return
      }
      const text = Buffer.concat([...pending, bytes.subarray(start, end)]).toString('utf8')
      pending = []
      start = end + 1
      take(JSON.parse(text))
    }
  })
  // `gone` above reports that the app has ended.
  for (const stream of [out, back]) stream.on('error', () => undefined)

  function take({ id, result, error, method, params }) {
    if (id === undefined) {
      for (const listener of listeners.get(method) ?? []) listener(params)
      return
    }
    const { done, failed } = waiting.get(id)
    waiting.delete(id)
    if (error) failed(new Error(error.message))
    else done(result)
  }
  return {
    send: (method, params, sessionId) =>
      new Promise((done, failed) => {
        const id = ++last
        waiting.set(id, { done, failed })
        out.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`)
      }),
    on(method, listener) {
      listeners.set(method, [...(listeners.get(method) ?? []), listener])
    },
  }
}
