/** The quote check rule by rule: who is said to have said it, what is cut, hesitation, and forms of one word. */
import { describe, expect, it } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { readAttribution } from '../../../src/checks/quote/speaker/attribution/readAttribution'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

/** `graf`: the copy, with the quotation in {braces}. */
function answer(hearing: string, graf: string, speaker?: string, earlier: readonly string[] = []): readonly string[] {
  const from = graf.indexOf('{')
  const to = graf.indexOf('}') - 1
  const text = graf.replace('{', '').replace('}', '')
  const { result, cuts } = checkQuote({
    quote: text.slice(from, to),
    speaker,
    copy: { graf: text, from, to, earlier },
    transcript: { turns: turnsOfLines(hearing.split('\n').map((line) => ({ text: line }))) },
  })
  return [result, ...cuts.map(({ word }) => word)]
}

const COUNCIL = `Gov. Ruth Baker: We will open the bridge.
Sen. Ruth Alder: We will sell the land.
Mr. Tom Baker: We will keep the land.
John Vane Sr.: We will wait for the court.
John Vane Jr.: We will go to the court.
Former Mayor Ann Cole: We will not fight it.
Mayor Eve Lund: We will fight it, and that is what it is for you.`

describe('who said it', () => {
  it.each([
    ['Gov. Baker is the governor', '{“We will open the bridge,”} Gov. Baker said.', 'matches'],
    ['Mr. Baker is not', '{“We will open the bridge,”} Mr. Baker said.', 'otherSpeaker'],
    ['Mrs. Baker is not Mr. Baker', '{“We will keep the land,”} Mrs. Baker said.', 'otherSpeaker'],
    ['a senator is no governor', '{“We will open the bridge,”} Sen. Ruth Baker said.', 'otherSpeaker'],
    ['father', '{“We will wait for the court,”} John Vane Sr. said.', 'matches'],
    ['and not son', '{“We will wait for the court,”} John Vane Jr. said.', 'otherSpeaker'],
    ['by initial and surname', '{“We will sell the land,”} R. Alder said.', 'matches'],
    ['not surely by another given name', '{“We will sell the land,”} Joan Alder said.', 'ambiguous'],
    ['the mayor is the mayor', '{“We will fight it,”} the mayor said.', 'matches'],
    ['Baker alone fits two', '{“We will keep the land,”} Baker said.', 'ambiguous'],
    ['not the one who is told', 'Alder was told by Lund: {“We will sell the land.”}', 'otherSpeaker'],
    ['not the one to whom it is said', '{“We will sell the land,”} Lund told Alder.', 'otherSpeaker'],
    ['but the one who says it', '{“We will sell the land,”} Alder told Lund.', 'matches'],
    ['before “and”', 'Alder said {“we will sell the land”} and Lund said “we will fight it” there.', 'matches'],
    ['behind “and”', 'Alder said “we will sell the land” and Lund said {“we will fight it”} there.', 'matches'],
    [
      'not behind “and”',
      'Lund said {“we will sell the land”} and Alder said “we will fight it” there.',
      'otherSpeaker',
    ],
    ['behind the quotation', 'Lund said no. {“We will sell the land,”} Alder said, “and wait.”', 'matches'],
    ['nobody, where two are named', '{“We will sell the land,”} Alder and Lund said.', 'ambiguous'],
  ])('%s', (_, graf, result) => expect(answer(COUNCIL, graf)[0]).toBe(result))

  it('a former mayor may be meant by “the mayor”, but nobody can tell', () => {
    const hearing = 'Former Mayor Ann Cole: We will leave the town, and that is what it is for you.'
    expect(answer(hearing, '{“We will leave the town,”} the mayor said.')).toEqual(['ambiguous'])
  })
  it('a pronoun means the one named last, in this graf or in one of the grafs before', () => {
    expect(answer(COUNCIL, 'Alder came late. {“We will sell the land,”} she said.')).toEqual(['matches'])
    expect(answer(COUNCIL, 'Lund came late. {“We will sell the land,”} she said.')).toEqual(['otherSpeaker'])
    expect(answer(COUNCIL, '{“We will sell the land,”} she said.', undefined, ['Lund came late.'])).toEqual([
      'otherSpeaker',
    ])
    expect(
      answer(COUNCIL, '{“We will sell the land,”} she said.', undefined, ['Alder came late.', 'It rained.']),
    ).toEqual(['matches'])
  })
  it('the copy beside the quotation goes before the tag', () => {
    expect(answer(COUNCIL, '{“We will sell the land,”} Alder said.', 'Eve Lund')).toEqual(['matches'])
    expect(answer(COUNCIL, '{“We will sell the land,”} Lund said.', 'Ruth Alder')).toEqual(['otherSpeaker'])
  })
  it('a title that no label tells: what is cut or in brackets is still told', () => {
    const hearing = 'TRUMP: We will not raise the tariffs.\nXI: We met, and that is what it is for you.'
    expect(answer(hearing, '{“We will … raise the tariffs,”} the president said.')).toEqual(['ambiguous', 'not'])
    expect(answer(hearing, '{“We will [never] raise the tariffs,”} the president said.')[0]).not.toBe('matches')
    expect(answer(hearing, '{“We will not raise the tariffs,”} the president said.')).toEqual(['ambiguous'])
  })
  it('of two who said it, what the quotation cuts from the words of either is told', () => {
    const hearing = 'Lund: We will open the park.\nCole: If the rain stops, we will open the park.'
    expect(answer(hearing, '{“We will open the park,”} it was said.')).toEqual(['ambiguous', 'If'])
    expect(answer(hearing, '{“We will open the park,”} Lund said.')).toEqual(['matches'])
    const again = `${hearing} It is so. We will open the park.`
    expect(answer(again, '{“We will open the park,”} it was said.')).toEqual(['ambiguous'])
  })
  it('words of a turn that names nobody are nobody’s', () => {
    const turns = [
      { speaker: 'Alder', text: 'We met, and that is what it is for you.' },
      { text: 'They sold the land in the end.' },
    ]
    expect(checkQuote({ quote: '“They sold the land”', speaker: 'Alder', transcript: { turns } }).result).toBe(
      'notFound',
    )
  })
})

