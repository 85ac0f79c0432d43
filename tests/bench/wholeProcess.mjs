import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 20

/**
 * Runs a program to its end. Returns its milliseconds from spawning to exit, its output, and the most memory in MB
 * (Linux only). Throws if it fails.
 */
export async function wholeProcess(command, args, { env = {}, cwd, watchMemory = false } = {}) {
  const began = performance.now()
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (errors += text))
  let running = true
  const ended = new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => {
      running = false
      done(code)
    })
  })
  let memory = 0
  while (watchMemory && running) {
    memory = Math.max(memory, residentMb(child.pid))
    await Promise.race([ended, pause(LOOK_EVERY_MS)])
  }
  const code = await ended
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors.slice(-500)}`)
  return { milliseconds: performance.now() - began, out, memory }
}

function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
