import { describe, expect, it, test } from 'vitest'
import type { Block, Copy } from '../../../src/story/copy/copy'
import { NO_PICTURE, type Picture } from '../../../src/story/copy/picture'
import { tableOf } from '../../../src/story/copy/tables'
import type { FactType } from '../../../src/story/ledger/facts/fact'
import { withSpelling } from '../../../src/story/view/commitment'
import { readTagged } from '../../builders/copy/copyFrom'
import { KEYED, standingAfter, unsigned } from '../../builders/stories/signedView'
import { BACKUP } from '../../builders/stories/storyFrom'

const block = (role: Block['role'], line: string, more: Partial<Block> = {}): Block => ({
  role,
  ...readTagged(line),
  ...more,
})
const table = (rows: readonly (readonly string[])[], header = true): Copy =>
  tableOf(
    rows.map((row) => row.map((cell) => readTagged(cell))),
    header,
  )

describe('rule 4: a quotation lapses when another person says it', () => {
  test.each([
    ['{f:“Are we winning?”} Kim Min asked.', '{f:“Are we winning?”} Park Jun asked.'],
    ['{f:“We won!”} Mr. Kim shouted.', '{f:“We won!”} Mr. Park shouted.'],
    ['{f:“It is over.”} Kim said.', '{f:“It is over.”} Park said.'],
    ['Kim was blunt. {f:“No.”}', 'Park was blunt. {f:“No.”}'],
    ['{f:“No.”} “Never.” Kim said. It rained.', '{f:“No.”} “Never.” Park said. It rained.'],
    ['It rained in Busan. {f:“No,”} she said, “never.”', 'It rained in Busan. {f:“No,”} he said, “never.”'],
    ['会議は終わった。{f:「勝てるか。」}と大臣は述べた。', '会議は終わった。{f:「勝てるか。」}と首相は述べた。'],
    ['{f:“이길 수 있다.”} 김 장관은 말했다.', '{f:“이길 수 있다.”} 박 장관은 말했다.'],
    ['{f:“이길 수 있다.”}라고 김 장관은 말했다.', '{f:“이길 수 있다.”}라고 박 장관은 말했다.'],
    ['{f:«Мы победим!»} — сказал Ким.', '{f:«Мы победим!»} — сказал Пак.'],
    ['{f:« Nous gagnons ! »} a dit Kim.', '{f:« Nous gagnons ! »} a dit Park.'],
    ['{f:„Wir gewinnen!“} sagte Kim.', '{f:„Wir gewinnen!“} sagte Park.'],
    [
      '{f:“Yes”} was all. The day went on. Kim said so in the end.',
      '{f:“Yes”} was all. The day went on. Park said so in the end.',
    ],
    ['He left. {f:“Yes,”} it read.', 'He left not. {f:“Yes,”} it read.'],
  ])('%s → %s', (then, now) => expect(standingAfter(then, now)).toBe('reCheck context'))
})

describe('rule 4: the context of a quotation reaches', () => {
  test.each([
    ['the sentence after it', '{f:“No,”} Kim said. It rained hard.', '{f:“No,”} Kim said. It rained.'],
    ['the sentence before it', 'It rained hard. {f:“No,”} Kim said.', 'It rained. {f:“No,”} Kim said.'],
    [
      'the attribution behind more of it',
      '{f:“No.”} “Never.” “Ever.” “At all,” the aide said calmly.',
      '{f:“No.”} “Never.” “Ever.” “At all,” the aide said softly.',
    ],
  ])('%s', (_what, then, now) => expect(standingAfter(then, now)).toBe('reCheck context'))
})

