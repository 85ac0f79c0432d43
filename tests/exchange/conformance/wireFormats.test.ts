import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { WRITERS, type TextWriter } from '../../../src/exchange/export/writers'
import { killWords } from '../../../src/projection/published/killWords'
import { decode } from '../busanStory'
import { haveSchemas, readShared, readSharedJson, withSchemas } from '../sharedFolder'
import { generatedStories } from './generatedStories'
import { judgeBySchema, note, noted } from './judges'
import { defined } from '../../../src/story/text/defined'

// Seconds of work alone, minutes on a machine that is busy.
vi.setConfig({ testTimeout: 120_000 })

const stories = generatedStories(330)
/** The kills among them, as they leave when every word of the desk names a protected source. */
const bareKills = stories
  .filter(({ name }) => name.includes('killed'))
  .map(({ name, input }) => {
    const refused = (): string => 'Source A’s name'
    const { copy, fields } = killWords(input.story.copy, input.story.fields, { inBlock: refused, inField: refused })
    return { name: `${name}, bare`, input: { ...input, story: { ...input.story, fields }, publishedCopy: copy } }
  })
const written = (writer: TextWriter, formatVersion?: string) =>
  [...stories, ...bareKills].map(({ name, input }) => ({
    name,
    bytes: writer.write({ ...input, ...defined({ formatVersion }) }).bytes,
  }))

describe.skipIf(!haveSchemas)(withSchemas('every export of 330 generated stories is valid'), () => {
  afterAll(() => process.stdout.write(noted()))

  test.each([['3.1'], ['2.1']])('ninjs %s, by ajv with the official schema', (version) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema(
      readSharedJson('schemas/ninjs/geojson-schema.json') as object,
      'https://geojson.org/schema/GeoJSON.json',
    )
    const validate = ajv.compile(readSharedJson(`schemas/ninjs/ninjs-schema_${version}.json`) as object)
    expect(validate({ uri: 'urn:uuid:1', byline: 'x' })).toBe(false)
    const files = written(WRITERS.ninjs, version)
    const faults = files.flatMap(({ name, bytes }) =>
      validate(JSON.parse(decode(bytes))) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`],
    )
    note(`ninjs ${version}`, 'ajv, official schema', files.length - faults.length)
    expect(faults).toEqual([])
    expect(files.length).toBeGreaterThanOrEqual(300)
  })

  test.each([
    ['NewsML-G2 2.35', 'newsml-g2', 'schemas/newsml-g2/NewsML-G2_2.35-spec-All-Power.xsd'],
    ['NITF 3.6', 'nitf', 'schemas/nitf/nitf-3-6.xsd'],
  ] as const)('%s, by xmllint with the official schema', (name, format, schema) => {
    const { judged, faults } = judgeBySchema(schema, written(WRITERS[format]))
    note(name, 'xmllint, official schema', judged)
    expect(faults).toEqual([])
    expect(judged).toBe(stories.length + bareKills.length)
  })

  test('the judge refuses what the schema forbids', () => {
    const bytes = new TextEncoder().encode(
      decode(readShared('samples/reference-story/story.nitf-3.6.xml'))
        .replace('<docdata', '<docdata2')
        .replace('</docdata>', '</docdata2>'),
    )
    const { judged, faults } = judgeBySchema('schemas/nitf/nitf-3-6.xsd', [{ name: 'broken', bytes }])
    expect([judged, faults.length > 0]).toEqual([0, true])
  })
})
