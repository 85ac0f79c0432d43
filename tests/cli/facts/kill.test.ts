import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commandLine } from '../run/terminal'

/** A story that named Mina Kang, who is protected since, in headline and slug. It went to one place. */
async function published() {
  const { stet, folder } = await commandLine()
  await writeFile(join(folder, 'tug.txt'), 'Mina Kang saw the tug\n\nThe harbour was quiet\n\nThe tug left at noon.')
  await stet('import', 'tug.txt')
  await stet('roster', 'add', 'Editor', '--role', 'editor')
  await stet('set', 'story-1', 'slug', 'mina-kang')
  await stet('set', 'story-1', 'byline', 'Reporter')
  await stet('move', 'story-1', 'filed')
  const asEditor = (...argv: readonly string[]) => stet(...argv, '--as', 'Editor')
  for (const to of ['inReview', 'cleared', 'published'])
    expect(await asEditor('move', 'story-1', to)).toMatchObject({ code: 0 })
  const wire = join(folder, 'wire.json')
  expect(await asEditor('export', 'story-1', '--format', 'ninjs', '--out', wire)).toMatchObject({ code: 0 })
  expect(await asEditor('source', 'add', '--name', 'Mina Kang', '--kind', 'person', '--protected')).toMatchObject({
    code: 0,
  })
  return { asEditor, folder, wire }
}

const KEPT_BACK = [
  'Source A’s name is in the headline. The kill says “Story withdrawn” instead.',
  'Source A’s name is in the slug. The kill says “story-withdrawn” instead.',
]

test('a kill of a story that names a source in its headline leaves, and says what stays here and why', async () => {
  const { asEditor, folder } = await published()
  expect((await asEditor('kill', 'story-1')).out.split('\n').slice(1, 3)).toEqual(KEPT_BACK)
  expect((await asEditor('kill', 'story-1', '--text', 'Named by mistake.')).out.split('\n').slice(1)).toEqual(KEPT_BACK)
  const { out, code } = await asEditor('export', 'story-1', '--format', 'ninjs', '--out', folder)
  const path = join(folder, 'story-withdrawn-v2-KILL.json')
  expect([code, out.split('\n').slice(0, 3)]).toEqual([0, [`Wrote ${path}`, ...KEPT_BACK]])
  expect(await readFile(path, 'utf8')).not.toMatch(/mina|kang/iu)
  expect((await asEditor('kill', 'story-1', '--notices')).out).not.toMatch(/mina|kang/iu)
})

test('a kill under another path counts for the place that --told names, and for no other', async () => {
  const { asEditor, folder, wire } = await published()
  const kill = ['export', 'story-1', '--format', 'ninjs', '--out', join(folder, 'kill.json')]
  expect((await asEditor(...kill, '--told', 'wire.json')).err).toContain('This export is not a kill. Leave out --told.')
  await asEditor('kill', 'story-1', '--text', 'Named by mistake.')
  expect((await asEditor(...kill, '--told', 'wire.json', '--draft')).err).toContain(
    'This export is not a kill. Leave out --told.',
  )
  expect((await asEditor(...kill, '--told', 'site.html')).err).toContain(
    '“site.html” is not a destination to notify of this kill. Nothing was exported.',
  )
  const told = 'wire.json is marked as notified.'
  expect((await asEditor(...kill, '--told', 'wire.json')).out.split('\n')[1]).toBe(told)
  expect((await asEditor('kill', 'story-1')).out).toMatch(
    /\nNotified by Editor, 30 Oct 2026 \d\d:\d\d \(kill\.json\): \S+wire\.json/u,
  )
  expect((await asEditor(...kill, '--force', '--told', wire)).err).toContain(`“${wire}” is not a destination to notify`)
})
