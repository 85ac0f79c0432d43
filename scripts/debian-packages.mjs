import { existsSync, readFileSync } from 'node:fs'
import { run } from './child.mjs'
import { log, ScriptError } from './log.mjs'

// If a package has two names, Debian 13 and Ubuntu 24.04 use the first, older releases the second.
const electronNeeds = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['libasound2t64', 'libasound2'], ['libgbm1']]
const noDisplayNeeds = [['xvfb'], ['xauth']]
const screenshotsNeed = [['fonts-noto-cjk']]
// strace records the system calls that the power-cut campaign replays.
const campaignsNeed = [['strace']]
// Programs that read exports: xmllint, qpdf, pdftotext and mutool.
const conformanceNeeds = [['libxml2-utils'], ['qpdf'], ['poppler-utils'], ['mupdf-tools']]

/** Every package that the app and its tests need, by its names. */
export const allPackages = [
  ...electronNeeds,
  ...noDisplayNeeds,
  ...screenshotsNeed,
  ...campaignsNeed,
  ...conformanceNeeds,
]

/**
 * Installs the missing Debian packages as root. Other users get the command to type: as an error if the app cannot run
 * without the packages, else as advice.
 */
export async function ensureDebianPackages({ withoutDisplay, forTests }) {
  if (!isDebian()) return
  const required = await missing([...electronNeeds, ...(withoutDisplay ? noDisplayNeeds : [])])
  const advised = await missing(forTests || withoutDisplay ? [...noDisplayNeeds, ...screenshotsNeed] : [])
  const forCampaigns = await missing(forTests ? [...campaignsNeed, ...conformanceNeeds] : [])
  await install([...new Set([...required, ...advised, ...forCampaigns])], required.length > 0)
}

/** The same for the tools of one script, by the names of their packages. The script cannot run without them. */
export async function ensureDebianTools(names) {
  if (isDebian()) await install(await missing(names.map((name) => [name])), true)
}

async function install(wanted, isRequired) {
  if (wanted.length === 0) return
  if (process.getuid() !== 0) {
    const names = await installable(wanted)
    const message = `Debian packages are missing. Install them with:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`
    if (isRequired) throw new ScriptError(`${message}\nthen run the same command again. Nothing was changed.`)
    log(message)
    return
  }
  log(`Installing Debian packages: ${wanted.map(([name]) => name).join(' ')}`)
  await apt(['update', '-q'])
  await apt(['install', '-y', '-q', '--no-install-recommends', ...(await installable(wanted))])
}

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
}

async function missing(packages) {
  const { output } = await run('dpkg-query', ['-W', '-f', '${db:Status-Status} ${Package}\n'], { show: 'none' })
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice(10)),
  )
  return packages.filter((names) => !names.some((name) => installed.has(name)))
}

async function installable(packages) {
  const chosen = []
  for (const names of packages) {
    const known = await Promise.all(names.map((name) => run('apt-cache', ['show', name], { show: 'none' })))
    chosen.push(names.find((_, i) => known[i].code === 0) ?? names[0])
  }
  return chosen
}

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { code, output } = await run('apt-get', args, { show: 'none', env })
  if (code === 0) return
  throw new ScriptError(
    `apt-get ${args.join(' ')} ended with ${code}:\n${output.trim().split('\n').slice(-15).join('\n')}\n` +
      'The checkout was not changed. Repair the package manager, then run the same command again.',
  )
}
