import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { HEADER, NOW, typing } from '../../builders/stories/storedStory'
import { throwawayLibrary } from '../throwawayLibrary'

it('Backups that are asked for at once are made one after the other.', async () => {
  const library = await throwawayLibrary()
  try {
    const store = await library.open()
    for (const n of [1, 2, 3, 4]) await store.createStory({ ...HEADER, id: `story-${n}` }, typing('Busan').state())
    const to = join(dirname(library.folder), 'stick')
    await mkdir(to)
    const steps: string[] = []
    const backUp = (name: string) =>
      store.backUp({ to, at: NOW, progress: ({ done, of }) => void steps.push(`${name}: ${done} of ${of}`) })
    await Promise.all([backUp('first'), backUp('second')])
    expect(steps.map((step) => step.split(':')[0])).toEqual([
      ...steps.filter((step) => step.startsWith('first')).map(() => 'first'),
      ...steps.filter((step) => step.startsWith('second')).map(() => 'second'),
    ])
    expect(new Set(steps.map((step) => step.split(':')[0]))).toEqual(new Set(['first', 'second']))
    await store.close()
  } finally {
    await library.remove()
  }
})
