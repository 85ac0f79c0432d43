/** Who says more than an objection ends who asks in a court, and a name may begin like a salutation. */
import { describe, expect, test } from 'vitest'
import { checkQuote } from '../../../src/checks/quote/checkQuote'
import { turnsOfLines } from '../../../src/exchange/import/transcript/turnsOfLines'

const checked = (lines: readonly string[], speaker: string, quote: string): string => {
  const turns = turnsOfLines(lines.map((text) => ({ text })))
  return checkQuote({ quote, speaker, transcript: { turns } }).result
}
const BEGUN = ['BY MS. HALE:', 'Q. Where were you?', 'A. Home.']
const ASKED = ['Q. You lied about it, right?', 'A. No.']

test.each([
  ['who passes the witness', ['MS. HALE: Pass the witness.', 'THE COURT: Mr. King.', 'MR. KING: Thank you.']],
  ['a heading that names another', ['MS. HALE: No further questions.', 'FURTHER QUESTIONS BY MR. KING:']],
  ['a juror', ['JUROR NO. 5: I have one.']],
  ['one who asks for questions of his own', ['MR. KING: May I voir dire on foundation?', 'THE COURT: You may.']],
  [
    'one who objects and asks for them',
    ['MR. KING: Objection, Your Honor.', 'May I voir dire?', 'THE COURT: Go ahead.'],
  ],
  ['one who objects and wants to inquire', ['MR. KING: Objection. If I could inquire.', 'THE COURT: Go ahead.']],
  ['a judge who rules and asks', ['THE COURT: Sustained. Let me ask him this.']],
  ['one who has no objection', ['MR. KING: No objection to the exhibit. Good morning, sir.']],
  ['an attorney without Mr.', ['ATTORNEY KING: Thank you, Your Honor.']],
  ['a deputy attorney general', ['GENERAL KING: Thank you, Your Honor.']],
  ['a defendant without a lawyer', ['THE DEFENDANT: I have some, Judge.', 'THE COURT: Go on, sir.']],
  ['a judge who asks', ['THE COURT: I have some questions of my own.']],
  ['a ruling that lets another one ask', ['MR. KING: Objection.', 'THE COURT: Overruled. Mr. King, your witness.']],
  ['her own “no other questions”', ['MS. HALE: I have no other questions.', 'THE COURT: Mr. King.']],
  ['her own “those are all”', ['MS. HALE: Those are all my questions.', 'THE COURT: Mr. King.']],
  ['her own word that the witness is free', ['MS. HALE: The witness is yours.', 'THE COURT: Mr. King.']],
  ['one who greets the witness', ['MR. KING: Objection withdrawn. Thank you, Judge. Good evening, Mr. Roe.']],
  ['a judge who lets another one go ahead', ['THE COURT: Go ahead, Mr. King.']],
  ['her own “nothing further”', ['MS. HALE: Nothing further.', 'THE COURT: Go ahead.']],
])('after %s a question is not the lawyer’s before', (_who, between) => {
  expect(checked([...BEGUN, ...between, ...ASKED], 'Ms. Hale', 'You lied about it, right?')).not.toBe('matches')
})

