/** Which transcript is shown under a recording, and which recording over a transcript. */
import { act } from 'react'
import { afterEach, expect, it } from 'vitest'
import { useCompanion } from '../../../../src/renderer/evidence/files/useCompanion'
import { BACKUP, storyFrom } from '../../../builders/stories/storyFrom'
import { did, fakeWindow, put, type Page } from '../../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const isRecording = (name: string): boolean => /\.(?:mp3|wav)$/u.test(name)

/**
 * The name of the companion of `name`, the story having these files of one source. A file is found by its place among
 * them. The lines of “notes” have no times.
 */
async function companionOf(name: string, files: readonly string[]): Promise<string | undefined> {
  const events = files.map(
    (fileName, index) =>
      ({
        kind: 'evidenceAdded',
        fact: 'f1',
        evidence: { ...BACKUP, id: `e${index}`, file: String(index), fileName },
        by: 'Editor',
      }) as const,
  )
  const parts = (of: string) => [{ graf: 1, text: of.startsWith('notes') ? 'Kim talks.' : '[00:00:01] Kim: We begin.' }]
  const fake = fakeWindow({
    story: storyFrom('Crews end strike\nDeck\nIt lasted {f1:17 hours}.', { f1: 'figure' }, events),
    answers: {
      'file.describe': ({ sha256, name: of = '' }) =>
        did({ sha256, size: 1, kind: isRecording(of) ? 'audio' : 'text', mediaType: 'x/x' }),
      'file.text': ({ name: of = '' }) => did({ text: { parts: parts(of) } }),
    },
  })
  let found: string | undefined
  function Shown() {
    found = useCompanion(isRecording(name) ? 'transcript' : 'recording', {
      source: BACKUP.source,
      file: String(files.indexOf(name)),
      fileName: name,
      isAsked: true,
    })?.file.fileName
    return null
  }
  page = await put(fake.services, <Shown />)
  await act(async () => {
    for (let turn = 0; turn < 40; turn++) await Promise.resolve()
  })
  page.unmount()
  return found
}

it.each([
  [
    'the transcript that is called as the recording is',
    'mon.mp3',
    ['tue.srt', 'mon.mp3', 'tue.mp3', 'mon.srt'],
    'mon.srt',
  ],
  ['no transcript of another interview', 'mon.mp3', ['mon.mp3', 'tue.mp3', 'tue.srt'], undefined],
  ['its own transcript at the other recording', 'tue.mp3', ['mon.mp3', 'tue.mp3', 'tue.srt'], 'tue.srt'],
  ['no transcript that either recording could have', 'mon.mp3', ['mon.mp3', 'tue.mp3', 'lines.srt'], undefined],
  ['neither of two transcripts with other names', 'mon.mp3', ['mon.mp3', 'a.srt', 'b.srt'], undefined],
  ['the only transcript beside notes without times', 'mon.mp3', ['mon.mp3', 'notes.txt', 'lines.srt'], 'lines.srt'],
  ['a name in other letters', 'mon.mp3', ['mon.mp3', 'tue.mp3', 'MON.srt'], 'MON.srt'],
  ['no transcript where two recordings have its name', 'a.mp3', ['a.mp3', 'a.wav', 'a.srt'], undefined],
  ['the recording that is called as the transcript is', 'tue.srt', ['mon.mp3', 'tue.mp3', 'tue.srt'], 'tue.mp3'],
  ['no recording that another transcript may have', 'a.srt', ['mon.mp3', 'a.srt', 'b.srt'], undefined],
  ['the only recording', 'lines.srt', ['mon.mp3', 'notes.txt', 'lines.srt'], 'mon.mp3'],
] as const)('shows %s', async (_what, name, files, companion) => {
  expect(await companionOf(name, files)).toBe(companion)
})
