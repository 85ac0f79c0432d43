import { describe, expect, it } from 'vitest'
import { readTranscript } from '../../../src/exchange/import/transcript/readTranscript'
import { zipOf } from '../../builders/files/zipOf'
import { docxOf, pdfOf } from './files'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = async (name: string, text: string | Uint8Array): Promise<readonly string[]> =>
  (await readTranscript(name, typeof text === 'string' ? bytes(text) : text)).turns.map(
    ({ speaker, at, text: said }) =>
      `${at === undefined ? '' : `[${at}] `}${speaker === undefined ? '' : `${speaker}: `}${said}`,
  )

describe('speaker labels', () => {
  it.each([
    ['a name', 'Trump: We won.', ['Trump: We won.']],
    ['a full name', 'Donald J. Trump: We won.', ['Donald J. Trump: We won.']],
    ['capitals with a title', 'PRESIDENT TRUMP:  We won.', ['PRESIDENT TRUMP: We won.']],
    ['an abbreviated title', 'Mr. Smith: We won.', ['Mr. Smith: We won.']],
    ['a name with particles', 'Ursula von der Leyen: We won.', ['Ursula von der Leyen: We won.']],
    [
      'a role behind a comma',
      'Angela Merkel, Bundeskanzlerin: Wir schaffen das.',
      ['Angela Merkel, Bundeskanzlerin: Wir schaffen das.'],
    ],
    ['a role in brackets', 'Merz (CDU): Danke.', ['Merz (CDU): Danke.']],
    ['question and answer', 'Q: Did you?\nA: Yes.', ['Q: Did you?', 'A: Yes.']],
    ['a number', 'Speaker 1: Hello.\nSpeaker 2: Hi.', ['Speaker 1: Hello.', 'Speaker 2: Hi.']],
    ['a timecode before', '[00:12:33] Xi: We met.', ['[00:12:33] Xi: We met.']],
    ['a bare timecode before', '00:12:33 Xi: We met.', ['[00:12:33] Xi: We met.']],
    ['a timecode behind', 'Xi Jinping (00:12:33): We met.', ['[00:12:33] Xi Jinping: We met.']],
    [
      'a timecode behind, words on the next line',
      'Xi Jinping  0:03\nWe met.\nAnd talked.',
      ['[0:03] Xi Jinping: We met. And talked.'],
    ],
    ['a label alone on its line', 'XI:\nWe met.', ['XI: We met.']],
    ['chevrons', '>> XI: We met.\n>> When?', ['XI: We met.', 'When?']],
    ['square brackets', '[Xi]: We met.', ['Xi: We met.']],
    ['bold markup', '**Xi:** We met.', ['Xi: We met.']],
    ['Korean', '이재명 대통령: 만났습니다.\n기자: 언제요?', ['이재명 대통령: 만났습니다.', '기자: 언제요?']],
    ['Korean with a mark', '▲위성락: 만났습니다.', ['위성락: 만났습니다.']],
    ['Japanese with a wide colon', '石破茂：会いました。', ['石破茂: 会いました。']],
    ['Japanese minutes', '○林芳正君　会いました。', ['林芳正君: 会いました。']],
    [
      'the Congressional Record',
      '  Mr. BAKER of Ohio. Mr. Speaker, I rise today.\nWe will pay.\n' +
        '  The SPEAKER pro tempore. The time has expired.\n  Ms. McCARTHY. I object.\n  Mrs. WATSON COLEMAN. So do I.\nSecretary TODD. Thank you.\nChairman JORDAN. Yes.',
      [
        'Mr. BAKER of Ohio: Mr. Speaker, I rise today. We will pay.',
        'The SPEAKER pro tempore: The time has expired.',
        'Ms. McCARTHY: I object.',
        'Mrs. WATSON COLEMAN: So do I.',
        'Secretary TODD: Thank you.',
        'Chairman JORDAN: Yes.',
      ],
    ],
    [
      'the French Assemblée',
      'Mme la présidente. La parole est à M. Jean Dupont.\nM. Jean Dupont. Nous avons payé.\nEt nous irons.\n' +
        'Mme Claire Martin, ministre déléguée. – C’est faux.\nM. Paul Le Roux (LFI). Non !',
      [
        'Mme la présidente: La parole est à M. Jean Dupont.',
        'M. Jean Dupont: Nous avons payé. Et nous irons.',
        'Mme Claire Martin, ministre déléguée: C’est faux.',
        'M. Paul Le Roux (LFI): Non !',
      ],
    ],
    [
      'no label: a name that ends a sentence',
      'Xi: I met\nMr. Smith. He left.\nMr. Baker. He stayed.\nJ’ai vu\nM. Jean Dupont. Il est parti.\nWe had an\nMr. X. to see.',
      [
        'Xi: I met Mr. Smith. He left. Mr. Baker. He stayed. J’ai vu M. Jean Dupont. Il est parti. We had an Mr. X. to see.',
      ],
    ],
    [
      'minutes of the Korean assembly',
      '○법무부장관 한동훈  그 보고서는 제가 썼습니다.\n○김민수 위원  그렇습니까?\n○과학기술정보통신부 장관 이종호  네.',
      [
        '법무부장관 한동훈: 그 보고서는 제가 썼습니다.',
        '김민수 위원: 그렇습니까?',
        '과학기술정보통신부 장관 이종호: 네.',
      ],
    ],
    [
      'Korean minutes with one space',
      '○증인 김철수 제가 썼습니다.\n○김민수 위원 그렇습니까?\n○위원장 지금부터 시작합니다.\n○장관 지금 갑니다.',
      ['증인 김철수: 제가 썼습니다.', '김민수 위원: 그렇습니까?', '위원장: 지금부터 시작합니다.', '장관: 지금 갑니다.'],
    ],
    [
      'speech behind two spaces is no name',
      '○위원장 감사합니다  다음 순서입니다.\n○위원장  그렇죠.  다음입니다.',
      ['위원장: 감사합니다  다음 순서입니다. 그렇죠.  다음입니다.'],
    ],
    [
      'a title and a noun are no label of Korean minutes',
      '○장관 인사말 우리는 낸 적이 없습니다.\n○대표 이사회는 끝났습니다.\n○이번 대표 회의  결과입니다.',
      ['장관: 인사말 우리는 낸 적이 없습니다.', '대표: 이사회는 끝났습니다.', '이번: 대표 회의  결과입니다.'],
    ],
    [
      'nobody, where a title and capitals stand behind a line that has not ended',
      'Mr. REED. Good morning.\nMr. COLE. I spoke to\nMr. BAKER. He never paid.\nMr. REED. I met the\nChief NYPD. We agreed.',
      [
        'Mr. REED: Good morning.',
        'Mr. COLE: I spoke to',
        'Mr. BAKER. He never paid.',
        'Mr. REED: I met the',
        'Chief NYPD. We agreed.',
      ],
    ],
    [
      'nobody behind the foot of a page, and the next speaker again',
      'Mr. SMITH. I never took it.\nVerDate Sep 11 2014 Frm 00001 Fmt 4624 A09DE7\nMr. BAKER. We took it.\nMr. SMITH. No.',
      [
        'Mr. SMITH: I never took it. VerDate Sep 11 2014 Frm 00001 Fmt 4624 A09DE7',
        'Mr. BAKER. We took it.',
        'Mr. SMITH: No.',
      ],
    ],
    [
      'who interrupts behind any dash',
      'Mr. SMITH. I said that we –\nMr. BAKER. We took it.\nMr. SMITH. And that-\nMr. COLE. No.',
      ['Mr. SMITH: I said that we –', 'Mr. BAKER: We took it.', 'Mr. SMITH: And that-', 'Mr. COLE: No.'],
    ],
    [
      'nobody: a single title and capitals where labels end with a colon',
      'ANN LEE: It was he.\nMr. BAKER. He never paid us.\nBOB KIM: I see.',
      ['ANN LEE: It was he.', 'Mr. BAKER. He never paid us.', 'BOB KIM: I see.'],
    ],
    [
      'the Congressional Record, where somebody interrupts and behind a headline',
      'OPENING STATEMENT\nMr. BAKER. We would--\nMr. COLE. No.',
      ['OPENING STATEMENT', 'Mr. BAKER: We would--', 'Mr. COLE: No.'],
    ],
    ['Chinese', '习近平：我们见面了。', ['习近平: 我们见面了。']],
    ['Arabic', 'الرئيس: التقينا.', ['الرئيس: التقينا.']],
    [
      'no label: a sentence with a colon',
      'Xi: We agreed on this:\nAnd I said: we won.\nLook: it works.',
      ['Xi: We agreed on this: And I said: we won. Look: it works.'],
    ],
    [
      'no label: an address and a time',
      'See https://example.org\nAt 10:30 we met.',
      ['See https://example.org At 10:30 we met.'],
    ],
    ['no labels at all', 'We met.\n\nWe talked.', ['We met. We talked.']],
  ])('%s', async (_what, text, turns) => expect(await read('a.txt', text)).toEqual(turns))
})

