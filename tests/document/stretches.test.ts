import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { stretchesOf } from '../../src/document/stretches'

const step = fc.oneof(
  fc.record({ at: fc.nat(40), insert: fc.string({ maxLength: 4 }), bold: fc.option(fc.boolean()) }),
  fc.record({ at: fc.nat(40), remove: fc.nat(6) }),
  fc.record({
    at: fc.nat(40),
    length: fc.nat(6),
    mark: fc.constantFrom('bold', 'italic', 'fact--abcdefgh'),
    value: fc.constantFrom(null, {}, { id: 'fact-1' }),
  }),
  fc.record({ at: fc.nat(40), embed: fc.constant({ picture: 'x' }) }),
)

test('the stretches of a text are those that Yjs answers, however it came about', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const texts = [1, 2].map((client) => {
        const doc = new Y.Doc({ gc: false })
        doc.clientID = client
        return doc.getXmlFragment('copy')
      })
      const [one, two] = texts as [Y.XmlFragment, Y.XmlFragment]
      one.insert(0, [new Y.XmlText('The talks ended after two hours')])
      const exchange = (): void => {
        for (const [from, to] of [
          [one, two],
          [two, one],
        ] as const)
          if (from.doc && to.doc) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)))
      }
      exchange()
      steps.forEach((doing, index) => {
        const text = (index % 2 === 0 ? one : two).get(0) as Y.XmlText
        const at = Math.min(doing.at, text.length)
        if ('insert' in doing)
          text.insert(at, doing.insert, doing.bold === null ? undefined : { bold: doing.bold ? {} : null })
        else if ('remove' in doing) text.delete(at, Math.min(doing.remove, text.length - at))
        else if ('embed' in doing) text.insertEmbed(at, doing.embed)
        else text.format(at, Math.min(doing.length, text.length - at), { [doing.mark]: doing.value })
        if (index % 5 === 4) exchange()
      })
      exchange()
      for (const copy of texts)
        expect(stretchesOf(copy.get(0) as Y.XmlText)).toEqual((copy.get(0) as Y.XmlText).toDelta())
    }),
    { numRuns: 500, seed: 11 },
  )
})
