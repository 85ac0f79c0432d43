import { describe, expect, it } from 'vitest'
import { computeDerived } from '../../../src/checks/derived/computeDerived'
import { figureValue } from '../../../src/checks/derived/figureValue'
import type { Derivation } from '../../../src/story/ledger/facts/derivation'

/** Of a sentence that is the words alone. */
const derivedOf = (derivation: Derivation, words: string, wordsOf: Parameters<typeof computeDerived>[2]) =>
  computeDerived(derivation, { words, sentence: words }, wordsOf)

describe('what a figure says', () => {
  it.each([
    ['100', 100, 1, ''],
    ['about 100 minutes', 100, 1, 'minutes'],
    ['1,000', 1000, 1, ''],
    ['1.000.000', 1_000_000, 1, ''],
    ['5,5', 5.5, 0.1, ''],
    ['0.125', 0.125, 0.001, ''],
    ['3.5 billion', 3.5e9, 1e8, ''],
    ['$350 billion', 3.5e11, 1e9, ''],
    ['₩3,500억', 3.5e11, 1e8, ''],
    ['1조 2000억', 1.2e12, 1e8, ''],
    ['35억 달러', 3.5e9, 1e8, ''],
    ['12万人', 120_000, 10_000, ''],
    ['57%', 57, 1, '%'],
    ['57 percent', 57, 1, '%'],
    ['six years', 6, 1, 'years'],
    ['six-year', 6, 1, 'years'],
    ['6년', 6, 1, 'years'],
    ['twenty-five people', 25, 1, ''],
    ['1 hour 40 minutes', 100, 1, 'minutes'],
    ['1시간 40분', 100, 1, 'minutes'],
    ['5,5 Milliarden Euro', 5.5e9, 1e8, ''],
    ['-3', -3, 1, ''],
    ['first talks in six years', 6, 1, 'years'],
    ['十年', 10, 1, 'years'],
    ['six months', 6, 1, 'months'],
    ['6개월', 6, 1, 'months'],
    ['zwei Wochen', 2, 1, 'weeks'],
    ['a one-week break', 1, 1, 'weeks'],
    ['six days', 6, 1, 'days'],
    ['30 seconds', 30, 1, 'seconds'],
    ['6달러', 6, 1, ''],
    ['6 주민', 6, 1, ''],
    ['2 hours', 120, 60, 'minutes'],
    ['90 per cent', 90, 1, '%'],
    ['2 lakh', 200_000, 1e5, ''],
    ['3.5 crore', 3.5e7, 1e6, ''],
    ['12,34,567', 1_234_567, 1, ''],
    ['⑫ men', 12, 1, ''],
    ['40 km²', 40, 1, ''],
    ['10\u00A0000 people', 10_000, 1, ''],
    ['10\u202F000', 10_000, 1, ''],
    ['10 000', 10_000, 1, ''],
    ['1 234 567,5', 1_234_567.5, 0.1, ''],
    ['2019 100', 2019, 1, ''],
    ['10 100-metre races', 10, 1, ''],
    ['2½', 2.5, 0.5, ''],
    ['½', 0.5, 0.5, ''],
    ['2½-year', 2.5, 0.5, 'years'],
    ['2 1/2 years', 2.5, 0.5, 'years'],
    ['two and a half years', 2.5, 0.5, 'years'],
    ['2½ hours', 150, 30, 'minutes'],
    ['3¾ million', 3.75e6, 2.5e5, ''],
    ['minus 4', -4, 1, ''],
    ['minus four percent', -4, 1, '%'],
    ['−4%', -4, 1, '%'],
    ['영하 4도', -4, 1, ''],
    ['北京零下4度', -4, 1, ''],
    ['マイナス4%', -4, 1, '%'],
    ['4 degrees Celsius below zero', -4, 1, ''],
    ['plus or minus 3 points', 3, 1, ''],
    ['au moins 17 morts', 17, 1, ''],
    ['al menos 17 muertos', 17, 1, ''],
    ['10 minus 4', 10, 1, ''],
    ['douze morts', 12, 1, ''],
    ['quatre-vingt-dix-sept personnes', 97, 1, ''],
    ['vingt et un', 21, 1, ''],
    ['soixante-douze', 72, 1, ''],
    ['treinta y cinco', 35, 1, ''],
    ['fünfundzwanzig Tote', 25, 1, ''],
    ['dreizehn', 13, 1, ''],
    ['열두 명', 12, 1, ''],
    ['스물다섯명', 25, 1, ''],
    ['十二人', 12, 1, ''],
    ['三十五年', 35, 1, 'years'],
    ['Sept. 3', 3, 1, ''],
    ['once in 12 years', 12, 1, 'years'],
    ['seize 12 boats', 12, 1, ''],
    ['mid-30s', 30, 1, ''],
  ])('%s', (text, value, step, unit) => {
    const found = figureValue(text)
    expect({ value: found?.value, unit: found?.unit }).toEqual({ value, unit })
    expect(found?.step).toBeCloseTo(step, 9)
  })
  it('is undefined without a figure', () => expect(figureValue('very successful')).toBeUndefined())
  it('is undefined where a small number may be a power or a note mark', () =>
    expect(['10²', '300¹ died'].map(figureValue)).toEqual([undefined, undefined]))
  it('is undefined for a power, which is not the number before its sign', () =>
    expect(['10^6 times', '3×10^8 metres'].map(figureValue)).toEqual([undefined, undefined]))
})

