import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../../src/exchange/import/transcript/readTranscript'

const read = async (text: string): Promise<readonly string[]> =>
  (await readTranscript('a.txt', new TextEncoder().encode(text))).turns.map(
    ({ speaker, text: said }) => `${speaker === undefined ? '' : `${speaker}: `}${said}`,
  )

describe('a line of official minutes that begins like a label is never the words of the speaker before', () => {
  it.each([
    [
      'an office with a capital is read',
      'M. Jean Dupont. Nous payons.\nM. Paul Legrand, Premier ministre. Nous irons.\n' +
        'Mme Anne Roux, Première ministre. Non.',
      [
        'M. Jean Dupont: Nous payons.',
        'M. Paul Legrand, Premier ministre: Nous irons.',
        'Mme Anne Roux, Première ministre: Non.',
      ],
    ],
    [
      'members and offices without a name are nobody',
      'M. Jean Dupont. Nous payons.\nUn député du groupe XYZ. Menteur !\nM. Jean Dupont. Non.\n' +
        'Plusieurs députés à gauche. Si !\n' +
        'M. Jean Dupont. Jamais.\nMme la ministre. C’est faux.\nM. le rapporteur général de la commission. Défavorable.',
      [
        'M. Jean Dupont: Nous payons.',
        'Un député du groupe XYZ. Menteur !',
        'M. Jean Dupont: Non.',
        'Plusieurs députés à gauche. Si !',
        'M. Jean Dupont: Jamais.',
        'Mme la ministre. C’est faux.',
        'M. le rapporteur général de la commission. Défavorable.',
      ],
    ],
    [
      'a sentence that begins with a minister stays the speaker’s',
      'M. Jean Dupont. Nous payons.\nM. le ministre a menti. Nous le savons.\nUne loi est une loi. Point.',
      ['M. Jean Dupont: Nous payons. M. le ministre a menti. Nous le savons. Une loi est une loi. Point.'],
    ],
    [
      'names with small letters and chairs of the Congressional Record are read',
      'Mr. BAKER. We pay.\nThe Acting CHAIR. Time has expired.\nMs. DelMORA. No.\nMr. DesROCHES. Yes.\n' +
        'Mrs. KANE-McCALL. Never.\nThe CHIEF JUSTICE. Proceed.',
      [
        'Mr. BAKER: We pay.',
        'The Acting CHAIR: Time has expired.',
        'Ms. DelMORA: No.',
        'Mr. DesROCHES: Yes.',
        'Mrs. KANE-McCALL: Never.',
        'The CHIEF JUSTICE: Proceed.',
      ],
    ],
    [
      'a name that cannot be read is nobody',
      'Mr. BAKER. We pay.\nThe Sergeant at Arms. Order.\nMr. BAKER. No.\nMr. Van der Kolk. You lied.\nMr. BAKER. No.\nA Member. Shame!',
      [
        'Mr. BAKER: We pay.',
        'The Sergeant at Arms. Order.',
        'Mr. BAKER: No.',
        'Mr. Van der Kolk. You lied.',
        'Mr. BAKER: No.',
        'A Member. Shame!',
      ],
    ],
    [
      'a call of members without a name is nobody’s',
      'Mr. Tom Ray (Leeds): We pay.\nAn hon. member: You are a liar.\nThe Speaker: Order.\nSome hon. members: Hear, hear!',
      [
        'Mr. Tom Ray (Leeds): We pay.',
        'An hon. member: You are a liar.',
        'The Speaker: Order.',
        'Some hon. members: Hear, hear!',
      ],
    ],
    [
      'behind the foot of a page it is nobody’s, though a letter has a colon',
      'Mr. ADAMS. I thank the man for what he\nVerDate Sep 11 2014 kderrick on DSKPROD\nMr. BAKER. I took it.\n' +
        'Mr. ADAMS. It reads:\nDear Mr. Speaker: The town needs help.\nMr. COLE. No more.',
      [
        'Mr. ADAMS: I thank the man for what he VerDate Sep 11 2014 kderrick on DSKPROD',
        'Mr. BAKER. I took it.',
        'Mr. ADAMS: It reads:',
        'Dear Mr. Speaker: The town needs help.',
        'Mr. COLE: No more.',
      ],
    ],
    ...['14', 'NRA', '\n14\n', '[Page H1234]'].map((between): [string, string, readonly string[]] => [
      `a page number or one word in capitals ends no sentence: ${JSON.stringify(between)}`,
      `Mr. ADAMS. We pay.\nMr. COLE. It was said by my friend\n${between}\nMr. BAKER. He took it.`,
      ['Mr. ADAMS: We pay.', `Mr. COLE: It was said by my friend ${between.trim()}`, 'Mr. BAKER. He took it.'],
    ]),
    [
      'a headline and a page number behind a sentence end it',
      'STATEMENT OF ANN LEE\nMr. ADAMS. We pay.\n14\nMr. COLE. No.',
      ['STATEMENT OF ANN LEE', 'Mr. ADAMS: We pay. 14', 'Mr. COLE: No.'],
    ],
    [
      'one official label among labels with a colon is nobody',
      'REP. RAY: We pay.\nMs. LEE. You lied to me.\nREP. RAY: No.',
      ['REP. RAY: We pay.', 'Ms. LEE. You lied to me.', 'REP. RAY: No.'],
    ],
  ])('%s', async (_what, text, turns) => expect(await read(text)).toEqual(turns))
})

