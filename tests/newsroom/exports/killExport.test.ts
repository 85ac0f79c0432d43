import { describe, expect, test } from 'vitest'
import { busanDesk, type NewsDesk } from '../newsDesk'

type Desk = NewsDesk & { readonly story: string }

const HEADLINE = 'Trump and Xi hold first talks in six years'
const DECK = 'Leaders meet in Busan to push trade deal'

async function published(headline = HEADLINE): Promise<Desk> {
  const desk = await busanDesk()
  const { act, story } = desk
  for (const [field, value] of [
    ['slug', 'busan'],
    ['byline', 'Reporter'],
    ['dateline', 'BUSAN'],
    ['provider', 'Stet'],
  ] as const)
    await act('Reporter', 'story.setField', { story, field, value })
  if (headline !== HEADLINE) await act('Reporter', 'copy.replace', { story, replace: HEADLINE, with: headline })
  await act('Reporter', 'story.move', { story, to: 'filed' })
  await act('Editor', 'story.move', { story, to: 'inReview' })
  const { blocks } = await act('Editor', 'story.gate', { story, door: 'clear' })
  for (const { rule, key, dismissable } of blocks)
    if (dismissable) await act('Editor', 'finding.dismiss', { story, rule, key })
  await act('Editor', 'story.move', { story, to: 'cleared', override: 'Known.' })
  await act('Editor', 'story.move', { story, to: 'published' })
  return desk
}

/** Opens the next version with another headline, and kills the story before that is cleared. */
async function killedWhileOpen({ act, story }: Desk, headline = HEADLINE): Promise<void> {
  await act('Editor', 'story.move', { story, to: 'inReview', kind: 'update' })
  await act('Reporter', 'copy.replace', { story, replace: headline, with: 'Talks called off' })
  await act('Editor', 'story.move', { story, to: 'killed', reason: 'All wrong.' })
}

const exported = async ({ act, story }: Desk, format: 'ninjs' | 'newsml-g2' | 'nitf' | 'html'): Promise<string> =>
  new TextDecoder().decode((await act('Editor', 'story.export', { story, format })).bytes)
const headlinesOf = async (desk: Desk): Promise<unknown> =>
  (
    (JSON.parse(await exported(desk, 'ninjs')) as { readonly headlines?: readonly { readonly value: string }[] })
      .headlines ?? []
  ).map(({ value }) => value)

describe('a story that is killed while its next version is open', () => {
  test('leaves with the published headline and deck, and names that version as the one before', async () => {
    const desk = await published()
    await killedWhileOpen(desk)
    const { guid } = await desk.act('Editor', 'story.show', { story: desk.story })
    expect(JSON.parse(await exported(desk, 'ninjs'))).toMatchObject({
      version: '3',
      title: HEADLINE,
      headlines: [{ value: HEADLINE }, { value: DECK }],
      altIds: [{ role: 'previousVersion', value: `${guid}:1` }],
    })
    expect(await exported(desk, 'nitf')).toContain(`management-doc-idref="${guid}:1"`)
    expect(await exported(desk, 'newsml-g2')).toContain(
      `<link rel="irel:previousVersion" residref="${guid}" version="1"/>`,
    )
    for (const format of ['ninjs', 'newsml-g2', 'nitf', 'html'] as const)
      expect(await exported(desk, format)).not.toContain('called off')
    expect((await desk.act('Editor', 'story.exportName', { story: desk.story, format: 'html' })).fileName).toBe(
      'trump-and-xi-hold-first-talks-in-six-years-v3-KILL.html',
    )
  })

  test('has neutral words for a headline with a name protected since, unless it was confirmed there', async () => {
    const headline = 'Mina Kang leaves talks in Busan'
    const [confirmed, withheld] = [await killedWithName(headline, true), await killedWithName(headline, false)]
    expect([await headlinesOf(confirmed), await headlinesOf(withheld)]).toEqual([
      [headline, DECK],
      ['Story withdrawn', DECK],
    ])
    const keptBackOf = async ({ act, story }: Desk) =>
      (await act('Editor', 'story.export', { story, format: 'ninjs' })).keptBack
    expect([await keptBackOf(confirmed), await keptBackOf(withheld)]).toEqual([
      undefined,
      ['Source A’s name is in the headline. The kill has “Story withdrawn” there.'],
    ])
  })
})

async function killedWithName(headline: string, isConfirmed: boolean): Promise<Desk> {
  const desk = await published(headline)
  const { act, story } = desk
  await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
  if (isConfirmed)
    for (const { rule, key, dismissable } of (await act('Editor', 'story.gate', { story, door: 'publish' })).blocks)
      if (dismissable) await act('Editor', 'finding.dismiss', { story, rule, key })
  await killedWhileOpen(desk, headline)
  return desk
}

test(
  'a kill text may not name a protected source, and blocks its exports when the source was ' + 'protected since',
  async () => {
    const desk = await published()
    const { act, story } = desk
    await act('Editor', 'source.add', { name: 'Mina Kang', kind: 'person', protected: true })
    await act('Editor', 'story.move', { story, to: 'killed', reason: 'Mina Kang made it up, and Jo Berg knew.' })
    expect(await exported(desk, 'html')).toContain('<p class="withdrawn">Source A made it up, and Jo Berg knew.</p>')
    await act('Editor', 'source.add', { name: 'Jo Berg', kind: 'person', protected: true })
    for (const format of ['html', 'markdown', 'text'] as const)
      await expect(act('Editor', 'story.export', { story, format })).rejects.toMatchObject({
        reason: 'refused',
        message: expect.stringContaining('Source B’s name is outside the copy.') as string,
      })
  },
)