const with2 = (expression: string, a: string, b: string, more: Partial<Derivation> = {}): Derivation => ({
  expression,
  inputs: [
    { name: 'a', value: a },
    { name: 'b', value: b },
  ],
  ...more,
})
const KRW = { value: '1,428.50', source: 'Bank of Korea', date: '2026-10-30' }

/** What a working says of the copy whose one value, `a`, is the figure `value`. */
const as = (words: string, value: string): string =>
  derivedOf({ expression: 'a', inputs: [{ name: 'a', value }] }, words, () => undefined).kind

/** One amount in each currency, as copy writes it. */
const CURRENCIES: readonly (readonly [currency: string, ...forms: string[]])[] = [
  ['US dollar', 'US$13 million', '13 million U.S. dollars', 'USD 13 million', '1300만 미국 달러', '1300万美元'],
  ['Australian dollar', 'A$13 million', '13 million Australian dollars', '1300만 호주 달러'],
  ['Hong Kong dollar', 'HK$13 million', '13 million Hong Kong dollars', '1300万港元'],
  ['euro', '€13 million', '13 million euros', 'EUR 13 million', '13 Millionen Euro', '1300만 유로', '1300万欧元'],
  ['won', '₩1300만', '13 million won', '13-million-won', 'KRW 13 million', '1300만 원', '1300만여 원', '1300万韩元'],
  ['yen', '13 million yen', '1300만 엔', '1300万円', '1300万日元', 'JPY 13 million'],
  ['yuan', '13 million yuan', '1300만 위안', 'RMB 13 million', '1300万人民币'],
  [
    'pound',
    '£13 million',
    '13 million pounds sterling',
    'GBP 13 million',
    '13 Millionen Pfund Sterling',
    '13 Mio. britische Pfund',
    '1300万英镑',
  ],
  ['franc', 'CHF 13 million', '13 Millionen Franken', '13 million Swiss francs'],
  ['rouble', '13 million rubles', '1300만 루블', '₽13 million'],
  ['rupee', '₹13 million', '13 million Indian rupees'],
]

