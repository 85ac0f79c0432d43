/** Lines for the receiving desk in our own wire formats do not come back as ed note or copy. */
import { describe, expect, test } from 'vitest'
import { WRITERS, type WriterInput } from '../../../src/exchange/export/writers'
import { importFile } from '../../../src/exchange/import/importFile'
import { busanStory, decode, inputFor } from '../busanStory'

const FORMATS = ['ninjs', 'newsml-g2', 'nitf'] as const
type Format = (typeof FORMATS)[number]

const UNTIL = '2027-10-30T18:00:00+09:00'
const read = async (format: Format, text: string) => {
  const {
    stories: [story],
  } = await importFile(format === 'ninjs' ? 'a.json' : 'a.xml', new TextEncoder().encode(text))
  return {
    edNote: story?.fields?.edNote,
    embargo: story?.fields?.embargo,
    first: story?.blocks.find(({ role }) => role === 'paragraph')?.text,
    desk: story?.losses
      .filter(({ what }) => what === 'desk notes')
      .map(({ what, count, example }) => `${what} ${count}: ${example}`),
  }
}
const written = (format: Format, input: WriterInput): string => decode(WRITERS[format].write(input).bytes)
const FIRST = 'The leaders’ meeting lasted about 100 minutes; they emerged together.'

describe.each(FORMATS)('%s', (format) => {
  test('the note of an embargo is not an ed note: the field has it', async () => {
    expect(await read(format, written(format, inputFor(busanStory({ embargo: UNTIL }))))).toEqual({
      edNote: 'Eds: adds handshake.',
      embargo: UNTIL,
      first: FIRST,
      desk: [],
    })
  })

  test('the note of an embargo that differs from the field is listed, and the later time holds', async () => {
    const [early, late] = ['2027-10-29T18:00:00+09:00', '2027-10-31T18:00:00+09:00']
    const read = async (until: string) => {
      const text = written(format, inputFor(busanStory({ embargo: UNTIL })))
      const {
        stories: [story],
      } = await importFile(
        format === 'ninjs' ? 'a.json' : 'a.xml',
        new TextEncoder().encode(text.replaceAll(`EMBARGOED until ${UNTIL}`, `EMBARGOED until ${until}`)),
      )
      const loss = story?.losses.find(({ what }) => what.startsWith('embargo'))
      return [story?.fields?.embargo, story?.fields?.edNote, loss?.count, loss?.example]
    }
    const line = (until: string): string =>
      `EMBARGOED until ${until} (2027-10-30 09:00 UTC). Not for publication before then.`
    const noteOf = (until: string): string => `Embargo: ${UNTIL}\n${line(until)}\nEds: adds handshake.`
    expect([await read(early), await read(late)]).toEqual([
      [UNTIL, noteOf(early), 2, `${line(early).slice(0, 79)}…`],
      [late, noteOf(late), 2, `${line(late).slice(0, 79)}…`],
    ])
  })

  test('the mark of a draft is neither copy nor ed note, and is listed', async () => {
    expect(await read(format, written(format, inputFor(busanStory(), { draft: true })))).toEqual({
      edNote: 'Eds: adds handshake.',
      embargo: undefined,
      first: FIRST,
      desk: ['desk notes 2: DRAFT. Not for publication.'],
    })
  })
})

test('the note of an embargo fills the field of a file that has none', async () => {
  const edNote = `EMBARGOED until ${UNTIL} (2027-10-30 09:00 UTC). Not for publication before then.\nCall the desk.`
  const item = { uri: 'u', headline: 'Head', body_text: 'One.\n\nTwo.', ednote: edNote }
  expect(await read('ninjs', JSON.stringify(item))).toEqual({
    edNote: 'Call the desk.',
    embargo: UNTIL,
    first: 'One.',
    desk: [],
  })
})

describe('a note that is the only wrapped text, above an alert', () => {
  const readText = async (...lines: readonly string[]) => {
    const {
      stories: [story],
    } = await importFile('alert.txt', new TextEncoder().encode(lines.join('\n')))
    return { copy: story?.blocks.map(({ role, text }) => `${role}: ${text}`), edNote: story?.fields?.edNote }
  }
  const NOTE = 'The story of about 400 words with the quotes of both sides follows'

  test.each(['within the hour.', 'Monday.'])('goes on in “%s”, and the headline stands below', async (rest) => {
    expect(await readText(`Eds: ${NOTE}`, rest, '', 'Ports open again', '')).toEqual({
      copy: ['headline: Ports open again'],
      edNote: `${NOTE} ${rest}`,
    })
  })

  test('ends where the next line may be the headline', async () => {
    expect(await readText(`Eds: ${NOTE}`, 'Ports open again', '', 'The union agreed on Monday.', '')).toEqual({
      copy: ['headline: Ports open again', 'paragraph: The union agreed on Monday.'],
      edNote: NOTE,
    })
    expect(await readText('Eds: adds photo', 'iPhone sales soar', '', 'Court sits today', '')).toEqual({
      copy: ['headline: iPhone sales soar', 'paragraph: Court sits today'],
      edNote: 'adds photo',
    })
  })

  test('is complete with its sentence', async () => {
    expect(await readText(`Eds: ${NOTE}.`, 'Ports open again, union says.', '', 'Court sits today', '')).toEqual({
      copy: ['headline: Ports open again, union says.', 'paragraph: Court sits today'],
      edNote: `${NOTE}.`,
    })
  })

  test('leaves the first graf to copy that has more than an alert', async () => {
    const said = ['The port said so.', '', 'What comes next', '', 'The union agreed on Monday.', '']
    expect((await readText(`Eds: ${NOTE}`, 'The harbor opened on Monday, the port said.', ...said)).edNote).toBe(NOTE)
  })
})
