import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../../src/checks/detect/statementsOf'
import type { StatementKind } from '../../../src/checks/detect/statement'
import type { BlockRole } from '../../../src/story/copy/copy'

/** The statements that the detectors find, without names: "figure: about 100 minutes". Nothing asks for a language. */
function seen(
  text: string,
  _language = 'en',
  { role = 'paragraph' as BlockRole, kinds = ['quote', 'superlative', 'figure', 'date'] as StatementKind[] } = {},
): readonly string[] {
  return statementsOf({ role, text, spans: [] })
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, words }) => `${kind}: ${words}`)
}
const names = (text: string, language = 'en', role: BlockRole = 'paragraph'): readonly string[] =>
  seen(text, language, { role, kinds: ['name'] })

describe('quotations are seen', () => {
  it.each([
    ['in curly marks', 'He called it “a good start” today.', 'en', ['quote: “a good start”']],
    ['in straight marks', 'He called it "a good start" today.', 'en', ['quote: "a good start"']],
    [
      'in single curly marks around an apostrophe',
      'Calls it ‘a deal that didn’t fail’ now',
      'en',
      ['quote: ‘a deal that didn’t fail’'],
    ],
    ['in single straight marks', "Leader hails 'a good start' today", 'en', ["quote: 'a good start'"]],
    ['in German marks', 'Er nannte es „einen Anfang“ von vielen.', 'de', ['quote: „einen Anfang“']],
    ['in turned guillemets', 'Es sei »ein Anfang« gewesen.', 'de', ['quote: »ein Anfang«']],
    ['in French guillemets', 'Il parle d’« un début » utile.', 'fr', ['quote: « un début »']],
    ['in Swedish marks', 'Han kallade det ”en start” idag.', 'sv', ['quote: ”en start”']],
    ['in Japanese brackets', '首相は「よい始まり」と述べた。', 'ja', ['quote: 「よい始まり」']],
    ['with a Korean particle behind', '그는 “좋은 시작”이라고 했다.', 'ko', ['quote: “좋은 시작”']],
    ['in double primes', 'He called it ″a good start″ today.', 'en', ['quote: ″a good start″']],
    ['in pairs of primes', 'He called it ′′a good start′′ today.', 'en', ['quote: ′′a good start′′']],
    ['in single primes', 'He called it ′a good start′ today.', 'en', ['quote: ′a good start′']],
    ['in a double prime and another mark', 'He called it ″a good start” today.', 'en', ['quote: ″a good start”']],
    ['when they go on in the next graf', 'She said: “We begin again.', 'en', ['quote: “We begin again.']],
    ['when double primes go on in the next graf', 'She said: ″We begin again.', 'en', ['quote: ″We begin again.']],
  ])('%s', (_, text, language, found) => expect(seen(text, language)).toEqual(found))
  it('as whole blocks whose role is quote', () =>
    expect(seen('We begin again.', 'en', { role: 'quote' })).toEqual(['quote: We begin again.']))
  it.each([
    ['possessives', 'The leaders’ talks and the workers’ union, Xi’s plan.'],
    ['inches', 'The board was 6\'2" wide and the gap 9" deep.'],
    ['minutes and seconds', 'At 40° 26′ 46″ N lay a yacht of 8′ and 6′ 2″ in Kazan′ bay.'],
    ['decades and elisions', "Back in the '90s it was rock 'n' roll and the workers' hall."],
    ['empty marks', 'Nothing “” here.'],
  ])('but not in %s', (_, text) => expect(seen(text, 'en', { kinds: ['quote'] })).toEqual([]))
})

describe('small gaps are seen', () => {
  it.each([
    ['It is Europe’s sole supplier.', ['superlative: Europe’s sole']],
    ['The number-one seller was there.', ['superlative: number-one']],
    ['Inflation hit double digits.', ['figure: double digits']],
    ['A majority of lawmakers voted against.', ['figure: A majority']],
    ['A couple were killed.', ['figure: A couple']],
    ['십수 명이 다쳤다.', ['figure: 십수 명']],
    ['삼만 오천 명이 모였다.', ['figure: 삼만 오천 명']],
    ['1O people died.', ['figure: 1O people']],
    ['The l2 people left.', ['figure: l2 people']],
    ['The majority leader and a couple of things to say.', []],
  ])('in “%s”', (text, expected) => expect(seen(text)).toEqual(expected))
})