describe('questions and answers', () => {
  it.each([
    [
      'a question of the White House is nobody’s',
      'PRESIDENT ROE:  We met.\n     Q    Mr. President, you ruined us.  Why?\nPRESIDENT ROE:  No.\nQ\tMr. President: when?\nQ.  And so?',
      [
        'PRESIDENT ROE: We met.',
        'Mr. President, you ruined us.  Why?',
        'PRESIDENT ROE: No.',
        'Mr. President: when?',
        'And so?',
      ],
    ],
    [
      'in court the question is the lawyer’s, the answer nobody’s',
      'THE COURT:  Go on.\nBY MS. HALE:\n     Q.   Who took it?\n     A.   I took the money.\n' +
        'MR. BLISS:  Objection.\nTHE COURT:  Overruled.\n     A.   I took it.\nQ    When?\nCROSS-EXAMINATION\nQ    Why?',
      [
        'THE COURT: Go on.',
        'MS. HALE: Who took it?',
        'I took the money.',
        'MR. BLISS: Objection.',
        'THE COURT: Overruled.',
        'I took it.',
        'MS. HALE: When? CROSS-EXAMINATION',
        'Why?',
      ],
    ],
    [
      'numbers of lines are no words and no part of a label',
      ' 1            THE COURT:  Go on.\n 2   BY MS. HALE:\n 3   Q.   Did you never\n 4   take it?\n 5   A.   I paid\n 6   12 people.\n 7\n 8   MR. BLISS:  Stop.',
      ['THE COURT: Go on.', 'MS. HALE: Did you never take it?', 'I paid 12 people.', 'MR. BLISS: Stop.'],
    ],
    [
      'a list of letters in a speech is none',
      'ANN LEE: We need three things.\nA. Money.\nB. Time.',
      ['ANN LEE: We need three things. A. Money. B. Time.'],
    ],
    [
      'numbers in a speech stay',
      'ANN LEE: We paid\n3 men, and\n12 women.\nBOB KIM: No.',
      ['ANN LEE: We paid 3 men, and 12 women.', 'BOB KIM: No.'],
    ],
  ])('%s', async (_what, text, turns) => expect(await read(text)).toEqual(turns))
})