describe('who says it, read off the copy', () => {
  /** `graf`: the copy, with the quotation in {braces}. Undefined: nobody is read. */
  function nameIn(graf: string, earlier: readonly string[] = []): string | undefined {
    const from = graf.indexOf('{')
    const to = graf.indexOf('}') - 1
    return readAttribution({ graf: graf.replace(/[{}]/gu, ''), from, to, earlier }, [])?.name
  }
  it.each([
    ['{“We won,”} Brown stressed.', 'Brown'],
    ['{“We won,”} Brown reiterated.', 'Brown'],
    ['{“We won,”} emphasised Brown.', 'Brown'],
    ['{“We won,”} Brown shot back.', 'Brown'],
    ['{„Wir gewinnen die Wahl“}, unterstrich Vogel.', 'Vogel'],
    ['{« Nous avons gagné la partie »}, réitère Roux.', 'Roux'],
    ['{« Nous avons gagné la partie »}, d’après Roux.', 'Roux'],
    ['{« Avez-vous signé ? »} a demandé le juge.', 'juge'],
    ['{«Ganamos las elecciones»}, recalcó Gil.', 'Gil'],
    ['{“Ganhamos a eleição”}, enfatizou Costa.', 'Costa'],
    ['{“Ganhamos a eleição”}, disse a prefeita.', 'prefeita'],
    ['{«Abbiamo vinto le elezioni»}, rimarca Greco.', 'Greco'],
    ['{“Wij hebben de verkiezing gewonnen”}, onderstreepte Bakker.', 'Bakker'],
    ['{„Wygraliśmy wybory”} – przekonywał Lis.', 'Lis'],
    ['{«Мы выиграли выборы»}, — подтвердил Орлов.', 'Орлов'],
    ['{«Ми виграли вибори»}, — наполягав Мельник.', 'Мельник'],
    ['{“Seçimi kazandık”} diye yineledi Kaya.', 'Kaya'],
    ['{”Vi vann valet”}, underströk Berg.', 'Berg'],
    ['{“Kami tidak akan menaikkan pajak,”} tandas Wijaya.', 'Wijaya'],
  ])('%s', (graf, name) => expect(nameIn(graf)).toBe(name))
  it('Thai writes name and verb together', () =>
    expect(answer('สมหญิง: มีคน 1500 คน\nสมชาย: เราไม่ยอม', 'สมหญิงกล่าวว่า {“เราไม่ยอม”}')).toEqual(['otherSpeaker']))
  it('Japanese names the speaker in the next sentence', () =>
    expect(
      answer('佐々木知事: 責任は重い。\n佐藤議員: 橋は要らない。', '{「橋は要らない」}。佐々木知事はそう語った。'),
    ).toEqual(['otherSpeaker']))
  it.each([
    ['Rep. Alan Baker', 'matches'],
    ['Rep. Baker', 'matches'],
    ['Baker', 'matches'],
    ['Mrs. Baker', 'otherSpeaker'],
    ['Gov. Baker', 'otherSpeaker'],
    ['Cole', 'otherSpeaker'],
  ])('official minutes call every member Mr. or Mrs.: %s', (speaker, result) => {
    const record = 'Mr. BAKER of Ohio. We will pay them, and that is it.\nMr. COLE. I object to what was said.'
    expect(answer(record, '{“We will pay them”}', speaker)).toEqual([result])
    const two = `${record}\nMr. BAKER of Texas. I do not know that.`
    if (speaker === 'Baker') expect(answer(two, '{“We will pay them”}', speaker)).toEqual(['ambiguous'])
  })
  it.each([
    ['○법무부장관 한동훈  그 보고서는 제가 썼습니다.', '한동훈', 'matches'],
    ['○법무부장관 한동훈  그 보고서는 제가 썼습니다.', '한동훈 장관', 'matches'],
    ['○장관 한동훈  그 보고서는 제가 썼습니다.', '이상민 장관', 'otherSpeaker'],
    ['○증인 김철수  그 보고서는 제가 썼습니다.', '증인 이영희', 'otherSpeaker'],
    ['○증인 김철수  그 보고서는 제가 썼습니다.', '김철수 씨', 'matches'],
    ['○김민수 위원  그 보고서는 제가 썼습니다.', '김민수 위원', 'matches'],
  ])('in Korean minutes the office and the name are the speaker: %s by %s', (hearing, speaker, result) =>
    expect(answer(`${hearing}\n○이상민 위원  알겠습니다.`, '{“그 보고서는 제가 썼습니다”}', speaker)).toEqual([result]),
  )
  it('Korean writes a name and what follows it apart', () =>
    expect(answer('이정민 시장: 죄송합니다.\n박 기사: 버스가 멈췄어요.', '{“죄송합니다.”} 박 기사의 말이다.')).toEqual([
      'otherSpeaker',
    ]))
  it('a graf of nothing but a quotation belongs to the person that the graf before names', () => {
    expect(nameIn('{“We won.”}', ['Lund was there. Brown said:'])).toBe('Brown')
    expect(nameIn('{“We won.”}', ['It rained.'])).toBe(undefined)
    expect(nameIn('{“We won.”} It rained.', ['Brown said:'])).toBe(undefined)
    const hearing = 'Reed: We won, and that is what it is for you.\nBrown: We lost, and that is what it is for you.'
    expect(answer(hearing, '{“We won.”}', undefined, ['Brown said:'])).toEqual(['otherSpeaker'])
    expect(answer(hearing, '{“We won.”}', 'Reed', ['Brown said:'])).toEqual(['otherSpeaker'])
    expect(answer(hearing, '{“We won.”}', 'Reed', ['“We lost,” Brown said.'])).toEqual(['matches'])
  })
})

