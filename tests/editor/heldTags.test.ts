import { beforeEach, describe, expect, it } from 'vitest'
import { tagSelection } from '../../src/editor/facts/factCommands'
import type { UndoneMarks } from '../../src/editor/sync/undoneMarks'
import { caretAfter, desk, press, records, resetIds, run, select, shown, storyState, type } from './desk'

beforeEach(resetIds)

describe('a tag that others dealt with', () => {
  const tagged = (isHeld: (fact: string) => boolean) => {
    const told: (readonly string[])[] = []
    const undone: UndoneMarks[] = []
    const d = desk(storyState(['headline: H', 'deck: D', 'The hall was full by noon.']), 100, {
      isHeld,
      onTagsHeld: (words) => void told.push(words),
      onUndone: (marks) => void undone.push(marks),
    })
    select(d, 'hall was full')
    run(d, tagSelection('event'))
    return { d, told, undone }
  }

  it('stays on its words when its tagger undoes it, and the window says so', () => {
    const { d, told, undone } = tagged((fact) => fact === 'n1')
    press(d, 'Mod-z')
    expect([shown(d)[2], records(d), told, undone]).toEqual([
      'The {n1:hall was full} by noon.',
      { n1: 'event' },
      [['hall was full']],
      [],
    ])
    select(d, 'hall was full')
    type(d, 'room')
    expect(shown(d)[2]).toBe('The {n1:room} by noon.')
  })

  it('comes off when nobody did', () => {
    const { d, told } = tagged(() => false)
    press(d, 'Mod-z')
    expect([shown(d)[2], records(d), told]).toEqual(['The hall was full by noon.', {}, []])
  })

  it('goes with words that are taken back', () => {
    const { d, told } = tagged(() => true)
    caretAfter(d, 'noon')
    type(d, ' in May')
    select(d, 'in May')
    run(d, tagSelection('date'))
    press(d, 'Mod-z')
    press(d, 'Mod-z')
    expect([shown(d)[2], told]).toEqual(['The {n1:hall was full} by noon.', [['in May']]])
  })
})
