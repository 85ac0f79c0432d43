/** Makes stories, deletes some and moves others to an archive, and prints each act. Runs until it is killed. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAction } from '../../src/newsroom/runAction'
import { sequentialIds } from '../../src/newsroom/environment/ids'
import { Newsroom } from '../../src/newsroom/state/newsroom'
import { openLibrary } from '../../src/storage/openLibrary'
import { dice } from './campaign'
import { printLine } from './printLine'
import { LATER, NOW, PERSON, wholeOf } from './leavingStories'

const [, , folder = '', seed = '1'] = process.argv

async function work(): Promise<void> {
  const roll = dice(Number(seed))
  const tell = (act: string, id: string, hash = ''): void => printLine(`${act} ${id} ${hash}`.trim())
  printLine('opening')
  const store = await openLibrary({
    folder: join(folder, 'library'),
    create: true,
    person: PERSON,
    now: () => NOW,
    newId: (kind) => kind,
  })
  const room = await Newsroom.open({ store, clock: { now: () => NOW }, ids: sequentialIds })
  await runAction(room, PERSON, 'roster.add', { name: PERSON, role: 'editor' })
  printLine('ready')
  for (let n = 0; ; n++) {
    const bytes = new TextEncoder().encode(`Story ${seed} ${n}\n\nIt ran for ${n} minutes.\n`)
    const { id } = await runAction(room, PERSON, 'story.import', { name: 'a.txt', bytes })
    const upload = (await runAction(room, PERSON, 'file.begin', { name: 'n.txt' })).upload
    await runAction(room, PERSON, 'file.write', { upload, bytes: new TextEncoder().encode(`${seed} ${n % 3}`) })
    const file = (await runAction(room, PERSON, 'file.keep', { upload })).sha256
    const source = (await runAction(room, PERSON, 'source.add', { name: `Notes ${seed} ${n}`, kind: 'document' })).id
    const fact = (await runAction(room, PERSON, 'fact.tag', { story: id, text: `${n} minutes`, type: 'figure' })).id
    const evidence = { source, locator: 'p. 1', stance: 'supports', file } as const
    await runAction(room, PERSON, 'fact.addEvidence', { story: id, fact, evidence })
    await runAction(room, PERSON, 'story.move', { story: id, to: 'spiked' })
    await room.settleAll()
    tell('made', id, await wholeOf(room, id))
    const kind = roll(3)
    if (kind === 0) {
      tell('deleting', id)
      await runAction(room, PERSON, 'story.delete', { story: id })
      tell('deleted', id)
    } else if (kind === 1) {
      tell('moving', id)
      const to = join(folder, 'archive')
      const { moved } = await runAction(room, PERSON, 'story.archive', { stories: [id], before: LATER, to })
      if (moved.length === 1) tell('moved', id)
    }
  }
}

try {
  await work()
} catch (error) {
  appendFileSync(2, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(2)
}