describe('what is cut or added', () => {
  const HEARING =
    'Lund: If the rain stops, we open the park. We do not sell it, I think, to anyone. ' +
    'We saw the seven small boats that came. It cost minus 40 euros in the end. Will you come with us? We keep it unless the court of the land is no more. That is 300 a day for you.'
  it.each([
    ['a condition before', '{“We open the park,”} Lund said.', ['matches', 'If']],
    ['a condition behind', '{“We keep it,”} Lund said.', ['matches', 'unless', 'no']],
    ['a condition between', '{“We keep … the land,”} Lund said.', ['matchesWithElision', 'unless', 'no']],
    ['a sign', '{“40 euros in the end,”} Lund said.', ['matches', 'minus']],
    ['a figure', '{“That is,”} Lund said.', ['matches', '300']],
    ['a figure in words that stands further off', '{“That came,”} Lund said.', ['matches', 'seven']],
    ['a question', '{“Will you come with us,”} Lund said.', ['matches', '?']],
    ['a statement made a question', '{“We open the park?”} Lund said.', ['matches', 'If', '?']],
    ['a question mark behind the closing mark', '{“Will you come with us”}? Lund asked.', ['matches']],
    [
      'a negation in brackets',
      '{“If the rain [never] stops, we open the park,”} Lund said.',
      ['matchesWithInsertion', 'never'],
    ],
    ['a condition in brackets', '{“Will you come with us [if it rains]?”} Lund said.', ['matchesWithInsertion', 'if']],
    ['other words in brackets', '{“Will you come with us [today]?”} Lund said.', ['matchesWithInsertion']],
    ['[sic], which adds nothing', '{“Will you come [sic] with us?”} Lund said.', ['matches']],
  ])('%s', (_, graf, found) => expect(answer(HEARING, graf)).toEqual(found))

  it.each([
    ['a number in words, further off', 'Two of the ministers lied', 'the ministers lied', ['matches', 'Two']],
    ['a hedge of the next word, further off', 'Some of the ministers lied', 'the ministers lied', ['matches', 'Some']],
    [
      'a modal verb, further off',
      'We might in the course of the year open it',
      'in the course of the year open it',
      ['matches', 'might'],
    ],
    [
      'a modal verb at the other end',
      'It might well be so that they left in the end',
      'they left in the end',
      ['matches', 'might'],
    ],
    ['a hedge, further off', 'Perhaps in the course of the year we open it', 'we open it', ['matches', 'Perhaps']],
    ['the month of May is none', 'We met in May and they left us', 'they left us', ['matches']],
    ['what another sentence holds', 'Two left. The ministers lied', 'The ministers lied', ['matches']],
  ])('%s', (_, said, quote, found) =>
    expect(answer(`Lund: ${said}. And that is what it is for you.`, `{“${quote},”} Lund said.`)).toEqual(found),
  )
  it('one Chinese sign for a number counts beside the cut only', () => {
    expect(answer('陈伟：三百人一起在这里开会了。', '陈伟说：{“在这里开会了。”}')[0]).toBe('matches')
    expect(answer('陈伟：我们加倍努力工作并且开会了。', '陈伟说：{“工作并且开会了。”}')).toEqual(['matches'])
    expect(answer('陈伟：他们十分努力地工作了。', '陈伟说：{“努力地工作了。”}')).toEqual(['matches'])
  })
  it('a Thai space ends a clause: a condition of the clause before counts, a negation further off does not', () => {
    const hearing = 'นภา แสงทอง: เราไม่เคยขึ้นภาษี หากฝนหยุด เราจะเปิดสวน มีคน 2,500 คน'
    expect(answer(hearing, 'นภา แสงทอง กล่าวว่า {“เราจะเปิดสวน”}')).toEqual(['matches', 'หาก'])
    expect(answer(hearing, 'นภา แสงทอง กล่าวว่า {“เปิดสวน มีคน”}')).toEqual(['matches', 'หาก', '2,500'])
    expect(answer(hearing, 'นภา แสงทอง กล่าวว่า {“เคยขึ้นภาษี”}')).toEqual(['matches', 'ไม่', 'หาก'])
  })
  it('a question without its mark, in a language that has words for it', () => {
    const hearing = '박서연: 시장님은 약속을 지키셨나요. 우리는 돌아갑니다.'
    expect(answer(hearing, '박서연은 {“약속을 지키셨”}다고 했다.')[0]).toBe('matches')
    expect(answer(hearing, '박서연은 {“약속을 지키셨”}다고 했다.').length).toBeGreaterThan(1)
  })
  it('round brackets in Korean are the paper’s', () =>
    expect(answer('박서연: 우리는 공원을 엽니다.', '박서연은 {“(서울의) 공원을 엽니다”}라고 말했다.')).toEqual([
      'matchesWithInsertion',
    ]))
})

