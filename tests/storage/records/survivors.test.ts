import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectedTerms } from '../../../src/projection/scan/protectedTerms'
import type { LedgerEvent } from '../../../src/story/ledger/ledgerEntry'
import type { RecordReading } from '../../../src/storage/records/twinRecord'
import { survivingLibrary, survivingRoster, survivingSources } from '../../../src/storage/records/survivors'
import type { RosterRecord } from '../../../src/storage/records/shapes'
import { ledgerFrom } from '../../builders/stories/storyFrom'
import { PIN } from '../../builders/stories/storedStory'

const reading = <T>(survivors: readonly T[], fragments: readonly string[] = []): RecordReading<T> => ({
  lost: 'both copies are damaged',
  absent: false,
  survivors,
  fragments,
  repairs: [],
})
const ledger = (...events: LedgerEvent[]) => ledgerFrom(events)

describe('Of a roster that was lost', () => {
  const people: RosterRecord = { people: [{ name: 'Reporter' }, { name: 'Editor', role: 'editor' }], pins: [PIN] }

  it('everybody is named whom a copy or the ledger knows, with the role that the ledger gave last', () => {
    const changed = ledger(
      { kind: 'personAdded', person: 'Checker', role: 'checker' },
      { kind: 'roleChanged', person: 'Editor', from: 'editor', to: 'reporter' },
    )
    expect(survivingRoster(reading([people]), changed).people).toEqual([
      { name: 'Reporter' },
      { name: 'Editor', role: 'reporter' },
      { name: 'Checker', role: 'checker' },
    ])
  })

  it('who has left stays away: by any copy, unless the ledger brought them back, and by the ledger', () => {
    const copy: RosterRecord = {
      people: [
        { name: 'Editor', role: 'editor' },
        { name: 'Kim Min', left: true },
        { name: 'Ben', left: true },
      ],
    }
    const changed = ledger(
      { kind: 'personReturned', person: 'Ben' },
      { kind: 'personLeft', person: 'Reporter' },
      { kind: 'personAdded', person: 'Reporter', role: 'reporter' },
    )
    expect(survivingRoster(reading([people, copy]), changed).people).toEqual([
      { name: 'Reporter', role: 'reporter', left: true },
      { name: 'Editor', role: 'editor' },
      { name: 'Kim Min', left: true },
      { name: 'Ben' },
    ])
  })

  it('a PIN is the one of the copy, and one that was set since locks the name', () => {
    expect(survivingRoster(reading([people]), []).pins).toEqual([PIN])
    const pins = survivingRoster(
      reading([people]),
      ledger(
        { kind: 'pinSet', person: 'Editor', changed: true },
        { kind: 'pinSet', person: 'Reporter', changed: false },
      ),
    ).pins
    expect(pins?.map(({ person }) => person)).toEqual(['Editor', 'Reporter'])
    expect(pins?.some(({ hash }) => hash === PIN.hash)).toBe(false)
  })

  it('a name whose PIN was removed has none', () => {
    expect(survivingRoster(reading([people]), ledger({ kind: 'pinRemoved', person: 'Editor' })).pins).toBeUndefined()
  })
})

describe('Of a source book that was lost', () => {
  const source = {
    id: 's1',
    name: 'Han Seo-yeon',
    kind: 'person',
    groundRules: 'background',
    groundRulesVersion: 2,
    protected: false,
    aliases: ['Deep Harbour'],
  } as const

  it('a source is protected if any copy or the ledger says so, under every name that any copy has', () => {
    const other = { ...source, name: 'Han S.', protected: true }
    expect(survivingSources(reading([{ sources: [source] }, { sources: [other] }]), []).sources).toMatchObject([
      { name: 'Han Seo-yeon', aliases: ['Deep Harbour', 'Han S.'], protected: true },
    ])
    const added: LedgerEvent = { kind: 'sourceAdded', source: 's1', protected: true, groundRules: 'background' }
    expect(survivingSources(reading([{ sources: [source] }]), ledger(added)).sources).toMatchObject([
      { id: 's1', protected: true },
    ])
  })

  it('what was sought of the contact in each copy is sought of all of them, and nothing else', () => {
    const words = ['Café Lido', 'Tuesdays', 'x@y.org', '@kim_m', '+82 10 1234 5678', 'Signal']
    const contact = fc.option(
      fc.array(fc.constantFrom(...words), { maxLength: 3 }).map((parts) => parts.join(', ')),
      { nil: undefined },
    )
    const withContact = (text: string | undefined) => ({
      ...{ ...source, protected: true },
      ...(text === undefined ? {} : { contact: text }),
    })
    const sought = (copies: readonly (string | undefined)[]): readonly string[] => {
      const survivors = copies.map((text) => ({ sources: [withContact(text)] }))
      const terms = protectedTerms(survivingSources(reading(survivors), []).sources)
      return [...new Set(terms.flatMap(({ what, term }) => (what === 'contact' ? [term] : [])))].sort()
    }
    fc.assert(
      fc.property(fc.array(contact, { minLength: 1, maxLength: 4 }), (copies) => {
        expect(sought(copies)).toEqual([...new Set(copies.flatMap((text) => sought([text])))].sort())
      }),
    )
  })

  it('a contact of the text of a damaged copy is no source of its own if another copy has it', () => {
    const copies = ['x@y.org', '@kim_m'].map((contact) => ({ sources: [{ ...source, contact }] }))
    const text = '{"name": "Han Seo-yeon", "contact": "@kim_m", "x'
    expect(survivingSources(reading(copies, [text]), []).sources).toEqual([{ ...source, contact: 'x@y.org ‖ @kim_m' }])
  })

  it('a name that only a damaged copy has is protected', () => {
    const text = '{"name": "Kang \\u201cK\\u201d", "aliases": ["The Captain", "x'
    expect(survivingSources(reading([], [text]), []).sources).toMatchObject([
      { name: 'Kang “K”', protected: true },
      { name: 'The Captain', protected: true },
    ])
  })

  it('a source of a damaged copy that does not say whether it is protected is', () => {
    const { protected: _gone, aliases: _lost, ...damaged } = source
    expect(survivingSources(reading([{ sources: [damaged as never] }]), []).sources).toMatchObject([
      { protected: true, aliases: [] },
    ])
  })
})

it('Of settings that were lost, the one-person desk is off', () => {
  const kept = { id: 'library', created: '', settings: { deskOfOne: true, historyLimit: 5_000_000 } }
  expect(survivingLibrary(reading([kept]), 'stand-in')).toEqual({
    id: 'library',
    created: '',
    settings: { deskOfOne: false, historyLimit: 5_000_000 },
  })
  expect(survivingLibrary(reading([]), 'stand-in').id).toBe('stand-in')
})
