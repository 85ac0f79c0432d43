import { expect, it } from 'vitest'
import { busanDesk, publishBusan } from '../newsDesk'

/** Published, and exported under chosen names. */
async function exported(exports: readonly { readonly destination?: string; readonly saveAs?: string }[]) {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  for (const where of exports) await act('Editor', 'story.export', { story, format: 'html', ...where })
  return desk
}
type Desk = Awaited<ReturnType<typeof exported>>

const kill = ({ act, story }: Desk) => act('Editor', 'story.move', { story, to: 'killed', reason: 'Never took place.' })
const noticed = async ({ act, story }: Desk) =>
  (await act('Editor', 'kill.show', { story })).destinations.map(
    ({ notice = '' }) => /You have version \d+ of this story \(([^,]*),/u.exec(notice)?.[1],
  )
const noted = async ({ act, story }: Desk) =>
  (await act('Editor', 'story.history', { story })).flatMap((entry) =>
    entry.kind === 'exported' ? [entry.writtenAs] : [],
  )
const OWN = 'trump-and-xi-hold-first-talks-in-six-years.html'

it('a notice names the file by the name under which it was written, and no folder', async () => {
  const desk = await exported([
    { destination: '/clients/kim/wire.html' },
    { destination: '/clients/lee/site.html', saveAs: 'site.html' },
    { destination: `/clients/own/${OWN}` },
    {},
  ])
  await kill(desk)
  expect([await noted(desk), await noticed(desk)]).toEqual([
    ['wire.html', 'site.html', undefined, undefined],
    ['wire.html', 'site.html', OWN, OWN],
  ])
})

it('the name is that of the last file that went there, with the marks that Stet added to it', async () => {
  const desk = await exported([{ destination: '/clients/kim/wire.html' }])
  const { act, story } = desk
  const { entry = 0 } = await act('Editor', 'story.export', { story, format: 'html', destination: '/clients/old.html' })
  await act('Editor', 'story.exportAgain', { story, entry, destination: '/clients/new.html' })
  await act('Editor', 'story.exportAgain', { story, entry })
  await act('Editor', 'story.export', {
    ...{ story, format: 'text', draft: true },
    ...{ destination: '/clients/kim/ours.txt', saveAs: 'ours.txt' },
  })
  await kill(desk)
  expect([await noted(desk), await noticed(desk)]).toEqual([
    ['wire.html', 'old.html', 'new.html', 'old.html', 'ours-DRAFT.txt'],
    ['wire.html', 'old.html', 'new.html'],
  ])
})

it('a name with an internal id is not noted, so that the notice is not held back', async () => {
  const desk = await exported([])
  const { act, story } = desk
  await act('Editor', 'story.export', { story, format: 'html', destination: `/clients/${story}.html` })
  await kill(desk)
  expect([await noted(desk), await noticed(desk)]).toEqual([[undefined], [OWN]])
})

it('a protected name in the name of the file holds the export back; protected later, it is masked', async () => {
  const desk = await exported([{ destination: '/clients/zora-quill.html' }])
  const { act, story } = desk
  await act('Editor', 'source.add', { name: 'Zora Quill', kind: 'person', protected: true })
  await expect(
    act('Editor', 'story.export', { story, format: 'html', destination: '/clients/for zora quill.html' }),
  ).rejects.toThrow('Nothing was exported')
  await kill(desk)
  expect(await noticed(desk)).toEqual(['Source A.html'])
})