describe('rule 4: elsewhere in the graf', () => {
  const graf = (rest: string): string =>
    `{f:“We agreed,”} Kim said. The talks ran late in the hall. It was cold. ${rest}`
  test.each([
    ['The aide left with them.', 'The aide left with her.', 'a pronoun'],
    ['The aide went home by car.', 'The aide said he went home.', 'a verb of saying'],
    ['The talks were easy for the aides.', 'The talks were not easy for the aides.', 'a negation'],
    ['Some 20 aides went home.', 'Some 30 aides went home.', 'a number'],
    ['The aides of Kim went home.', 'The aides of Park went home.', 'a name'],
    ['Kim went home.', 'Park went home.', 'a name that begins a sentence'],
    ['The aides went home.', 'The aides “went” home.', 'a quotation mark'],
    ['The aides went home.', 'The aides went home?', 'a question mark'],
    ['대표는 집에 갔다.', '의원은 집에 갔다.', 'a word of a language without tables'],
  ])('%s → %s blocks: %s', (then, now) => expect(standingAfter(graf(then), graf(now))).toBe('reCheck context'))

  it('warns when nothing changed that tells who says what', () =>
    expect(standingAfter(graf('The aides went home by car.'), graf('The aides went home by a car.'))).toBe(
      'verified warns',
    ))
  it.each([
    ['The money went at night. The room was dark.', 'reCheck context'],
    ['The money went at night, Lee said. The room was dark.', 'verified warns'],
  ])('blocks any change of an attribution further on when nothing nearer tells who spoke: %s', (next, found) => {
    const graf = (how: string): string => `{f:Park took the money.} ${next} All left. Kim told the aides so ${how}.`
    expect(standingAfter(graf('at noon'), graf('in a hurry'), { type: 'allegation' })).toBe(found)
  })
  it('blocks any change in a language without tables', () => {
    const korean = (end: string): string => `{f:“합의했다.”} 김 장관은 말했다. 회담은 길었다. 날씨는 추웠다. ${end}`
    expect(standingAfter(korean('모두 갔다.'), korean('모두 집에 갔다.'))).toBe('reCheck context')
  })
  it('warns for all types but quotes, paraphrases and allegations', () =>
    expect(
      standingAfter('It ran {f:100 minutes}. Kim left.', 'It ran {f:100 minutes}. Park left.', { type: 'figure' }),
    ).toBe('verified warns'))
})

describe('rule 4: around the graf', () => {
  it('warns when the graf before a quotation changed', () =>
    expect(standingAfter('Kim came.\n{f:“No,”} he said.', 'Park came.\n{f:“No,”} he said.')).toBe('verified warns'))
  it('keeps the tick when a graf moves', () =>
    expect(
      standingAfter('Kim came.\n{f:“No,”} he said.\nIt rained.', 'Kim came.\nIt rained.\n{f:“No,”} he said.'),
    ).toBe('verified warns'))
  it('keeps a figure as signed when its graf moves', () =>
    expect(
      standingAfter('Kim came.\nIt ran {f:100 minutes}.', 'It ran {f:100 minutes}.\nKim came.', { type: 'figure' }),
    ).toBe('verified'))
  it.each([
    [
      'split after',
      'Kim came. {f:“No,”} he said. It rained. All left.',
      'Kim came. {f:“No,”} he said.\nIt rained. All left.',
    ],
    ['split before', 'Kim came. It rained. {f:“No,”} he said.', 'Kim came. It rained.\n{f:“No,”} he said.'],
    [
      'split before, and what is split off joined with the graf above',
      'It rained.\nKim came. Kim said so. {f:“No.”}',
      'It rained. Kim came. Kim said so.\n{f:“No.”}',
    ],
    [
      'split after, and what is split off joined with the graf below',
      '{f:“No.”} Kim said so. Kim left.\nIt rained.',
      '{f:“No.”}\nKim said so. Kim left. It rained.',
    ],
    ['merged', 'Kim came. {f:“No,”} he said.\nAll left.', 'Kim came. {f:“No,”} he said. All left.'],
    ['merged with the graf before', 'Kim came.\n{f:“No,”} he said.', 'Kim came. {f:“No,”} he said.'],
    ['merged with a lead-in', 'The deal covers:\n{f:“No,”} he said.', 'The deal covers: {f:“No,”} he said.'],
  ])('keeps the tick when the graf is %s (rule 5)', (_how, then, now) =>
    expect(standingAfter(then, now).split(' ')[0]).toBe('verified'),
  )
  it('lapses when a lead-in that did not stand there is merged with its graf', () =>
    expect(standingAfter('Kim came.\n{f:“No,”} he said.', 'Park wrote: {f:“No,”} he said.')).toBe(
      'reCheck context warns',
    ))
  it('lapses a figure when its sentence is merged with a lead-in', () =>
    expect(
      standingAfter('The deal covers:\n{f:12 boats} at sea.', 'The deal covers: {f:12 boats} at sea.', {
        type: 'figure',
      }),
    ).toBe('reCheck context'))
  it('lapses when a graf is split and a speaker put in', () =>
    expect(
      standingAfter('Kim came. {f:“No,”} he said. It rained.', 'Kim came. Park spoke.\n{f:“No,”} he said. It rained.'),
    ).toBe('reCheck context warns'))
  const SPLIT = 'Kim said so on Tuesday. {f:“I never took the money.”}'
  it.each([
    ['another speaker', SPLIT, 'A lawyer for Kim said so on Tuesday.\n{f:“I never took the money.”}'],
    ['a sentence', SPLIT, 'Park came. Kim said so on Tuesday.\n{f:“I never took the money.”}'],
    [
      'another speaker, under a graf that was changed for it',
      `It rained.\n${SPLIT}`,
      'A lawyer for Kim said so on Tuesday.\n{f:“I never took the money.”}',
    ],
    [
      'another speaker behind',
      '{f:“I never took the money.”} So said Kim',
      '{f:“I never took the money.”}\nSo said Kim’s lawyer',
    ],
    ['a denial behind', '{f:“Never.”} So said Kim.', '{f:“Never.”}\nSo said Kim. It was not so.'],
  ])('lapses when %s is put into what is split off', (_what, then, now) =>
    expect(standingAfter(then, now)).toBe(then.startsWith('{') ? 'reCheck context' : 'reCheck context warns'),
  )
  it('lapses when the old graf stands beside the changed one', () =>
    expect(
      standingAfter('{f:“No.”} Kim said. It rained.', '{f:“No.”} Park said. It rained.\n“No.” Kim said. It rained.'),
    ).toBe('reCheck context'))
})