/** Each has another size, or measures another thing. */
const MEASURES: readonly (readonly [measure: string, ...forms: string[]])[] = [
  ['tonne', '40 tonnes', '40 t', '40톤', '40トン', '40吨', '40 Tonnen', 'a 40-tonne truck'],
  ['kilogram', '40 kilograms', '40 kg', '40kg', '40킬로그램', '40公斤'],
  ['hectare', '40 hectares', '40 ha', '40 Hektar', '40헥타르'],
  ['acre', '40 acres', 'a 40-acre park', '40에이커', '40英亩'],
  ['square kilometre', '40 square kilometers', '40 km²', '40제곱킬로미터', '40㎢', '40㎢이다'],
  ['kilometre', '40 kilometers', '40 km', '40킬로미터', '40公里'],
  ['mile', '40 miles', '40마일'],
  ['metre', '40 meters', '40 mètres', '40미터'],
  ['foot', '40 feet', '40ft', '40피트'],
  ['Celsius', '40 °C', '40℃', '40 degrees Celsius', '섭씨 40도', '摂氏40度'],
  ['Fahrenheit', '40 °F', '40 degrees Fahrenheit', '화씨 40도'],
  ['kilometre an hour', '40 km/h', '시속 40km', '40 kilometers per hour'],
  ['mile an hour', '40 mph', '40 miles an hour'],
  ['percent', '40 percent', '40%', '40퍼센트', '40 Prozent', '40 pour cent'],
  ['percentage point', '40 percentage points', '40%p', '40%포인트', '40퍼센트포인트', '40 Prozentpunkte', '40ポイント'],
]

describe('a figure of another unit is another figure', () => {
  for (const [what, table] of [
    ['currency', CURRENCIES],
    ['measure', MEASURES],
  ] as const)
    it(`${what}: each form agrees with every form of its own, and with none of another`, () => {
      const wrong = table.flatMap(([one, ...words]) =>
        table.flatMap(([other, ...values]) =>
          words.flatMap((copy) =>
            values.flatMap((value) =>
              as(copy, value) === (one === other ? 'agrees' : 'differs') ? [] : [[copy, value]],
            ),
          ),
        ),
      )
      expect(wrong).toEqual([])
    })
  it('a figure without a unit, or of things, agrees with any', () => {
    for (const [, ...forms] of [...CURRENCIES, ...MEASURES])
      for (const form of forms) {
        const number = figureValue(form)?.value.toFixed(0) ?? ''
        expect([form, as(form, number), as(`${number} of them`, form), as(`${number} soldiers`, form)]).toEqual([
          form,
          'agrees',
          'agrees',
          'agrees',
        ])
      }
  })
  it.each([
    ['$13 million', 'US$13 million'],
    ['$13 million', 'A$13 million'],
    ['HK$13 million', '13 million dollars'],
    ['1300만 달러', '$13 million'],
    ['A $13 million deal', 'US$13 million'],
    ['$13 million (about 18 billion won)', '13 million dollars'],
    ['18 billion won ($13 million)', '180억 원'],
    ['¥13 million', '13 million yen'],
    ['¥13 million', '1300万元'],
    ['$13 million', '13 million pesos'],
    ['13 million Swedish kronor', '13 million kronor'],
    ['40 pounds', '£40'],
    ['40 pounds', '40 lb'],
    ['5 Millionen Pfund', '£5 million'],
    ['5 Mio. Pfund', '5 Mio. Pfund Sterling'],
    ['40 Pfund', '40 lb'],
    ['40 Pfund', '40 pounds'],
    ['25 miles', '40 km'],
    ['40 acres', '16 hectares'],
    ['2,000 kilograms', '2 tonnes'],
    ['20 tons', '40,000 pounds'],
    ['20 tons', '20,000 kg'],
  ])('%s may be %s', (words, value) => expect(as(words, value)).toBe('agrees'))
  it.each([
    ['€13 million', '$13 million'],
    ['R$13 million', '$13 million'],
    ['$1.35 billion', '1.35 billion won'],
    ['13억 달러', '13억 원'],
    ['40 miles', '40 km'],
    ['5 Millionen Pfund Sterling', '5 million lb'],
    ['5 Millionen Pfund', '€5 million'],
  ])('%s is not %s', (words, value) => expect(as(words, value)).toBe('differs'))
})