describe('who asks in a court', () => {
  const after = async (lines: string): Promise<readonly string[]> =>
    (await read(`BY MS. HALE:\nQ. Who took it?\nA. I did.\n${lines}\nQ. Do you lie?\nA. No.`)).slice(2)
  it.each([
    ['BY THE COURT:', ['BY THE COURT:', 'Do you lie?', 'No.']],
    ['BY A JUROR:', ['BY A JUROR:', 'Do you lie?', 'No.']],
    ['BY SENATOR WELLS:', ['BY SENATOR WELLS:', 'Do you lie?', 'No.']],
    ['BY MR. BLISS', ['BY MR. BLISS', 'Do you lie?', 'No.']],
    ['BY MR. BLISS (resuming):', ['MR. BLISS: Do you lie?', 'No.']],
    ['CROSS-EXAMINATION:', ['Do you lie?', 'No.']],
    ['THE COURT: Go on.', ['THE COURT: Go on.', 'MS. HALE: Do you lie?', 'No.']],
  ])('%s', async (line, turns) => expect(await after(line)).toEqual(turns))
  it('is named beside the question, or nobody', async () => {
    const text =
      'BY MS. HALE:\nQ.   Who took it?\nA.   I did. I said so\non examination. Then\n' +
      'Cross-Examination by Mr. Bliss\nQ.   You lied?\nA.   No.\nQ.   (BY MR. BLISS)  You were paid?\nA.   No.\n' +
      'Q.   (BY A JUROR)  By whom?\nA.   By her.'
    expect(await read(text)).toEqual([
      'MS. HALE: Who took it?',
      'I did. I said so on examination. Then',
      'Cross-Examination by Mr. Bliss',
      'You lied?',
      'No.',
      'MR. BLISS: You were paid?',
      'No.',
      'By whom?',
      'By her.',
    ])
  })
  it('is nobody where a file without questions has a bill under a name', async () =>
    expect(await read('By Mr. BOND:\nS. 208. A bill to pay.\nMs. LEE. I object.\nMr. KING. I do not.')).toEqual([
      'By Mr. BOND: S. 208. A bill to pay.',
      'Ms. LEE: I object.',
      'Mr. KING: I do not.',
    ]))
})

describe('questions and answers with one space', () => {
  it.each([
    [
      'a question of a page that lost its spaces',
      'THE PRESIDENT: Thanks.\nQ And you took the money, sir.\nTHE PRESIDENT: I did not.',
      ['THE PRESIDENT: Thanks.', 'And you took the money, sir.', 'THE PRESIDENT: I did not.'],
    ],
    [
      'numbered lines of a court',
      '1 BY MS. HALE:\n2 Q Did you see him?\n3 A I did not.\n4 Q You took it.\n6 A Yes, I took it.\n7 A Man came in.\n8 THE COURT: Stop.\n9 A I did.',
      [
        'MS. HALE: Did you see him?',
        'I did not.',
        'MS. HALE: You took it.',
        'Yes, I took it. A Man came in.',
        'THE COURT: Stop.',
        'I did.',
      ],
    ],
    [
      'a letter alone on its line',
      'BY MS. HALE:\nQ\nWho took it?\nA\nI did.\nTHE COURT: Stop.',
      ['MS. HALE: Who took it?', 'I did.', 'THE COURT: Stop.'],
    ],
    [
      'a list behind a single question is no answer',
      'ANN LEE: Three things.\nA. Money.\nB. Time.\nBOB KIM: Yes.\nQ. Why?\nBOB KIM: Look.\nA. Money.\nB. Time.',
      ['ANN LEE: Three things. A. Money. B. Time.', 'BOB KIM: Yes.', 'Why?', 'BOB KIM: Look. A. Money. B. Time.'],
    ],
    [
      'the first question of an inquiry has a label, and its answer is not of who asks',
      'MR BEER: Did you know?\nA. I did not.\nQ. And then?\nA. I left.\nSIR WYN: I see.\nA. I did.\nQ. Why?',
      ['MR BEER: Did you know?', 'I did not.', 'And then?', 'I left.', 'SIR WYN: I see.', 'I did.', 'Why?'],
    ],
    [
      'the answers of two people who are named are not theirs',
      'MR BEER: Did you know,\nin May?\n\nA. I did not.\n\nSIR WYN: Why?\n\nA. I was away.',
      ['MR BEER: Did you know, in May?', 'I did not.', 'SIR WYN: Why?', 'I was away.'],
    ],
    [
      'one question with a list behind it is no inquiry',
      'ANN LEE: What do we want?\nA. Money.\nB. Time.\nBOB KIM: Yes.',
      ['ANN LEE: What do we want? A. Money. B. Time.', 'BOB KIM: Yes.'],
    ],
    [
      'choices that somebody puts are his',
      'CHAIR: Which one?\nA. Build it.\nB. Wait.\nLEE: None.\nCHAIR: Which plan?\nA   Go.\n\nB   Stay.\nLEE: No.\n' +
        'CHAIR: Why?\nA. Time.\nLEE: Yes?\nA. Yes.\nLEE: I see.',
      [
        'CHAIR: Which one? A. Build it. B. Wait.',
        'LEE: None.',
        'CHAIR: Which plan? A   Go. B   Stay.',
        'LEE: No.',
        'CHAIR: Why?',
        'Time.',
        'LEE: Yes?',
        'Yes.',
        'LEE: I see.',
      ],
    ],
    [
      'a list behind an answer is none',
      'Q. Why?\nA. We wait.\nQ. When?\nA. Now.\nANN LEE: Two ways.\nA. Money.\nB. Time.',
      ['Why?', 'We wait.', 'When?', 'Now.', 'ANN LEE: Two ways. A. Money. B. Time.'],
    ],
  ])('%s', async (_what, text, turns) => expect(await read(text)).toEqual(turns))
  it('“>>” within a line of captions begins a turn of somebody', async () =>
    expect(await read('ANN LEE: WE ACT NOW. >> HE LIED TO US. >> BOB KIM: NO.\nGO TO FILE >> SAVE')).toEqual([
      'ANN LEE: WE ACT NOW.',
      'HE LIED TO US.',
      'BOB KIM: NO. GO TO FILE >> SAVE',
    ]))
  it('thousands of “>>” are read as one', async () =>
    expect(await read(`ANN LEE: WE ACT NOW. ${'>>  '.repeat(50_000)}BOB KIM: NO.`)).toEqual([
      'ANN LEE: WE ACT NOW.',
      'BOB KIM: NO.',
    ]))
  it('are none in captions, which break sentences anywhere', async () => {
    const cue = (at: number, text: string): string => `00:00:0${at}.000 --> 00:00:0${at}.900\n${text}\n`
    const text = `WEBVTT\n\n${[cue(1, 'Ann Lee: Take Plan'), cue(2, 'A. We wait.'), cue(3, 'Q. Or not.'), cue(4, 'Q. Yes.')].join('\n')}`
    const { turns } = await readTranscript('a.vtt', new TextEncoder().encode(text))
    expect(turns).toEqual([{ speaker: 'Ann Lee', at: '00:00:01', text: 'Take Plan A. We wait. Q. Or not. Q. Yes.' }])
  })
})

