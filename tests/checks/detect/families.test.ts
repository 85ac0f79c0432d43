/**
 * What rule 10 looks for, by family: each mark of quotation, and figures, superlatives and comparisons of each
 * language. The committed sets measure how much is found; these tests say that no family is left out.
 */
import { describe, expect, it } from 'vitest'
import type { StatementKind } from '../../../src/checks/detect/statement'
import { statementsOf, unknownSentences } from '../../../src/checks/detect/statementsOf'
import type { BlockRole } from '../../../src/story/copy/copy'

function wordsOf(kind: StatementKind, text: string, role: BlockRole = 'paragraph'): readonly string[] {
  return statementsOf({ role, text, spans: [] })
    .filter((one) => one.kind === kind)
    .map(({ words }) => words)
}

describe('a quotation is seen in', () => {
  it.each([
    ['“a good start”'],
    ['”en god start”'],
    ['„ein guter Anfang“'],
    ['„dobry początek”'],
    ['« un bon début »'],
    ['»ein guter Anfang«'],
    ['‹un bon début›'],
    ['›ein guter Anfang‹'],
    ['「よい始まり」'],
    ['『よい始まり』'],
    ['﹁好的開始﹂'],
    ['｢よい始まり｣'],
    ['〝よい始まり〟'],
    ['"a good start"'],
    ['″a good start″'],
    ['＂좋은 시작＂'],
    ['‘a good start’'],
    ["'a good start'"],
    ['‚ein guter Anfang‘'],
    ["``a good start''"],
    [",,dobry początek''"],
    ['<<un bon début>>'],
  ])('%s', (marked) => expect(wordsOf('quote', `They called it ${marked} today.`)).toEqual([marked]))
  it.each([
    ['《우리는 다시 시작한다》라고 방송이 전했다.', '《우리는 다시 시작한다》'],
    ['〈우리는 다시 시작한다〉고 신문이 썼다.', '〈우리는 다시 시작한다〉'],
    ['主席说：《我们重新开始。》', '《我们重新开始。》'],
  ])('title brackets where somebody speaks: %s', (text, found) => expect(wordsOf('quote', text)).toEqual([found]))
  it.each([
    '의원들은 「지방재정법」 개정안을 냈다.',
    '검찰은 「형법」 제250조를 적용했다.',
    '한강의 『채식주의자』를 읽었다.',
  ])('Korean corner marks round a law or a book are no quotation: %s', (text) =>
    expect(wordsOf('quote', text)).toEqual([]),
  )
  it.each([
    ['그는 「우리가 이긴다」고 말했다.', '「우리가 이긴다」'],
    ['장관은 『이것은 악법』이라고 했다.', '『이것은 악법』'],
    ['「합의 임박」 보도가 나왔다.', '「합의 임박」'],
  ])('Korean corner marks where somebody speaks: %s', (text, found) => expect(wordsOf('quote', text)).toEqual([found]))
  it.each(['그는 영화 《기생충》을 보았다.', '他读了《红楼梦》。'])('but not round a work: %s', (text) =>
    expect(wordsOf('quote', text)).toEqual([]),
  )
  it('lines of dialogue, also behind their attribution', () => {
    expect(wordsOf('quote', '— Who let you in? asked the guard.')).toEqual(['Who let you in?'])
    expect(wordsOf('quote', '—Vámonos —dijo Ana—. Es tarde ya.')).toEqual(['Vámonos', 'Es tarde ya.'])
  })
  it.each([
    ['――次の舞台はどこですか。「海の上です」', ['次の舞台はどこですか。', '「海の上です」']],
    ['——还会登山吗？“会的。”', ['还会登山吗？', '“会的。”']],
    ['— Where next? “To sea,” she said.', ['Where next?', '“To sea,”']],
  ])('lines of dialogue before an answer in marks: %s', (text, found) => expect(wordsOf('quote', text)).toEqual(found))
  it.each(['— She played “Up” again. Did she?', '— Up Inc. “Up” is out. Is it?'])(
    'but not the words that run into marks: %s',
    (text) => expect(wordsOf('quote', text)).toEqual(['“Up”']),
  )
  it('turns of a transcript', () =>
    expect(wordsOf('quote', 'Q: Who let you in that night?')).toEqual(['Who let you in that night?']))
  it('a line of credits is not a quotation', () =>
    expect(wordsOf('quote', '— With reporting by Kim Ji-woo in Busan.')).toEqual([]))
  it('an elision is not a quotation', () =>
    expect(wordsOf('quote', "It was rock 'n roll in the '90s' halls.")).toEqual([]))
})

describe('figures in words are seen in', () => {
  it.each([
    ['English', 'It took seven weeks in all.', 'seven weeks'],
    ['German', 'Nach sieben Wochen kam das Schiff zurück.', 'sieben Wochen'],
    ['French', 'Le navire est revenu après sept semaines.', 'sept semaines'],
    ['Spanish', 'El barco volvió después de siete semanas.', 'siete semanas'],
    ['Korean', '배는 일곱 명을 태우고 돌아왔다.', '일곱 명'],
    ['Japanese', '船には七人が乗っていた。', '七人'],
    ['Chinese', '这艘船上有七人。', '七人'],
  ])('%s', (_, text, found) => expect(wordsOf('figure', text)).toContain(found))
  it.each([
    ['full width', '승객 ４５명이 탔다.', '４５명'],
    ['Arabic digits', 'كان هناك ٤٥ شخصا.', '٤٥ شخصا'],
    ['powers of ten thousand', '예산은 3조 5천억 원이다.', '3조 5천억'],
    ['Chinese powers', '预算为3亿5千万元。', '3亿5千万'],
  ])('and in digits: %s', (_, text, found) => expect(wordsOf('figure', text)[0]).toContain(found))
})