describe('a transcript in two languages', () => {
  const HEARING =
    '박서연: 오늘 회담은 매우 성공적이었습니다. 우리는 합의했습니다.\n' +
    'Lund: We did not agree, um, to it, and the toll of 1,500 is what it is for you. ' +
    'If the rain stops, we open the park.\n' +
    '박서연: 우리는 예산을 줄이지 않겠습니다.\n' +
    'Vogel: Wir haben nicht zugestimmt, und es waren 2.500 Leute auf dem Platz, die das nicht wollten.'
  it.each([
    ['a condition of the other language', '{“We open the park,”} Lund said.', ['matches', 'If']],
    ['a negation of the other language', '{“We … agree,”} Lund said.', ['matchesWithElision', 'not', '1,500']],
    [
      'a sound of hesitation of the other language',
      '{“We did not agree to it,”} Lund said.',
      ['matchesWithElision', '1,500'],
    ],
    ['a negation of the first language', '박서연은 {“우리는 예산을 줄이”}라고 말했다.', ['matches', '않']],
    ['a negation of the third', '{„zugestimmt“}, sagte Vogel.', ['matches', 'nicht', '2.500', 'nicht']],
    [
      'a figure as the third writes it',
      '{„es waren 2.500 Leute auf dem Platz, die das nicht wollten“}, sagte Vogel.',
      ['matches', 'nicht'],
    ],
  ])('%s', (_, graf, found) => expect(answer(HEARING, graf)).toEqual(found))
  it('a short turn does not change the language', () => {
    const hearing = 'Lund: We met, and that is what it is for you.\nCole: Die um nine.\nLund: So, um, we left.'
    expect(answer(hearing, '{“So we left,”} Lund said.')).toEqual(['matchesWithElision'])
    expect(answer(hearing, '{“Die nine,”} Cole said.')).toEqual(['matchesWithElision'])
  })
})