test.each([
  ['an objection', ['MR. KING: Objection, relevance.', 'THE COURT: Overruled.']],
  ['an objection in two lines', ['MR. KING: Objection. That', 'is hearsay.', 'THE COURT: Sustained.']],
  ['a ground alone', ['MR. KING: Calls for', 'speculation, Your Honor.', 'THE COURT: Overruled. You may answer.']],
  ['a motion to strike', ['MR. KING: Move to strike.', 'THE COURT: The objection is sustained.']],
  ['a word of the court to the witness', ['MR. KING: I object.', 'THE COURT: You can answer.']],
  ['a word of the witness', ['THE WITNESS: Can you say it again?']],
  ['two grounds', ['MR. KING: Foundation, speculation.', 'THE COURT: Overruled.']],
  ['grounds joined by “and”', ['MR. KING: Lacks foundation and calls for speculation, Your Honor.']],
  ['a ruling that allows it', ['MR. KING: Objection.', 'THE COURT: I’ll allow it.']],
  ['a ruling to rephrase', ['MR. KING: Objection.', 'THE COURT: Rephrase.']],
  ['a ruling to answer', ['MR. KING: Objection.', 'THE COURT: Answer the question.']],
  ['a word of the court that names her', ['THE COURT: Go ahead, Ms. Hale.']],
  ['the videographer', ['THE VIDEOGRAPHER: Off the record.']],
  ['the bailiff', ['THE BAILIFF: Remain seated.']],
  ['what she hands the witness', ['MS. HALE: I am handing the witness Exhibit 3.']],
  ['her step to the witness', ['MS. HALE: Permission to approach the witness.']],
  ['her one further question', ['MS. HALE: Just one further question, Your Honor.']],
  ['the reporter', ['THE COURT REPORTER: What was that?']],
  ['her own word to the court', ['MS. HALE: May I approach, Your Honor?']],
])('%s does not end who asks', (_what, between) => {
  expect(checked([...BEGUN, 'Q. Why?', ...between, ...ASKED], 'Ms. Hale', 'You lied about it, right?')).toBe('matches')
})

test('a line that names her again gives her the questions again', () => {
  const lines = [...BEGUN, 'MR. KING: No objection.', 'THE COURT: Received.', 'BY MS. HALE:', ...ASKED]
  expect(checked(lines, 'Ms. Hale', 'You lied about it, right?')).toBe('matches')
})

describe('a letter before anything begins a question or an answer where the file asks', () => {
  const HOUSE = ['MS. ROE: Good afternoon.', 'Q Is he ill?', 'MS. ROE: No.']
  test.each([
    'Q -- he lied',
    'Q — he lied',
    'Q …he lied',
    'Q so he lied',
    'Q 2024 he lied',
    'Q...he lied',
    'Q) he lied',
  ])('“%s” is such a question', (line) => {
    expect(checked([...HOUSE, line, 'MS. ROE: He did not.'], 'Ms. Roe', 'he lied')).toBe('notFound')
    expect(checked([...HOUSE, line, 'MS. ROE: He did not.'], 'Ms. Roe', 'He did not.')).toBe('matches')
  })
  test.each(['A yes, I did', 'A 2019, yes, I did', 'A) Yes, I did', 'A - yes, I did', 'A.Yes, I did', 'A—yes, I did'])(
    '“%s” is such an answer',
    (line) => {
      const asked = ['BY MS. HALE:', 'Q. Who?', 'A. Me.', 'Q. You?']
      const objected = [...asked, 'MR. KING: Objection.', 'THE COURT: Overruled.']
      expect(checked([...asked, line, ...ASKED], 'Ms. Hale', 'yes, I did')).toBe('notFound')
      expect(checked([...objected, line, ...ASKED], 'the court', 'yes, I did')).toBe('notFound')
    },
  )
  test('one such line alone is the speaker’s', () => {
    const lines = ['ANN LEE: We call that a', 'Q score of ten.', 'BOB KIM: A', 'man came.']
    expect(checked(lines, 'Ann Lee', 'We call that a Q score of ten.')).toBe('matches')
  })
  test('in mid sentence it is nobody’s, not the lawyer’s', () => {
    const lines = ['BY MS. HALE:', 'Q. What was it?', 'A. A rise in the', 'Q factor took him.', ...ASKED]
    expect(checked(lines, 'Ms. Hale', 'factor took him')).toBe('notFound')
  })
})

test.each([
  ['Q. You knew that Exhibit', 'A was false, right?'],
  ['Q. Did you use', 'A.I. at work for this?'],
  ['Q. When did you meet', 'A.J. Brown at the house?'],
  ['Q. Was it at 6', 'A.M. or later?'],
])('a question that goes on in the next line with “A” is one question: %s %s', (first, second) => {
  const lines = [...BEGUN, first, second, 'A. Yes.']
  const asked = `${first.slice(3)} ${second}`
  expect(checked(lines, 'Ms. Hale', asked)).toBe('matches')
  expect(checked(lines, 'Ms. Hale', 'Yes.')).not.toBe('matches')
})

