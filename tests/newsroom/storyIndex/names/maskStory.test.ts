import { describe, expect, it } from 'vitest'
import { storyMasker } from '../../../../src/newsroom/storyIndex/names/maskStory'
import { protectedTerms } from '../../../../src/projection/scan/protectedTerms'
import type { Source } from '../../../../src/story/desk/source'
import { indexedStory } from '../../../builders/library/indexedStory'

const source = (words: Partial<Source>): Source => ({
  id: 's1',
  name: 'Zebedee Okonkwo',
  kind: 'person',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: true,
  aliases: [],
  pseudonym: 'Source A',
  ...words,
})
const mask = storyMasker(protectedTerms([source({ contact: '+44 20 7946 0018' })]))

describe('masking a story for the index', () => {
  it('leaves a story without any protected name as it is', () => {
    const story = indexedStory('a', { row: { headline: 'Harbour' }, texts: { notes: ['Call Zebedee.'] } })
    expect(mask(story)).toBe(story)
    expect(storyMasker([])(indexedStory('a', { row: { headline: 'Zebedee Okonkwo' } })).sealed).toBe(false)
  })

  it('masks names and contacts in every text, and the parts of a name in a story with the name', () => {
    const story = indexedStory('zebedee-okonkwo', {
      stamp: 'zebedee okonkwo',
      row: { headline: 'Zebedee Okonkwo speaks', slug: 'okonkwo', assignee: 'Okonkwo', by: 'ZEBEDEE OKONKWO' },
      texts: {
        body: ['Okonkwo said no.', 'Z e b e d e e  O k o n k w o', 'Others agreed.'],
        notes: ['Call +44 (0)20 7946 0018', 'Ring 020 7946 0018'],
      },
      people: ['Zebedee Okonkwo'],
      subjects: ['okonkwo'],
      facts: [
        { fact: 'f1', words: 'said Okonkwo', status: 'toCheck', rests: [{ source: 's1', locator: 'Okonkwo, 1:02' }] },
      ],
      waitsFor: ['Kim', 'Zebedee Okonkwo'],
      signers: ['Kim', 'Zebedee Okonkwo'],
      waiting: {
        id: 'zebedee-okonkwo',
        stage: 'draft',
        version: 1,
        headline: 'Okonkwo speaks',
        fields: { author: 'Kim', byline: [{ name: 'Zebedee Okonkwo' }], assignee: 'Okonkwo', slug: 'okonkwo' },
        facts: [],
        open: 0,
      },
    })
    const masked = mask(story)
    expect({ ...masked, texts: undefined }).toEqual({
      ...story,
      sealed: true,
      row: { ...story.row, headline: 'Source A speaks', slug: 'Source A', assignee: 'Source A', by: 'Source A' },
      texts: undefined,
      people: ['Source A'],
      subjects: ['Source A'],
      facts: [
        { fact: 'f1', words: 'said Source A', status: 'toCheck', rests: [{ source: 's1', locator: 'Source A, 1:02' }] },
      ],
      waitsFor: ['Kim', '*'],
      signers: ['Kim', '*'],
      waiting: {
        id: 'zebedee-okonkwo',
        stage: 'draft',
        version: 1,
        headline: 'Source A speaks',
        fields: { author: 'Kim', byline: [{ name: 'Source A' }], assignee: 'Source A', slug: 'Source A' },
        facts: [],
        open: 0,
      },
    })
    expect(JSON.stringify(masked.texts).toLowerCase()).not.toMatch(/okonkwo|zebedee|7946/)
    expect(masked.texts.body[2]).toBe('Others agreed.')
  })

  it('leaves texts out over which a name goes from one into the next', () => {
    const masked = mask(
      indexedStory('a', { texts: { body: ['The name is Zebedee', 'Okonkwo, he said.', 'Others agreed.'] } }),
    )
    expect(masked.sealed).toBe(true)
    expect(JSON.stringify(masked.texts).toLowerCase()).not.toMatch(/okonkwo|zebedee/)
    expect(masked.texts.body[2]).toBe('Others agreed.')
  })

  it('leaves texts out over which a contact goes, whose parts alone say nothing', () => {
    const masked = mask(indexedStory('a', { texts: { notes: ['Call +44 20 7946', '0018 at noon', 'Or write.'] } }))
    expect([masked.sealed, masked.texts.notes]).toEqual([true, ['', '', 'Or write.']])
  })

  it('masks a Korean name with the particle behind it', () => {
    const korean = storyMasker(protectedTerms([source({ name: '김민수' })]))
    const { texts } = korean(indexedStory('a', { texts: { body: ['김민수는 말했다.'] } }))
    expect(texts.body.join()).not.toContain('민수')
  })
})