describe('hesitation', () => {
  const HEARING = 'Lund: We open, um, the park and it is what it is for you, ähm, with us.'
  it.each([
    ['of the language spoken', '{“We open the park,”} Lund said.', 'matchesWithElision'],
    ['not of another one', '{“what it is for you with us,”} Lund said.', 'differs'],
  ])('%s', (_, graf, result) => expect(answer(HEARING, graf)[0]).toBe(result))
  it('of a language that nobody knows is a word, unless marks stand round it', () => {
    expect(answer('Lund: Zok uh brat.', '{“Zok brat,”} Lund said.')[0]).not.toBe('matchesWithElision')
    expect(answer('Lund: Zok, uh, brat.', '{“Zok brat,”} Lund said.')[0]).toBe('matchesWithElision')
  })
  it('that is also a word needs marks round it', () => {
    expect(answer('박서연: 저, 우리는 공원을, 그, 엽니다.', '박서연은 {“우리는 공원을 엽니다”}라고 말했다.')[0]).toBe(
      'matchesWithElision',
    )
    expect(answer('박서연: 우리는 그 공원을 엽니다.', '박서연은 {“우리는 공원을 엽니다”}라고 말했다.')[0]).not.toBe(
      'matchesWithElision',
    )
  })
  it('no capitals are a drawn-out sound: AAA and KKK are names', () => {
    const hearing = 'Lund: We met the KKK youth group, aaa, and the AAA men of what it is for you.'
    expect(answer(hearing, '{“We met the youth group,”} Lund said.')[0]).not.toBe('matchesWithElision')
    expect(answer(hearing, '{“and the men of what it is,”} Lund said.')[0]).not.toBe('matchesWithElision')
    expect(answer(hearing, '{“We met the KKK youth group and the AAA men,”} Lund said.')).toEqual([
      'matchesWithElision',
    ])
    const captions = 'LUND: WE MET THE KKK YOUTH GROUP, AND THAT IS WHAT IT IS FOR YOU.'
    expect(answer(captions, '{“We met the youth group,”} Lund said.')[0]).not.toBe('matchesWithElision')
  })
  it.each([
    '[indiscernible]',
    '[indiscernible 00:12:03]',
    '[unv.]',
    '(unintelligible)',
    '[cross talk]',
    '[audio drops]',
    '[expletive]',
    '[redacted]',
    '[?]',
    '(nicht zu verstehen)',
    '[incompréhensible]',
    '[нрзб]',
    '[판독 불가]',
    '[聴取不能]',
  ])('no quotation runs across words that nobody wrote down: %s', (note) => {
    const hearing = `Lund: We open ${note} the park and it is what it is for you.`
    expect(answer(hearing, '{“We open the park,”} Lund said.')[0]).toBe('differs')
    expect(answer(hearing, '{“We open … the park,”} Lund said.')[0]).toBe('matchesWithElision')
    expect(answer(hearing.replace(note, '[laughter]'), '{“We open the park,”} Lund said.')).toEqual(['matches'])
  })
  it('round brackets may be speech or a note, so a person accepts words from them', () => {
    const hearing = 'Lund: We open (the missing ones came back to us) the park and it is what it is for you.'
    expect(answer(hearing, '{“the missing ones came back to us the park,”} Lund said.')).toEqual([
      'matches',
      '(the missing ones came back to us)',
    ])
    expect(answer(hearing, '{“the park and it is what it is,”} Lund said.')).toEqual(['matches'])
  })
  it('in Korean is none inside a word', () =>
    expect(answer('박서연: 우리는 어제 왔습니다.', '박서연은 {“우리는 제 왔습니다”}라고 말했다.')[0]).not.toBe(
      'matchesWithElision',
    ))
})

