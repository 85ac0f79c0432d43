import { defined } from '../../../src/story/text/defined'
/**
 * The quote check as a table: transcript, quote, named speaker, expected result. A transcript line is "Name: words"; a
 * turn without name has none. `near`: the words beside a cut.
 */
export interface QuoteCase {
  readonly language: string
  readonly rule: string
  readonly transcript: string
  readonly quote: string
  readonly speaker?: string
  readonly result: string
  readonly near?: readonly string[]
}

type Row = readonly [rule: string, quote: string, result: string, near?: string, speaker?: string]

const table = (language: string, transcript: string, rows: readonly Row[]): readonly QuoteCase[] =>
  rows.map(([rule, quote, result, near, speaker]) => ({
    language,
    rule,
    transcript,
    quote,
    result,
    ...(near === undefined || near === '' ? {} : { near: near.split('|') }),
    ...defined({ speaker }),
  }))

const SUMMIT = `Trump: He is a very tough negotiator, and that is good for his country. We had a great meeting. I do not think we will raise the tariffs this year. We have agreed, uh, on almost everything.
Xi: The two sides should work together. Our meeting lasted about 100 minutes [laughter] and it was useful.
Reporter: Will you go to Beijing? We will, um, see.
Trump: Yes. In April I will go there — it could be in May. We’ve done a lot of work. They said “never” to us before. It's $5 billion, up 57% from 2019. We had a great meeting.`

