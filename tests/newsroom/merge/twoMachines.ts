/** A story between two machines. */
import { BUSAN } from '../newsDesk'
import { machine, trust, type Machine } from './machines'

/** The desk's story of Busan with a tagged figure. Lee is editor there; Kim has a machine of his own. */
export async function two(own?: Machine) {
  const desk =
    own ??
    (await machine(1, [
      ['Lee', 'editor'],
      ['Ben', 'reporter'],
    ]))
  const train = await machine(2, [['Kim', 'editor']])
  const { id: story } = await desk.act('Ben', 'story.import', {
    name: 'busan.txt',
    bytes: new TextEncoder().encode(BUSAN),
  })
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: 'about 100 minutes', type: 'figure' })
  return { desk, train, story, fact }
}

export async function bothTrust(desk: Machine, train: Machine): Promise<void> {
  await trust('Lee', desk, 'Kim', train, 'editor')
  await trust('Kim', train, 'Lee', desk, 'editor')
  await trust('Kim', train, 'Ben', desk, 'reporter')
}

export const handOver = async (from: Machine, by: string, story: string): Promise<Uint8Array> =>
  (await from.act(by, 'story.handOver', { stories: [story] })).bytes
export const preview = async (on: Machine, by: string, bytes: Uint8Array) =>
  (await on.act(by, 'story.previewMerge', { name: 'busan.stet', bytes })).stories[0]
export const merge = async (on: Machine, by: string, bytes: Uint8Array) =>
  (await on.act(by, 'story.merge', { name: 'busan.stet', bytes })).stories[0]

/** What a machine shows of the story. */
export async function shown(on: Machine, story: string) {
  const { blocks, facts, stage } = await on.act('Lee', 'story.show', { story })
  return {
    stage,
    text: blocks.map(({ text }) => text),
    facts: facts.map(
      ({ text, status, reasons }) => `${text}: ${status}${reasons.length > 0 ? ` (${reasons.join()})` : ''}`,
    ),
  }
}

export async function verify(on: Machine, by: string, story: string, fact: string): Promise<void> {
  const { id: source } = await on.act(by, 'source.add', { name: `Pool ${by}`, kind: 'pool' })
  await on.act(by, 'fact.addEvidence', {
    story,
    fact,
    evidence: { source, locator: '¶ 3', stance: 'supports', quote: '' } as never,
  })
  await on.act(by, 'fact.sign', { story, fact, status: 'verified' })
}

export const replace = (on: Machine, by: string, story: string, words: string, now: string) =>
  on.act(by, 'copy.replace', { story, replace: words, with: now })