describe('rule 4: what the words belong to', () => {
  const votes = (over: readonly string[], rows: readonly (readonly string[])[]): Copy => table([over, ...rows])
  const THEN = votes(['', 'Approve', 'Disapprove'], [['Busan', '{f:45}', '50']])
  test.each<readonly [string, Copy, FactType, string]>([
    ['another column', votes(['', 'Approve', 'Disapprove'], [['Busan', '50', '{f:45}']]), 'figure', 'reCheck headers'],
    ['another header', votes(['', 'Deaths', 'Disapprove'], [['Busan', '{f:45}', '50']]), 'figure', 'reCheck headers'],
    ['another row', votes(['', 'Approve', 'Disapprove'], [['Seoul', '{f:45}', '50']]), 'figure', 'reCheck headers'],
    ['another cell beside it', votes(['', 'Approve', 'Disapprove'], [['Busan', '{f:45}', '51']]), 'figure', 'verified'],
    [
      'a row above',
      votes(
        ['', 'Approve', 'Disapprove'],
        [
          ['Seoul', '1', '2'],
          ['Busan', '{f:45}', '50'],
        ],
      ),
      'figure',
      'verified',
    ],
  ])('%s', (_what, now, type, expected) => expect(standingAfter(THEN, now, { type })).toBe(expected))
  it('counts the first row as headers where none is marked', () =>
    expect(
      standingAfter(
        table(
          [
            ['', 'Exports'],
            ['2025', '{f:45}'],
          ],
          false,
        ),
        table(
          [
            ['', 'Deaths'],
            ['2025', '{f:45}'],
          ],
          false,
        ),
        {
          type: 'figure',
        },
      ),
    ).toBe('reCheck headers'))

  const list = (lead: string, item = '{f:45 ships}', role: Block['role'] = 'paragraph'): Copy => [
    block(role, lead),
    block('listItem', 'first', { list: 'bullet', level: 1 }),
    block('listItem', item, { list: 'bullet', level: 1 }),
  ]
  it('lapses an item when the lead-in of its list changed', () =>
    expect(standingAfter(list('It rained. The losses:'), list('It rained. The gains:'), { type: 'figure' })).toBe(
      'reCheck belongsTo',
    ))
  it('keeps it when another sentence of the lead-in’s graf changed', () =>
    expect(standingAfter(list('It rained. The losses:'), list('It snowed. The losses:'), { type: 'figure' })).toBe(
      'verified',
    ))
  it('lapses it when its subhead changed', () =>
    expect(
      standingAfter(list('Losses', '{f:45 ships}', 'subhead'), list('Gains', '{f:45 ships}', 'subhead'), {
        type: 'figure',
      }),
    ).toBe('reCheck belongsTo'))
  it('lapses it when the item above it changed, and not a neighbour', () => {
    const nested = (above: string, beside: string): Copy => [
      block('paragraph', 'The figures:'),
      block('listItem', above, { list: 'bullet', level: 1 }),
      block('listItem', beside, { list: 'bullet', level: 2 }),
      block('listItem', '{f:45 ships}', { list: 'bullet', level: 2 }),
    ]
    expect(standingAfter(nested('Lost', 'one'), nested('Won', 'one'), { type: 'figure' })).toBe('reCheck belongsTo')
    expect(standingAfter(nested('Lost', 'one'), nested('Lost', 'two'), { type: 'figure' })).toBe('verified')
  })

  const picture: Picture = { ...NO_PICTURE, file: 'f'.repeat(64), alt: 'A ship', credit: 'Kim', captured: '2026-10-30' }
  const caption = (changed: Partial<Picture>): Copy => [
    block('cutline', '{f:The ship} in port.', { picture: { ...picture, ...changed } }),
  ]
  test.each<[string, Partial<Picture>]>([
    ['file', { file: 'e'.repeat(64) }],
    ['alt text', { alt: 'A burning ship' }],
    ['credit', { credit: 'Park' }],
    ['date', { captured: '2016-10-30' }],
  ])('lapses a caption when the %s of its picture changed', (_what, changed) =>
    expect(standingAfter(caption({}), caption(changed), { type: 'visual' })).toBe('reCheck picture'),
  )
  it('keeps it when only the rights changed', () =>
    expect(standingAfter(caption({}), caption({ rights: 'Free' }), { type: 'visual' })).toBe('verified'))
})

