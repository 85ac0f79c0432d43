/** What stands in the brackets of a transcript is not surely what the speaker of the turn said. */
import { describe, expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

/** The result, the speakers if it names some, and what is cut. */
function answer(transcript: string, quote: string, speaker: string): readonly string[] {
  const turns = turnsOfLines(transcript.split('\n').map((text) => ({ text })))
  const { result, speakers, cuts } = checkQuote({ quote, speaker, transcript: { turns } })
  return [result, ...speakers, ...cuts.map(({ kind, word, where }) => `${where} ${kind} ${word}`)]
}

describe('what others call out', () => {
  const HABECK = 'Dr. Robert Habeck (BÜNDNIS 90/DIE GRÜNEN)'
  const BUNDESTAG = (note: string): string =>
    `${HABECK}:\nWir haben das nicht gewollt.\n${note}\nAber es ist geschehen.`
  const HECKLE = '(Beifall bei der SPD – Dr. Alice Weidel [AfD]: Sie haben gelogen!)'
  const BROKEN = '(Beifall bei der SPD sowie bei Abgeordneten der FDP – Dr. Alice\nWeidel [AfD]: Sie haben gelogen!)'
  const LONG = `(Beifall bei Abgeordneten ${'der SPD und der FDP und '.repeat(8)}der CDU – Alice Weidel [AfD]: Sie haben gelogen!)`
  it.each([
    ['a paragraph of its own', BUNDESTAG(HECKLE)],
    ['a paragraph of two lines', BUNDESTAG(BROKEN)],
    ['a long paragraph', BUNDESTAG(LONG)],
    ['within the line', BUNDESTAG(HECKLE).replace(/:\n/u, ': ').replaceAll('\n', ' ')],
  ])('in %s are theirs', (_, transcript) => {
    expect(answer(transcript, 'Sie haben gelogen', 'Robert Habeck')[0]).toBe('otherSpeaker')
    expect(answer(transcript, 'Sie haben gelogen', 'Alice Weidel')[0]).toBe('matches')
    expect(answer(transcript, 'Wir haben das nicht gewollt. Aber es ist geschehen', 'Robert Habeck')).toEqual([
      'matches',
      HABECK,
    ])
  })
  it.each([
    ['ORTIZ: We pay them. (Rep. Wilson: You lie!) And we will go on.', 'You lie', 'Ortiz', 'Wilson'],
    ['ORTIZ: We pay them.\n(Rep. Wilson: You lie!)\nAnd we will go on.', 'You lie', 'Ortiz', 'Wilson'],
    ['ORTIZ: We pay them. [Rep. Wilson: You lie!] And we will go on.', 'You lie', 'Ortiz', 'Wilson'],
    ['ORTIZ: We pay them. (Applause. Rep. Wilson: You lie – again!) And we go.', 'You lie again', 'Ortiz', 'Wilson'],
    [
      'M. Jean Petit: Nous avons payé la somme.\n(Applaudissements. – M. Paul Roux : C’est un mensonge !)\nEt nous irons.',
      'C’est un mensonge',
      'Jean Petit',
      'Paul Roux',
    ],
    [
      'Robert Habeck: Wir haben das nicht gewollt. (Gegenruf des Abg. Dr. Ralf Stegner [SPD]: Das ist falsch!) Gut.',
      'Das ist falsch',
      'Robert Habeck',
      'Stegner',
    ],
    [
      '김민수 위원: 저는 몰랐습니다.\n(이상민 위원: 거짓말하지 마세요!)\n정말입니다.',
      '거짓말하지 마세요',
      '김민수 위원',
      '이상민 위원',
    ],
  ])('%s', (transcript, quote, speaker, caller) => {
    expect(answer(transcript, quote, speaker)[0]).toBe('otherSpeaker')
    expect(answer(transcript, quote, caller)[0]).toBe('matches')
  })
  it('a speech without labels stays one: a call in it makes nobody else speak', () => {
    const speech = 'We pay them. (Audience member: You lie!) And we will go on.'
    expect(answer(speech, 'We pay them. And we will go on.', 'Ortiz')).toEqual(['matches'])
    expect(answer(speech, 'You lie', 'Ortiz')[0]).toBe('notFound')
  })
  it('a call of somebody in small letters is nobody’s, and a word of speech before a colon is no name', () => {
    const floor = 'ORTIZ: We pay them. (Applause from the left; shouts: You lie!) And we go.'
    expect(answer(floor, 'You lie', 'Ortiz')[0]).toBe('notFound')
    const rule = 'ORTIZ: We had a rule (as he put it: no phones) that day.'
    expect(answer(rule, 'no phones', 'Ortiz')).toEqual(['matches', 'ORTIZ', 'within hedge (as he put it: no phones)'])
  })
})

describe('stage directions', () => {
  const POUNDS = '(He pounds the table, then sits down.)'
  it.each([
    [`ORTIZ: We will win.\n${POUNDS}\nAnd we will pay.`, ['matchesWithElision', 'ORTIZ', `within hedge ${POUNDS}`]],
    [`ORTIZ: We will win. And we will pay.\n\n${POUNDS}`, ['matches', 'ORTIZ']],
    [`ORTIZ: ${POUNDS}\nWe will win. And we will pay.`, ['matches', 'ORTIZ']],
    [`${POUNDS}\nORTIZ: We will win. And we will pay.`, ['matches', 'ORTIZ']],
  ])('a person says whether a paragraph of its own was said: %j', (transcript, around) => {
    expect(answer(transcript, 'We will win. And we will pay.', 'Ortiz')).toEqual(around)
    const taken = answer(transcript, 'He pounds the table', 'Ortiz')
    // Above all labels nobody says it.
    if (transcript.startsWith('(')) expect(taken[0]).toBe('notFound')
    else expect(taken).toEqual(['matches', 'ORTIZ', `within hedge ${POUNDS}`])
  })
  it.each([
    ['ANN LEE: (We never took a bribe from anyone.)', 'We never took a bribe from anyone', 'Ann Lee'],
    ['Jean Petit : Nous paierons.\n(Je vous promets, nous paierons tout.)\nMerci.', 'nous paierons tout', 'Jean Petit'],
    ['ANNA WEBER: Wir haben nie gezahlt.\n(We have never paid anyone.)', 'We have never paid anyone', 'Anna Weber'],
    ['王小明：我们没有付过钱。\n（我们真的没有付过钱。）', '我们真的没有付过钱', '王小明'],
    ['The ministry will pay.\n(It has never paid before.)\nIt can.', 'It has never paid before', 'Lee'],
    [
      'ANN LEE: We act (voices from the regions were never ignored) now.',
      'voices from the regions were never ignored',
      'Ann Lee',
    ],
    [
      'Jean Petit : J’ai vu (exclamations de joie, jamais de haine) ici.',
      'exclamations de joie, jamais de haine',
      'Jean Petit',
    ],
    ['김민수: 갑니다. (박수 칠 때 떠나라는 말이 있습니다) 네.', '박수 칠 때 떠나라는 말이 있습니다', '김민수'],
    ['김민수: 갑니다. (우리는 박수를 받지 않았습니다) 네.', '우리는 박수를 받지 않았습니다', '김민수'],
    ['ANN LEE: We have one rule (Rule One: never pay a bribe) here.', 'never pay a bribe', 'Ann Lee'],
    ['ANN LEE: We have an aim (First: never pay) here.', 'never pay', 'Ann Lee'],
    ['Anna Weber: Wir haben ein Ziel (Motto: Keine Schulden mehr) hier.', 'Keine Schulden mehr', 'Anna Weber'],
  ])('words in brackets may be speech, and a person says so: %j', (transcript, quote, speaker) => {
    const [result, ...told] = answer(transcript, quote, speaker)
    const note = /[(（].*[)）]/u.exec(transcript)?.[0] ?? ''
    expect(result).toBe('matches')
    expect(told).toContain(`within hedge ${note}`)
  })
  it('somebody who speaks in the transcript may call without a title', () => {
    const transcript = 'TOM REED: Good day.\nANN LEE: We pay them. (Reed: You lie!) And we go on.'
    expect(answer(transcript, 'You lie', 'Ann Lee')[0]).toBe('otherSpeaker')
  })
  it('within a line nobody can tell', () =>
    expect(
      answer('ORTIZ: We will win. (He pounds the table.) And we will pay.', 'He pounds the table', 'Ortiz'),
    ).toEqual(['matches', 'ORTIZ', 'within hedge (He pounds the table.)']))
  it.each([
    '(Beifall bei der SPD, der LINKEN und bei Abgeordneten des BÜNDNISSES 90/DIE GRÜNEN)',
    '(Zuruf von der AfD: Nein!)',
    '(일동 박수)',
    '(장내 웃음)',
    '(박수가 있었습니다)',
    '(拍手が起きました)',
    '(Zuruf von der AfD: Das ist nicht wahr!)',
    '(Exclamations sur plusieurs bancs des groupes LR et UDR)',
    '(Applause from the gallery, which went on for some time)',
    '(Vifs applaudissements sur les bancs du groupe SOC)',
    '(Applausi dei deputati dei gruppi di maggioranza)',
    '(CHP sıralarından alkışlar)',
    '(「예」 하는 의원 있음)',
    '（「異議なし」と呼ぶ者あり）',
  ])('an event is none of the words: %s', (note) => {
    expect(answer(`ORTIZ: We win ${note} and pay.`, 'We win and pay', 'Ortiz')).toEqual(['matches', 'ORTIZ'])
  })
  it.each(['Silence is no answer', 'Music was my life', 'Cries were heard'])('but speech is: (%s)', (words) => {
    expect(answer(`ORTIZ: We win (${words}) and pay.`, words, 'Ortiz')[0]).toBe('matches')
    expect(answer(`ORTIZ: We win (${words}) and pay.`, 'We win and pay', 'Ortiz')[0]).toBe('differs')
  })
})

describe('words that the transcriber put in brackets', () => {
  it.each([
    ['ORTIZ: We are [not] going to pay the teachers.', 'We are going to pay the teachers', 'within negation not'],
    ['ORTIZ: We are <not> going to pay the teachers.', 'We are going to pay the teachers', 'within negation not'],
    ['ORTIZ: We will pay them [if the state does].', 'We will pay them', 'after condition if'],
    ['ORTIZ: [If the state does,] we will pay them.', 'We will pay them', 'before condition If'],
    ['ORTIZ: We lost [30] people in the flood.', 'We lost people in the flood', 'within number 30'],
    ['김민수: 저는 [안] 갔습니다.', '저는 갔습니다', 'within negation 안'],
    ['ROTH: Wir werden die Rechnung [nicht] zahlen.', 'Wir werden die Rechnung zahlen', 'within negation nicht'],
    ['王伟：我们【不】会付钱给老师。', '我们会付钱给老师', 'within negation 不'],
  ])('%s', (transcript, quote, cut) => {
    const speaker = /^[^:：]+/u.exec(transcript)?.[0] ?? ''
    const result = cut.startsWith('within') ? 'matchesWithElision' : 'matches'
    expect(answer(transcript, quote, speaker)).toEqual([result, speaker, cut])
  })
  it('are left out where a quote passes over them, and cut where they weigh behind an ellipsis', () => {
    const transcript = 'ORTIZ: He [the mayor] is [not] a tough man.'
    expect(answer(transcript, 'He is … a tough man', 'Ortiz')).toEqual([
      'matchesWithElision',
      'ORTIZ',
      'within negation not',
    ])
    expect(answer('ORTIZ: He [the mayor] is a tough man.', 'He is a tough man', 'Ortiz')).toEqual([
      'matchesWithElision',
      'ORTIZ',
    ])
  })
  it('are not surely said, so no quote takes them', () => {
    expect(answer('ORTIZ: He [the mayor] is a tough man.', 'the mayor is a tough man', 'Ortiz')[0]).toBe('differs')
    expect(answer('ORTIZ: We are [not] going to pay.', 'We are not going to pay', 'Ortiz')[0]).toBe('differs')
    expect(answer('ORTIZ: We are [not] going to pay.', 'We are [not] going to pay', 'Ortiz')).toEqual([
      'matchesWithInsertion',
      'ORTIZ',
      'within negation not',
      'inserted negation not',
    ])
  })
  it.each(['[laughter]', '[Applause from the left]', '[sic]', '[00:12:03]', '[…]', '<i>', '</i>', '<br/>'])(
    'a note is none of them: %s',
    (note) =>
      expect(answer(`ORTIZ: We are ${note} going to pay.`, 'We are going to pay', 'Ortiz')).toEqual([
        'matches',
        'ORTIZ',
      ]),
  )
})