const en = table('en', SUMMIT, [
  ['a whole sentence', 'We had a great meeting.', 'matches'],
  ['curly quotation marks around it', '“We had a great meeting.”', 'matches'],
  ['straight quotation marks around it', '"We had a great meeting."', 'matches'],
  ['a closing comma', '“We had a great meeting,”', 'matches'],
  ['white space', '“We  had\u00A0a great\nmeeting”', 'matches'],
  ['an initial capital taken down', '“he is a very tough negotiator”', 'matches'],
  ['an initial capital put up', '“A very tough negotiator”', 'matches'],
  ['a partial quote', '“a very tough negotiator,”', 'matches'],
  ['a capital inside counts', '“a very Tough negotiator”', 'differs'],
  ['a word changed', '“a very hard negotiator”', 'differs'],
  ['a word added', '“a very, very tough negotiator”', 'differs'],
  ['a word dropped', '“a tough negotiator”', 'differs'],
  ['words swapped', '“a tough very negotiator”', 'differs'],
  ['not dropped', '“I do think we will raise the tariffs this year.”', 'differs'],
  ['not added', '“We had not a great meeting.”', 'differs'],
  ['a number changed', '“lasted about 90 minutes”', 'differs'],
  ['a contraction is other words', '“We have done a lot of work.”', 'differs'],
  ['a curly apostrophe', "“We've done a lot of work.”", 'matches'],
  ['a dash and no dash', '“I will go there, it could be in May.”', 'matches'],
  ['numbers of its sentence cut away', '“It’s $5 billion”', 'matches', '57%|2019'],
  ['the currency counts', "“It's 5 billion”", 'differs'],
  ['percent counts', '“up 57 from 2019”', 'differs'],
  ['a year counts', '“up 57% from 2018”', 'differs'],
  ['um is an elision', '“We will see.”', 'matchesWithElision'],
  ['uh is an elision', '“We have agreed on almost everything.”', 'matchesWithElision'],
  ['um kept', '“We will, um, see.”', 'matches'],
  ['um that was not said', '“We had, um, a great meeting.”', 'differs'],
  ['[laughter] is folded', '“lasted about 100 minutes and it was useful”', 'matches'],
  ['an ellipsis', '“He is a very tough negotiator … good for his country.”', 'matchesWithElision'],
  ['an ellipsis of three points', '“He is a very tough negotiator ... good for his country.”', 'matchesWithElision'],
  ['an ellipsis of spaced points', '“He is a very tough negotiator . . . good for his country.”', 'matchesWithElision'],
  ['an ellipsis in brackets', '“He is a very tough negotiator […] good for his country.”', 'matchesWithElision'],
  [
    'an ellipsis that leaves out not',
    '“I do … think we will raise the tariffs this year.”',
    'matchesWithElision',
    'not|think',
  ],
  ['an ellipsis over sentences', '“He is a very tough negotiator … We had a great meeting.”', 'matchesWithElision'],
  ['fragments out of order', '“good for his country … a very tough negotiator”', 'differs'],
  ['an ellipsis across turns', '“a very tough negotiator … I will go there”', 'differs'],
  ['a bracket in place of a word', '“[Xi] is a very tough negotiator”', 'matchesWithInsertion'],
  ['a bracket added', '“a very tough negotiator [on trade]”', 'matchesWithInsertion'],
  ['a bracket over a changed ending', '“We have agree[ment] on almost everything.”', 'matchesWithInsertion'],
  ['a bracketed capital', '“[A] very tough negotiator”', 'matches'],
  ['a bracketed capital inside a word', '“[H]e is a very tough negotiator”', 'matches'],
  [
    'broken by attribution',
    '“We had a great meeting,” he said. “I do not think we will raise the tariffs this year.”',
    'matches',
  ],
  [
    'broken inside a sentence',
    '“He is,” Trump said, “a very tough negotiator, and that is good for his country.”',
    'matches',
  ],
  [
    'broken with words left out',
    '“He is a very tough negotiator,” he said. “We had a great meeting.”',
    'matchesWithElision',
  ],
  ['cut behind not', '“think we will raise the tariffs this year”', 'matches', 'not'],
  ['cut behind a hedge and not', '“we will raise the tariffs this year”', 'matches', 'not|think'],
  ['cut before a number', '“Our meeting lasted about”', 'matches', '100'],
  ['cut behind a hedge', '“100 minutes”', 'matches', 'about'],
  ['cut behind almost', '“everything”', 'matches', 'almost'],
  ['cut before a hedge that is not beside', '“In April I will go there”', 'matches', 'could'],
  [
    'not of another sentence says nothing',
    '“We had a great meeting. I do not think we will raise the tariffs”',
    'matches',
  ],
  ['a hedge left out', '“it … be in May”', 'matchesWithElision', 'could'],
  ['a number left out', '“Our meeting lasted … and it was useful”', 'matchesWithElision', 'about|100'],
  ['nothing of it is there', '“The senate rejected every amendment yesterday”', 'notFound'],
  ['the right speaker', '“We had a great meeting”', 'matches', undefined, 'Trump'],
  ['the speaker by a full name', '“We had a great meeting”', 'matches', undefined, 'President Donald Trump'],
  ['another speaker', '“We had a great meeting”', 'otherSpeaker', undefined, 'Xi'],
  ['a speaker who is not there', '“We had a great meeting”', 'otherSpeaker', undefined, 'Merkel'],
  ['words of the other one', '“The two sides should work together”', 'otherSpeaker', undefined, 'Trump'],
  ['a quote inside a quote', '“They said ‘never’ to us before.”', 'matches', undefined, 'Trump'],
  ['a question without its mark', '“Will you go to Beijing”', 'matches', '?'],
  ['a question with its mark', '“Will you go to Beijing?”', 'matches'],
  ['a statement made a question', '“We had a great meeting?”', 'matches', '?'],
  ['a trailing ellipsis', '“We had a great meeting…”', 'matches'],
  ['no words', '“…”', 'notFound'],
  ['a translation', '“우리는 훌륭한 회담을 했습니다”', 'translation'],
  [
    'a translation into German',
    '“Wir haben die Zölle nicht mit der Partei und auch nicht für das Land erhöht”',
    'translation',
  ],
])

const twice = table(
  'en',
  `Kim Jong Un: We are ready.\nKim Yo Jong: We are ready. We will not wait.\nMoon: We're ready; the U.S. is ready, too.`,
  [
    ['two speakers said it', '“We are ready.”', 'ambiguous'],
    ['a name that fits two', '“We are ready.”', 'ambiguous', undefined, 'Kim'],
    ['the full name settles it', '“We are ready.”', 'matches', undefined, 'Kim Jong Un'],
    ['a name that fits two, words of one', '“We will not wait.”', 'ambiguous', undefined, 'Kim'],
    ['a third speaker', '“We’re ready; the US is ready”', 'matches', '', 'Moon'],
    ['points of an initialism', '“the U.S. is ready”', 'matches', '', 'Moon'],
    ['only other words of that speaker', '“We will not wait.”', 'otherSpeaker', undefined, 'Moon'],
  ],
)

