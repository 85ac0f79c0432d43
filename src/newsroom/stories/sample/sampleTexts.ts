/** The sample story in each language: the same facts, in the same order, with what people at the sample desk say. */
import { SAMPLE_PEOPLE } from '../../../story/desk/samplePeople'
import type { Language } from '../../../catalogue/language'
import type { FactType, SignedStatus } from '../../../story/ledger/facts/fact'
import storyEn from '../../../../resources/sample-story.md?raw'
import storyKo from '../../../../resources/sample-story.ko.md?raw'
import reportEn from '../../../../resources/sample-pool-report.txt?raw'
import reportKo from '../../../../resources/sample-pool-report.ko.txt?raw'

export interface SampleFact {
  /** Exact words of the copy; `nth` place of them, from 1. */
  readonly text: string
  readonly nth?: number
  readonly type: FactType
  readonly speaker?: string
  /** Paragraph of the pool report, and whether it contradicts the words. */
  readonly evidence?: { readonly locator: string; readonly excerpt: string; readonly contradicts?: true }
  readonly status?: SignedStatus
  readonly reason?: string
}

export interface SampleTexts {
  readonly reporter: string
  readonly editor: string
  readonly slug: string
  readonly fileName: string
  readonly story: string
  readonly report: string
  readonly reportName: string
  readonly source: string
  readonly facts: readonly SampleFact[]
  /** An edit after the verdict on it: the tick lapses. */
  readonly edit: { readonly replace: string; readonly with: string }
  readonly suggestion: { readonly replace: string; readonly with: string }
  readonly comment: { readonly on: string; readonly text: string }
}

const EN: SampleTexts = {
  ...SAMPLE_PEOPLE.en,
  slug: 'busan-summit',
  fileName: 'sample-story.md',
  story: storyEn,
  report: reportEn,
  reportName: 'pool-report-3.txt',
  source: 'Pool report 3 (sample)',
  facts: [
    {
      text: 'six years',
      nth: 1,
      type: 'figure',
      status: 'verified',
      evidence: { locator: '¶ 1', excerpt: 'It was their first meeting in person in six years.' },
    },
    { text: 'first face-to-face talks in six years', type: 'superlative' },
    {
      text: '“very successful meeting”',
      type: 'quote',
      speaker: 'Donald Trump',
      status: 'queried',
      reason: 'The pool has “a very successful meeting.” Did you hear it yourself?',
    },
    {
      text: '“a very tough negotiator.”',
      type: 'quote',
      speaker: 'Donald Trump',
      evidence: { locator: '¶ 2', excerpt: 'called his guest “a very tough negotiator.”' },
    },
    {
      text: 'talks in Malaysia',
      type: 'event',
      status: 'onAuthor',
      reason: 'The reporter was there.',
    },
    {
      text: 'the world’s two largest economies',
      type: 'superlative',
      status: 'letStand',
      reason: 'Common knowledge.',
    },
    {
      text: '“already agreed to a lot of things”',
      type: 'quote',
      speaker: 'Donald Trump',
      status: 'verified',
      evidence: { locator: '¶ 3', excerpt: 'the delegations had “already agreed to a lot of things.”' },
    },
    {
      text: 'U.S. ownership of TikTok',
      type: 'event',
      status: 'unverifiable',
      reason: 'Neither side has said what was agreed.',
    },
    {
      text: 'about 100 minutes',
      type: 'figure',
      status: 'verified',
      evidence: { locator: '¶ 4', excerpt: 'The meeting broke up at 12:41 p.m., after about 100 minutes.' },
    },
    {
      text: 'Two days',
      type: 'figure',
      status: 'wrong',
      reason: 'Three days, says the pool.',
      evidence: { locator: '¶ 5', excerpt: 'The negotiations in Kuala Lumpur took three days.', contradicts: true },
    },
    {
      text: 'He Lifeng',
      type: 'name',
      status: 'verified',
      evidence: { locator: '¶ 5', excerpt: 'The Chinese team was led by Vice Premier He Lifeng.' },
    },
    {
      text: '“very substantial.”',
      type: 'quote',
      speaker: 'Scott Bessent',
      status: 'disputed',
      reason: 'The pool has “substantial” only.',
      evidence: { locator: '¶ 6', excerpt: 'He did not say “very.”', contradicts: true },
    },
    { text: 'the APEC leaders’ meeting', type: 'event' },
  ],
  edit: { replace: 'about 100 minutes', with: 'about 90 minutes' },
  suggestion: { replace: 'left separately', with: 'left in separate cars' },
  comment: { on: 'Neither side released details at once.', text: 'Has either side said anything since?' },
}

