import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'

/**
 * Runs a program to its end and returns `{ code, output, timedOut }`. A signal counts as 128 + its number.
 *
 * - `show`: 'all' passes its output on, 'stderr' sends all of it to stderr, 'none' only collects it.
 * - `onErrorLine`: called with each line of its stderr, which is then not passed on. Needs `show: 'all'`.
 * - `seconds`: the program is killed after this time, and `timedOut` is true.
 * - `pidOnFd4`: the program starts a second one and writes its process id to descriptor 4. Signals that reach this
 *   process are sent to the second program only: it can end cleanly.
 */
export function run(command, args, { show = 'all', onErrorLine, seconds, pidOnFd4 = false, ...options } = {}) {
  const stdio = { all: [0, 1, onErrorLine ? 'pipe' : 2], stderr: [0, 2, 2], none: ['ignore', 'pipe', 'pipe'] }[show]
  return new Promise((resolve, reject) => {
    // In a process group of its own, the program does not get the terminal's Ctrl+C. `stop` sends it to the second one.
    const child = spawn(command, args, {
      stdio: [...stdio, 'ignore', pidOnFd4 ? 'pipe' : 'ignore'],
      detached: pidOnFd4,
      ...options,
    })
    let output = ''
    let timedOut = false
    let target = child.pid
    child.stdio[4]?.on('data', (bytes) => (target = Number(bytes)))
    if (onErrorLine) createInterface({ input: child.stderr }).on('line', onErrorLine)
    else for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes))

    const stop = (signal) => {
      try {
        process.kill(target, signal)
      } catch {
        // It has ended already.
      }
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    signals.forEach((signal) => process.on(signal, stop))
    const timer = seconds && setTimeout(() => ((timedOut = true), stop('SIGKILL')), seconds * 1000)
    const cleanUp = () => {
      clearTimeout(timer)
      signals.forEach((signal) => process.off(signal, stop))
    }

    child.on('error', (error) => (cleanUp(), reject(error)))
    child.on('close', (code, signal) => {
      cleanUp()
      resolve({ code: code ?? 128 + constants.signals[signal], output, timedOut })
    })
  })
}

/** Returns npm as a program and its first arguments: the npm that started this process, if one did. */
export function npm(args, env = process.env) {
  const cli = env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]]
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]] : ['npm', args]
}