const unlabelled = table(
  'en',
  'WE HAVE A GREAT COUNTRY AND WE WILL NOT [INAUDIBLE] GIVE UP. 00:01:20 (APPLAUSE) THANK YOU VERY MUCH.',
  [
    ['captions in capitals', '“We have a great country and we will”', 'matches', 'not'],
    ['a quote across what could not be heard', '“we will not give up”', 'differs'],
    ['a timecode is folded', '“give up. Thank you very much”', 'matches', 'not'],
    ['the speaker cannot be checked', '“Thank you very much”', 'matches', undefined, 'Trump'],
  ],
)

const ko = table(
  'ko',
  `이재명 대통령: 오늘 회담은 매우 성공적이었습니다. 우리는 관세를 인상하지 않겠습니다. 약 100분 동안 논의했고, 아마 내년에 다시 만날 것입니다. 투자 규모는 3500억 달러입니다. 북한이 먼저 제안했습니다.
기자: 안전 문제는 어떻습니까?
위성락: 음, 협상은 아직 끝나지 않았습니다. 합의에 거의 도달했습니다.`,
  [
    ['a whole sentence', '“오늘 회담은 매우 성공적이었습니다.”', 'matches'],
    ['corner brackets', '「오늘 회담은 매우 성공적이었습니다」', 'matches'],
    ['single marks', '‘매우 성공적’', 'matches'],
    ['spacing is folded', '“오늘 회담은 매우 성공적 이었습니다”', 'matches'],
    ['a particle changed', '“오늘 회담이 매우 성공적이었습니다”', 'differs'],
    ['not dropped', '“우리는 관세를 인상하겠습니다”', 'differs'],
    ['cut before not', '“우리는 관세를 인상하”', 'matches', '않'],
    ['a number changed', '“투자 규모는 3600억 달러입니다”', 'differs'],
    ['the number as it was', '“투자 규모는 3500억 달러입니다”', 'matches'],
    ['cut behind about', '“100분 동안 논의했고”', 'matches', '약|아마'],
    ['an ellipsis', '“약 100분 동안 논의했고 … 내년에 다시 만날 것입니다”', 'matchesWithElision', '아마'],
    ['middle dots', '“오늘 회담은 ⋯ 성공적이었습니다”', 'matchesWithElision'],
    ['an insertion in round brackets', '“(북한이) 먼저 제안했습니다”', 'matchesWithInsertion'],
    ['a hesitation', '“협상은 아직 끝나지 않았습니다”', 'matches'],
    ['the speaker with a title', '“매우 성공적이었습니다”', 'matches', undefined, '이재명'],
    ['another speaker', '“매우 성공적이었습니다”', 'otherSpeaker', undefined, '위성락'],
    [
      'attribution behind a particle',
      '“오늘 회담은 매우 성공적이었습니다”라고 말했다. “우리는 관세를 인상하지 않겠습니다”',
      'matches',
    ],
    ['안전 is no negation', '“문제는 어떻습니까”', 'matches'],
    ['not there', '“국회는 예산안을 부결시켰다”', 'notFound'],
    ['a translation', '“Today’s meeting was very successful”', 'translation'],
    ['almost cut away', '“도달했습니다”', 'matches', '거의'],
  ],
)

