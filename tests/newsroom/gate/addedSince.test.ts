/** Support that somebody adds to a fact after its verdict lifts no block until the verdict is given again. */
import { describe, expect, test } from 'vitest'
import { newsDesk } from '../newsDesk'

async function signed(type: 'allegation' | 'figure', first: { readonly groundRules: 'onTheRecord' | 'offTheRecord' }) {
  const desk = await newsDesk()
  const { act } = desk
  const bytes = new TextEncoder().encode('Minister resigns\n\nA day\n\nHe took 45 million won.')
  const { id: story } = await act('Reporter', 'story.import', { name: 'a.txt', bytes })
  const { id: source } = await act('Editor', 'source.add', { name: 'An aide', kind: 'person', ...first })
  const { id: fact } = await act('Reporter', 'fact.tag', { story, text: 'He took 45 million won', type })
  const sign = (evidence?: { source: string; locator: string; stance: 'supports' }) =>
    act('Editor', 'fact.sign', { story, fact, status: 'verified', ...(evidence ? { evidence } : {}) })
  await sign({ source, locator: '30 Oct, call', stance: 'supports' })
  const { id: other } = await act('Reporter', 'source.add', { name: 'A clerk', kind: 'person' })
  const add = () =>
    act('Reporter', 'fact.addEvidence', {
      story,
      fact,
      evidence: { source: other, locator: '30 Oct, call', stance: 'supports' },
    })
  const blocks = async (rule: string) => {
    const gate = await act('Editor', 'story.gate', { story, door: 'clear' })
    return gate.blocks.filter((one) => one.rule === rule).map(({ message }) => message)
  }
  return { ...desk, sign, add, blocks }
}

const SINCE = ' Support was added after the verdict. It counts once someone gives the verdict again.'

describe('a source that the author adds after the tick', () => {
  test('is no second source of an allegation until somebody signs it', async () => {
    const { sign, add, blocks } = await signed('allegation', { groundRules: 'onTheRecord' })
    const lacks =
      'The allegation “He took 45 million won” needs two independent sources or an official record, and has only one source.'
    expect(await blocks('allegationBacking')).toEqual([lacks])
    await add()
    expect(await blocks('allegationBacking')).toEqual([lacks + SINCE])
    await sign()
    expect(await blocks('allegationBacking')).toEqual([])
  })

  test('does not lift what was only off the record', async () => {
    const { sign, add, blocks } = await signed('figure', { groundRules: 'offTheRecord' })
    const only = '“He took 45 million won” is based only on what was said off the record.'
    expect(await blocks('offTheRecord')).toEqual([only])
    await add()
    expect(await blocks('offTheRecord')).toEqual([only + SINCE])
    await sign()
    expect(await blocks('offTheRecord')).toEqual([])
  })
})