test('people whose names begin like a salutation have their words', () => {
  const lines = ['ANN: Hi.', 'To Hoai Nam: We go there now.', 'Cher Wang: We sell our phones.', 'ANN: Bye.']
  expect([checked(lines, 'To Hoai Nam', 'We go there now'), checked(lines, 'Cher Wang', 'We sell our phones')]).toEqual(
    ['matches', 'matches'],
  )
})

describe('a question that says itself who asks it', () => {
  const KING = 'You lied about it, right?'

  test.each([
    'Q.   BY MR. KING:  You lied about it, right?',
    'Q    BY MR. KING:  You lied about it, right?',
    'Q:   BY MR. KING:  You lied about it, right?',
    'Q.   [BY MR. KING]  You lied about it, right?',
  ])('is that person’s, as are the next ones: %s', (line) => {
    const lines = [...BEGUN, line, 'A. No.', 'Q. And then?', 'A. I left.']
    expect([KING, 'And then?'].map((quote) => checked(lines, 'Mr. King', quote))).toEqual(['matches', 'matches'])
    expect([KING, 'And then?'].map((quote) => checked(lines, 'Ms. Hale', quote))).toEqual([
      'otherSpeaker',
      'otherSpeaker',
    ])
  })

  test.each([
    'Q.   BY THE COURT:  You lied about it, right?',
    'Q.   BY ATTORNEY KING:  You lied about it, right?',
    'Q.   BY MR. KING  You lied about it, right?',
    'Q.   (A JUROR)  You lied about it, right?',
    'Q.   (THE COURT)  You lied about it, right?',
    'Q.   [BY THE COURT]  You lied about it, right?',
    'Q.   MR. KING:  You lied about it, right?',
    'Q.   THE COURT:  You lied about it, right?',
    'Q.   (THE COURT:)  You lied about it, right?',
    'Q.   [JUROR NO. 5]  You lied about it, right?',
    'Q.   (Presiding Judge) You lied about it, right?',
  ])('is not the lawyer’s before, nor are the next ones: %s', (line) => {
    const lines = [...BEGUN, line, 'A. No.', 'Q. And then?', 'A. I left.']
    expect([KING, 'And then?'].map((quote) => checked(lines, 'Ms. Hale', quote))).toEqual(['notFound', 'notFound'])
  })

  test.each([
    'Q.   By Mr. King’s own count: you lied about it, right?',
    'Q.   BY MR. KING’S COUNT: you lied about it, right?',
    'Q:   By Mr. King’s own count: you lied about it, right?',
  ])('but whose count it is says nobody: %s', (line) => {
    const lines = [...BEGUN, line, 'A. No.', 'Q. And then?', 'A. I left.']
    expect(checked(lines, 'Ms. Hale', 'And then?')).toBe('matches')
    expect(checked(lines, 'Mr. King', 'And then?')).not.toBe('matches')
  })

  test('nor is it that person’s in words of a question', () => {
    const lines = [...BEGUN, 'Q.   By Mr. King and his team: was it a lie?', 'A. No.', 'Q. And then?', 'A. I left.']
    expect(checked(lines, 'Mr. King', 'And then?')).toBe('notFound')
  })

  test.each([
    'Q.   BY THE WAY: you lied about it, right?',
    'Q.   By the way: you lied about it, right?',
    'Q.   Mr. Roe: you lied about it, right?',
    'Q.   (Court is quiet.) You lied about it, right?',
    'Q.   (Handing.) You lied about it, right?',
  ])('but words of a question name nobody else: %s', (line) => {
    expect(checked([...BEGUN, line, 'A. No.', 'Q. And then?', 'A. I left.'], 'Ms. Hale', 'And then?')).toBe('matches')
  })
})
