/** Who took words away is a writer on every machine, also of words that a machine never had. */
import * as Y from 'yjs'
import { describe, expect, test } from 'vitest'
import { newDoc } from '../../../src/document/createStoryDoc'
import { readCopy } from '../../../src/document/reading/readStory'
import { contextWriters } from '../../../src/document/writers/contextWriters'
import { writersAt } from '../../../src/document/writers/writersAt'
import { putWords } from '../facts/putWords'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, shown, two, verify } from './twoMachines'

/** Puts other words in the place of some, in a window. */
const put = (on: Machine, by: string, story: string, old: string, text: string): Promise<void> =>
  inWindow(on, by, story, (doc) => putWords(doc, old, text))

/** Moves the graf with some words behind all others, without its tags. */
const moveGraf = (on: Machine, by: string, story: string, words: string): Promise<void> =>
  inWindow(on, by, story, (doc) => {
    const copy = readCopy(doc)
    const at = copy.findIndex(({ text }) => text.includes(words))
    const graf = new Y.XmlElement('block')
    graf.setAttribute('role', 'paragraph')
    graf.insert(0, [new Y.XmlText(copy[at]?.text ?? '')])
    const blocks = doc.getXmlFragment('copy')
    blocks.delete(at, 1)
    blocks.push([graf])
  })

async function inWindow(on: Machine, by: string, story: string, change: (doc: Y.Doc) => void): Promise<void> {
  const open = await on.room.storyNow(story)
  const window = newDoc(await open.join(by))
  Y.applyUpdate(window, open.state(), 'others')
  const before = Y.encodeStateVector(window)
  window.transact(() => change(window))
  await open.applyWindowUpdate(Y.encodeStateAsUpdate(window, before), by)
}

/** Who wrote some words of the story, and who wrote around them. */
async function writersOn(on: Machine, story: string, words: string) {
  const { doc } = await on.room.storyNow(story)
  const copy = readCopy(doc)
  const block = copy.findIndex(({ text }) => text.includes(words))
  const from = copy[block]?.text.indexOf(words) ?? 0
  const ranges = [{ block, from, to: from + words.length }]
  return {
    words: [...writersAt(doc, copy, ranges)].sort(),
    around: [...contextWriters(doc, copy, ranges, false)].sort(),
  }
}

const FIGURE = 'They left separately. He paid 45678 won, and nobody was not there.'

/** Ben types a figure at the desk. Kim works there, too, and has a machine of her own. */
async function figure() {
  const place = await two()
  const { desk, train, story } = place
  await bothTrust(desk, train)
  await desk.act('Lee', 'roster.add', { name: 'Kim', role: 'editor' })
  await put(desk, 'Ben', story, 'They left separately.', FIGURE)
  const { id: fact } = await desk.act('Ben', 'fact.tag', { story, text: '45678', type: 'figure' })
  return { ...place, fact }
}