describe('rule 2: the order shown counts', () => {
  it('lapses when a direction override turns the digits of the words', () =>
    expect(
      standingAfter('It had ships. It lost {f:45} men.', 'It had \u202Eships. It lost {f:45} men.', { type: 'figure' }),
    ).toBe('reCheck words'))
  it('lapses when a direction override turns the sentence but not the words', () =>
    expect(
      standingAfter(
        'He left at noon. All\u202C the men lost {f:45} ships.',
        'He left \u202Eat noon. All\u202C the men lost {f:45} ships.',
        {
          type: 'figure',
        },
      ),
    ).toBe('reCheck context'))
  it('keeps right-to-left words as signed while nothing turns them', () =>
    expect(standingAfter('قتل {f:45 رجلا} أمس.', 'قتل {f:45 رجلا} أمس. انتهى.', { type: 'figure' }).split(' ')[0]).toBe(
      'verified',
    ))
})

describe('the claim, its type and its speaker are signed', () => {
  const THEN = '{f:“No,”} he said.'
  test.each([
    ['the claim', { tag: { statement: 'He refused' } }, { tag: { statement: 'He agreed' } }],
    ['the speaker', { tag: { attributedTo: 'Kim' } }, { tag: { attributedTo: 'Park' } }],
    ['a speaker where none was named', {}, { tag: { attributedTo: 'Park' } }],
    ['the type', { type: 'quote' as const }, { type: 'name' as const }],
  ])('another: %s', (_what, signed, later) =>
    expect(standingAfter(THEN, THEN, signed, later)).toContain('reCheck claim'),
  )
})

