import { spawnSync } from 'node:child_process'
import { log, ScriptError } from '../../scripts/log.mjs'

const NEEDED = [
  ['pandoc', 'pandoc'],
  ['soffice', 'libreoffice-writer'],
  ['qpdf', 'qpdf'],
  ['pdftotext', 'poppler-utils'],
  ['mutool', 'mupdf-tools'],
]

/** Installs pandoc, LibreOffice and PDF readers from Debian if they are missing. They are too large for the set-up. */
export function ensureJudges() {
  const missing = NEEDED.filter(([program]) => spawnSync('which', [program]).status !== 0).map(([, name]) => name)
  if (missing.length === 0) return
  const install = ['install', '-y', '-q', '--no-install-recommends', ...missing]
  if (process.getuid?.() !== 0)
    throw new ScriptError(
      `Debian packages are missing. Install them with:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}\nthen run the same command again. Nothing was changed.`,
    )
  log(`Installing Debian packages: ${missing.join(' ')}`)
  for (const args of [['update', '-q'], install]) {
    const { status, stderr } = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0)
      throw new ScriptError(`apt-get ${args.join(' ')} ended with ${status}:\n${stderr.trim().slice(-800)}`)
  }
}