describe('numbers before lines', () => {
  const many = Array.from({ length: 10 }, (_, at) => at + 1)
  it.each([
    ['counts stay', 'ANN LEE: The dead:\n1 death in Ohio\n2 deaths in Texas\n3 deaths in Maine\n4 deaths in Iowa'],
    ['counts stay though there are many', `ANN LEE: The dead:\n${many.map((at) => `${at} in town`).join('\n')}`],
  ])('%s', async (_what, text) => expect(await read(text)).toEqual([text.replaceAll('\n', ' ')]))
  it('a column of ten is no words', async () =>
    expect(await read(many.map((at) => `${at}   We came`).join('\n'))).toEqual([many.map(() => 'We came').join(' ')]))
})

describe('the words of a member of the Congress stay the member’s', () => {
  const whole = (...lines: readonly string[]): string => lines.join(' ')
  it.each([
    [
      'a paragraph that addresses the chair',
      'Mr. BAKER. We pay.\n\nMr. Speaker, I rise today. It is right.\n\nMr. President, we shall. Yes.\nMs. LEE. No.',
      [
        whole('Mr. BAKER: We pay.', 'Mr. Speaker, I rise today. It is right.', 'Mr. President, we shall. Yes.'),
        'Ms. LEE: No.',
      ],
    ],
    [
      'a line in mid sentence, and abbreviations',
      'Mr. BAKER. I thank my friend,\nSenator Moor. She came with the\nAdministrator of the U.S. Mint.\n' +
        'Mrs. St. John came. Mr. Mario J. Dole, too.\nMr. Mario J. Dole left. We stay.\nMs. LEE. No.',
      [
        whole(
          'Mr. BAKER: I thank my friend, Senator Moor. She came with the Administrator of the U.S. Mint.',
          'Mrs. St. John came. Mr. Mario J. Dole, too. Mr. Mario J. Dole left. We stay.',
        ),
        'Ms. LEE: No.',
      ],
    ],
    [
      'one label that addresses the chair, with a colon elsewhere',
      'Mr. BOND. Mr. President, I offer a bill.\nIt pays.\nMr. Jones: We agree.',
      ['Mr. BOND: Mr. President, I offer a bill. It pays.', 'Mr. Jones: We agree.'],
    ],
    [
      'sentences with an article before a full stop',
      'Mr. LEE. One word.\nThe Constitution. That is it.\nSome Americans. A few.\nA Patriot. He was one.\nMr. KING. Yes.',
      [
        whole(
          'Mr. LEE: One word.',
          'The Constitution. That is it.',
          'Some Americans. A few.',
          'A Patriot. He was one.',
        ),
        'Mr. KING: Yes.',
      ],
    ],
    [
      'sentences with an article in French',
      'M. Jean Dupont. Nous payons.\nDes familles entières. Voilà tout.\nUne honte. Voilà le mot.\nMme Anne Roux. Non.',
      [
        whole('M. Jean Dupont: Nous payons.', 'Des familles entières. Voilà tout.', 'Une honte. Voilà le mot.'),
        'Mme Anne Roux: Non.',
      ],
    ],
    [
      'things before a colon',
      'THE PRESIDENT: Thanks.\nA couple of things: First, we pay.\nTwo things: we pay.\nMany people ask: why?\nUn mot d’abord : oui.\nA member of the audience: You lie.',
      [
        whole(
          'THE PRESIDENT: Thanks. A couple of things: First, we pay. Two things: we pay. Many people ask: why?',
          'Un mot d’abord : oui.',
        ),
        'A member of the audience: You lie.',
      ],
    ],
  ])('%s', async (_what, text, turns) => expect(await read(text)).toEqual(turns))
})

