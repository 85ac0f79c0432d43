import { describe, expect, test } from 'vitest'
import { busanDesk, publishBusan, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }
const HEADLINE = 'Trump and Xi hold first talks in six years'

/** Published and exported to a site and a wire. */
async function published(): Promise<Desk> {
  const desk = await busanDesk()
  const { act, story } = desk
  await publishBusan(desk)
  await act('Editor', 'story.export', { story, format: 'html', destination: '/out/site/busan.html' })
  await act('Editor', 'story.export', { story, format: 'nitf', destination: '/out/wire/busan.xml' })
  return desk
}

/** Opens a correction, with an approved note. */
async function correct({ act, story }: Desk): Promise<void> {
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'correction' })
  await act('Reporter', 'copy.replace', { story, replace: 'about 100 minutes', with: 'about 90 minutes' })
  await act('Editor', 'correction.note', {
    ...{ story, was: 'about 100 minutes', is: 'about 90 minutes', cause: 'Misheard', since: 1 },
    publicText: 'The talks lasted about 90 minutes.',
  })
  await act('Legal', 'correction.note', { story })
}

const kill = ({ act, story }: Desk, reason = 'The talks never took place.') =>
  act('Editor', 'story.move', { story, to: 'killed', reason })
const show = ({ act, story }: Desk) => act('Editor', 'kill.show', { story })
const standing = async (desk: Desk) =>
  (await show(desk)).destinations.map(
    ({ destination, told }) => `${destination}: ${told ? [told.by, told.how].filter(Boolean).join(', ') : 'open'}`,
  )

describe('a kill', () => {
  test('has a notice for each destination, which says what they have and what to do', async () => {
    const desk = await published()
    const before = await show(desk)
    expect([before.kill, before.destinations.map(({ destination, notice }) => [destination, notice])]).toEqual([
      undefined,
      [
        ['/out/site/busan.html', undefined],
        ['/out/wire/busan.xml', undefined],
      ],
    ])
    await kill(desk)
    const { kill: done, destinations } = await show(desk)
    expect(done).toMatchObject({ by: 'Editor', text: 'The talks never took place.', version: 1 })
    const { guid } = await desk.act('Editor', 'story.show', { story: desk.story })
    expect(destinations[0]?.notice?.split('\n')).toEqual([
      `KILL: ${HEADLINE}`,
      guid,
      '',
      expect.stringMatching(/^You have version 1 of this story \(\S+\.html, .* UTC, SHA-256 [0-9a-f]{12}…\)\.$/),
      'We have withdrawn all versions of this story, as of 2026-10-30 09:00 UTC.',
      '',
      'For publication:',
      'The talks never took place.',
      '',
      'Do not use this story. Please remove it wherever it is published.',
    ])
    expect(destinations[0]?.notice).not.toContain('100 minutes')
  })

  test('names the number of each file that they have, and that of the kill once it left', async () => {
    const desk = await published()
    const { act, story } = desk
    await correct(desk)
    for (const to of ['cleared', 'published'] as const)
      await act('Editor', 'story.move', { story, to, override: 'Heard on the tape.' })
    await act('Editor', 'story.export', { story, format: 'nitf', destination: '/out/wire/busan.xml' })
    await kill(desk)
    const numbers = async () =>
      (await show(desk)).destinations.map(({ notice = '' }) => notice.match(/version \d+|replaces/gu)?.join(', '))
    expect(await numbers()).toEqual(['version 1', 'version 2'])
    await act('Editor', 'story.export', {
      story,
      format: 'factsheet',
      edition: 'public',
      destination: '/out/facts.pdf',
    })
    expect(await numbers()).toEqual(['version 1', 'version 2'])
    const { bytes } = await act('Editor', 'story.export', { story, format: 'ninjs', destination: '/out/kill.json' })
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ version: '3' })
    expect(await numbers()).toEqual(['version 1, version 3', 'version 2, version 3'])
    expect((await show(desk)).destinations[0]?.notice).toContain('\nThe file that withdraws it has version 3.\n')
  })

  test('names the headline that readers had, also while a next version was open', async () => {
    const desk = await published()
    const { act, story } = desk
    await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: 'Talks called off' })
    await kill(desk)
    const notices = (await show(desk)).destinations.map(({ notice = '' }) => notice)
    expect(notices.map((text) => text.split('\n')[0])).toEqual([`KILL: ${HEADLINE}`, `KILL: ${HEADLINE}`])
  })

  test('is told to each destination, which can be undone; an exported kill tells its destination by itself', async () => {
    const desk = await published()
    const { act, story } = desk
    await expect(act('Editor', 'kill.told', { story, destination: 'busan.html' })).rejects.toThrow(
      'The story is not killed. Nothing was noted.',
    )
    await kill(desk)
    await act('Editor', 'kill.told', { story, destination: 'busan.html', how: 'by phone' })
    expect(await standing(desk)).toEqual(['/out/site/busan.html: Editor, by phone', '/out/wire/busan.xml: open'])
    await expect(act('Editor', 'kill.told', { story, destination: 'busan.html' })).rejects.toThrow('Editor')
    await act('Editor', 'kill.told', { story, destination: 'busan.html', undo: true })
    await act('Editor', 'story.export', { story, format: 'nitf', destination: '/out/wire/busan.xml' })
    expect(await standing(desk)).toEqual(['/out/site/busan.html: open', '/out/wire/busan.xml: Editor'])
  })

  test('that a correction was told says nothing of the kill', async () => {
    const desk = await published()
    const { act, story } = desk
    await correct(desk)
    await act('Editor', 'correction.told', { story, destination: 'busan.html' })
    await kill(desk)
    expect(await standing(desk)).toEqual(['/out/site/busan.html: open', '/out/wire/busan.xml: open'])
    await act('Editor', 'kill.told', { story, destination: 'busan.xml' })
    expect(
      (await act('Editor', 'correction.show', { story })).destinations.map(({ destination, told }) => [
        destination,
        told?.by,
      ]),
    ).toEqual([
      ['/out/site/busan.html', 'Editor'],
      ['/out/wire/busan.xml', undefined],
    ])
  })

  test('that of a correction names the headline that readers had, too', async () => {
    const desk = await published()
    const { act, story } = desk
    await correct(desk)
    await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: 'Talks called off' })
    const { destinations } = await act('Editor', 'correction.show', { story })
    expect(destinations.map(({ notice = '' }) => [notice.includes(HEADLINE), notice.includes('called off')])).toEqual([
      [true, false],
      [true, false],
    ])
  })

  test('a notice that would name a source protected since is held', async () => {
    const desk = await published()
    const { act } = desk
    await kill(desk, 'Jo Berg made it up.')
    await act('Editor', 'source.add', { name: 'Jo Berg', kind: 'person', protected: true })
    const { kill: done, destinations } = await show(desk)
    expect([done?.text, destinations.every(({ notice }) => notice?.includes('Jo Berg') !== true)]).toEqual([
      'Source A made it up.',
      true,
    ])
  })
})