describe('tables with a column of speakers', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
  /** The words of a cell are paragraphs, parted by "|". */
  const tableOf = (rows: readonly (readonly string[])[]): Uint8Array => {
    const cell = (text: string): string =>
      `<w:tc>${text
        .split('|')
        .map((one) => `<w:p>${run(one)}</w:p>`)
        .join('')}</w:tc>`
    const row = (cells: readonly string[]): string => `<w:tr>${cells.map(cell).join('')}</w:tr>`
    return docxOf([`${run('Hearing')}</w:p><w:tbl>${rows.map(row).join('')}</w:tbl><w:p>${run('End of file.')}`])
  }
  const ROWS = [
    ['Time', 'Speaker', 'Words'],
    ['00:01', 'Maria Ortiz', 'We will pay.|And we go on.'],
    ['00:09', 'Tom Reed:', 'Who says: no?'],
    ['00:12', '', 'We did not.'],
    ['00:15', 'Maria Ortiz', '(Applause)'],
  ]
  it('in a Word table a row is a turn, and one without a name goes on', async () =>
    expect(await read('a.docx', tableOf(ROWS))).toEqual([
      'Hearing',
      '[00:01] Maria Ortiz: We will pay. And we go on.',
      '[00:09] Tom Reed: Who says: no? We did not.',
      '[00:15] Maria Ortiz: (Applause)\nEnd of file.',
    ]))
  it('tab-separated text is read as such a table', async () =>
    expect(await read('a.txt', ROWS.map((row) => row.join('\t').replace('|', ' ')).join('\n'))).toEqual([
      '[00:01] Maria Ortiz: We will pay. And we go on.',
      '[00:09] Tom Reed: Who says: no? We did not.',
      '[00:15] Maria Ortiz: (Applause)',
    ]))
  it.each([
    ['발언자\t내용\n김민수\t했습니다.\n이영희\t아닙니다.', ['김민수: 했습니다.', '이영희: 아닙니다.']],
    ['Zeit\tSprecher\tText\n0:01\tRoth\tWir zahlen.', ['[0:01] Roth: Wir zahlen.']],
    ['Intervenant\tTexte\nRoux\tNous payons.', ['Roux: Nous payons.']],
  ])('%j', async (text, turns) => expect(await read('a.txt', text)).toEqual(turns))
  it('without a heading, if a few names come again', async () =>
    expect(
      await read(
        'a.tsv',
        'Ann Lee\tWe will pay them all.\nRep. Reed\tWho says that to us?\n' +
          'Ann Lee\tI say it once again.\nRep. Reed\tAnd I surely do not.',
      ),
    ).toEqual([
      'Ann Lee: We will pay them all.',
      'Rep. Reed: Who says that to us?',
      'Ann Lee: I say it once again.',
      'Rep. Reed: And I surely do not.',
    ]))
  it.each([
    ['places', 'Seoul', 'Busan'],
    ['days', 'Monday', 'Tuesday'],
    ['languages', 'EN', 'KO'],
    ['places of two words', 'New York', 'Hong Kong'],
    ['Korean languages', '한국어', '전문가'],
  ])('%s that come again are no speakers', async (_what, one, other) => {
    const rows = [one, other, one, other].map((first) => `${first}\tWe never paid them anything at all.`)
    expect(await read('a.txt', rows.join('\n'))).toEqual([rows.join(' ')])
  })
  it.each([
    'Name\tReply\tNotes\nAnn Lee\tNo comment.\tThey paid everyone in full.\nBob Kim\tNo.\tHe nodded.',
    'Name\tQuestion\tAnswer\nAnn Lee\tDid you ever pay anyone for that?\tNever.\nBob Kim\tDid you?\tNo.',
    'Speaker\tOriginal\tEnglish\n김민수\t낸 적이 없습니다.\tWe never paid.\n이철\t그래요.\tIndeed.',
    'Speaker\tText\tEnglish\n김민수\t낸 적이 없습니다.\tWe never paid.\n이철\t그래요.\tIndeed.',
    'Name\tRole\nAnn Lee\tMinister\nBob Kim\tReporter',
    'Name\tNotes\nAnn Lee\tShe never paid.\nBob Kim\tHe nodded.',
    'Date\tName\tCity\tComment\n4 Mar\tAnn Lee\tSeoul\tWe never paid.\n5 Mar\tBob Kim\tBusan\tWe did.',
  ])('a table whose words nobody can tell stays as it is: %j', async (text) =>
    expect(await read('a.txt', text)).toEqual([text.replaceAll('\n', ' ')]),
  )
  it('one column of sentences beside the speaker and the time are the words', async () =>
    expect(await read('a.txt', 'Time\tName\tReply\n0:01\tAnn Lee\tWe never paid.\n0:04\tBob Kim\tI did.')).toEqual([
      '[0:01] Ann Lee: We never paid.',
      '[0:04] Bob Kim: I did.',
    ]))
  it('a column of times is none of speakers', async () =>
    expect(await read('a.txt', 'Name\tText\n00:01\tWe never paid.\n00:05\tWe did.')).toEqual([
      'Name\tText We never paid. We did.',
    ]))
  it('a row that only names its speaker names that of the next', async () =>
    expect(await read('a.txt', 'Speaker\tText\nBob Kim\tWe did.\nAnn Lee\t\n\tWe never paid.')).toEqual([
      'Bob Kim: We did.',
      'Ann Lee: We never paid.',
    ]))
  it('a list of participants is another table than the words', async () =>
    expect(
      await read('a.txt', 'Name\tRole\nAnn Lee\tMinister\n\n00:01\tAnn Lee\tWe never paid.\n00:05\tBob Kim\tNo?'),
    ).toEqual(['Name\tRole Ann Lee\tMinister Ann Lee\tWe never paid. Bob Kim\tNo?']))
  it('a line without a tab parts the rows of one table', async () =>
    expect(
      await read(
        'a.txt',
        'Speaker\tText\nLee\tWe never paid.\n(Applause)\nBob Kim\tWe did.\n\nLee\tNo,\nwe never did.',
      ),
    ).toEqual(['Lee: We never paid.\n(Applause)', 'Bob Kim: We did.', 'Lee\tNo, we never did.']))
  it.each(['4 Mar\tSeoul, where all met.', 'Tom Reed\tMinister', 'Seoul\tWe all met there.'])(
    'a table that is not read is not said by the speaker of the row before it: %j',
    async (row) =>
      expect(await read('a.txt', `Speaker\tText\nAnn Lee\tWe never paid.\n\n${row}`)).toEqual([
        'Ann Lee: We never paid.',
        row,
      ]),
  )
  it('no other table is one', async () => {
    expect(await read('a.txt', 'City\tPrice\nSeoul\t3 million won\nBusan\t2 million won')).toEqual([
      'City\tPrice Seoul\t3 million won Busan\t2 million won',
    ])
    expect(
      await read(
        'a.docx',
        tableOf([
          ['City', 'Price'],
          ['Seoul', 'Three million won'],
        ]),
      ),
    ).toEqual(['Hearing City Price Seoul Three million won End of file.'])
  })
})