describe('marks before labels', () => {
  it.each([
    ['▶ 강유정: 아닙니다.\n▷ 앵커: 속인 것입니다.', ['강유정: 아닙니다.', '앵커: 속인 것입니다.']],
    ['◇ 김현수> 왜요?\n◆ 이준호> 네.', ['김현수: 왜요?', '이준호: 네.']],
    ['▶ 강유정: 아닙니다.\n▷ 속인 것입니다.', ['강유정: 아닙니다.', '▷ 속인 것입니다.']],
    ['○위원장 김민수  시작합니다.\n○\n감사합니다.', ['위원장 김민수: 시작합니다.', '○ 감사합니다.']],
  ])('%j', async (text, turns) => expect(await read(text)).toEqual(turns))
})

describe('minutes of the Korean assembly with one space', () => {
  it.each([
    ['○기획재정부장관 최상목 세수가 줄었습니다.', '기획재정부장관 최상목: 세수가 줄었습니다.'],
    ['○의장 우원식 투표를 마칩니다.', '의장 우원식: 투표를 마칩니다.'],
    ['○대법원장 조희대 네.', '대법원장 조희대: 네.'],
    ['○법사위원장 추미애 정회합니다.', '법사위원장 추미애: 정회합니다.'],
    ['○용혜인 위원 예산이 부족합니다.', '용혜인 위원: 예산이 부족합니다.'],
    ['○진성준 위원 그렇습니까?', '진성준 위원: 그렇습니까?'],
    ['○위원장 주호영 개의합니다.', '위원장 주호영: 개의합니다.'],
    ['○위원장 주호영 위원님 질의하십시오.', '위원장: 주호영 위원님 질의하십시오.'],
    ['○장관 어려운 상황입니다.', '장관: 어려운 상황입니다.'],
    ['○어기구 위원 그렇습니까?', '어기구 위원: 그렇습니까?'],
    ['○위원장 성원이 되었습니다.', '위원장: 성원이 되었습니다.'],
    ['○장관 소득세 감면은 없습니다.', '장관: 소득세 감면은 없습니다.'],
    ['○장관 국방부 예산입니다.', '장관: 국방부 예산입니다.'],
  ])('%s', async (text, turn) => expect(await read(text)).toEqual([turn]))
})

