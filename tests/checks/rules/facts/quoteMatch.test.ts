import { describe, expect, it } from 'vitest'
import { quoteOfFact } from '../../../../src/checks/quote/quoteOfFact'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { Story } from '../../../../src/story/assessment/story'
import type { Evidence } from '../../../../src/story/ledger/facts/fact'
import type { Translation } from '../../../../src/story/ledger/facts/translation'
import type { LedgerEvent } from '../../../../src/story/ledger/ledgerEntry'
import type { Transcript } from '../../../../src/story/assessment/copy/transcript'
import { BACKUP, deskFrom, signedOn, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

const FILE = 'a'.repeat(64)
const TRANSCRIPT: Transcript = {
  turns: [
    {
      speaker: 'Trump',
      text: 'He is a very tough negotiator. I do not think we will raise the tariffs. We will not raise the tariffs.',
    },
    { speaker: 'Xi', text: 'We met.' },
  ],
}

type Given = Parameters<typeof storyOn>
const findingsOn = (...given: Given): readonly string[] => findingsIn(...storyOn(...given))
const keyOn = (...given: Given): string => rawFindingsIn(...storyOn(...given))[0]?.key ?? ''

function storyOn(
  graf: string,
  speaker = 'Trump',
  more: readonly (LedgerEvent & { readonly by?: string })[] = [],
  transcript: Transcript = TRANSCRIPT,
) {
  const page = `Leaders meet\nA deck\n${graf}`
  const made = storyFrom(page, { f1: 'quote' }, [
    ...signedOn(page, 'f1', 'verified', [{ ...BACKUP, file: FILE }]),
    ...more,
  ])
  const story = { ...made, tags: new Map([...made.tags].map(([id, tag]) => [id, { ...tag, attributedTo: speaker }])) }
  return [story, new Map([[FILE, transcript]])] as const
}

function rawFindingsIn(story: Story, transcripts: ReadonlyMap<string, Transcript>) {
  const desk = deskFrom({ transcripts })
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER).filter(({ rule }) =>
    /^(?:quote|translation)/u.test(rule),
  )
}

