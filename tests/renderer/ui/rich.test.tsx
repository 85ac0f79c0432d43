import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { rich } from '../../../src/renderer/ui'

const html = (text: string): string =>
  renderToStaticMarkup(
    <>{rich(text, { b: (words) => <b>{words}</b>, i: (words) => <i>{words}</i>, key: () => <kbd>T</kbd> })}</>,
  )

it('puts elements in place of the tags of a text', () => {
  expect(html('Press <key/> or <b>Tag, <i>then</i> go</b>.')).toBe('Press <kbd>T</kbd> or <b>Tag, <i>then</i> go</b>.')
})

it('leaves unknown tags and unclosed tags as text', () => {
  expect(html('1 < 2 <u>x</u> <b>open')).toBe('1 &lt; 2 &lt;u&gt;x&lt;/u&gt; &lt;b&gt;open')
})