const ja = table(
  'ja',
  `石破茂首相：本日の会談は非常に有意義でした。関税を引き上げることはありません。約100分間、率直に話し合いました。えーと、合意に近づいたと思います。
記者：次はいつですか。
○林芳正官房長官　来年になるかもしれません。二人は会わないでしょう。`,
  [
    ['a whole sentence', '「本日の会談は非常に有意義でした」', 'matches'],
    ['double corner marks', '『本日の会談は非常に有意義でした』', 'matches'],
    ['the full stop inside', '「本日の会談は非常に有意義でした。」', 'matches'],
    ['a sign changed', '「本日の会談は大変に有意義でした」', 'differs'],
    ['not dropped', '「関税を引き上げることはあります」', 'differs'],
    ['cut before not', '「関税を引き上げること」', 'matches', 'ません'],
    ['full-width digits', '「約１００分間、率直に話し合いました」', 'matches'],
    ['a number changed', '「約90分間、率直に話し合いました」', 'differs'],
    ['cut behind about', '「100分間」', 'matches', '約'],
    ['an ellipsis', '「本日の会談は……有意義でした」', 'matchesWithElision'],
    ['a hesitation left out at the start', '「合意に近づいたと思います」', 'matches'],
    ['cut before a hedge', '「合意に近づいた」', 'matches', 'と思'],
    ['the speaker with a title', '「本日の会談は非常に有意義でした」', 'matches', undefined, '石破茂'],
    ['another speaker', '「本日の会談は非常に有意義でした」', 'otherSpeaker', undefined, '林芳正'],
    ['a label with a circle', '「来年になるかもしれません」', 'matches', undefined, '林芳正官房長官'],
    ['maybe cut away', '「来年になる」', 'matches', 'かもしれ|ません'],
    [
      'broken by attribution',
      '「本日の会談は非常に有意義でした」と述べ、「関税を引き上げることはありません」',
      'matches',
    ],
    ['not there', '「国会は予算案を否決した」', 'notFound'],
    ['a translation', '“The talks were very useful today”', 'translation'],
  ],
)

const zh = table(
  'zh',
  `习近平：双方应该加强合作。中美关系不会一帆风顺，但是我们能够解决问题。会谈持续了大约100分钟。
记者：您会去华盛顿吗？
王毅：我们没有同意提高关税。可能明年再谈。`,
  [
    ['a whole sentence', '“双方应该加强合作。”', 'matches'],
    ['corner brackets', '「双方应该加强合作」', 'matches'],
    ['a sign changed', '“双方必须加强合作”', 'differs'],
    ['not dropped', '“中美关系会一帆风顺”', 'differs'],
    ['cut behind not', '“会一帆风顺”', 'matches', '不'],
    ['have not agreed, cut', '“同意提高关税”', 'matches', '没'],
    ['a number changed', '“大约90分钟”', 'differs'],
    ['cut behind about', '“100分钟”', 'matches', '大约'],
    ['an ellipsis', '“中美关系……能够解决问题”', 'matchesWithElision', '不'],
    ['should cut away', '“加强合作”', 'matches', '应该'],
    ['full-width comma folded', '“中美关系不会一帆风顺, 但是我们能够解决问题”', 'matches'],
    ['the speaker', '“双方应该加强合作”', 'matches', undefined, '习近平'],
    ['the speaker with a title', '“双方应该加强合作”', 'matches', undefined, '习近平主席'],
    ['another speaker', '“双方应该加强合作”', 'otherSpeaker', undefined, '王毅'],
    ['broken by attribution', '“我们没有同意提高关税，”王毅说，“可能明年再谈。”', 'matches'],
    ['not there', '“议会否决了预算案”', 'notFound'],
    ['a translation', '“Both sides should work together”', 'translation'],
  ],
)