describe('figures are seen', () => {
  it.each([
    ['counts with their hedge and unit', 'It ran about 100 minutes in all.', 'en', ['figure: about 100 minutes']],
    ['money', 'They paid US$5.5 billion and ₩300 each.', 'en', ['figure: US$5.5 billion', 'figure: ₩300 each']],
    ['percentages', 'Exports fell 4.3% and then 2 percent.', 'en', ['figure: 4.3%', 'figure: 2 percent']],
    [
      'percentages without the word behind them, which they do not count',
      'Traffic rose 12 percent last year, 5 per cent despite rain, 8 percent annually and 4% yesterday.',
      'en',
      ['figure: 12 percent', 'figure: 5 per cent', 'figure: 8 percent', 'figure: 4%'],
    ],
    [
      'percentage points',
      'It rose 3 percentage points, then 2 percent points and 1% points.',
      'en',
      ['figure: 3 percentage points', 'figure: 2 percent points', 'figure: 1% points'],
    ],
    ['German percentages', 'Die Miete stieg um 5 Prozent gegenüber Mai.', 'de', ['figure: 5 Prozent']],
    ['German percentage points', 'Sie verlor 3 Prozentpunkte.', 'de', ['figure: 3 Prozentpunkte']],
    [
      'a percentage in a comparison, and the comparison with its number',
      'About 40 percent more came. It is 9% cheaper now.',
      'en',
      ['figure: About 40 percent', 'superlative: 40 percent more', 'superlative: 9% cheaper', 'figure: 9%'],
    ],
    ['Arabic percentages', 'أقل بنسبة ٣٫٥٪.', 'ar', ['figure: ٣٫٥٪']],
    [
      'number words',
      'Six days passed, and twenty-one ships left.',
      'en',
      ['figure: Six days', 'figure: twenty-one ships'],
    ],
    ['fractions', 'Two-thirds agreed and half of them stayed.', 'en', ['figure: Two-thirds', 'figure: half']],
    ['crowds', 'Dozens of boats and a million people came.', 'en', ['figure: Dozens', 'figure: a million people']],
    ['glued units', 'It flew 300km at 5G speed.', 'en', ['figure: 300km']],
    ['ordinals of events', 'It was the 18th summit of the 21st century.', 'en', ['figure: 18th summit']],
    [
      'lakh and crore',
      'A lakh people lost 2 lakh crore rupees, and 1,00,000 homes cost 2000 crore.',
      'en',
      ['figure: A lakh people', 'figure: 2 lakh crore rupees', 'figure: 1,00,000 homes', 'figure: 2000 crore'],
    ],
    ['a couple', 'A couple of boats and a couple hundred men.', 'en', ['figure: A couple', 'figure: a couple hundred']],
    [
      'one person to whom something happened',
      'One man was killed. One dead in fire. At least one woman left.',
      'en',
      ['figure: One man', 'figure: One dead', 'figure: At least one woman'],
    ],
    [
      'both, of people to whom something happened',
      'Both pilots died, police arrested both men, and they were both jailed.',
      'en',
      ['figure: Both pilots', 'figure: both men', 'figure: both jailed'],
    ],
    [
      'no one, of people to whom something happened',
      'No one was hurt. The storm killed nobody. None of the crew drowned. No injuries. Zero people came.',
      'en',
      ['figure: No one', 'figure: nobody', 'figure: None', 'figure: No injuries', 'figure: Zero people'],
    ],
    ['Korean powers', '3만 5천 명이 1억2천만 원을 냈다.', 'ko', ['figure: 3만 5천 명', 'figure: 1억2천만 원']],
    [
      'Korean number words',
      '관객이 두 배로 늘어 수백 명이 왔다.',
      'ko',
      ['superlative: 이 두 배로 늘어', 'figure: 두 배', 'figure: 수백'],
    ],
    [
      'German number words',
      'Nach sechs Tagen kamen 2,5 Millionen.',
      'de',
      ['figure: sechs Tagen', 'figure: 2,5 Millionen'],
    ],
    ['kanji numerals', '五人が百二十円を払った。', 'ja', ['figure: 五人', 'figure: 百二十円']],
  ])('%s', (_, text, language, found) => expect(seen(text, language)).toEqual(found))
  it.each([
    ['numbers of names', 'A Boeing 737, an F-16, COVID-19, the G20, 5G, the 7th Fleet and Room 204.'],
    ['numbers that only point back', 'The two leaders met; these three sides agreed; one of them left.'],
    ['names of groups', 'He met the Group of Seven and the Big Ten.'],
    ['the numbering of a list', '1. Sign the deal'],
    ['both … and, and both that only point back', 'Both the cat and the dog were hurt. Both sides talked.'],
    ['no one to whom nothing happened', 'No one knows; nobody asked; none of them came along; zero tolerance.'],
    ['one man who only speaks', 'One man said so. One of the men left. A one-man show. One might ask.'],
    ['couples', 'A couple from Hull met the couple of the hour and said a couple of things.'],
  ])('but not in %s', (_, text) => expect(seen(text)).toEqual([]))
})

