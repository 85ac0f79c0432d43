import { describe, expect, it } from 'vitest'
import { assessStory } from '../../../src/story/assessment/assessStory'
import { openLosses, whyNotAcceptLoss } from '../../../src/story/assessment/lostTrust'
import type { Story } from '../../../src/story/assessment/story'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import { lossKey, type TrustLoss } from '../../../src/story/ledger/loss'
import { openGate } from '../../../src/gate/openGate'
import { BACKUP, deskFrom, POOL, signedOn, storyFrom } from '../../builders/stories/storyFrom'
import { NO_WRITER } from '../../builders/noWriter'

const PAGE = 'The meeting lasted {f:100 minutes}. {g:Kim} left.'
const TYPES = { f: 'figure', g: 'name' } as const
const LINE: TrustLoss = { kind: 'ledgerLine', where: 'a b', detail: 'entry 5 is missing.' }
const FILE = 'f'.repeat(64)
const GONE: TrustLoss = { kind: 'fileGone', where: FILE, detail: 'The captured file is missing.' }
const ROSTER: TrustLoss = { kind: 'roster', where: 'roster.json', detail: 'The roster cannot be trusted.' }
const accepted = (...losses: TrustLoss[]): LedgerEvent & { by: string } => ({
  kind: 'lossAccepted',
  losses,
  reason: 'No backup has it.',
  by: 'Editor',
})
const tagged = (fact: string): LedgerEvent & { by: string } => ({
  kind: 'tagged',
  fact,
  type: 'figure',
  words: '100 minutes',
  writers: ['Reporter'],
  by: 'Reporter',
})
const sources = new Map([[POOL.id, POOL]])
const standing = (story: Story): readonly string[] =>
  assessStory(story, deskFrom({ sources })).map(({ id, status, reasons }) => [id, status, ...reasons].join(' '))
const lost = (events: Parameters<typeof storyFrom>[2], losses: readonly TrustLoss[]): Story => ({
  ...storyFrom(PAGE, TYPES, events),
  losses,
})

describe('A lost record', () => {
  it('takes every tick of the story, and what nobody signed too: the lost line may have judged it', () => {
    const events = [tagged('f'), tagged('g'), ...signedOn(PAGE, 'f')]
    expect(standing(lost(events, []))).toEqual(['f verified', 'g toCheck'])
    expect(standing(lost(events, [LINE]))).toEqual(['f reCheck loss', 'g reCheck loss'])
  })

  it('concerns only the fact that it names', () => {
    const events = [...signedOn(PAGE, 'f'), ...signedOn(PAGE, 'g')]
    expect(standing(lost(events, [{ ...LINE, fact: 'g' }]))).toEqual(['f verified', 'g reCheck loss'])
  })

  it('stays known after the next write, by Stet’s note of it', () => {
    const events = [...signedOn(PAGE, 'f'), { kind: 'lossFound', losses: [LINE], by: 'Stet' } as const]
    expect(standing(lost(events, []))).toEqual(['f reCheck loss', 'g reCheck loss'])
  })

  it('once accepted, closes nothing, and only a fresh signature counts', () => {
    const before = [tagged('f'), tagged('g'), ...signedOn(PAGE, 'f'), accepted(LINE)]
    expect(openLosses(lost(before, [LINE]))).toEqual([])
    expect(standing(lost(before, [LINE]))).toEqual(['f reCheck loss', 'g reCheck loss'])
    expect(standing(lost([...before, ...signedOn(PAGE, 'f')], [LINE]))).toEqual(['f verified', 'g reCheck loss'])
  })

  it('is not looked at anew by somebody whose verdict does not count', () => {
    const before = [...signedOn(PAGE, 'f'), accepted(LINE)]
    const again = signedOn(PAGE, 'f').map((event) => ({ ...event, by: 'A stranger' }))
    expect(standing(lost([...before, ...again], [LINE]))[0]).toBe('f reCheck loss notEntitled')
  })

  it('once accepted, accepts no other loss', () => {
    const other = { ...LINE, where: 'c d' }
    expect(openLosses(lost([accepted(LINE)], [LINE, other]))).toEqual([other])
    expect(standing(lost([accepted(LINE), ...signedOn(PAGE, 'f')], [LINE, other]))[0]).toBe('f reCheck loss')
  })

  it('of a line takes the clearing with it', () => {
    const moved = {
      kind: 'moved',
      from: 'inReview',
      to: 'cleared',
      copyHash: 'h',
      blocks: 0,
      warns: 0,
      overrides: [],
    } as const
    expect(lost([moved], []).ledger.clearedHash).toBe('h')
    expect(lost([moved, { kind: 'lossFound', losses: [LINE] }], []).ledger.clearedHash).toBeUndefined()
  })
})

describe('A captured file that is gone', () => {
  const backup = [{ ...BACKUP, file: FILE }]
  const events = [tagged('g'), ...signedOn(PAGE, 'f', 'verified', backup), ...signedOn(PAGE, 'g')]

  it('takes the ticks that rest on it, and no other', () => {
    expect(standing(lost(events, [GONE]))).toEqual(['f reCheck loss', 'g verified'])
    expect(standing(lost(events, [{ ...GONE, kind: 'fileDiffers' }]))).toEqual(['f reCheck loss', 'g verified'])
  })

  it('lets nobody verify with it, not even after the loss was accepted', () => {
    const again = [...events, accepted(GONE), ...signedOn(PAGE, 'f', 'verified', []).slice(-1)]
    expect(standing(lost(again, [GONE]))[0]).toBe('f reCheck loss')
    const stands = [...events, accepted(GONE), ...signedOn(PAGE, 'f', 'letStand', [])]
    expect(standing(lost(stands, [GONE]))[0]).toMatch(/^f letStand/)
  })

  it('comes back with the file', () => {
    expect(standing(lost(events, []))).toEqual(['f verified', 'g verified'])
  })
})

describe('A library that lost its roster', () => {
  it('closes every story, and no story accepts it', () => {
    const story = lost([...signedOn(PAGE, 'f'), accepted(ROSTER)], [ROSTER])
    expect(openLosses(story).map(lossKey)).toEqual(['roster roster.json'])
    expect(standing(story)[0]).toBe('f reCheck loss')
  })
})

describe('The gate', () => {
  const story = lost(signedOn(PAGE, 'f'), [LINE])
  const at = (door: 'clear' | 'publish' | 'kill' | 'file' | 'factsheet' | 'draftExport') =>
    openGate({
      story,
      assessments: assessStory(story, deskFrom({ sources })),
      desk: deskFrom(),
      door,
      wroteAt: NO_WRITER,
      killText: 'Withdrawn.',
    })

  it('holds a loss at every door but the kill, and nobody overrides it', () => {
    for (const door of ['clear', 'publish', 'factsheet', 'draftExport'] as const) {
      const found = at(door).blocks.find(({ rule }) => rule === 'loss')
      expect(found).toMatchObject({ overridable: false, dismissable: false })
    }
    expect(at('kill').blocks).toEqual([])
    expect(at('file').blocks).toEqual([])
  })

  it('asks an editor to accept it', () => {
    const { roster } = deskFrom()
    expect(whyNotAcceptLoss('Editor', roster)).toBeUndefined()
    expect(whyNotAcceptLoss('Checker', roster)).toMatch(/Only an editor can accept a loss/)
    expect(whyNotAcceptLoss('Nobody', roster)).toMatch(/not on the roster/)
  })
})
