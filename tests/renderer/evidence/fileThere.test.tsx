/** A piece of evidence counts as looked at from when its file is on the page. */
import { act } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { EvidencePane } from '../../../src/renderer/evidence/EvidencePane'
import { keyWhileFileOpens, partKey } from '../../../src/renderer/verdicts/lookKey'
import type { Assessment } from '../../../src/story/assessment/assessment'
import type { KeptFileFacts } from '../../../src/story/requests/requests'
import { BACKUP, storyFrom } from '../../builders/stories/storyFrom'
import { did, fakeWindow, put, refused, type FakeWindow, type Page } from '../fakeWindow'

Element.prototype.scrollIntoView = () => undefined
let page: Page | undefined
afterEach(() => {
  page?.unmount()
  vi.unstubAllGlobals()
})

const FILE = { file: 'a'.repeat(64), fileName: 'pool.txt' }
const ABOUT: KeptFileFacts = { sha256: FILE.file, kind: 'text', size: 10 } as KeptFileFacts

/** The pane with one piece of evidence whose words the test gives when it wants to. */
async function open(evidence: Partial<typeof BACKUP>) {
  vi.stubGlobal('requestAnimationFrame', (step: () => void) => void step())
  const story = storyFrom('Leaders meet\nDeck\nIt ran for {f1:100 minutes}.', { f1: 'figure' }, [
    { kind: 'evidenceAdded', fact: 'f1', evidence: { ...BACKUP, ...evidence } },
  ])
  let give: (answer: unknown) => void = () => undefined
  const words = new Promise((resolve) => (give = resolve))
  const fake = fakeWindow({
    story,
    answers: {
      'file.describe': () => did(ABOUT),
      'file.text': () => words as never,
      'file.ofStory': () => did([]),
    } as never,
  })
  const [fact] = fake.services.newsroom.store.getState().session?.store.getState().view.assessments ?? []
  page = await put(fake.services, <EvidencePane fact={fact as Assessment} empty={null} />)
  const part = partKey(fact as Assessment, 'e1')
  return { fake, part, give: async (answer: unknown) => act(async () => void give(answer)) }
}

const shown = ({ services }: FakeWindow): string | null => services.panels.attention.piece.store.getState().shown

test('while its words are read nothing was looked at', async () => {
  const { fake, part, give } = await open(FILE)
  expect(shown(fake)).toBe(keyWhileFileOpens(part))
  await give(did({ text: { parts: [{ graf: 1, text: 'It ran for 100 minutes.' }] } }))
  expect(shown(fake)).toBe(part)
})

test('a file that cannot be read counts from when the pane says why', async () => {
  const { fake, part, give } = await open(FILE)
  await give(refused('The file is gone.'))
  expect(shown(fake)).toBe(part)
})

test('evidence without a file counts at once', async () => {
  const { fake, part } = await open({})
  expect(shown(fake)).toBe(part)
})
