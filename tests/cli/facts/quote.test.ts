import { writeFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { commandLine } from '../run/terminal'

async function withTranscript() {
  const cli = await commandLine()
  await writeFile(
    join(cli.folder, 'briefing.txt'),
    'TRUMP: He is a very tough negotiator. I do not think we will raise the tariffs.\nXI: We met.\n',
  )
  return cli
}

it('compares a quote with a transcript and makes no library', async () => {
  const cli = await withTranscript()
  const ran = await cli.stet(
    'quote',
    '--quote',
    '“a very tough negotiator,”',
    '--transcript',
    'briefing.txt',
    '--speaker',
    'Donald Trump',
    '--json',
  )
  expect({ code: ran.code, json: ran.json() }).toEqual({
    code: 0,
    json: {
      result: 'matches',
      detail: {
        message: 'Matches the transcript.',
        speakers: ['TRUMP'],
        said: 'a very tough negotiator',
        cuts: [],
        insertions: [],
        speakerUnchecked: false,
        open: [],
      },
    },
  })
  expect(await readdir(cli.folder)).toEqual(['briefing.txt'])
})

it('says what differs, word by word', async () => {
  const cli = await withTranscript()
  const { code, out } = await cli.stet(
    'quote',
    '--quote',
    '“I think we will raise the tariffs.”',
    '--transcript',
    'briefing.txt',
  )
  expect({ code, out }).toEqual({
    code: 0,
    out:
      'differs: Differs from the transcript, which says: I do not think we will raise the tariffs\nI [-do not ' +
      '-]think we will raise the tariffs',
  })
})

const CUT =
  'In the transcript, but cut near “not”, “think”. Quote more of what was said, or ask someone other than the author to accept the cut in the story.'
const NOT_CLEAR = 'stet: the quote is not clear: with --strict, the words must match and nothing may be left to accept.'

it('a quote that is cut near “not” does not read as a match, and is refused with --strict', async () => {
  const cli = await withTranscript()
  const asked = ['quote', '--transcript', 'briefing.txt', '--quote', 'we will raise the tariffs', '--speaker', 'Trump']
  const { code, out, err } = await cli.stet(...asked)
  expect({ code, out, err }).toEqual({ code: 0, out: `not clear: ${CUT}`, err: '' })
  const strict = await cli.stet(...asked, '--strict')
  expect({ code: strict.code, out: strict.out, err: strict.err }).toEqual({
    code: 3,
    out: `not clear: ${CUT}`,
    err: NOT_CLEAR,
  })
})

it('--strict lets a plain match through and refuses all else, with the answer on stdout', async () => {
  const cli = await withTranscript()
  await writeFile(join(cli.folder, 'nobody.txt'), 'He is a very tough negotiator.\n')
  await writeFile(join(cli.folder, 'empty.txt'), '')
  const strictly = async (quote: string, speaker = 'Trump', transcript = 'briefing.txt') => {
    const given = ['--quote', quote, '--speaker', speaker, '--transcript', transcript]
    const ran = await cli.stet('quote', ...given, '--strict', '--json')
    const { result, detail } = ran.json() as { result: string; detail: { open: readonly string[] } }
    expect(ran.err).toBe(ran.code === 3 ? NOT_CLEAR : '')
    return [ran.code, result, ...detail.open]
  }
  expect(await strictly('“a very tough negotiator,”')).toEqual([0, 'matches'])
  expect(await strictly('“He is ... tough”')).toEqual([0, 'matchesWithElision'])
  expect(await strictly('“a very tough negotiator [on trade]”')).toEqual([
    3,
    'matchesWithInsertion',
    'In the transcript, except for the words in brackets: [on trade]. Someone other than the author must accept them in the story.',
  ])
  expect(await strictly('“a tough negotiator”')).toEqual([
    3,
    'differs',
    'Differs from the transcript, which says: a very tough negotiator',
  ])
  expect(await strictly('“a very tough negotiator,”', 'Xi')).toEqual([
    3,
    'otherSpeaker',
    'In the transcript, TRUMP says this, not Xi.',
  ])
  expect(await strictly('“The harbour is closed.”')).toEqual([
    3,
    'notFound',
    'Trump does not say this in the transcript.',
  ])
  expect(await strictly('“a very tough negotiator,”', 'Trump', 'nobody.txt')).toEqual([
    3,
    'matches',
    'In the transcript, which does not name its speakers, so no one has checked whose words they are.',
  ])
  expect(await strictly('“a very tough negotiator,”', 'Trump', 'empty.txt')).toEqual([
    3,
    'noTranscript',
    'There is no transcript to compare with.',
  ])
})

const UNNAMED = 'The words are in the transcript, which has several speakers. Name the person quoted with --speaker.'

it('without a speaker, words from a transcript of several people are not clear', async () => {
  const cli = await withTranscript()
  const asked = ['quote', '--quote', 'a very tough negotiator', '--transcript', 'briefing.txt', '--strict']
  const { code, out } = await cli.stet(...asked)
  expect({ code, out }).toEqual({ code: 3, out: `not clear: ${UNNAMED}` })
  expect((await cli.stet(...asked, '--speaker', 'Trump')).code).toBe(0)
})

it('names the word next to a cut', async () => {
  const cli = await withTranscript()
  const ran = await cli.stet('quote', '--quote', 'we will raise the tariffs', '--transcript', 'briefing.txt', '--json')
  expect(ran.json()).toMatchObject({
    result: 'matches',
    detail: {
      message: 'In the transcript, but cut near “not”, “think”.',
      open: [CUT, UNNAMED],
      cuts: [
        { kind: 'negation', word: 'not', where: 'before' },
        { kind: 'hedge', word: 'think', where: 'before' },
      ],
    },
  })
})

it('a missing transcript exits 2, and an empty one is named as empty', async () => {
  const cli = await withTranscript()
  await writeFile(join(cli.folder, 'empty.txt'), '')
  expect(await cli.stet('quote', '--quote', 'x', '--transcript', 'nowhere.txt')).toMatchObject({
    code: 2,
    err: expect.stringContaining('it does not exist') as string,
  })
  expect((await cli.stet('quote', '--quote', 'We met', '--transcript', 'empty.txt', '--json')).json()).toMatchObject({
    result: 'noTranscript',
  })
})
