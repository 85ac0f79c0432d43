/** A protected source whose name only another library has. */
import { afterEach, expect, it } from 'vitest'
import { ExportGate } from '../../../src/renderer/export/ExportGate'
import { SourcesPanel } from '../../../src/renderer/sources/SourcesPanel'
import type { Source } from '../../../src/story/desk/source'
import { POOL } from '../../builders/stories/storyFrom'
import { all, click, DESK, did, fakeWindow, find, put, unfold, type Page } from '../fakeWindow'

let page: Page | undefined
afterEach(() => page?.unmount())

const HERE: Source = {
  ...POOL,
  id: 's1',
  kind: 'person',
  name: 'Halvard Nystrom',
  protected: true,
  pseudonym: 'Source A',
}
const ELSEWHERE: Source = { ...HERE, name: 'Source A' }
const deskOf = (source: Source) => ({ ...DESK, sources: [source] })

it('has nothing to show or to look for in Sources, and says so', async () => {
  for (const source of [HERE, ELSEWHERE]) {
    page = await put(fakeWindow({ desk: deskOf(source) }).services, <SourcesPanel />)
    const more = document.querySelector('details summary')
    if (more instanceof HTMLElement) await unfold(more)
    const shows = all('button', /Show/).length
    const said = /could not search for/.test(document.body.textContent ?? '')
    expect([source.name, shows, said]).toEqual([source.name, source === HERE ? 1 : 0, source === ELSEWHERE])
    page.unmount()
  }
})

it('has its aliases looked for in Sources where they are known', async () => {
  const known = { ...ELSEWHERE, aliases: ['Nystrom'] }
  const answers = { 'source.traces': () => did({ stories: [], library: [], unread: [], elsewhere: true as const }) }
  page = await put(fakeWindow({ desk: deskOf(known), answers }).services, <SourcesPanel />)
  const more = document.querySelector('details summary')
  if (more instanceof HTMLElement) await unfold(more)
  await click(find('button', 'Find where the name is: Source A'))
  expect(all('.panel-note', /Source A/).map(({ textContent }) => textContent)).toEqual([
    'The name of Source A is not in this library, so Stet could not search for it.',
    'No alias or contact of Source A that is known here was found.',
  ])
})

it('makes the tick of the leak scan a warning', async () => {
  const verdict = { door: 'export', blocks: [], warns: [], overridden: [] } as never
  const preview = { verdict, exported: { keptBack: [] } as never }
  for (const [source, line] of [
    [HERE, '● Leak scan: no protected name, alias, contact or internal id found'],
    [ELSEWHERE, '▲ Leak scan: none of the protected names in this library found'],
  ] as const) {
    page = await put(
      fakeWindow({ desk: deskOf(source) }).services,
      <ExportGate preview={preview} onShow={() => undefined} />,
    )
    expect(all('.gate-words', /Leak scan/).map(({ textContent }) => textContent)).toEqual([line])
    page.unmount()
  }
})
