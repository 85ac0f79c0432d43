import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { readdirSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { WRITERS } from '../../../src/exchange/export/writers'
import { decode } from '../busanStory'
import { haveSchemas, readSharedJson, sharedPath, withSchemas } from '../sharedFolder'
import { generatedStories } from './generatedStories'
import { note, noted } from './judges'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

interface Assertion {
  readonly id: string
  readonly assertionType: string
  readonly expectedResult: string
  readonly errorMessage?: string
}

/** The assertions of the W3C are JSON Schema draft 4. Draft 7 reads its `id` and `exclusiveMinimum` otherwise. */
function asDraft7(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asDraft7)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(
    ([key]) =>
      key !== '$schema' && !(key === 'minimum' && 'exclusiveMinimum' in value && value.exclusiveMinimum === true),
  )
  return Object.fromEntries(
    entries.map(([key, item]) => [
      key === 'id' && typeof item === 'string' ? '$id' : key,
      key === 'exclusiveMinimum' && item === true && 'minimum' in value ? value.minimum : asDraft7(item),
    ]),
  )
}

const FOLDER = 'schemas/web-annotation'
const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(sharedPath(`${FOLDER}/${folder}`), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${FOLDER}/${folder}/${name}`)

describe.skipIf(!haveSchemas)(
  withSchemas('Web Annotations of 330 generated stories, by the W3C’s own assertions'),
  () => {
    afterAll(() => process.stdout.write(noted()))
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true })
    addFormats(ajv)
    const musts: { readonly assertion: Assertion; readonly holds: ValidateFunction }[] = []
    if (haveSchemas) {
      for (const file of jsonFiles('wpt-definitions')) ajv.addSchema(asDraft7(readSharedJson(file)) as object)
      for (const file of jsonFiles('wpt-assertions')) {
        const assertion = readSharedJson(file) as Assertion
        if (assertion.assertionType === 'must')
          musts.push({ assertion, holds: ajv.compile(asDraft7(assertion) as object) })
      }
    }
    const faultsOf = (annotation: unknown): readonly string[] =>
      musts.flatMap(({ assertion, holds }) =>
        holds(annotation) === (assertion.expectedResult === 'valid') ? [] : [assertion.id],
      )

    test('the judge accepts the reference annotation, and refuses one without a target', () => {
      expect(faultsOf(readSharedJson('samples/reference-story/fact-tag.web-annotation.json'))).toEqual([])
      expect(
        faultsOf({ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x:1', type: 'Annotation' }).length,
      ).toBeGreaterThan(0)
    })

    test('every annotation meets every MUST, and its words are at its position', () => {
      let judged = 0
      for (const { name, input } of generatedStories(330)) {
        const text = [...input.story.copy.map((block) => block.text).join('\n\n')]
        for (const edition of ['internal', 'public'] as const) {
          const collection = JSON.parse(decode(WRITERS.annotations.write({ ...input, edition }).bytes)) as {
            first: { items: { target: { selector: { exact?: string; start?: number; end?: number }[] } }[] }
          }
          for (const item of collection.first.items) {
            expect({ name, faults: faultsOf(item) }).toEqual({ name, faults: [] })
            const [quote, position] = item.target.selector
            expect(
              text
                .slice(position?.start, position?.end)
                .join('')
                .replace(/[\u00ad\u200b\ufeff]/g, ''),
            ).toBe(quote?.exact)
            judged++
          }
        }
      }
      note('Web Annotations', `ajv, ${musts.length} W3C assertions`, judged)
      expect(judged).toBeGreaterThanOrEqual(300)
      expect(musts.length).toBeGreaterThan(30)
    })
  },
)