describe('rule 7: evidence and its source', () => {
  const THEN = '{f:“No,”} he said.'
  const later = (source: Partial<typeof KEYED>) => ({ sources: [{ ...KEYED, ...source }] })
  test.each([
    ['renamed', later({ name: 'Pool report 4' })],
    ['of another kind', later({ kind: 'document' })],
    ['made official', later({ officialRecord: true })],
    ['with another pool number', later({ pooler: 'Kim', poolNumber: '4' })],
    [
      'with another root',
      {
        sources: [
          { ...KEYED, derivedFrom: ['wire'] },
          { ...KEYED, id: 'wire', name: 'Wire' },
        ],
      },
    ],
    ['with another wording', later({ wording: 'no names' })],
    [
      'merged',
      {
        sources: [
          { ...KEYED, mergedInto: 'wire' },
          { ...KEYED, id: 'wire', name: 'Wire', commitmentKey: 'b2'.repeat(32) },
        ],
      },
    ],
    ['gone from the book', { sources: [] }],
  ])('lapses when the source is %s', (_what, changed) =>
    expect(standingAfter(THEN, THEN, {}, changed)).toMatch(/^reCheck (?:source|groundRules)/),
  )
  test.each([
    ['an alias', later({ aliases: ['Pool'] })],
    ['a contact', later({ contact: 'pool@example.org' })],
    ['protection', later({ protected: true, pseudonym: 'Source A' })],
    ['a spelling of its name', later({ name: 'Pool Report 3', sameAs: withSpelling(KEYED, KEYED.name) })],
  ])('keeps the tick when the source gets %s', (_what, changed) =>
    expect(standingAfter(THEN, THEN, {}, changed)).toBe('verified'),
  )
  it('lapses when a spelling is followed by another kind', () =>
    expect(
      standingAfter(
        THEN,
        THEN,
        {},
        later({ name: 'Pool Report 3', kind: 'document', sameAs: withSpelling(KEYED, KEYED.name) }),
      ),
    ).toBe('reCheck source'))
  it('compares a source without a key as before views', () => {
    const { commitmentKey: _none, ...plain } = KEYED
    expect(standingAfter(THEN, THEN, { sources: [plain] }, { sources: [{ ...plain, name: 'Other' }] })).toBe('verified')
  })
  it('keeps the tick when support is added, and lapses when contradiction is', () => {
    const more = (stance: 'supports' | 'contradicts') => ({
      more: [{ kind: 'evidenceAdded' as const, fact: 'f', evidence: { ...BACKUP, id: 'e2', locator: '¶ 9', stance } }],
    })
    expect(standingAfter(THEN, THEN, {}, more('supports'))).toBe('verified')
    expect(standingAfter(THEN, THEN, {}, more('contradicts'))).toBe('reCheck evidence')
  })
  it('holds no name of a protected source, and no hash that a name can be tried on', () => {
    const named = { ...KEYED, name: 'Kim Min-su', protected: true, pseudonym: 'Source A' }
    const view = unsigned(THEN, { sources: [named], tag: { attributedTo: 'Kim Min-su' } }).view?.view
    expect(JSON.stringify(view)).not.toContain('Kim')
    const other = unsigned(THEN, {
      sources: [{ ...named, commitmentKey: 'c3'.repeat(32) }],
      tag: { attributedTo: 'Kim Min-su' },
    }).view?.view
    expect(view?.attributedTo).not.toEqual(other?.attributedTo)
    expect(view?.evidence[0]?.commitment).not.toBe(other?.evidence[0]?.commitment)
  })
})

test('rule 2: other words lapse as words, whatever the type, and also where the sentence is theirs alone', () => {
  expect([
    standingAfter('It ran {f:90} minutes.', 'It ran {f:91} minutes.'),
    standingAfter('{f:Kim Min}', '{f:Park Jun}'),
    standingAfter('{f:“No.”} It rained.', '{f:“Yes.”} It rained.'),
  ]).toEqual(['reCheck words', 'reCheck words', 'reCheck words'])
})

test('the note of a piece of evidence is part of what is signed; without one the view is as it was', () => {
  const viewOf = (note?: string) =>
    unsigned('{f:“We won!”} Kim said.', { evidence: [{ ...BACKUP, ...(note === undefined ? {} : { note }) }] }).view
  expect(new Set([viewOf(), viewOf('By phone.'), viewOf('From memory.')].map((view) => view?.hash)).size).toBe(3)
  expect(viewOf()?.view.evidence.map((item) => 'note' in item)).toEqual([false])
})

describe('rule 4: an attribution without a verb, further on, is context', () => {
  test.each([
    ['{f:“The deal is dead.”} It was late. Reporters waited outside.', 'Those were the words of the finance minister.'],
    ['{f:“The deal is dead.”} It was late. Reporters waited outside.', 'It was a statement from the finance ministry.'],
    ['{f:„Das Ende ist da.“} Es war spät. Alle warteten im Regen.', 'So die Worte aus dem finance-Ministerium.'],
    ['{f:« C’est fini. »} Il pleuvait dans la rue. Tous attendaient.', 'Tels sont les mots de la finance.'],
    ['{f:«Se acabó.»} Llovía en la calle. Todos esperaban fuera.', 'Son las palabras de la finance.'],
  ])('%s %s', (rest, last) =>
    expect(standingAfter(`${rest} ${last}`, `${rest} ${last.replace('finance', 'justice')}`)).toBe('reCheck context'),
  )
})
