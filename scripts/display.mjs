import { run } from './child.mjs'

export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Chromium refuses to run as root with its sandbox; nobody else gives it up. */
export function flagsForRoot() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Runs a program that opens windows: on the display, or on a virtual one when there is none. */
export function runWithDisplay(command, args, options = {}) {
  if (hasDisplay()) return run(command, args, options)
  const announced = ['sh', '-c', 'echo $$ >&4; exec "$@" 4>&-', 'sh', command, ...args]
  // Without -noreset the display starts anew when its last window closes, and refuses the window that opens meanwhile.
  return run('xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24 -noreset', ...announced], { ...options, pidOnFd4: true })
}
