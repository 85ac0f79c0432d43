/** That another name of a source is only another spelling: what rests on it stays signed. */
import { expect, test } from 'vitest'
import { busanDesk } from '../newsDesk'

/** A story of Ann, who is an editor, with a figure that Legal tagged. Editor verified it by a blog of Ann's. */
async function annsStory() {
  const desk = await busanDesk()
  const { act } = desk
  await act('Editor', 'roster.add', { name: 'Ann', role: 'editor' })
  const bytes = new TextEncoder().encode('They met\n\nThey talked\n\nThe bridge cost 100 won.')
  const { id: story } = await act('Ann', 'story.import', { name: 'a.txt', bytes })
  const { id: fact } = await act('Legal', 'fact.tag', { story, text: '100 won', type: 'figure' })
  const { id: source } = await act('Ann', 'source.add', { name: 'A blog', kind: 'document' })
  const verify = (): Promise<unknown> =>
    act('Editor', 'fact.sign', {
      story,
      fact,
      status: 'verified',
      evidence: { source, locator: 'p. 2', stance: 'supports' },
    })
  const spell = (by: string, name: string): Promise<unknown> =>
    act(by, 'source.edit', { source, name, spelling: true, reason: 'A slip.' })
  const status = async () => (await act('Editor', 'story.show', { story })).facts[0]?.status
  return { ...desk, story, fact, source, verify, spell, status }
}

test('an author who is an editor does not say so of what a verdict on their story rests on', async () => {
  const { verify, spell, status } = await annsStory()
  await verify()
  await expect(spell('Ann', 'Ministry of Finance')).rejects.toMatchObject({
    reason: 'refused',
    message: 'Ann is an author of a story with a verdict based on this source. Another editor must save the spelling.',
  })
  await spell('Editor', 'A Blog')
  expect(await status()).toBe('verified')
})

test('… but while nobody gave a verdict, or on a one-person desk', async () => {
  const { act, story, fact, source, verify, spell, status } = await annsStory()
  const evidence = { source, locator: 'p. 3', stance: 'supports' } as const
  await act('Legal', 'fact.addEvidence', { story, fact, evidence })
  await spell('Ann', 'A Blog')
  await verify()
  await act('Editor', 'library.settings', { deskOfOne: true })
  await spell('Ann', 'The Blog')
  expect(await status()).toBe('verified')
})