const KO: SampleTexts = {
  ...SAMPLE_PEOPLE.ko,
  slug: 'busan-summit',
  fileName: 'sample-story.ko.md',
  story: storyKo,
  report: reportKo,
  reportName: 'pool-report-3.txt',
  source: '공동취재단 3보(견본)',
  facts: [
    {
      text: '6년',
      nth: 1,
      type: 'figure',
      status: 'verified',
      evidence: { locator: '¶ 1', excerpt: '6년 만의 대면이었다.' },
    },
    { text: '6년 만의 첫 대면 회담', type: 'superlative' },
    {
      text: '“아주 성공적인 회담”',
      type: 'quote',
      speaker: '도널드 트럼프',
      status: 'queried',
      reason: '직접 들은 말입니까? 공동취재단 보고와 같은지 확인해 주세요.',
    },
    {
      text: '“매우 강한 협상가”',
      type: 'quote',
      speaker: '도널드 트럼프',
      evidence: { locator: '¶ 2', excerpt: '상대를 “매우 강한 협상가”라고 불렀다.' },
    },
    {
      text: '말레이시아에서 열린 회담',
      type: 'event',
      status: 'onAuthor',
      reason: '기자가 현장에 있었습니다.',
    },
    { text: '세계 2대 경제국', type: 'superlative', status: 'letStand', reason: '널리 알려진 사실입니다.' },
    {
      text: '“이미 많은 것에 합의했다”',
      type: 'quote',
      speaker: '도널드 트럼프',
      status: 'verified',
      evidence: { locator: '¶ 3', excerpt: '두 대표단이 “이미 많은 것에 합의했다”고 기자들에게 말했다.' },
    },
    {
      text: '틱톡 미국 사업 소유권',
      type: 'event',
      status: 'unverifiable',
      reason: '어느 쪽도 무엇을 합의했는지 밝히지 않았습니다.',
    },
    {
      text: '약 100분',
      type: 'figure',
      status: 'verified',
      evidence: { locator: '¶ 4', excerpt: '회담은 낮 12시 41분에 끝나 약 100분 걸렸다.' },
    },
    {
      text: '이틀간',
      type: 'figure',
      status: 'wrong',
      reason: '공동취재단에 따르면 사흘입니다.',
      evidence: { locator: '¶ 5', excerpt: '쿠알라룸푸르 협상은 사흘간 이어졌다.', contradicts: true },
    },
    {
      text: '허리펑',
      type: 'name',
      status: 'verified',
      evidence: { locator: '¶ 5', excerpt: '중국 대표단은 허리펑 부총리가 이끌었다.' },
    },
    {
      text: '“매우 실질적”',
      type: 'quote',
      speaker: '스콧 베선트',
      status: 'disputed',
      reason: '공동취재단 보고에는 “실질적”뿐입니다.',
      evidence: { locator: '¶ 6', excerpt: '“매우”라고는 하지 않았다.', contradicts: true },
    },
    { text: 'APEC 정상회의', type: 'event' },
  ],
  edit: { replace: '약 100분', with: '약 90분' },
  suggestion: { replace: '따로 떠났다', with: '각자 차를 타고 떠났다' },
  comment: { on: '어느 쪽도 곧바로 세부 내용을 밝히지 않았다.', text: '그 뒤로 나온 발표가 있습니까?' },
}

export const SAMPLES: Readonly<Record<Language, SampleTexts>> = { en: EN, ko: KO }
