/**
 * A trusted person whose Stet refuses nothing dismisses, overrides or confirms what is found in their own words, and
 * hands the story over. Nothing of it counts here.
 */
import { describe, expect, test } from 'vitest'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { Machine } from './machines'
import { bothTrust, handOver, merge, replace, two } from './twoMachines'

const CLAIM = 'They say that 4,200 people waited outside.'

/** The train's editor types a claim. `also`: what that Stet notes without asking. Answers with the desk that merged. */
async function merged(also: (train: Machine, story: string) => Promise<readonly LedgerEvent[]>) {
  const { desk, train, story } = await two()
  await bothTrust(desk, train)
  await merge(train, 'Kim', await handOver(desk, 'Lee', story))
  await replace(train, 'Kim', story, 'They left separately.', CLAIM)
  const events = await also(train, story)
  const open = await train.room.story(story)
  await open.note('Kim', ...events).written
  await merge(desk, 'Lee', await handOver(train, 'Kim', story))
  return { desk, story }
}

const found = (on: Machine, story: string) => on.act('Lee', 'story.gate', { story, door: 'clear' })

describe('what a trusted person notes about their own words', () => {
  const figureOf = async (on: Machine, story: string) => {
    const figure = (await found(on, story)).blocks.find(({ message }) => message.includes('4,200'))
    if (!figure) throw new Error('The figure is not found.')
    return { rule: figure.rule, key: figure.key }
  }

  test('a “nothing to check” about them leaves the finding open', async () => {
    const { desk, story } = await merged(async (train, id) => [{ kind: 'dismissed', ...(await figureOf(train, id)) }])
    expect((await found(desk, story)).blocks.map(({ rule }) => rule)).toContain('untaggedFigure')
  })

  test('an override of what is found in them lifts nothing', async () => {
    const { desk, story } = await merged(async (train, id) => [
      { kind: 'overridden', ...(await figureOf(train, id)), reason: 'Counted.' },
    ])
    const now = await found(desk, story)
    expect(now.blocks.map(({ rule }) => rule)).toContain('untaggedFigure')
    expect(now.overridden).toEqual([])
  })

  test('of another person’s words both count', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await replace(desk, 'Ben', story, 'They left separately.', CLAIM)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    const open = await train.room.story(story)
    await open.note('Kim', { kind: 'dismissed', ...(await figureOf(train, story)) }).written
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await found(desk, story)).blocks.filter(({ message }) => message.includes('4,200'))).toEqual([])
  })

  test('a protected name that they wrote is not confirmed', async () => {
    const { desk, train, story } = await two()
    await bothTrust(desk, train)
    await merge(train, 'Kim', await handOver(desk, 'Lee', story))
    await replace(train, 'Kim', story, 'They left separately.', 'They left with Orsolya Vandersteen.')
    await desk.act('Lee', 'source.add', { name: 'Orsolya Vandersteen', kind: 'person', protected: true })
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    const named = (await found(desk, story)).blocks.find(({ rule }) => rule === 'sourceProtection')
    if (!named) throw new Error('The name is not found.')
    const confirmed = { kind: 'dismissed', rule: 'sourceProtection', key: named.key } as const
    await (await train.room.story(story)).note('Kim', confirmed).written
    await merge(desk, 'Lee', await handOver(train, 'Kim', story))
    expect((await found(desk, story)).blocks.map(({ rule }) => rule)).toContain('sourceProtection')
    await expect(handOver(desk, 'Lee', story)).rejects.toThrow('Source A')
    await expect(desk.act('Lee', 'story.export', { story, format: 'text', draft: true })).rejects.toThrow('Source A')
    await (await desk.room.story(story)).note('Lee', confirmed).written
    expect((await found(desk, story)).blocks.map(({ rule }) => rule)).not.toContain('sourceProtection')
    expect((await handOver(desk, 'Lee', story)).length).toBeGreaterThan(0)
  })
})
