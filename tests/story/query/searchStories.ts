/** Small stories in many scripts, for queries.ts. All sentences are made up. */
import type { SearchableStory } from '../../../src/story/query/matchQuery'

const PLAIN: SearchableStory = {
  texts: [],
  stage: 'draft',
  facts: {},
  desk: '',
  people: [],
  assignee: '',
  language: 'en',
  subjects: [],
  slug: '',
  embargo: '',
  updated: '2026-09-01T08:00:00.000Z',
}

/** A story of headline, deck, body …; its slug is among its texts, as people search for it too. */
const story = (slug: string, texts: readonly string[], more: Partial<SearchableStory> = {}): SearchableStory => ({
  ...PLAIN,
  slug,
  texts: [...texts, slug],
  ...more,
})

/** The instant at which the queries are asked: 2026-10-08T00:00:00Z. */
export const NOW = Date.UTC(2026, 9, 8)

/** By a short name. */
export const STORIES: Readonly<Record<string, SearchableStory>> = {
  busan: story(
    'busan-summit',
    [
      'Leaders meet in Busan',
      'A truce on tariffs holds for a year',
      'The two presidents spoke for 100 minutes at the airport of Busan. Soybeans were on the table; steel was not.',
      'The delegations shake hands',
    ],
    {
      stage: 'inReview',
      facts: { verified: 3, reCheck: 1 },
      desk: 'World news',
      people: ['Kim Min-ji', 'Jonas Weber'],
      assignee: 'Marta Ruiz',
      subjects: ['medtop:11000000', 'trade'],
      updated: '2026-10-07T20:00:00.000Z',
    },
  ),
  port: story(
    'rotterdam-port',
    [
      'Port of Rotterdam slows down',
      'Container traffic fell by 12.5% in the third quarter',
      'Tariff talks weigh on trade, said the port’s chief executive, Anna Lund. “We don’t rush,” she said.',
    ],
    {
      facts: { toCheck: 2, queried: 1 },
      desk: 'Business',
      people: ['Jonas Weber'],
      subjects: ['medtop:04000000'],
      updated: '2026-10-01T00:00:00.000Z',
    },
  ),
  budget: story('budget', ['Budget to be told on Friday', 'The finance minister speaks at 10:30.'], {
    stage: 'cleared',
    facts: { verified: 1 },
    desk: 'Business',
    people: ['Marta Ruiz'],
    embargo: '2026-10-09T10:30:00+02:00',
    updated: '2026-10-06T00:00:00.000Z',
  }),
  fish: story('fish-prices', ['Fish prices of Busan rise', 'An old note on a market hall, in the port there'], {
    stage: 'spiked',
    desk: 'World news',
    people: ['Kim Seo-jun'],
    embargo: '2026-10-01T00:00:00Z',
    updated: '2025-12-31T23:59:59.000Z',
  }),
  gone: story('', [], { unavailable: 'The story cannot be read.', updated: '' }),
  lyon: story(
    'lyon-cafes',
    [
      'Les cafés de Lyon ferment plus tôt',
      'L’été a été court, et l’œuvre de l’architecte reste inachevée',
      'Le maire, François Lefèvre, parle d’une « année noire ».',
    ],
    { language: 'fr', desk: 'Culture', people: ['Élodie Marchand'] },
  ),
  koeln: story('koeln-tram', ['Eine Straßenbahn für Köln', 'Die Größe der Züge ärgert Fußgänger in Łódź und Zürich.'], {
    language: 'de',
    desk: 'Culture',
    people: ['Jürgen Groß'],
  }),
  lima: story('lima-pesca', ['El Niño llega al Perú', 'La pesca cayó un 30 % y la señal es clara.'], {
    language: 'es-PE',
    people: ['Marta Ruiz'],
  }),
  hanoi: story('hanoi-metro', ['Hà Nội mở tuyến tàu điện mới', 'Đường sắt chạy từ sáng sớm'], { language: 'vi' }),
  istanbul: story('istanbul-lights', ['İstanbul’da ışıklar söndü', 'KIŞ SERT GEÇİYOR'], { language: 'tr' }),
  snow: story('snow', ['Ёлки под снегом', 'Её партия выиграла выборы в Москве', 'Счёт ещё не окончательный: 51 %'], {
    language: 'ru',
    people: ['Пётр Иванов'],
  }),
  kyiv: story('kyiv', ['Київ відкриває п’ять станцій', 'Їхній мер говорить про воду'], { language: 'uk' }),
  athens: story('athens', ['Η Αθήνα και ο Οδυσσέας', 'Ο ΠΡΩΘΥΠΟΥΡΓΟΣ μίλησε στους δημοσιογράφους'], { language: 'el' }),
  tariff: story(
    'tariff-deal',
    ['한미 관세 협상 타결', '정부는 관세를 15%로 내린다고 밝혔다', '부산에서 정상회담이 열렸다'],
    {
      language: 'ko',
      stage: 'published',
      facts: { verified: 4, letStand: 1 },
      desk: '국제부',
      people: ['김민지'],
      subjects: ['관세', 'medtop:11000000'],
      updated: '2026-10-05T12:00:00.000Z',
    },
  ),
  rice: story('rice', ['쌀값이 오른다', '농민들은 수입 쌀에 반대했다', 'G7 정상 회의도 관심사다'], {
    language: 'ko-KR',
    stage: 'filed',
    facts: { wrong: 1 },
    desk: '경제부',
    people: ['김민준', '이서연'],
  }),
  quake: story(
    'quake',
    ['東京で地震、けが人なし', '気象庁は震度４の揺れを観測した', 'ガソリンの価格は変わらない。人々は落ち着いている'],
    { language: 'ja', desk: '社会部' },
  ),
  ramen: story('ramen', ['ラーメンの値上げ続く', 'コーヒーもパンも高くなった', '東の京橋では列ができた'], {
    language: 'ja',
  }),
  flood: story('flood', ['暴雨袭击广州', '市政府关闭了三座地铁站', 'COVID疫情期间的预案再次启用'], {
    language: 'zh-Hans',
    desk: '国际',
  }),
  vote: story('vote', ['臺北市長選舉結果公布', '候選人感謝選民'], { language: 'zh-TW' }),
  cairo: story(
    'cairo-water',
    ['الرئيسُ يزورُ القاهرة', 'أعلنت الحكومة خطة للمياه في ٢٠٢٦', 'مدرسة جديدة في قرية كبيـــرة'],
    {
      language: 'ar',
      people: ['أحمد علي'],
    },
  ),
  tehran: story('tehran-books', ['نمایشگاه کتاب تهران', 'ناشران ایرانی می\u200cآیند'], { language: 'fa' }),
  jerusalem: story('jerusalem', ['שָׁלוֹם בירושלים', 'דובר צה״ל אמר: “אין מים בארץ”'], { language: 'he' }),
  delhi: story('delhi-metro', ['दिल्ली में नई मेट्रो', 'सरकार ने क़ानून बदला और ज़मीन दी', 'यात्री की संख्या २५ लाख'], {
    language: 'hi',
    people: ['प्रिया शर्मा'],
  }),
  bangkok: story('bangkok-rain', ['ฝนตกหนักในกรุงเทพ', 'ภาษีนำเข้าใหม่เริ่มปี ๒๕๖๙'], { language: 'th' }),
}