describe('dates are dates, not figures', () => {
  it.each([
    [
      'They met on Oct. 30, 2019 at 3 p.m. on a Thursday.',
      'en',
      ['date: Oct. 30, 2019', 'date: 3 p.m.', 'date: Thursday'],
    ],
    ['It grew in 2019 and in the 1990s.', 'en', ['date: 2019', 'date: 1990s']],
    ['Some 2000 workers left.', 'en', ['figure: Some 2000 workers']],
    ['Am 30. Oktober 2025 um 14 Uhr.', 'de', ['date: 30. Oktober 2025', 'date: 14 Uhr']],
    ['2019년 6월 29일 오후 3시에 만났다.', 'ko', ['date: 2019년 6월 29일', 'date: 오후 3시']],
    ['30일간 이어졌고 3시간 걸렸다.', 'ko', ['figure: 30', 'figure: 3시간']],
  ])('%s', (text, language, found) => expect(seen(text, language)).toEqual(found))
})

describe('superlatives and comparisons are seen', () => {
  const superlatives = (text: string, language = 'en'): readonly string[] =>
    seen(text, language, { kinds: ['superlative'] })
  it.each([
    ['with their period', 'The first talks in six years began.', 'en', ['first talks in six years']],
    [
      'with a rank or count',
      'The second-largest bank and the two largest ports.',
      'en',
      ['second-largest', 'two largest'],
    ],
    ['as highs', 'Shares hit a 10-year high.', 'en', ['10-year high']],
    [
      'as records',
      'A record $5 million, the hottest May on record.',
      'en',
      ['A record $5 million, the hottest May on record', 'hottest May on record', 'on record'],
    ],
    ['as the only one', 'It is the only port with most of the traffic.', 'en', ['the only', 'most']],
    [
      'as never and not since',
      'He never came and has not met her since 2019.',
      'en',
      ['never came and has not met her since 2019', 'not met her since 2019'],
    ],
    ['as comparisons', 'It was higher than expected, but more than 100 came.', 'en', ['higher than']],
    [
      'in German',
      'Es war das größte und erste Treffen, erstmals mehr als erwartet.',
      'de',
      ['größte', 'erste', 'erstmals', 'mehr als'],
    ],
    ['in Korean', '6년 만에 처음 열린 사상 최대 회담이다.', 'ko', ['6년 만에', '처음', '사상 최대']],
    ['in Japanese', '6年ぶりに初めて、世界最大の会談。', 'ja', ['6年ぶり', '初めて', '最大']],
  ])('%s', (_, text, language, found) =>
    expect(superlatives(text, language)).toEqual(found.map((words) => `superlative: ${words}`)),
  )
  it.each([
    ['words that only end like one', 'The latest guest had an interest in the west forest protest, an honest request.'],
    ['set phrases', 'At first the first lady was at best at least off the record, rather than angry, most likely.'],
    ['the nearest and latest in other tongues', '최근 주최국에서 最近 会談した。'],
  ])('but not in %s', (_, text) => expect(superlatives(text)).toEqual([]))
})

