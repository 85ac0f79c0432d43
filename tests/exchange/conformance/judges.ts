import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { sharedPath } from '../sharedFolder'

export interface FileToJudge {
  readonly name: string
  readonly bytes: Uint8Array
}
export interface Verdict {
  readonly judged: number
  readonly faults: readonly string[]
}

/**
 * Runs a program over files and returns the lines of its standard error, which are faults. @throws Error if it is not
 * installed.
 */
export function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly status: number; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr, error } = spawnSync(program, [...args], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...env },
  })
  if (error)
    throw new Error(
      `${program} could not be run (${error.message}). On Debian: apt-get install libxml2-utils qpdf poppler-utils`,
    )
  return { status: status ?? -1, stdout, stderr }
}

/** Calls `use` with a folder and deletes it afterwards. */
export function inScratch<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stet-conformance-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Validates all files in one run of xmllint against an official schema, without network. `judged`: count of valid
 * files.
 */
export function judgeBySchema(schema: string, files: readonly FileToJudge[]): Verdict {
  return inScratch((folder) => {
    const paths = files.map(({ name, bytes }, index) => {
      const path = join(folder, `${index}-${name.replace(/[^a-z0-9]+/gi, '-')}.xml`)
      writeFileSync(path, bytes)
      return path
    })
    const { stderr } = run('xmllint', ['--nonet', '--noout', '--schema', sharedPath(schema), ...paths], {
      XML_CATALOG_FILES: catalog(folder),
    })
    const lines = stderr.split('\n').filter((line) => line !== '')
    const judged = lines.filter((line) => line.endsWith(' validates')).length
    return {
      judged,
      faults: lines.filter((line) => !line.endsWith(' validates')).map((line) => line.replaceAll(`${folder}/`, '')),
    }
  })
}

/** Local copies of schemas that the official ones import from the web. */
function catalog(folder: string): string {
  const here = join(import.meta.dirname, '..', '..', 'fixtures', 'dublinCore')
  const places: Readonly<Record<string, string>> = {
    'http://dublincore.org/schemas/xmls/qdc/2003/04/02/dc.xsd': join(here, 'dc.xsd'),
    'http://dublincore.org/schemas/xmls/qdc/2003/04/02/dcterms.xsd': join(here, 'dcterms.xsd'),
    'http://www.w3.org/2001/03/xml.xsd': sharedPath('schemas/ooxml/xml.xsd'),
  }
  const path = join(folder, 'catalog')
  const lines = Object.entries(places).map(
    ([address, file]) =>
      `<system systemId="${address}" uri="${pathToFileURL(file).href}"/><uri name="${address}" ` +
      `uri="${pathToFileURL(file).href}"/>`,
  )
  writeFileSync(
    path,
    `<?xml version="1.0"?><catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">${lines.join('')}</catalog>`,
  )
  return path
}

const table: string[] = []
/** Printed at the end of the suite: valid files of each schema. */
export function note(format: string, judge: string, files: number): void {
  table.push(`${format.padEnd(16)}${String(files).padStart(5)}  ${judge}`)
}
export const noted = (): string => `\nConformance: files validated\n${table.join('\n')}\n`
