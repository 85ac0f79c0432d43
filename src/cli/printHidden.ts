import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { builtFile } from '../start/builtFile'
import { NewsroomError } from '../story/requests'

/**
 * Prints a page by starting the app hidden (on a virtual display where there is none). The page and the PDF lie in a folder that only
 * this person can read, and are gone afterwards. Rejects with NewsroomError `failed` that says what to do.
 */
export async function printHidden(page: string): Promise<Uint8Array> {
  try {
    return await printOnce(page).catch((trouble: unknown) => {
      // Now and then the browser of a busy machine dies on its way; the page is not to blame, and prints the second time.
      if (!(trouble instanceof Error) || !CRASH.test(trouble.message)) throw trouble
      return printOnce(page)
    })
  } catch (trouble) {
    if (trouble instanceof NewsroomError) throw trouble
    throw new NewsroomError('failed', `Nothing was exported: the page could not be printed (${trouble instanceof Error ? trouble.message : String(trouble)}). The story is safe. Export another format, or PDF from the app.`)
  }
}

const CRASH = /Segmentation fault|core dumped|Trace\/breakpoint trap|SIG(?:SEGV|TRAP|ABRT|BUS|ILL)/

async function printOnce(page: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'stet-print-'))
  try {
    const [from, to] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
    await writeFile(from, page, { mode: 0o600 })
    await runHidden(['--print-page', from, to])
    return new Uint8Array(await readFile(to))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** Runs the app with these arguments; resolves when it ended well. */
function runHidden(args: readonly string[]): Promise<void> {
  const hidden = builtFile('../../scripts/hidden.mjs', import.meta.url)
  if (!hidden) return Promise.reject(new Error('scripts/hidden.mjs is not there'))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileURLToPath(hidden), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text })
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said.trim().split('\n').at(-1) ?? `the app ended with ${String(code)}`))))
  })
}