const de = table(
  'de',
  `Merz: Wir haben uns auf einen Plan geeinigt. Ich glaube nicht, dass wir die Steuern erhöhen. Das kostet etwa 5,5 Milliarden Euro, äh, im nächsten Jahr.
Frage: Wann kommt das Gesetz?
Klingbeil: Es gibt keinen Streit. Vielleicht beschließen wir es im Mai. (Beifall) Danke.`,
  [
    ['low and high marks', '„Wir haben uns auf einen Plan geeinigt.“', 'matches'],
    ['the comma behind the mark', '„Wir haben uns auf einen Plan geeinigt“,', 'matches'],
    ['guillemets inward', '»Wir haben uns auf einen Plan geeinigt«', 'matches'],
    ['guillemets outward', '«Wir haben uns auf einen Plan geeinigt»', 'matches'],
    ['single marks', '‚einen Plan‘', 'matches'],
    ['a changed ending', '„Wir haben uns auf einem Plan geeinigt“', 'differs'],
    ['not dropped', '„Ich glaube, dass wir die Steuern erhöhen“', 'differs'],
    ['cut behind not', '„dass wir die Steuern erhöhen“', 'matches', 'glaube|nicht'],
    ['no dropped', '„Es gibt Streit“', 'differs'],
    ['no cut away', '„Streit“', 'matches', 'keinen'],
    ['a decimal comma counts', '„etwa 55 Milliarden Euro“', 'differs'],
    ['the decimal as it was', '„etwa 5,5 Milliarden Euro“', 'matches'],
    ['äh is an elision', '„etwa 5,5 Milliarden Euro im nächsten Jahr“', 'matchesWithElision'],
    ['an ellipsis', '„Das kostet … im nächsten Jahr“', 'matchesWithElision', 'etwa|5,5|Milliarden'],
    ['perhaps cut away', '„beschließen wir es im Mai“', 'matches', 'Vielleicht'],
    ['applause is folded', '„im Mai. Danke“', 'matches', 'Vielleicht'],
    ['the speaker', '„Es gibt keinen Streit“', 'matches', undefined, 'Lars Klingbeil'],
    ['another speaker', '„Es gibt keinen Streit“', 'otherSpeaker', undefined, 'Friedrich Merz'],
    ['broken by attribution', '„Wir haben uns“, sagte Merz, „auf einen Plan geeinigt.“', 'matches'],
    ['not there', '„Der Bundesrat lehnte gestern alle Anträge ab“', 'notFound'],
    ['a bracket', '„[Die Regierung hat sich] auf einen Plan geeinigt“', 'matchesWithInsertion'],
  ],
)

const ar = table(
  'ar',
  `الرئيس: عقدنا اجتماعا ناجحا جدا. لن نرفع الرسوم هذا العام. استمر اللقاء نحو ١٠٠ دقيقة.
الصحفي: هل ستزورون بكين؟
الوزير: ربما نلتقي في مايو. اتفقنا على كل شيء.`,
  [
    ['a whole sentence', '«عقدنا اجتماعا ناجحا جدا»', 'matches'],
    ['curly marks', '“عقدنا اجتماعا ناجحا جدا”', 'matches'],
    ['a word changed', '«عقدنا اجتماعا مفيدا جدا»', 'differs'],
    ['not dropped', '«نرفع الرسوم هذا العام»', 'matches', 'لن'],
    ['not left out inside', '«لن … الرسوم هذا العام»', 'matchesWithElision', 'لن'],
    ['Arabic-Indic digits', '«استمر اللقاء نحو 100 دقيقة»', 'matches'],
    ['a number changed', '«استمر اللقاء نحو ٩٠ دقيقة»', 'differs'],
    ['cut behind about', '«١٠٠ دقيقة»', 'matches', 'نحو'],
    ['perhaps cut away', '«نلتقي في مايو»', 'matches', 'ربما'],
    ['the speaker', '«عقدنا اجتماعا ناجحا جدا»', 'matches', undefined, 'الرئيس'],
    ['another speaker', '«عقدنا اجتماعا ناجحا جدا»', 'otherSpeaker', undefined, 'الوزير'],
    ['a lengthened letter', '«عقدنا اجتماعا ناجحــا جدا»', 'matches'],
    ['not there', '«رفض البرلمان الميزانية أمس»', 'notFound'],
    ['a translation', '“We had a very successful meeting”', 'translation'],
  ],
)

const none = table('en', '', [
  ['an empty transcript', '“We had a great meeting.”', 'noTranscript'],
  ['an empty transcript with a speaker', '“We had a great meeting.”', 'noTranscript', undefined, 'Trump'],
])

export const QUOTE_CASES: readonly QuoteCase[] = [
  ...en,
  ...twice,
  ...unlabelled,
  ...ko,
  ...ja,
  ...zh,
  ...de,
  ...ar,
  ...none,
]
