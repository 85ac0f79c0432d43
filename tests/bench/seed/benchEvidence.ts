import { clockFrom } from '../../../src/newsroom/environment/clock'
import { sequentialIds } from '../../../src/newsroom/environment/ids'
import { inProcessReader } from '../../../src/newsroom/reading/fileReader'
import { Newsroom } from '../../../src/newsroom/state/newsroom'
import { openLibrary } from '../../../src/storage/openLibrary'

const EDITOR = 'Editor'

/** Attaches a captured PDF to the first `count` facts of a story, each with another page. */
export async function seedEvidence(folder: string, story: string, pdf: Uint8Array, count: number): Promise<void> {
  const clock = clockFrom('2026-10-30T11:00:00Z')
  const store = await openLibrary({ folder, person: EDITOR, now: () => clock.now(), newId: () => 'unused' })
  const room = await Newsroom.open({ store, clock, ids: sequentialIds, files: inProcessReader })
  const upload = await room.store.takeFile()
  await upload.write(pdf)
  const { sha256, size } = await upload.keep()
  const open = await room.storyNow(story)
  const [source] = [...room.desk().sources.keys()]
  const facts = [...open.value().tags.keys()].slice(0, count)
  for (const [index, fact] of facts.entries())
    await open.note(EDITOR, {
      kind: 'evidenceAdded',
      fact,
      evidence: {
        ...{ id: `pdf-${index}`, source: source ?? '', locator: `p. ${(index % 190) + 1}`, stance: 'supports' },
        ...{ file: sha256, fileName: 'report.pdf', size },
      },
    }).written
  await room.close()
}