const findingsIn = (...given: Parameters<typeof rawFindingsIn>): readonly string[] =>
  rawFindingsIn(...given).map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`)

it('a matching quote gives no finding', () =>
  expect(findingsOn('He called him {f1:“a very tough negotiator,”} and left.')).toEqual([]))
it('a verified quote that differs blocks', () => {
  expect(findingsOn('He called him {f1:“a tough negotiator,”} and left.')).toEqual([
    'block quoteDiffers: “a tough negotiator,” differs from the transcript, which says: a very tough negotiator',
  ])
})
it('words of another speaker block', () => {
  expect(findingsOn('He said {f1:“We met.”} and left.')).toEqual([
    'block quoteDiffers: “We met.”: in the transcript, Xi says this, not Trump.',
  ])
})
it('without a speaker in the tag the copy is read', () => {
  expect(findingsOn('Trump was pleased. “We agreed,” Xi said. {f1:“We met,”} he added.', '')).toEqual([])
  expect(findingsOn('{f1:“We met,”} Trump said.', '')).toEqual([
    'block quoteDiffers: “We met,”: in the transcript, Xi says this, not Trump.',
  ])
})
it('the graf that names whom a pronoun means counts, also when nothing else changed', () => {
  const page = (named: string): string =>
    `Leaders meet\nA deck\n${named} spoke last.\nIt rained.\n{f1:“We met,”} he added.`
  const story = (named: string) =>
    storyFrom(page(named), { f1: 'quote' }, signedOn(page('Xi'), 'f1', 'verified', [{ ...BACKUP, file: FILE }]))
  const transcripts = new Map([[FILE, TRANSCRIPT]])
  const desk = deskFrom({ transcripts })
  const [fact] = assessStory(story('Xi'), desk)
  const resultOf = (named: string) => fact && quoteOfFact(fact, transcripts, story(named).copy)?.check.result
  expect([resultOf('Xi'), resultOf('Trump'), resultOf('Xi')]).toEqual(['matches', 'otherSpeaker', 'matches'])
})
it('the copy names another speaker than the tag', () => {
  expect(findingsOn('{f1:“We met,”} Trump said.', 'Xi')).toEqual([
    'block quoteDiffers: “We met,”: in the transcript, Xi says this, not Trump.',
  ])
})
it('words of a speaker whom nobody can make out: the speaker warns, and a cut blocks', () => {
  expect(findingsOn('{f1:“We will … raise the tariffs,”} the president said.', '')).toEqual([
    'warn quoteSpeaker: “We will … raise the tariffs,”: These are words of Trump. The copy does not clearly say whose words they are. Name the speaker.',
    'block quoteCut: “We will … raise the tariffs,” is cut near “not”.',
  ])
  expect(findingsOn('{f1:“a very tough [and good] negotiator,”} the president said.', '')).toEqual([
    'warn quoteSpeaker: “a very tough [and good] negotiator,”: These are words of Trump. The copy does not clearly say whose words they are. Name the speaker.',
    'block quoteCut: “a very tough [and good] negotiator,” has words in brackets that were not said: [and good].',
  ])
})
describe('whose words they are', () => {
  const OPEN =
    'block quoteSpeaker: “We met”: the transcript has several speakers, and the copy does not say whose words these are. Name the speaker.'
  it('blocks if nobody is named of several people, until the speaker is named or somebody accepts it', () => {
    const graf = 'It was clear: {f1:“We met”}. It rained.'
    expect(findingsOn(graf, '')).toEqual([OPEN])
    expect(findingsOn(graf, 'Xi')).toEqual([])
    const accepted = { kind: 'dismissed', rule: 'quoteSpeaker', key: keyOn(graf, '') } as const
    expect(findingsOn(graf, '', [accepted])).toEqual([])
    expect(findingsOn(graf, '', [{ ...accepted, by: 'Reporter' }])).toEqual([OPEN])
  })
  it('is not asked if the transcript has one speaker, or names none', () => {
    const graf = 'It was clear: {f1:“We met”}. It rained.'
    const one = { turns: [{ speaker: 'Xi', text: 'We met.' }] }
    expect(findingsOn(graf, '', [], one)).toEqual([])
    expect(findingsOn(graf, '', [], { turns: [{ text: 'We met.' }] })).toEqual([])
    expect(findingsOn(graf, '', [], { turns: [...one.turns, { text: 'We sang.' }] })).toEqual([])
    expect(findingsOn(graf.replace('met', 'sang'), '', [], { turns: [...one.turns, { text: 'We sang.' }] })).toEqual([
      OPEN.replace('met', 'sang'),
    ])
  })
  describe('in a transcript that names nobody', () => {
    const UNCHECKED =
      'quoteSpeaker: “We met” is in a transcript that does not name its speakers, so no one has checked whose words these are.'
    const one = { turns: [{ text: 'We met.' }] }
    it('warns once somebody is named, in the tag or the copy, until somebody else accepts it', () => {
      const byCopy = 'It was clear: {f1:“We met”}, Xi said.'
      expect(findingsOn(byCopy, '', [], one)).toEqual([`warn ${UNCHECKED}`])
      expect(findingsOn('It was clear: {f1:“We met”}. It rained.', 'Xi', [], one)).toEqual([`warn ${UNCHECKED}`])
      const accepted = { kind: 'dismissed', rule: 'quoteSpeaker', key: keyOn(byCopy, '', [], one) } as const
      expect(findingsOn(byCopy, '', [accepted], one)).toEqual([])
      expect(findingsOn(byCopy, '', [{ ...accepted, by: 'Reporter' }], one)).toEqual([`warn ${UNCHECKED}`])
      // Whatever the graf says around it.
      expect(findingsOn(`It rained. ${byCopy}`, '', [accepted], one)).toEqual([])
    })
    it('blocks if the transcript marks that the speaker changes', () =>
      expect(
        findingsOn('It was clear: {f1:“We met”}, Xi said.', '', [], { turns: [...one.turns, { text: 'When?' }] }),
      ).toEqual([
        'block quoteSpeaker: “We met”: the transcript has several speakers and names none of them, so no one has checked whose words these are.',
      ]))
  })
  it('blocks if the copy names somebody who is not in the transcript, and the tag somebody else', () =>
    expect(findingsOn('{f1:“We met,”} Brown said.', 'Xi')).toEqual([
      'block quoteSpeaker: “We met,”: the copy attributes these words to Brown, who is not in the transcript, and the tag to Xi. Name one speaker.',
    ]))
})
it('words in brackets block until somebody accepts them', () => {
  const graf = 'He said {f1:“a very tough [and good] negotiator”} and left.'
  expect(findingsOn(graf)).toEqual([
    'block quoteCut: “a very tough [and good] negotiator” has words in brackets that were not said: [and good].',
  ])
  const key = keyOn(graf)
  expect(findingsOn(graf, 'Trump', [{ kind: 'dismissed', rule: 'quoteCut', key }])).toEqual([])
  expect(findingsOn(graf, 'Trump', [{ kind: 'dismissed', rule: 'quoteCut', key, by: 'Reporter' }])).toHaveLength(1)
})
it('a negation in brackets blocks beside them', () => {
  expect(findingsOn('He said {f1:“He is [not] a very tough negotiator”} and left.')).toEqual([
    'block quoteCut: “He is [not] a very tough negotiator” is cut near “not”.',
    'block quoteCut: “He is [not] a very tough negotiator” has words in brackets that were not said: [not].',
  ])
})
it('a cut near a negation blocks until somebody accepts it', () => {
  const graf = 'He said {f1:“we will raise the tariffs.”} and left.'
  const [finding] = findingsOn(graf)
  expect(finding).toBe('block quoteCut: “we will raise the tariffs.” is cut near “not”, “think”.')
  // The key has these words and the transcript: dismissing another quote would not lift it.
  const key = `f1:"we will raise the tariffs.":@${FILE.slice(0, 32)}.1:not think`
  const accepted = { kind: 'dismissed', rule: 'quoteCut', key } as const
  expect(findingsOn(graf, 'Trump', [accepted])).toEqual([])
  expect(findingsOn(graf, 'Trump', [{ ...accepted, by: 'Reporter' }])).toHaveLength(1)
})
it('a cut that somebody accepted is asked again with another transcript, or another speaker', () => {
  const other = 'b'.repeat(64)
  const texts = new Map([
    [FILE, { turns: [{ speaker: 'Trump', text: 'We will, not this year, raise the tariffs.' }] }],
    [other, { turns: [{ speaker: 'Trump', text: 'We will not, I tell you, raise the tariffs.' }] }],
  ])
  const found = (file: string, speaker: string, key?: string) => {
    const page = `Leaders meet\nA deck\n${speaker} said {f1:“we will … raise the tariffs,”} and left.`
    const accepted: readonly LedgerEvent[] = key === undefined ? [] : [{ kind: 'dismissed', rule: 'quoteCut', key }]
    const made = storyFrom(page, { f1: 'quote' }, [
      ...signedOn(page, 'f1', 'verified', [{ ...BACKUP, file }]),
      ...accepted,
    ])
    const turns = texts.get(file)?.turns.flatMap((turn) => [turn, { ...turn, speaker: 'Kim' }]) ?? []
    return rawFindingsIn(made, new Map([[file, { turns }]])).filter(({ rule }) => rule === 'quoteCut')
  }
  const cut = (word: string): string => `“we will … raise the tariffs,” is cut near “${word}”.`
  const [first] = found(FILE, 'Trump')
  expect([first?.message, found(FILE, 'Trump', first?.key)]).toEqual([cut('not'), []])
  expect(found(other, 'Trump', first?.key).map(({ message }) => message)).toEqual([cut('not')])
  expect(found(FILE, 'Kim', first?.key)).toHaveLength(1)
})
it('keys of findings name no speaker of a transcript: the ledger keeps them', () => {
  const turns = ['Jane Doe', 'John Roe'].map((speaker) => ({
    speaker,
    text: 'We will, not this year, raise the tariffs.',
  }))
  const page = 'Leaders meet\nA deck\n{f1:“We will … raise the tariffs,”} an official said.'
  const made = storyFrom(page, { f1: 'quote' }, signedOn(page, 'f1', 'verified', [{ ...BACKUP, file: FILE }]))
  const keys = rawFindingsIn(made, new Map([[FILE, { turns }]])).map(({ key }) => key)
  expect(keys.filter((key) => key.includes(FILE.slice(0, 32))).length).toBeGreaterThan(0)
  expect(keys.filter((key) => /Doe|Roe/u.test(key))).toEqual([])
})
describe('a transcript that somebody adds after the tick', () => {
  const OTHER = 'b'.repeat(64)
  const SINCE = ' Support was added after the verdict. It counts once someone gives the verdict again.'
  const page = 'Leaders meet\nA deck\nTrump said {f1:“we will raise the tariffs.”} and left.'
  const cut = 'block quoteCut: “we will raise the tariffs.” is cut near “not”, “think”.'
  const at = (file: string, stance: Evidence['stance'], id: string): Evidence => ({ ...BACKUP, id, stance, file })
  /** `texts`: what the captured files say, by SHA-256. */
  const found = (
    events: readonly (LedgerEvent & { readonly by?: string })[],
    texts: Readonly<Record<string, string>>,
  ) =>
    findingsIn(
      storyFrom(page, { f1: 'quote' }, events),
      new Map(Object.entries(texts).map(([file, text]) => [file, { turns: [{ speaker: 'Trump', text }] }])),
    )
  const added = (evidence: Evidence) => ({ kind: 'evidenceAdded', fact: 'f1', evidence, by: 'Reporter' }) as const
  const said = 'He is a very tough negotiator. I do not think we will raise the tariffs.'
  const padded = 'We will raise the tariffs.'

  it('lifts no block: what its giver saw is compared', () => {
    const signed = signedOn(page, 'f1', 'verified', [at(FILE, 'supports', 'e1')])
    expect(found(signed, { [FILE]: said })).toEqual([cut])
    const more = [...signed, added(at(OTHER, 'supports', 'e2'))]
    expect(found(more, { [FILE]: said, [OTHER]: padded })).toEqual([cut + SINCE])
  })
  it('counts once the verdict is given with it', () => {
    const both = [at(FILE, 'supports', 'e1'), at(OTHER, 'supports', 'e2')]
    expect(found(signedOn(page, 'f1', 'verified', both), { [FILE]: said, [OTHER]: padded })).toEqual([])
  })
  it('is told of behind what the seen one says', () => {
    const signed = signedOn(page, 'f1', 'verified', [at(FILE, 'supports', 'e1')])
    expect(found([...signed, added(at(OTHER, 'supports', 'e2'))], { [FILE]: 'We will raise taxes.' })).toEqual([
      `block quoteDiffers: “we will raise the tariffs.” differs from the transcript, which says: We will raise taxes.${SINCE}`,
    ])
  })
  it('blocks where its giver saw none, whatever else is added', () => {
    const signed = signedOn(page, 'f1', 'verified', [BACKUP])
    const more = [...signed, added(at(FILE, 'supports', 'e2')), added(at(OTHER, 'supports', 'e3'))]
    expect(found(more, { [FILE]: said, [OTHER]: padded })).toEqual([cut + SINCE])
  })
  it('is compared with every other one while there is no verdict', () => {
    const evidence = [added(at(FILE, 'supports', 'e1')), added(at(OTHER, 'supports', 'e2'))]
    expect(found(evidence, { [FILE]: said, [OTHER]: padded })).toEqual([])
  })
  it('that contradicts lifts no block either', () => {
    const evidence = [added(at(FILE, 'supports', 'e1')), added(at(OTHER, 'contradicts', 'e2'))]
    expect(found(evidence, { [FILE]: said, [OTHER]: padded })).toEqual([cut])
  })
})
it('a translated quote is compared by its original words', () => {
  const korean: Transcript = { turns: [{ speaker: 'Trump', text: '그는 매우 강인한 협상가입니다.' }] }
  const note = (original: string, more: Partial<Translation> = {}): LedgerEvent => ({
    kind: 'translated',
    fact: 'f1',
    translation: { original, language: 'ko', translator: 'Kim', secondReader: 'Editor', ...more },
  })
  const graf = 'He called him {f1:“a very tough negotiator,”} and left.'
  expect(findingsOn(graf, 'Trump', [], korean)).toEqual([
    'block translation: “a very tough negotiator,” is in a different language from the transcript. Add the original words.',
  ])
  expect(findingsOn(graf, 'Trump', [note('매우 강인한 협상가')], korean)).toEqual([])
  expect(findingsOn(graf, 'Trump', [note('매우 유능한 협상가')], korean)).toHaveLength(1)
  expect(findingsOn(graf, 'Trump', [note('the very tough man that he is')], korean)).toEqual([
    'block translation: The original words “the very tough man that he is” are in a different language from the transcript. Note the words of the transcript.',
  ])
  expect(findingsOn(graf, 'Trump', [note('매우 강인한 협상가', { language: 'und' })], korean)).toEqual([
    'block translation: The translation “a very tough negotiator” does not name the language of the original words.',
  ])
})
it('what an official interpreter said is compared with a transcript of the interpreter', () => {
  const translation = { original: '매우 강인한 협상가', language: 'ko', translator: '', officialInterpreter: true }
  const noted = (quote: string) =>
    findingsOn(`He called him {f1:${quote}} and left.`, 'Trump', [{ kind: 'translated', fact: 'f1', translation }])
  expect(noted('“a very tough negotiator,”')).toEqual([])
  expect(noted('“a tough negotiator,”')).toEqual([
    'block quoteDiffers: “a tough negotiator,” differs from the transcript, which says: a very tough negotiator',
  ])
})