describe('captions', () => {
  const SRT =
    '1\n00:00:01,000 --> 00:00:03,000\n<i>XI: We met</i>\nin Busan.\n\n2\n' +
    '00:00:03,000 --> 00:00:05,500\nIt was useful.\n\n3\n00:00:06,000 --> 00:00:07,000\n- When?\n' +
    '- On Thursday.\n'
  it('reads SubRip', async () =>
    expect(await read('a.srt', SRT)).toEqual([
      '[00:00:01] XI: We met in Busan. It was useful.',
      '[00:00:06] When?',
      '[00:00:06] On Thursday.',
    ]))
  it('detects SubRip without its ending', async () => expect(await read('a.txt', SRT)).toHaveLength(3))
  it('reads WebVTT with voices, notes, settings and karaoke times', async () => {
    const text =
      'WEBVTT\n\nNOTE nothing of this is said\n\nSTYLE\n::cue { color: red }\n\n' +
      '00:01.000 --> 00:04.000 align:start\n<v Donald Trump>He is a <00:02.000>' +
      '<c>tough</c> negotiator &amp; a friend.</v>\n\nid-2\n00:04.000 --> 00:05.000\n' +
      '<v Donald Trump>Very much.\n\n00:05.000 --> 00:06.000\n<v.loud Xi>Thank you.</v>\n'
    expect(await read('a.vtt', text)).toEqual([
      '[00:01] Donald Trump: He is a tough negotiator & a friend. Very much.',
      '[00:05] Xi: Thank you.',
    ])
  })
  it('reads rolling captions once', async () => {
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\nwe met\n\n00:02.000 --> 00:03.000\nwe met\nin busan\n'
    expect(await read('a.vtt', text)).toEqual(['[00:01] we met in busan'])
  })
})