describe('labels that are none, and labels over two lines', () => {
  it.each([
    [
      'the head of a mail names no speaker',
      'From: Ann Lee\nDate: Tue, 3 Mar\nTo: Pool\nSubject: Report 3\n\nThe president spoke.',
      ['From: Ann Lee Date: Tue, 3 Mar To: Pool Subject: Report 3 The president spoke.'],
    ],
    [
      'nor are its words those of the speaker before',
      'ROE: We pay.\nFROM: Ann Lee\nSENT: Tue\nHe left.\nROE: No.',
      ['ROE: We pay.', 'FROM: Ann Lee SENT: Tue He left.', 'ROE: No.'],
    ],
    [
      'a letter has no speaker',
      'Dear Anna Reed, Minister of Trade and Foreign Affairs:\nWe never sign.\nTO LAM: We sign.\nTo Tom Ray:\nNo.\n' +
        'Chère Anna :\nOui.\nTom Wells, Mayor of the City of Luton, was angry, as he told us:\nNo.',
      [
        'Dear Anna Reed, Minister of Trade and Foreign Affairs: We never sign.',
        'TO LAM: We sign.',
        'To Tom Ray: No.',
        'Chère Anna : Oui. Tom Wells, Mayor of the City of Luton, was angry, as he told us: No.',
      ],
    ],
    [
      'an office over two lines',
      'Dr. Svenja Roth, Bundesministerin für wirtschaftliche Zusammenarbeit und\nEntwicklung:\nWir zahlen.\n' +
        'Katharina Moor (BÜNDNIS 90/DIE\nGRÜNEN): Nein.\nDas sagt\nAnna Blau, die es weiß.',
      [
        'Dr. Svenja Roth, Bundesministerin für wirtschaftliche Zusammenarbeit und Entwicklung: Wir zahlen.',
        'Katharina Moor (BÜNDNIS 90/DIE GRÜNEN): Nein. Das sagt Anna Blau, die es weiß.',
      ],
    ],
  ])('%s', async (_what, text, turns) => expect(await read(text)).toEqual(turns))
})

