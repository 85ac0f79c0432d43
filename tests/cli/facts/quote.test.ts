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
        message: 'Matches transcript.',
        speakers: ['TRUMP'],
        said: 'a very tough negotiator',
        cuts: [],
        insertions: [],
        speakerUnchecked: false,
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
      'differs: Differs from transcript, which has: I do not think we will raise the tariffs\nI [-do not ' +
      '-]think we will raise the tariffs',
  })
})

it('names the word next to a cut', async () => {
  const cli = await withTranscript()
  const ran = await cli.stet('quote', '--quote', 'we will raise the tariffs', '--transcript', 'briefing.txt', '--json')
  expect(ran.json()).toMatchObject({
    result: 'matches',
    detail: {
      message: 'Matches transcript; cut near “not”, “think”.',
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
    err: expect.stringContaining('there is no such file') as string,
  })
  expect((await cli.stet('quote', '--quote', 'We met', '--transcript', 'empty.txt', '--json')).json()).toMatchObject({
    result: 'noTranscript',
  })
})