describe('PDF and Word', () => {
  it('reads the lines of a PDF with its pages, without page numbers', async () => {
    expect(
      await read(
        'a.pdf',
        pdfOf([
          ['XI: We met in Busan', 'and talked.', '1'],
          ['TRUMP: It was great.', '2'],
        ]),
      ),
    ).toEqual(['[p. 1] XI: We met in Busan and talked.', '[p. 2] TRUMP: It was great.'])
  })
  it('reads the paragraphs of a Word document without tracked deletions', async () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const file = docxOf([
      run('XI: We ') + run('met &amp; talked.'),
      `<w:del>${'<w:r><w:delText>not</w:delText></w:r>'}</w:del>${run('It was useful.')}`,
      '<w:r><w:t>TRUMP:</w:t><w:tab/><w:t>Great.</w:t></w:r>',
    ])
    expect(await read('a.docx', file)).toEqual(['XI: We met & talked. It was useful.', 'TRUMP: Great.'])
  })
  it.each([
    ['a PDF in name only', 'a.pdf', bytes('hello'), 'it is not a PDF'],
    ['a damaged PDF', 'a.pdf', bytes('%PDF-1.4\nhello'), 'damaged PDF'],
    ['a Word document in name only', 'a.docx', bytes('hello'), 'it is not a Word document'],
    ['a zip without a document', 'a.docx', zipOf([{ name: 'a.txt', data: 'x' }]), 'not a Word document'],
    ['a broken zip', 'a.docx', bytes('PK\u0003\u0004 nothing'), 'damaged archive'],
    [
      'a zip bomb',
      'a.docx',
      zipOf([{ name: 'word/document.xml', data: ' '.repeat(8 * 1024 * 1024) }]),
      'as a zip bomb does',
    ],
    [
      'a document type with entities',
      'a.docx',
      docxOf(['<w:r><w:t>x</w:t></w:r>'], '<!DOCTYPE d [<!ENTITY a "aaaa">]>'),
      'text is damaged',
    ],
    ['a binary', 'a.txt', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]), 'binary'],
  ])('%s is refused with its name', async (_what, name, file, why) => {
    await expect(readTranscript(name, file)).rejects.toThrow(
      new RegExp(`^${name.replace('.', '\\.')} was not imported: .*${why}`),
    )
  })
  it('an empty file is a transcript without turns', async () => expect(await read('a.txt', '')).toEqual([]))
})
