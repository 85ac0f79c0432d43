/** What an author or the verifier saw is their own word (rule 7), whoever attached it, also after a merge. */
import { expect, test } from 'vitest'
import { newsDesk } from '../newsDesk'

const ONLY_AUTHOR =
  'Only an author supplied or saw this, and no file was captured. Look at the source yourself and add it as evidence, capture a file, or mark the fact “On author”.'
const OWN_SIGHT =
  'This is based on what Editor saw, and no file was captured. Mark it “On author”, or ask another witness to verify it.'

async function pierDesk() {
  const desk = await newsDesk()
  const { act } = desk
  const { id: story } = await act('Reporter', 'story.import', {
    name: 'a.txt',
    bytes: new TextEncoder().encode('Crews end strike\n\nA deck\n\nThe strike lasted 17 hours.'),
  })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: '17 hours', type: 'figure' })
  const { id: source } = await act('Editor', 'source.add', { name: 'At the pier', kind: 'observation' })
  const attach = (by: string, observer: string) =>
    act(by, 'fact.addEvidence', {
      story,
      fact,
      evidence: { source, locator: `${observer}, Pier 3, 30 Oct 11:00`, stance: 'supports' },
    })
  const verify = () => act('Editor', 'fact.sign', { story, fact, status: 'verified' })
  const status = async () => (await act('Editor', 'story.show', { story })).facts.find(({ id }) => id === fact)?.status
  return { ...desk, story, fact, source, attach, verify, status }
}

test('what the author saw carries on author only, also when another person attached it', async () => {
  const { attach, verify } = await pierDesk()
  await attach('Legal', 'Reporter')
  await expect(verify()).rejects.toThrow(ONLY_AUTHOR)
  await attach('Legal', 'Legal')
  await verify()
})

test('what somebody saw who joins the byline later no longer carries verified', async () => {
  const { act, attach, verify, status, story } = await pierDesk()
  await attach('Legal', 'Kim Min')
  await verify()
  expect(await status()).toBe('verified')
  await act('Editor', 'story.setField', { story, field: 'byline', value: [{ name: 'By Kim Min in Busan' }] })
  expect(await status()).toBe('toCheck')
})

test('an observation that was merged into a document stays what somebody saw', async () => {
  const { act, attach, verify, source } = await pierDesk()
  await attach('Legal', 'Reporter')
  const { id: into } = await act('Editor', 'source.add', { name: 'Wage agreement', kind: 'document' })
  await act('Editor', 'source.merge', { source, into })
  await expect(verify()).rejects.toThrow(ONLY_AUTHOR)
})

test('so does the verifier’s own, through two merges', async () => {
  const { act, attach, verify, source } = await pierDesk()
  await attach('Legal', 'Editor')
  const { id: second } = await act('Editor', 'source.add', { name: 'Harbour office', kind: 'person' })
  await act('Editor', 'source.merge', { source, into: second })
  await expect(verify()).rejects.toThrow(OWN_SIGHT)
  const { id: third } = await act('Editor', 'source.add', { name: 'Wage agreement', kind: 'document' })
  await act('Editor', 'source.merge', { source: second, into: third })
  await expect(verify()).rejects.toThrow(OWN_SIGHT)
})
