import { it } from 'vitest'
import { runChecks } from '../../src/checks/runChecks'
import { assessStory } from '../../src/story/assessFact'
import { deskFrom, storyFrom } from '../builders/storyFrom'
it('cold', () => {
  const story = { ...storyFrom('x'), copy: Array.from({length:320}, (_, g) => ({ role: 'paragraph' as const, spans: [], text: [0,1,2].map(p => `On day ${g*3+p} the leaders of both sides said they had made “fair progress” in the first ${g} hours of talks in Busan, Xi said.`).join(' ') })) }
  const desk = deskFrom()
  const a = assessStory(story, desk.sources)
  const t = performance.now(); const n = runChecks({ story, assessments: a, desk }).length; console.log('cold ms', performance.now() - t, n)
  const one = { ...story, copy: [{ role: 'paragraph' as const, spans: [], text: 'a 100 b “c” first it’s '.repeat(90000) }] }
  const b = assessStory(one, desk.sources)
  const t2 = performance.now(); const m = runChecks({ story: one, assessments: b, desk }).length; console.log('2 MB line ms', performance.now() - t2, m)
  const q = { ...story, copy: [{ role: 'paragraph' as const, spans: [], text: '“ \' ‘a "'.repeat(20000) }] }
  const t3 = performance.now(); console.log(runChecks({ story: q, assessments: [], desk }).length, 'quotes ms', performance.now() - t3)
  for (const x of ['‘a ', "'a ", 'A ', 'no ', 'first ', '1,', '1 ', 'twenty ', 'am a', '三 ', '“a', '[TK ', 'one hundred ']) {
    const r = { ...story, copy: [{ role: 'paragraph' as const, spans: [], text: x.repeat(2000000 / x.length / 4) }] }
    const t4 = performance.now(); const k = runChecks({ story: r, assessments: [], desk }).length; console.log(JSON.stringify(x), k, 'ms', Math.round(performance.now() - t4))
  }
}, 120000)