describe('forms of one word or figure', () => {
  const said = (hearing: string, quote: string): string | undefined =>
    answer(`Lund: ${hearing}`, `{“${quote}”}`, 'Lund')[0]
  it.each([
    ['digits of another script', 'There were ١٢ of them and we have it', 'There were 12 of them'],
    ['full width', 'There were １２ of them and we have it', 'There were 12 of them'],
    ['thin spaces', 'There were 1\u202F500 of them and we have it', 'There were 1500 of them'],
    ['commas', 'There were 1,500 of them and we have it', 'There were 1500 of them'],
    ['percent', 'It was 12 percent of it and we have it', 'It was 12% of it'],
    ['minus', 'It was minus 4 for us and we have it', 'It was −4 for us'],
    ['CJK numerals', '参加者は二千五百人でした', '参加者は2500人でした'],
    ['percent before the figure', '损失是百分之十二', '损失是12%'],
    ['traditional characters', '我們絕不漲價', '我们绝不涨价'],
    ['ё', 'Мы прочли отчёт и ушли', 'Мы прочли отчет и ушли'],
    ['vowel marks', 'כָּתַב את זה', 'כתב את זה'],
    ['capitals in Turkish', 'KIŞIN AHMET YILMAZ GELDİ', 'Kışın Ahmet Yılmaz geldi'],
    ['the place of a Vietnamese tone', 'Chúng tôi không hòa giải', 'Chúng tôi không hoà giải'],
    ['an index', 'The CO₂ fell for us and we have it', 'The CO2 fell for us'],
    ['a square', 'It was 5 m2 for us and we have it', 'It was 5 m² for us'],
    ['ligatures', 'Nous avons une œuvre pour vous', 'Nous avons une oeuvre pour vous'],
  ])('%s', (_, hearing, quote) => expect(said(hearing, quote)).toBe('matches'))
  it.each([
    ['10² is not 102', 'It was 10² for us and we have it', 'It was 102 for us'],
    ['1.500 is not 1500 in English', 'It was 1.500 for us and we have it', 'It was 1500 for us'],
    ['1,5 is not 15', 'Das waren 1,5 Liter für uns und wir haben es', 'Das waren 15 Liter für uns'],
    ['12 is not 12%', 'It was 12 percent of it and we have it', 'It was 12 of it'],
    ['at least 4 is not −4', 'Il y en avait au moins 4 pour nous', 'Il y en avait au −4 pour nous'],
    ['隻 is not 只 in one style', '我們這隻船開了', '我們這只船開了'],
    ['other vowel marks', 'כָּתַב את זה', 'כֻּתַּב את זה'],
    ['case inside a sentence', 'We saw the bush and we have it', 'We saw the Bush'],
  ])('but %s', (_, hearing, quote) => expect(said(hearing, quote)).not.toBe('matches'))
})