describe('superlatives and comparisons are seen in', () => {
  it.each([
    ['English', 'It is the oldest bridge here.', 'It is older than the bridge.'],
    ['German', 'Das ist die älteste Brücke der Stadt.', 'Sie ist älter als die Brücke der Stadt.'],
    ['French', 'C’est le pont le plus ancien de la ville.', 'Il est plus ancien que le pont de la ville.'],
    ['Spanish', 'Es el puente más antiguo de la ciudad.', 'Es más antiguo que el puente de la ciudad.'],
    ['Korean', '도시에서 가장 오래된 다리다.', '그 다리보다 훨씬 오래된 다리다.'],
    ['Japanese', '市内で最も古い橋だ。', 'その橋より古い橋だ。'],
    ['Chinese', '这是全市最古老的桥。', '这座桥比那座桥更老。'],
  ])('%s', (_, superlative, comparison) => {
    expect(wordsOf('superlative', superlative)).not.toEqual([])
    expect(wordsOf('superlative', comparison)).not.toEqual([])
  })
})

describe('the language of a sentence follows', () => {
  it('its graf, where its own words tell nothing', () => {
    const german = 'Das ist die Meinung der Stadt und wir haben sie gehört. Größte Brücke, sieben Wochen.'
    expect(wordsOf('figure', german)).toEqual(['sieben Wochen'])
    expect(wordsOf('superlative', '橋が開通した。世界最古。')).toEqual(['最古'])
  })
  it('its graf alone, so that words of other languages there claim nothing', () =>
    expect(wordsOf('figure', 'The talks began and nobody has left. Once again.')).toEqual([]))
  it('nothing, where nothing tells: every table is tried', () =>
    expect(wordsOf('figure', 'sieben Wochen', 'headline')).toEqual(['sieben Wochen']))
  it.each([
    ['small words', 'O ministro disse que não há mais dinheiro para as obras do aeroporto.', 1],
    ['its script', 'Президент сказал, что это самый большой завод.', 1],
    [
      'neither: a name in another language is no other language',
      'The minister met Zdeněk Šťastný of Plzeň in Busan.',
      0,
    ],
  ])('and that nobody looks is told by %s', (_, text, count) =>
    expect(unknownSentences({ role: 'paragraph', text, spans: [] })).toHaveLength(count),
  )
})

describe('nothing hides words', () => {
  it.each([
    ['invisible characters', 'It is the ol\u200Bdest bridge.'],
    ['full width', 'It is the ｏｌｄｅｓｔ bridge.'],
    ['a letter of another alphabet', 'It is the оnly bridge.'],
    ['an accent apart', 'C’est le pont le plus e\u0301leve\u0301 de la ville.'],
  ])('%s', (_, text) => expect(wordsOf('superlative', text)).not.toEqual([]))
})

describe('a count is no name, whatever word stands before or behind it', () => {
  it.each([
    ['They called it a success after 90 minutes.', '90 minutes'],
    ['They are hiring 40 people there.', '40 people'],
    ['It rained during 12 days.', '12 days'],
    ['The platinum 12 Koreans had.', '12 Koreans'],
    ['They came via London, 300 of them.', '300'],
    ['In each case 40 people died.', '40 people'],
    ['In the hall 300 people waited.', '300 people'],
    ['In this district 40 old homes burned.', '40 old'],
    ['In the U.S. 40 people died.', '40 people'],
    ['They raised 500-1000 dollars.', '500-1000 dollars'],
    ['Police took 112 calls that night.', '112 calls'],
    ['They met 12 Supreme Court judges.', '12 Supreme'],
    ['In May 40 people died.', '40 people'],
    ['In March 12 people were killed there.', '12 people'],
    ['Auf dem Marktplatz 300 Leute.', '300 Leute'],
    ['In der Halle 300 junge Menschen.', '300 junge'],
    ['Sie gingen den Weg 40 Kilometer weit.', '40 Kilometer'],
    ['Il y a 40 morts dans la ville.', '40 morts'],
    ['Dans la salle 40 personnes attendaient.', '40 personnes'],
    ['Il a suivi 12 cours de danse.', '12 cours'],
    ['La ciudad reunió a 300 personas.', '300 personas'],
    ['Está a 40 kilómetros de la ciudad.', '40 kilómetros'],
    ['La plaza reunió a 300 vecinos.', '300 vecinos'],
    ['어제 40명이 숨졌다.', '40명'],
    ['문제 300건이 나왔다.', '300건'],
    ['경제 3조 원 규모다.', '3조 원'],
    ['임대주택 300호 공급을 약속했다.', '300'],
  ])('%s', (text, found) => expect(wordsOf('figure', text)).toContain(found))
})

describe('numbers that are names', () => {
  it.each([
    'He lives at 12 Old Baker Street.',
    'They met on Channel 4 and in Room 204.',
    'Am Gleis 7 und in Paragraf 218 steht es.',
    '제3차 회의가 열렸다.',
    'He met the Group of Seven.',
    'A truck overturned on Highway 66 near the county line.',
    'Call 555-0142 for more, or write.',
    'Sie wohnt in der Hauptstraße 12 in Bremen.',
    'Ella vive en la calle de Alcalá 14 de Madrid.',
    'Il habite 12 rue de Rivoli.',
    'El Boeing 747 pidió otra pista.',
  ])('%s', (text) => expect(wordsOf('figure', text)).toEqual([]))
  it.each(['TKTK and TK', 'T.K. boats', 'T\u200BK boats'])('a TK is no name: %j', (gap) =>
    expect(wordsOf('name', `Then ${gap} left with Kim Ji-woo.`)).toEqual(['Kim Ji-woo']),
  )
})