describe('of words that went before the story came here', () => {
  test.each(['4578', '4567', '5678'])('who made %s of a figure may not verify it here', async (left) => {
    const { desk, train, story, fact } = await figure()
    await put(desk, 'Kim', story, '45678', left)
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    expect((await writersOn(train, story, left)).words).toEqual(['Ben', 'Kim'])
    await expect(verify(train, 'Kim', story, fact)).rejects.toThrow(
      'Kim wrote these words. Someone else must verify them, or first accept them as a suggestion.',
    )
  })

  test('who took out a “not” wrote what stands around a figure', async () => {
    const { desk, train, story } = await figure()
    await put(desk, 'Kim', story, ' not there', ' there')
    await merge(train, 'Lee', await handOver(desk, 'Ben', story))
    expect(await writersOn(train, story, '45678')).toEqual({ words: ['Ben'], around: ['Ben', 'Kim'] })
    expect(await writersOn(train, story, '45678')).toEqual(await writersOn(desk, story, '45678'))
  })

  test('who took a sentence out beside a figure may still have verified it', async () => {
    const { desk, train, story, fact } = await figure()
    await put(desk, 'Lee', story, 'They left separately. ', '')
    await verify(desk, 'Lee', story, fact)
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    expect((await shown(train, story)).facts).toContain('45678: verified')
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await shown(desk, story)).facts).toContain('45678: verified')
  })

  test('who took a word out beside a figure may still have verified it', async () => {
    const { desk, train, story, fact } = await figure()
    await put(desk, 'Lee', story, 'paid 45678', '45678')
    await verify(desk, 'Lee', story, fact)
    await desk.act('Ben', 'fact.acceptContext', { story, facts: [{ fact }] })
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    expect((await shown(train, story)).facts).toContain('45678: verified')
  })

  test('who took something out beside the sentence of a figure, and verifies it here, leaves it to somebody else', async () => {
    const { desk, train, story, fact } = await figure()
    await put(desk, 'Kim', story, 'They left separately. ', '')
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    await verify(train, 'Kim', story, fact)
    expect((await shown(train, story)).facts).toContain('45678: reCheck (ownContext)')
  })

  test.each<[string, string, string]>([
    ['before a figure', '45678', '5678'],
    ['out of a figure', '45678', '4578'],
    ['behind a figure', '45678', '4567'],
  ])('who took a digit %s wrote it, although somebody moved its graf since', async (_where, old, left) => {
    const { desk, train, story, fact } = await figure()
    await put(desk, 'Kim', story, old, left)
    await moveGraf(desk, 'Ben', story, left)
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    expect(await writersOn(train, story, left)).toEqual(await writersOn(desk, story, left))
    expect((await writersOn(train, story, left)).words).toEqual(['Ben', 'Kim'])
    const { id } = await train.act('Kim', 'fact.tag', { story, text: left, type: 'figure' })
    expect(id).not.toBe(fact)
    await expect(verify(train, 'Kim', story, id)).rejects.toThrow(
      'Kim wrote these words. Someone else must verify them, or first accept them as a suggestion.',
    )
  })

  test('who took out a “not” wrote what stands around a figure, although somebody moved the graf twice since', async () => {
    const { desk, train, story } = await figure()
    await put(desk, 'Kim', story, ' not there', ' there')
    await moveGraf(desk, 'Ben', story, '45678')
    await moveGraf(desk, 'Ben', story, '45678')
    await merge(train, 'Lee', await handOver(desk, 'Ben', story))
    expect(await writersOn(train, story, '45678')).toEqual({ words: ['Ben'], around: ['Ben', 'Kim'] })
  })

  test('who took a word out beside a figure may still have verified it, although somebody moved the graf', async () => {
    const { desk, train, story } = await figure()
    await put(desk, 'Lee', story, 'paid 45678', '45678')
    await moveGraf(desk, 'Ben', story, '45678')
    const { id } = await desk.act('Ben', 'fact.tag', { story, text: '45678', type: 'figure' })
    await verify(desk, 'Lee', story, id)
    await desk.act('Ben', 'fact.acceptContext', { story, facts: [{ fact: id }] })
    await merge(train, 'Kim', await handOver(desk, 'Ben', story))
    expect((await shown(train, story)).facts).toContain('45678: verified')
  })

  test('who took their own words is no writer of those of others', async () => {
    const { desk, train, story } = await figure()
    await put(desk, 'Kim', story, '45678 won', '45678 old won')
    await put(desk, 'Kim', story, '45678 old won', '45678 won')
    await merge(train, 'Lee', await handOver(desk, 'Ben', story))
    expect((await writersOn(train, story, '45678')).words).toEqual(['Ben'])
  })
})

describe('of what two people took away on two machines', () => {
  async function apart(desk: [string, string], train: [string, string]) {
    const place = await figure()
    await merge(place.train, 'Kim', await handOver(place.desk, 'Ben', place.story))
    await put(place.desk, 'Lee', place.story, ...desk)
    await put(place.train, 'Kim', place.story, ...train)
    await merge(place.desk, 'Lee', await handOver(place.train, 'Kim', place.story))
    await merge(place.train, 'Kim', await handOver(place.desk, 'Lee', place.story))
    return place
  }

  test.each<[string, [string, string], [string, string], string]>([
    ['the same digit', ['45678', '4578'], ['45678', '4578'], '4578'],
    ['more than the other one', ['45678', '4578'], ['45678', '48'], '48'],
    ['less than the other one', ['45678', '48'], ['45678', '4578'], '48'],
  ])('both wrote the figure: %s', async (_what, desk, train, left) => {
    const both = await apart(desk, train)
    const wrote = ['Ben', 'Kim', 'Lee']
    expect((await writersOn(both.desk, both.story, left)).words).toEqual(wrote)
    expect((await writersOn(both.train, both.story, left)).words).toEqual(wrote)
  })
})
