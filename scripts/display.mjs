import { run } from './child.mjs'

export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Chromium refuses to run as root with its sandbox. For all other users the sandbox stays on. */
export function flagsForRoot() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Runs a program that opens windows, on a virtual display if there is no other. */
export function runWithDisplay(command, args, options = {}) {
  if (hasDisplay()) return run(command, args, options)
  const announced = ['sh', '-c', 'echo $$ >&4; exec "$@" 4>&-', 'sh', command, ...args]
  // Without -noreset the display restarts when its last window closes, and refuses a window that opens meanwhile.
  return run('xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24 -noreset', ...announced], { ...options, pidOnFd4: true })
}
