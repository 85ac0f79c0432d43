// The configuration for Windows and macOS against electron-builder's own schema. npm fetches one file of it, 2 MB.
import Ajv from 'ajv'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { log, ScriptError } from '../../scripts/log.mjs'
import { root } from '../../scripts/paths.mjs'
import { fileInTarball } from '../../scripts/runtime/archives.mjs'
import { fetchPackage, verifyPackage } from '../../scripts/runtime/npm-package.mjs'

const BUILDER = {
  package: 'app-builder-lib@26.17.0',
  integrity: 'sha512-wfL7EhujuODDW3uMSD8RPcr/MLzmT0dmpVfWV0wFUWXI0rIdaukzAJ7EFUSyHXOpxuBZqaIGlQt6VeQhtHhetw==',
}

/** Throws a ScriptError where the configuration breaks the schema, or where the schema finds no fault at all. */
export async function checkBuilderConfig() {
  const tarball = verifyPackage(await fetchPackage(BUILDER.package), BUILDER)
  const schema = JSON.parse(fileInTarball(tarball, 'package/scheme.json').toString('utf8'))
  const isValid = new Ajv.default({ strict: false, allErrors: true }).compile(schema)
  const config = JSON.parse(readFileSync(join(root, 'scripts', 'dist', 'electron-builder.json'), 'utf8'))
  if (!isValid(config)) throw new ScriptError(`electron-builder.json is wrong:\n${JSON.stringify(isValid.errors)}`)
  if (isValid({ ...config, electronFuses: { ...config.electronFuses, runAsNod: false } }))
    throw new ScriptError('The schema of electron-builder takes a fuse that there is not')
  log('ok   the configuration for Windows and macOS fits electron-builder’s schema')
}
