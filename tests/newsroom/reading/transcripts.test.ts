import { expect, it } from 'vitest'
import { inProcessReader, type FileReader } from '../../../src/newsroom/reading/fileReader'
import { Transcripts } from '../../../src/newsroom/reading/transcripts'
import type { StoredFile } from '../../../src/storage/disk/storyStore'
import { pdfFrom } from '../../builders/files/pdfFrom'
import { busanDesk } from '../newsDesk'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function quoted(transcript: string, name = 'briefing.txt') {
  const desk = await busanDesk()
  const { act, story, pool } = desk
  const { id: fact } = await act('Reporter', 'fact.tag', {
    story,
    text: '“a very tough negotiator,”',
    type: 'quote',
    attributedTo: 'Donald Trump',
  })
  const { upload } = await act('Reporter', 'file.begin', { name })
  await act('Reporter', 'file.write', { upload, bytes: bytes(transcript) })
  const { sha256 } = await act('Reporter', 'file.keep', { upload })
  await act('Reporter', 'fact.addEvidence', {
    story,
    fact,
    evidence: { source: pool, locator: 'opening', stance: 'supports', file: sha256, fileName: name },
  })
  await act('Editor', 'fact.sign', { story, fact, status: 'verified' })
  const blocks = async (): Promise<readonly string[]> =>
    (await act('Editor', 'story.gate', { story, door: 'clear' })).blocks
      .filter(({ rule }) => rule.startsWith('quote'))
      .map(({ message }) => message)
  return { ...desk, fact, sha256, blocks }
}

it('every gate compares a quote with its kept transcript', async () => {
  const { act, story, blocks } = await quoted('TRUMP: Xi is a very tough negotiator. He is good.\nXI: Thank you.')
  expect(await blocks()).toEqual([])
  await act('Reporter', 'copy.replace', { story, replace: 'very tough', with: 'tough' })
  expect(await blocks()).toEqual([
    '“a tough negotiator,” differs from the transcript, which says: a very tough negotiator',
  ])
})
it('words of another speaker block', async () => {
  const { blocks } = await quoted('XI: Trump is a very tough negotiator.\nTRUMP: Thank you.')
  expect(await blocks()).toEqual(['“a very tough negotiator,”: in the transcript, XI says this, not Donald Trump.'])
})
it('a cut near "not" blocks until a person other than the author accepts it', async () => {
  const { act, story, blocks } = await quoted('TRUMP: He is not a very tough negotiator.')
  expect(await blocks()).toEqual(['“a very tough negotiator,” is cut near “not”.'])
  const verdict = await act('Editor', 'story.gate', { story, door: 'clear' })
  const { rule, key } = verdict.blocks.find((finding) => finding.rule === 'quoteCut') ?? { rule: '', key: '' }
  await expect(act('Reporter', 'finding.dismiss', { story, rule, key })).rejects.toThrow('Someone else')
  await act('Editor', 'finding.dismiss', { story, rule, key })
  expect(await blocks()).toEqual([])
})
it('captions are recognised by their ending; a picture is not a transcript and blocks nothing', async () => {
  const srt = '1\n00:00:01,000 --> 00:00:03,000\nTRUMP: a very tough\n\n2\n00:00:03,000 --> 00:00:04,000\nnegotiator.\n'
  expect(await (await quoted(srt, 'briefing.srt')).blocks()).toEqual([])
  const { act, sha256, blocks } = await quoted(
    '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000 no words',
    'a.txt',
  )
  expect(await blocks()).toEqual([])
  expect(await act('Editor', 'transcript.read', { sha256 })).toEqual({})
})