describe('derived figures', () => {
  it.each([
    ['minutes from two clock times', 'about 100 minutes', with2('b - a', '11:01', '12:41'), 'agrees'],
    ['minutes by name', '100 minutes', with2('minutes(a, b)', '11:01 a.m.', '12:41 p.m.'), 'agrees'],
    ['minutes in Korean', '100분', with2('b - a', '오전 11시 1분', '오후 12시 41분'), 'agrees'],
    ['past midnight', '100 minutes', with2('b - a', '23:30', '01:10'), 'agrees'],
    ['hours and minutes', '1 hour 40 minutes', with2('b - a', '11:01', '12:41'), 'agrees'],
    ['wrong minutes', '90 minutes', with2('b - a', '11:01', '12:41'), 'differs'],
    ['rounded to ten', '100 minutes', with2('b - a', '11:01', '12:38', { roundedTo: 10 }), 'agrees'],
    ['rounded too far', '100 minutes', with2('b - a', '11:01', '12:28', { roundedTo: 10 }), 'differs'],
    ['not on the step it is rounded to', '97 minutes', with2('b - a', '11:01', '12:38', { roundedTo: 10 }), 'differs'],
    ['six years from two dates', 'six years', with2('years(a, b)', '2019-06-29', '2025-10-30'), 'agrees'],
    [
      'six years in words',
      'first talks in six years',
      with2('years(a, b)', 'June 29, 2019', 'Oct. 30, 2025'),
      'agrees',
    ],
    ['five years and a day less', 'six years', with2('years(a, b)', '2019. 10. 31', '2025-10-30'), 'unclear'],
    ['not yet six', 'six years', with2('years(a, b)', '2019년 10월 31일', '2025년 10월 30일'), 'differs'],
    ['days', 'two days', with2('b - a', '28.10.2025', '30 October 2025'), 'agrees'],
    [
      'won to dollars',
      '$350 billion',
      { expression: 'a / rate', inputs: [{ name: 'a', value: '₩500조' }], rate: KRW },
      'agrees',
    ],
    [
      'won to dollars, wrong',
      '$360 billion',
      { expression: 'a / rate', inputs: [{ name: 'a', value: '₩500조' }], rate: KRW },
      'differs',
    ],
    [
      'dollars to won',
      '5000억 원',
      { expression: 'a * rate', inputs: [{ name: 'a', value: '$350 million' }], rate: KRW, roundedTo: 1e10 },
      'agrees',
    ],
    [
      'a rate with three digits behind the point',
      '€1,085,000',
      { expression: 'a * rate', inputs: [{ name: 'a', value: '1,000,000' }], rate: { ...KRW, value: '1.085' } },
      'agrees',
    ],
    [
      'a rate with groups of three',
      '$350 billion',
      { expression: 'a / rate', inputs: [{ name: 'a', value: '₩500조' }], rate: { ...KRW, value: '1,428' } },
      'agrees',
    ],
    ['seconds for minutes', '100 seconds', with2('b - a', '11:01', '12:41'), 'differs'],
    ['months for years', 'six months', with2('years(a, b)', '2019-06-29', '2025-10-30'), 'differs'],
    ['days for years', 'six days', with2('years(a, b)', '2019-06-29', '2025-10-30'), 'differs'],
    ['percent for minutes', '100 percent', with2('b - a', '11:01', '12:41'), 'differs'],
    ['minutes for percent', '25 minutes', with2('share(a, b)', '50', '200'), 'differs'],
    ['the same length in seconds', '6,000 seconds', with2('b - a', '11:01', '12:41'), 'agrees'],
    ['weeks from two dates', 'six weeks', with2('b - a', '2026-09-01', '2026-10-13'), 'agrees'],
    ['weeks that the formula divides', 'six weeks', with2('(b - a) / 7', '2026-09-01', '2026-10-13'), 'agrees'],
    ['months of whole years', '72 months', with2('years(a, b) * 12', '2019-06-29', '2025-10-30'), 'agrees'],
    ['days and one more', 'a 43-day strike', with2('b - a + 1', '2026-09-01', '2026-10-13'), 'agrees'],
    ['years that Korean writes behind each', '6년', with2('b - a', '2019년', '2025년'), 'agrees'],
    ['percentage points', '10 percentage points', with2('a - b', '57%', '47%'), 'agrees'],
    ['percentage points in Korean', '10%포인트', with2('a - b', '57%', '47%'), 'agrees'],
    ['points', '12 points', with2('b - a', '10 %', '22 %'), 'agrees'],
    ['a rise in percent for points', 'rose 12 percent', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise in percent behind the figure', 'a 12 percent rise', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a fall in percent for points', 'down 12 percent', with2('a - b', '22 %', '10 %'), 'differs'],
    ['a rise in percent in Korean', '12% 올랐다', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise in percent in German', 'stieg um 12 Prozent', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise in percent in French', 'a augmenté de 12 %', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise in percent in Spanish', 'aumentó 12 %', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise in points', 'rose 12 points', with2('b - a', '10 %', '22 %'), 'agrees'],
    ['a rise in percent as a change', 'rose 120 percent', with2('change(a, b)', '10 %', '22 %'), 'agrees'],
    ['a fall of all in percent', 'fell 42 percent', with2('a - b', '100%', '58%'), 'agrees'],
    ['a share that fell ill', '12 percent fell ill', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a rise less inflation', 'real wages rose 2 percent', with2('a - b', '5%', '3%'), 'differs'],
    ['a rise less inflation in Korean', '실질임금은 2% 올랐다', with2('a - b', '5%', '3%'), 'differs'],
    ['a share that turned up', '35 percent turned up', with2('a - b', '85%', '50%'), 'differs'],
    ['a share on the right in Korean', '오른쪽 35%', with2('a - b', '85%', '50%'), 'differs'],
    ['a share that made up', 'made up 12 percent', with2('b - a', '10 %', '22 %'), 'differs'],
    ['a share that declined', '5 percent declined to say', with2('a - b', '45%', '40%'), 'agrees'],
    ['a difference of shares that is a share', '35 percent', with2('a - b', '85%', '50%'), 'differs'],
    ['a bare figure of 22 percent less 10', '12 percent', with2('a - b', '22 percent', '10 percent'), 'differs'],
    ['the same from a number without a unit', '12 percent', with2('a - b', '22 percent', '10'), 'differs'],
    ['a difference of three shares', '5 percent', with2('a - b - 7', '22 percent', '10 percent'), 'differs'],
    ['the rest in German', 'Der Rest, 5 Prozent', with2('a - b', '45 Prozent', '40 Prozent'), 'agrees'],
    ['what is left after two', '5 percent were undecided', with2('100 - a - b', '55%', '40%'), 'agrees'],
    ['what is left after two in points', '5 points', with2('100 - a - b', '55%', '40%'), 'agrees'],
    ['what is left in brackets', '5 percent', with2('100 - (a + b)', '55%', '40%'), 'agrees'],
    ['what is left in Korean', '남은 5%', with2('100 - a - b', '55%', '40%'), 'agrees'],
    ['a rise to a share', 'rose to 32 percent', with2('a + (b - a) + a', '10 %', '22 %'), 'agrees'],
    ['a share left less points', '5 points', with2('100 - a - b', '55%', '40 points'), 'agrees'],
    ['percent for a sum of points', '27 percent', with2('a + b', '15 points', '12 points'), 'differs'],
    ['percentage points for percent', '12 percentage points', with2('change(a, b)', '100', '112'), 'differs'],
    ['a rise of a share in percent', '120 percent', with2('change(a, b)', '10 %', '22 %'), 'agrees'],
    ['a sum of shares', '32 percent', with2('a + b', '10 %', '22 %'), 'agrees'],
    ['a sum of shares in points', '32 percentage points', with2('a + b', '10 %', '22 %'), 'differs'],
    ['a share and points', '22%', with2('a + b', '10%', '12 percentage points'), 'agrees'],
    ['a share less points', '10%', with2('a - b', '22%', '12 percentage points'), 'agrees'],
    ['points added to no share', '12 percent', with2('a + b', '0 %', '12 points'), 'agrees'],
    ['points and points', '3 points', with2('a - b', '15 points', '12 points'), 'agrees'],
    ['what is left of 100 percent', '58 percent', with2('100 - a', '42%', '0'), 'agrees'],
    ['what is left of all', '58 percent', with2('a - b', '100%', '42%'), 'agrees'],
    ['a rise in percent of which one has the sign', '12 percent', with2('b - a', '10', '22 %'), 'differs'],
    ['a fall written as a sum', 'fell 12 percent', with2('-b + a', '22 %', '10 %'), 'differs'],
    ['a fall with the sign before the part', 'fell 12 percent', with2('a + -b', '22 %', '10 %'), 'differs'],
    ['a fall with what is taken in brackets', 'fell 12 percent', with2('a + (0 - b)', '22 %', '10 %'), 'differs'],
    ['a fall with a factor of minus one', 'fell 12 percent', with2('a + b * -1', '22 %', '10 %'), 'differs'],
    ['the same in points', 'fell 12 points', with2('-b + a', '22 %', '10 %'), 'agrees'],
    ['what is left written as a sum', '58 percent', with2('-a + 100', '42 %', '0'), 'agrees'],
    ['a sum of two that are both taken', '−32 percent', with2('-a + -b', '22 %', '10 %'), 'agrees'],
    ['points that are called pct', '12 pct points', with2('a - b', '22 %', '10 %'), 'agrees'],
    ['basis points', '25 basis points', with2('a - b', '4.25%', '4%'), 'agrees'],
    ['a sum of two currencies', '$5 million', with2('a + b', '$2 million', '€3 million'), 'unclear'],
    ['a sum of two currencies in Korean', '3조 5,000억 원', with2('a + b', '3조 원', '5,000억 달러'), 'unclear'],
    ['a sum of one currency', '$5 million', with2('a + b', '$2 million', '3 million dollars'), 'agrees'],
    ['a sum of one currency in another', '€5 million', with2('a + b', '$2 million', '$3 million'), 'differs'],
    ['a sum where one has a currency', '$5 million', with2('a + b', '$2 million', '3 million'), 'agrees'],
    ['a sum of a product', '$5 million', with2('a + b * 1.5', '$2 million', '€2 million'), 'agrees'],
    ['a change between currencies', '50%', with2('change(a, b)', '$2 million', '€3 million'), 'unclear'],
    ['a share of another measure', '50%', with2('share(a, b)', '2 kg', '4 acres'), 'unclear'],
    ['a share of a longer time', '25%', with2('share(a, b)', 'six months', 'two years'), 'agrees'],
    ['people and soldiers', '15 people', with2('a + b', '12 people', '3 soldiers'), 'agrees'],
    ['a rise between things', 'rose 12', with2('b - a', '40 tons', '52'), 'agrees'],
    ['a price for each', '$5', with2('a / b', '₩500', '100 kg'), 'agrees'],
    ['a figure without a unit', 'some 100', with2('b - a', '11:01', '12:41'), 'agrees'],
    ['a sum of years and months', '18 months', with2('a + b', 'one year', 'six months'), 'agrees'],
    ['a sum of years and percent', '18 months', with2('a + b', 'one year', '6%'), 'unclear'],
    ['minus', 'minus 4 percent', with2('change(a, b)', '100', '96'), 'agrees'],
    ['minus for plus', 'minus 4 percent', with2('change(a, b)', '100', '104'), 'differs'],
    ['plus for minus', '4', with2('a + b', 'minus 10', '6'), 'differs'],
    ['a change in percent', '57%', with2('change(a, b)', '1,000', '1,570'), 'agrees'],
    ['a share', '25%', with2('share(a, b)', '50', '200'), 'agrees'],
    ['brackets', '12', with2('(a + b) * 2', '2', '4'), 'agrees'],
    ['an unknown name', '12', with2('a + c', '2', '4'), 'unclear'],
    ['no input', '12', with2('a + b', '2', 'four-ish things'.slice(4)), 'unclear'],
    ['nothing divides by zero', '12', with2('a / b', '2', '0'), 'unclear'],
    ['a date is no number', '12', with2('a * b', '2019-06-29', '4'), 'unclear'],
    ['no figure in the words', 'many', with2('a + b', '2', '4'), 'unclear'],
  ] satisfies readonly (readonly [string, string, Derivation, string])[])('%s', (_what, words, derivation, kind) => {
    expect(derivedOf(derivation, words, () => undefined).kind).toBe(kind)
  })
  describe('a difference of two percents is points, and a share only where the sentence says what is left', () => {
    const ofSentence = (sentence: string): string =>
      computeDerived(
        with2('a - b', '22 percent', '10 percent'),
        { words: /12 ?(?:percent|Prozent|%|pour cent|por ciento)/u.exec(sentence)?.[0] ?? '', sentence },
        () => undefined,
      ).kind
    it.each([
      'Support for the government dropped 12 percent in a year.',
      'Turnout was down 12 percent.',
      'The remaining support dropped 12 percent.',
      'He left office as unemployment rose 12 percent.',
      'Others saw their share fall by 12 percent.',
      'Die Zustimmung sank um 12 Prozent.',
      'La participation a reculé de 12 %.',
      'La participación cayó 12 por ciento.',
      '지지율이 12% 떨어졌다.',
      '支持率下降12%。',
      '支持率は12%下がった。',
      'A 12 percent swing decided the seat.',
      'The other 12 percent were undecided, and his lead shrank 12 percent.',
      'His lead shrank 12 percent, and the other 12 percent were undecided.',
    ])('%s', (sentence) => expect(ofSentence(sentence)).toBe('differs'))
    it.each([
      'The other 12 percent did not vote.',
      'The remaining 12 percent went to small parties.',
      'That leaves 12 percent for the rest.',
      'Some 12 percent of voters were undecided.',
      'Only 12 percent is left.',
      '12 percent declined to say.',
      'The other 12 percent were undecided, and the rest, 12 percent, abstained.',
      'The other 12 percent were undecided, and prices rose 112 percent.',
      'Die übrigen 12 Prozent stimmten dagegen.',
      'Der Rest, 12 Prozent, enthielt sich.',
      'Les autres, 12 pour cent, se sont abstenus.',
      'El resto, 12 por ciento, no votó.',
      '나머지 12%는 기권했다.',
      '남은 12%가 변수다.',
      '其余12%投了反对票。',
      '残りの12%は反対した。',
    ])('%s', (sentence) => expect(ofSentence(sentence)).toBe('agrees'))
  })
  it('shows the unit where the copy has another one', () => {
    const shown = (words: string, derivation: Derivation): string => {
      const result = derivedOf(derivation, words, () => undefined)
      return result.kind === 'unclear' ? result.why : result.shown
    }
    expect(shown('100 seconds', with2('b - a', '11:01', '12:41'))).toBe('100 minutes')
    expect(shown('two months', with2('years(a, b)', '2019-06-29', '2020-10-30'))).toBe('1 year')
    expect(shown('30 minutes', with2('share(a, b)', '50', '200'))).toBe('25 percent')
    expect(shown('90 minutes', with2('b - a', '11:01', '12:41'))).toBe('100')
    expect(shown('18 months', with2('a + b', 'one year', '6%'))).toBe('it adds or subtracts two different units')
    expect(shown('$2 million', with2('a + b', '€1 million', '€1 million'))).toBe('2,000,000 EUR')
    expect(shown('€2 million', with2('a + b', '$1 million', '$1 million'))).toBe('$2,000,000')
    expect(shown('rose 12 percent', with2('b - a', '10%', '22%'))).toBe('12 percentage points')
    expect(shown('40 acres', with2('a + b', '20 kg', '20 kg'))).toBe('40 kg')
  })
  it('uses the current words of another fact', () => {
    const derivation: Derivation = { expression: 'a * 2', inputs: [{ name: 'a', value: '', fact: 'f1' }] }
    expect(derivedOf(derivation, '200 people', (fact) => (fact === 'f1' ? '100' : undefined)).kind).toBe('agrees')
    expect(derivedOf(derivation, '200 people', () => undefined)).toEqual({
      kind: 'unclear',
      why: 'the fact behind “a” is no longer in the copy',
      reason: 'the fact behind “a” is no longer in the copy',
    })
  })
})