describe('names are seen by their capitals', () => {
  it.each([
    [
      'with titles, particles and initials',
      'Then Gov. Ursula von der Leyen met J. K. Smith.',
      'en',
      ['Gov. Ursula von der Leyen', 'J. K. Smith'],
    ],
    ['not across sentences', 'They own TikTok. The deal stands.', 'en', ['TikTok']],
    ['not at the start of a sentence, alone', 'Talks ended. Traders left.', 'en', []],
    ['not the word before a number', 'They met at No. 10 and ranked No. 1 under Art. 5 of Vol.\u00A02.', 'en', []],
    ['without the word before a number', 'He lives at Harbour Street No. 7.', 'en', ['Harbour Street']],
    [
      'and a name that only ends with such a word',
      'They thanked James Bond. No. 1 was Dr. No.',
      'en',
      ['James Bond', 'Dr. No'],
    ],
    ['not before a currency sign', 'They paid US$5.', 'en', []],
    [
      'in German only when two words stand together',
      'Gestern sprach Angela Merkel über den Handel.',
      'de',
      ['Angela Merkel'],
    ],
  ])('%s', (_, text, language, found) => expect(names(text, language)).toEqual(found.map((name) => `name: ${name}`)))
  it('not in a headline set in title case', () =>
    expect(names('Leaders Hold First Talks In Busan', 'en', 'headline')).toEqual([]))
})

describe('ordinary copy of three desks', () => {
  it.each([
    ['a score', 'The team won 3-2 and then lost 0–4.', 'en', ['figure: 3-2', 'figure: 0–4']],
    ['a range', 'It takes 3-4 weeks.', 'en', ['figure: 3-4 weeks']],
    [
      'a comparison around its noun',
      'Fewer people came than last year.',
      'en',
      ['superlative: Fewer people came than'],
    ],
    ['a record that fell', 'The record was broken.', 'en', ['superlative: record']],
    ['an address, which is no figure', 'He lives at 10 Downing Street and 221 Old Baker Street.', 'en', []],
    ['a chance, which is no comparison', 'It is more likely than not.', 'en', []],
    [
      'a doubling',
      'Die Zahl hat sich verdoppelt, die Kosten halbierten sich.',
      'de',
      ['figure: verdoppelt', 'figure: halbierten sich'],
    ],
    ['a half', 'Die Hälfte der Wähler blieb daheim.', 'de', ['figure: Die Hälfte']],
    ['half as many', 'Es kamen halb so viele.', 'de', ['figure: halb so viele', 'superlative: halb so']],
    ['firsts that are names', 'Im Ersten Weltkrieg, im ersten Halbjahr und beim Ersten Bürgermeister.', 'de', []],
    ['a first', 'Der erste Hafen brannte.', 'de', ['superlative: erste']],
    ['money in words', '오천만 원을 냈다.', 'ko', ['figure: 오천만 원']],
    ['a member, which is no money', '가족의 일원으로 살았다.', 'ko', []],
    ['a comparison', '지난해보다 크게 늘었다.', 'ko', ['superlative: 보다 크게 늘었다']],
    [
      'a comparison up to the end of its figure',
      '지난해보다 12.5% 증가했다.',
      'ko',
      ['superlative: 보다 12.5% 증가했다', 'figure: 12.5%'],
    ],
    ['one superlative, not two', '사상 최고치를 기록했다.', 'ko', ['superlative: 사상 최고치']],
    ['“more”, which is no comparison', '보다 나은 미래를 바랐다.', 'ko', []],
    ['titles and “as far as possible”', '최고위원과 최고경영자가 최대한 빨리 왔다.', 'ko', []],
    ['a maximum', '최고 기온과 최대 규모였다.', 'ko', ['superlative: 최고', 'superlative: 최대']],
    ['a world’s first place', '世界一高い建物だ。', 'ja', ['superlative: 世界一']],
    ['world class, which is not one', '这是世界一流大学。', 'zh', []],
  ])('%s', (_, text, language, found) => expect(seen(text, language)).toEqual(found))
})
