import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program to its end and gives `{ code, output }`. A signal counts as 128 + its number.
 *
 * - `show`: 'all' passes its output through, 'stderr' sends all of it to stderr, 'none' only collects it.
 * - `seconds`: after that long the program is stopped and `timedOut` is true.
 * - `pidOnFd4`: the program starts another one and writes its process id to descriptor 4; signals that reach us
 *   go to that one only, so that it can end in good order.
 */
export function run(command, args, { show = 'all', seconds, pidOnFd4 = false, ...options } = {}) {
  const stdio = { all: [0, 1, 2], stderr: [0, 2, 2], none: ['ignore', 'pipe', 'pipe'] }[show]
  return new Promise((done, failed) => {
    // In a process group of its own it does not get the terminal's Ctrl+C, which reaches the other one through us.
    const child = spawn(command, args, {
      stdio: [...stdio, 'ignore', pidOnFd4 ? 'pipe' : 'ignore'],
      detached: pidOnFd4,
      ...options,
    })
    let output = ''
    let timedOut = false
    let target = child.pid
    child.stdio[4]?.on('data', (bytes) => (target = Number(bytes)))
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes))

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
    const settle = () => {
      clearTimeout(timer)
      signals.forEach((signal) => process.off(signal, stop))
    }

    child.on('error', (error) => (settle(), failed(error)))
    child.on('close', (code, signal) => {
      settle()
      done({ code: code ?? 128 + constants.signals[signal], output, timedOut })
    })
  })
}

/** npm as a program and its first arguments: the one that started us if there is one. */
export function npm(args, env = process.env) {
  const cli = env.npm_execpath
  if (cli && /npm-cli\.c?js$/.test(cli)) return [process.execPath, [cli, ...args]]
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm', ...args]] : ['npm', args]
}