it('long texts and other formats go to the worker, and short plain texts are read at once', async () => {
  const asked: string[] = []
  const reader: FileReader = {
    ...inProcessReader,
    transcript: (name, content) => {
      asked.push(name)
      return inProcessReader.transcript(name, content)
    },
  }
  const files: Readonly<Record<string, Uint8Array>> = {
    'short.txt': bytes('XI: Thank you.'),
    'long.txt': bytes('XI: Thank you.\n'.repeat(10_000)),
    'talk.pdf': pdfFrom(['XI: Thank you.']),
    'broken.pdf': bytes('%PDF-1.7\nno pages'),
  }
  const openFile = (name: string): Promise<StoredFile | undefined> => {
    const content = files[name]
    return Promise.resolve(
      content && {
        sha256: name,
        size: content.length,
        read: (from: number, length: number) => Promise.resolve(content.slice(from, from + length)),
        close: () => Promise.resolve(),
      },
    )
  }
  const transcripts = new Transcripts({ openFile }, reader)
  const read = await Promise.all(Object.keys(files).map((name) => transcripts.read(name, name)))
  expect(asked.toSorted()).toEqual(['broken.pdf', 'long.txt', 'talk.pdf'])
  expect(read.map((transcript) => transcript?.turns[0]?.speaker)).toEqual(['XI', 'XI', 'XI', undefined])
})

/** Transcripts of which this many characters stay, in files that are named like what they say. */
function kept(most: number) {
  const opened: string[] = []
  const openFile = (name: string): Promise<StoredFile | undefined> => {
    opened.push(name)
    const content = bytes(name)
    return Promise.resolve({
      sha256: name,
      size: content.length,
      read: (from: number, length: number) => Promise.resolve(content.slice(from, from + length)),
      close: () => Promise.resolve(),
    })
  }
  const transcripts = new Transcripts({ openFile }, inProcessReader, most)
  const read = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await transcripts.read(name, 'talk.txt')
  }
  const known = (): readonly string[] => [...transcripts.known.keys()].map((key) => key.replace(/\.txt$/u, ''))
  return { transcripts, read, opened, known }
}

it('of more transcripts than stay in memory, the one that was used least recently goes first', async () => {
  const { transcripts, read, opened, known } = kept(2500)
  const [a, b, c] = ['XI: Yes. '.repeat(100), 'XI: No. '.repeat(100), 'XI: Perhaps. '.repeat(100)]
  await read(a, b, c, a)
  const none = new Set<string>()
  transcripts.trim(() => none)
  expect([known(), opened]).toEqual([
    [a, c],
    [a, b, c],
  ])
  const { known: before } = transcripts
  transcripts.trim(() => none)
  expect(transcripts.known).toBe(before)
  await read(b)
  expect([known(), opened.length]).toEqual([[a, c, b], 4])
})

it('transcripts of open stories stay, and those that are being read', async () => {
  const { transcripts, read, known } = kept(10)
  const [a, b, c] = ['XI: Yes.', 'XI: No.', 'XI: Perhaps.']
  await read(a, b)
  const reading = read(c)
  transcripts.trim(() => new Set([a]))
  await reading
  expect(known()).toEqual([a, c])
})

it('transcripts of stories that are gone are dropped while no action runs', async () => {
  const { room, act, story, sha256 } = await quoted('TRUMP: Xi is a very tough negotiator.\n'.repeat(10))
  await act('Editor', 'story.gate', { story, door: 'clear' })
  const trimmed: (readonly string[])[] = []
  room.transcripts.trim = (needed) => void trimmed.push([...needed()])
  const later = performance.now() + 150_000
  await room.during(() => room.restStories(() => new Set([story])).look(later))
  expect(trimmed).toEqual([])
  await room.restStories(() => new Set([story])).look(later)
  await room.restStories(() => new Set()).look(later)
  expect(trimmed).toEqual([[sha256], []])
})

it('the first name of a file does not decide how others read it', async () => {
  const said = 'TRUMP: He is not a very tough negotiator.'
  const { act, story, pool, sha256, blocks } = await quoted(said, 'briefing.docx')
  expect(await blocks()).toEqual([])
  const { id: fact } = (await act('Editor', 'story.show', { story })).facts[0] ?? { id: '' }
  const evidence = {
    source: pool,
    locator: 'whole',
    stance: 'supports',
    file: sha256,
    fileName: 'briefing.txt',
  } as const
  await act('Editor', 'fact.sign', { story, fact, status: 'verified', evidence })
  expect(await blocks()).toEqual(['“a very tough negotiator,” is cut near “not”.'])
  expect((await act('Editor', 'transcript.read', { sha256, name: 'briefing.TXT' })).transcript?.turns).toEqual([
    { speaker: 'TRUMP', text: 'He is not a very tough negotiator.' },
  ])
  expect(await act('Editor', 'transcript.read', { sha256, name: 'briefing.docx' })).toEqual({})
})
