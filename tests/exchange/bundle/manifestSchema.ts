import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../docs/stet-bundle.schema.json'), 'utf8'),
) as object
const validate = new Ajv2020({ allErrors: true }).compile(schema)

/** What docs/stet-bundle.schema.json finds wrong with a manifest. */
export function faultsOfManifest(manifest: unknown): readonly string[] {
  if (validate(manifest)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