describe('what is heard of another one is nobody’s', () => {
  it.each([
    'ANN LEE: WE ACT NOW, >> HE LIED.',
    'ANN LEE: WE ACT NOW.>> HE LIED.',
    'ANN LEE: WE ACT NOW.\n[VIDEO ENDS]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[VIDEO PLAYS]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n(AUDIO CLIP PLAYING)\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[CLIP]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[PLAYING VIDEO]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[VIDEO PLAYED]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[PLAYS VIDEO]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[A VIDEO IS SHOWN]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n— VIDEO ENDS —\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n*VIDEO ENDS*\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n【녹취】\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n<녹취>\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[인터뷰]\nHE LIED.',
    '김민수 앵커: 보시죠.\n<인터뷰> 홍길동(시민) : HE LIED.',
    '김민수 앵커: 보시죠.\n[홍길동/국회의원] HE LIED.',
    '김민수 앵커: 보시죠.\n홍길동 / 국회의원: HE LIED.',
    '김민수 앵커: 보시죠.\n[홍길동 / 국회의원: HE LIED.]',
    '김민수 앵커: 보시죠.\n[녹취/홍길동/국회의원 : HE LIED.]',
    '김민수 앵커: 보시죠.\n【녹취】 홍길동/국회의원\nHE LIED.',
    '김민수 앵커: 보시죠.\n[기자]\nHE LIED.',
    '김민수 앵커: 보시죠.\n<기자> HE LIED.',
  ])('%s', async (text) => {
    const { turns } = await readTranscript('a.txt', new TextEncoder().encode(text))
    const heard = turns.filter((turn) => turn.text.includes('HE LIED'))
    expect(heard.map(({ speaker }) => speaker)).toEqual([undefined])
  })

  it.each([
    'ANN LEE: WE ACT NOW.\n[VIDEO CONFERENCE]\nHE LIED.',
    'ANN LEE: WE ACT NOW.\n[APPLAUSE]\nHE LIED.',
    'ANN LEE: I said <<we act. >> HE LIED.',
    'ANN LEE: 보시죠.\n<웃음> HE LIED.',
    'ANN LEE: 보시죠.\n[박수]\nHE LIED.',
    'ANN LEE: 저는\n<기생충>을 봤습니다.',
    'ANN LEE: 책은\n〈조선일보〉에서 봤습니다.',
    'ANN LEE: 안건입니다.\n<중략>\n그래서 표결합니다.',
    'ANN LEE: Er rief: >>Halt! Stehen bleiben!',
    'ANN LEE: Ich sagte, >>nein',
  ])('the words go on: %s', async (text) => {
    const { turns } = await readTranscript('a.txt', new TextEncoder().encode(text))
    expect(turns.map(({ speaker }) => speaker)).toEqual(['ANN LEE'])
  })

  it.each(['<해리포터> 재미있었습니다.', '찬성/반대: 두 가지입니다.'])('no word is lost of %s', async (line) => {
    const { turns } = await readTranscript('a.txt', new TextEncoder().encode(`김민수: 보시죠.\n${line}`))
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['김민수', '보시죠.'],
      [undefined, line],
    ])
  })

  it('applause in a cue of WebVTT is no other voice', async () => {
    const cues = ['<v Ann Lee>We act</v>', '[applause]', '<v Ann Lee>now.</v>'].map(
      (text, at) => `00:00:0${at}.000 --> 00:00:0${at}.900\n${text}\n`,
    )
    const { turns } = await readTranscript('a.vtt', new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`))
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([['Ann Lee', 'We act [applause] now.']])
  })

  it('a voice of WebVTT speaks until it ends, and no cue without one is its own', async () => {
    const cues = [
      '<v Ann Lee>We act now. >> He lied.',
      '<v Ann Lee>We act\nnow.',
      'So he said.',
      '<v Ann Lee>Yes.</v>\nNo.',
    ].map((text, at) => `00:00:0${at}.000 --> 00:00:0${at}.900\n${text}\n`)
    const { turns } = await readTranscript('a.vtt', new TextEncoder().encode(`WEBVTT\n\n${cues.join('\n')}`))
    expect(turns.map(({ speaker, text }) => `${speaker ?? ''}: ${text}`)).toEqual([
      'Ann Lee: We act now.',
      ': He lied.',
      'Ann Lee: We act now.',
      ': So he said.',
      'Ann Lee: Yes.',
      ': No.',
    ])
  })
})

describe('questions and answers in other notations are nobody’s', () => {
  const heard = async (pair: readonly [string, string]): Promise<readonly (string | undefined)[]> => {
    const [ask, answer] = pair
    const text = `MS. HALE: Hi.\n${ask} Where?\n${answer} Home.\n${ask} Why?\n${answer} It rained.`
    const { turns } = await readTranscript('a.txt', new TextEncoder().encode(text))
    return turns.map(({ speaker }) => speaker)
  }

  it.each([
    ['Q1.', 'A1.'],
    ['Q-1)', 'A-1)'],
    ['(Q)', '(A)'],
    ['**Q.**', '**A.**'],
    ['Question.', 'Answer.'],
    ['문)', '답)'],
    ['문1.', '답1.'],
    ['(질문)', '(답변)'],
    ['Q．', 'A．'],
    ['Frage.', 'Antwort.'],
    ['P.', 'R.'],
    ['PREGUNTA.-', 'RESPUESTA.-'],
  ] as const)('%s and %s', async (...pair) =>
    expect(await heard(pair)).toEqual(['MS. HALE', undefined, undefined, undefined, undefined]),
  )

  it.each([
    ['P. Roe asked', 'R. Lee said'],
    ['Questions rose', 'Answers came'],
    ['문제는', '답은'],
    ['Pregunta', 'Respuesta'],
  ] as const)('“%s” and “%s” go on, unless questions are asked', async (one, other) => {
    const text = `MS. HALE: Hi.\n${one} so.\n${other} yes.\n${one} no.\n${other} more.`
    const { turns } = await readTranscript('a.txt', new TextEncoder().encode(text))
    expect(turns.map(({ speaker }) => speaker)).toEqual(['MS. HALE'])
  })
})
