import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../../src/checks/runChecks'
import { assessStory } from '../../../../src/story/assessment/assessStory'
import type { FactType } from '../../../../src/story/ledger/facts/fact'
import type { Source } from '../../../../src/story/desk/source'
import { sourceBook } from '../../../../src/story/desk/source'
import { deskFrom, storyFrom } from '../../../builders/stories/storyFrom'
import { NO_WRITER } from '../../../builders/noWriter'

const source = (more: Partial<Source>): Source => ({
  id: 's',
  name: 'Kim Ji-woo',
  kind: 'person',
  groundRules: 'onTheRecord',
  groundRulesVersion: 1,
  protected: false,
  aliases: [],
  ...more,
})

function told(sentence: string, type: FactType, sources: readonly Source[], rule = 'groundRules'): readonly string[] {
  const story = storyFrom(
    `Headline\n\n${sentence}`,
    { f: type },
    sources.map(({ id }, index) => ({
      kind: 'evidenceAdded' as const,
      fact: 'f',
      evidence: { id: `e${index}`, source: id, locator: 'p. 1', stance: 'supports' as const },
    })),
  )
  const desk = deskFrom({ sources: sourceBook(sources) })
  return runChecks({ story, assessments: assessStory(story, desk), desk }, NO_WRITER)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`)
}

describe('background', () => {
  const background = source({ groundRules: 'background', description: 'a senior Korean official' })
  it('allows a quotation with the agreed description in its sentence', () =>
    expect(told('“{f:It is close},” a senior Korean official said.', 'quote', [background])).toEqual([]))
  it('requires the description if it is in another sentence', () =>
    expect(told('A senior Korean official spoke. “{f:It is close},” he said.', 'quote', [background])).toEqual([
      'block: “It is close” was said on background. Its sentence needs the agreed description “a senior Korean official”.',
    ]))
  it('requires the whole description', () =>
    expect(told('“{f:It is close},” a senior Korean officials’ aide said.', 'quote', [background])).toHaveLength(1))
  it('reports that no description is agreed', () =>
    expect(told('“{f:It is close},” an official said.', 'quote', [source({ groundRules: 'background' })])).toEqual([
      'block: “It is close” was said on background, but the source book has no agreed description of its source.',
    ]))
  it('allows a quotation that is also on the record', () =>
    expect(
      told('“{f:It is close},” the minister said.', 'quote', [background, source({ id: 'r', name: 'Minister' })]),
    ).toEqual([]))
  it('allows a figure', () => expect(told('It was {f:100} then.', 'figure', [background])).toEqual([]))
  it('never names its source', () =>
    expect(told('It was {f:100} then, Kim Ji-woo said.', 'figure', [background])).toEqual([
      'block: The sentence with “100” names a source that did not agree to be named.',
    ]))
})

describe('a background source whose name is a word', () => {
  const may = source({ name: 'May', groundRules: 'background', description: 'an aide' })
  it.each([
    'It was {f:100} then, and it may rain.',
    'It was {f:100} in May.',
    'It was {f:100} on May 4.',
    'It was {f:100} in May 2026.',
  ])('is not named by %s', (sentence) => expect(told(sentence, 'figure', [may])).toEqual([]))
  it.each(['It was {f:100} then, May said.', 'It was {f:100} then, MAY said.', 'In May it was {f:100}, May said.'])(
    'is named by %s',
    (sentence) => expect(told(sentence, 'figure', [may])).toHaveLength(1),
  )
  it('is named in any case by several words', () =>
    expect(told('It was {f:100} then, theresa may said.', 'figure', [{ ...may, name: 'Theresa May' }])).toHaveLength(1))
})

describe('deep background', () => {
  const deep = source({ groundRules: 'deepBackground', description: 'a senior Korean official' })
  it('forbids quotation, whatever the description', () =>
    expect(told('“{f:It is close},” a senior Korean official said.', 'quote', [deep])).toEqual([
      'block: “It is close” was said on deep background: it may not be quoted.',
    ]))
  it('allows the same words as a plain fact', () =>
    expect(told('The talks {f:are close to an end}.', 'event', [deep])).toEqual([]))
  it.each([
    'The talks {f:are close to an end}, a senior official said.',
    '{f:A senior official said the talks are close to an end}.',
    'According to an official, the talks {f:are close to an end}.',
    'Die Gespräche {f:stehen vor dem Abschluss}, sagte ein Beamter.',
    '한 고위 관계자는 협상이 {f:막바지에 이르렀다}고 말했다.',
    '協議は{f:大詰め}だと高官は述べた。',
  ])('forbids attribution that only the copy gives: %s', (sentence) =>
    expect(told(sentence, 'paraphrase', [deep])).toEqual([expect.stringContaining('it may not be attributed')]),
  )
  it.each([
    'The talks {f:are close to an end}.',
    'They {f:will meet again} in Mokpo.',
    '협상이 {f:막바지에 이르렀다}.',
  ])('allows a paraphrase that nobody is said to have said: %s', (sentence) =>
    expect(told(sentence, 'paraphrase', [deep])).toEqual([]),
  )
  it('allows a paraphrase that is also on the record', () =>
    expect(
      told('The talks {f:are close}, the minister said.', 'paraphrase', [deep, source({ id: 'r', name: 'Minister' })]),
    ).toEqual([]))
  it.each(['Kim Ji\u2011woo', 'Kim\u200d Ji-woo', 'Кim Ji-woo', '𝐊𝐢𝐦 𝐉𝐢-𝐰𝐨𝐨', 'Ｋｉｍ Ji-woo'])(
    'never names it as %j',
    (name) => expect(told(`The talks {f:are close}, ${name} thinks.`, 'event', [deep])).toHaveLength(1),
  )
  it('never names its source', () =>
    expect(told('The talks {f:are close}, KIM JI-WOO thinks.', 'event', [deep])).toHaveLength(1))
})

describe('another outlet', () => {
  const outlet = source({ kind: 'outlet', name: 'Yonhap', aliases: ['연합뉴스'] })
  const asked = (sentence: string, sources: readonly Source[]): readonly string[] =>
    told(sentence, 'figure', sources, 'otherOutlet')
  it('as only backing needs its name in the sentence', () =>
    expect(asked('It ran {f:100} minutes.', [outlet])).toEqual([
      'block: “100” is based only on Yonhap. The sentence must name it.',
    ]))
  it('is named by name or alias, also with a particle behind it', () => {
    expect(asked('It ran {f:100} minutes, Yonhap reported.', [outlet])).toEqual([])
    expect(asked('연합뉴스에 따르면 {f:100}분 걸렸다.', [outlet])).toEqual([])
  })
  it.each([
    ['Yonhap', 'minutes', 'It ran {f:100} minutes.'],
    ['Yonhap', 'officials', 'It ran {f:100} minutes, officials said.'],
    ['Yonhap', 'Seoul', 'It ran {f:100} minutes in Seoul.'],
    ['The New York Times', 'New York', 'It ran {f:100} minutes in New York.'],
    ['Busan Ilbo', 'Busan', 'It ran {f:100} minutes in Busan.'],
    ['New York Times', 'times', 'It ran {f:100} minutes three times.'],
    ['조선일보', '조선', '조선 협상은 {f:100}분 걸렸다.'],
    ['연합뉴스', '회의', '회의는 {f:100}분 걸렸다.'],
    ['연합뉴스', 'officials', 'It ran {f:100} minutes, officials said.'],
    ['AP', 'a person', 'It ran {f:100} minutes, a person said.'],
    ['Financial Times', 'the talks', 'It ran {f:100} minutes, as the talks do.'],
  ])('%s is not named by the alias “%s” before somebody else says so', (name, alias, sentence) =>
    expect(asked(sentence, [{ ...outlet, name, aliases: [alias] }])).toEqual([
      `block: “100” is based only on ${name}. The sentence must name it. “${alias}” is one of its aliases, but no form ` +
        'of its name: someone other than the author must say that readers know it by that.',
    ]),
  )
  it.each([
    ['Associated Press', 'AP', 'It ran {f:100} minutes, AP reported.'],
    ['AP', 'Associated Press', 'It ran {f:100} minutes, the Associated Press reported.'],
    ['The Associated Press', 'A.P.', 'It ran {f:100} minutes, The A.P. reported.'],
    ['A.P.', 'Associated Press', 'It ran {f:100} minutes, the Associated Press reported.'],
    ['Financial Times', 'the FT', 'It ran {f:100} minutes, the FT reported.'],
    ['Frankfurter Allgemeine Zeitung', 'F.A.Z.', 'Es waren {f:100} Minuten, so die F.A.Z.'],
    ['Deutsche Presse-Agentur', 'dpa', 'Es waren {f:100} Minuten, so dpa.'],
    ['The New York Times', 'the Times', 'It ran {f:100} minutes, the Times reported.'],
    ['The New York Times', 'NYT', 'It ran {f:100} minutes, NYT reported.'],
    ['Yonhap News Agency', 'Yonhap', 'It ran {f:100} minutes, Yonhap reported.'],
    ['Yonhap', 'Yonhap News', 'It ran {f:100} minutes, Yonhap News reported.'],
    ['Thomson Reuters', 'Reuters', 'It ran {f:100} minutes, Reuters reported.'],
    ['연합뉴스', '연합', '연합에 따르면 {f:100}분 걸렸다.'],
    ['연합뉴스', 'Yonhap', 'It ran {f:100} minutes, Yonhap reported.'],
    ['共同通信社', '共同', '共同によると{f:100}分。'],
    ['Agence France-Presse', 'AFP', 'Selon l’AFP, {f:100} minutes.'],
  ])('%s is named by the alias “%s”', (name, alias, sentence) =>
    expect(asked(sentence, [{ ...outlet, name, aliases: [alias] }])).toEqual([]),
  )
  it('is not named by a word that holds its name', () =>
    expect(asked('It ran {f:100} minutes in Yonhapville.', [outlet])).toHaveLength(1))
  it('needs no name beside backing of another kind', () =>
    expect(asked('It ran {f:100} minutes.', [outlet, source({ id: 'p', name: 'Pool', kind: 'pool' })])).toEqual([]))
  it('needs its name also beside what was said off the record', () =>
    expect(asked('It ran {f:100} minutes.', [outlet, source({ id: 'o', groundRules: 'offTheRecord' })])).toEqual([
      'block: “100” is based only on Yonhap. The sentence must name it.',
    ]))
  it('that is off the record itself is not to be named', () =>
    expect(asked('It ran {f:100} minutes.', [{ ...outlet, groundRules: 'offTheRecord' }])).toEqual([]))
  it.each([
    ['Le Monde', 'Selon tout le monde, {f:100} minutes.'],
    ['Time', 'It ran {f:100} minutes for the first time.'],
    ['WHO', 'Who says that it ran {f:100} minutes?'],
    ['The Sun', 'It ran {f:100} minutes in the sun.'],
    ['Sunday', 'It ran {f:100} minutes on Sunday.'],
  ])('%s is not named by %s', (name, sentence) => expect(asked(sentence, [{ ...outlet, name }])).toHaveLength(1))
  it.each([
    ['Le Monde', 'Selon Le Monde, {f:100} minutes.'],
    ['The New York Times', 'It ran {f:100} minutes, the New York Times reported.'],
    ['The Sunday Times', 'It ran {f:100} minutes, the Sunday Times reported.'],
    ['REUTERS', 'It ran {f:100} minutes, Reuters reported.'],
    ['Reuters', 'RAN {f:100} MINUTES, REUTERS SAYS'],
    ['dpa', 'It ran {f:100} minutes, DPA reported.'],
    ['dpa', 'Es waren {f:100} Minuten, so dpa.'],
    ['yonhap', 'It ran {f:100} minutes, Yonhap reported.'],
    ['AP', 'It ran {f:100} minutes, AP reported.'],
  ])('%s is named by %s', (name, sentence) => expect(asked(sentence, [{ ...outlet, name }])).toEqual([]))
})
