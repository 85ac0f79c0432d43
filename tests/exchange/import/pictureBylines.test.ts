/** The byline of a photographer is the credit of the picture. */
import { describe, expect, test } from 'vitest'
import { importHtml } from '../../../src/exchange/import/html/importHtml'

const IMG = '<img src="https://example.org/a.jpg" alt="Two">'
const AUTHOR = '<p class="byline">By Kim Ji-woo</p>'

/** Returns authors and blocks of a page with this after the first graf. A cutline has its credit. */
const read = (inside: string, { author = AUTHOR, head = '' } = {}) => {
  const { blocks, fields } = importHtml(
    new TextEncoder().encode(
      `<html><head>${head}</head><body><article><h1>Talks end</h1>${author}<p>The talks ended at noon.</p>${inside}` +
        '<p>All of them left.</p></article></body></html>',
    ),
    'page.html',
  )
  return {
    by: (fields?.byline ?? []).map(({ name }) => name),
    between: blocks
      .slice(2, -1)
      .map(({ role, text, picture }) => [role, text, ...(picture ? [picture.alt, picture.credit] : [])]),
  }
}
const CREDITED = { by: ['Kim Ji-woo'], between: [['cutline', 'They left.', 'Two', 'Ida Park']] }

describe('the byline of a picture is its credit, and no author', () => {
  test.each([
    ['in a figure', `<figure>${IMG}<p class="byline">Ida Park</p><figcaption>They left.</figcaption></figure>`],
    [
      'in a figcaption',
      `<figure>${IMG}<figcaption>They left. <span class="byline">Ida Park</span></figcaption></figure>`,
    ],
    [
      'deep in a figcaption',
      `<figure>${IMG}<figcaption><p>They left.</p><div class="byline"><span class="byline-name">Ida Park</span></div>` +
        '</figcaption></figure>',
    ],
    ['in a photo', `<div class="article-photo">${IMG}<p>They left.</p><p class="byline">Ida Park</p></div>`],
    [
      'in a caption beside its picture',
      `<div class="wide">${IMG}<div class="wp-caption">They left. <span class="byline">Ida Park</span></div></div>`,
    ],
    [
      'in a credit after the caption',
      `<div class="wide"><div><div>${IMG}</div></div><p class="caption">They left.</p>` +
        '<div class="credit"><span class="byline">Ida Park</span></div></div>',
    ],
    [
      'in its own class',
      `<div class="wide">${IMG}<p class="caption">They left.</p><p class="byline photo-credit">Ida Park</p></div>`,
    ],
  ])('%s', (_, picture) => {
    expect(read(picture)).toEqual(CREDITED)
    expect(read(picture, { author: '' }).by).toEqual([])
  })

  test('also if the data of the page names the photographer as an author', () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle",' +
      '"author":[{"name":"Kim Ji-woo"},{"name":"Ida Park"}]}</script>'
    const figure = `<figure>${IMG}<figcaption>They left. <span class="byline">Ida Park</span></figcaption></figure>`
    expect(read(figure, { head, author: '' })).toEqual({ ...CREDITED, by: ['Kim Ji-woo', 'Ida Park'] })
  })

  test('byline and agency are one credit, each once', () => {
    const figure = (credit: string): string =>
      `<figure>${IMG}<figcaption>They left. <span class="byline">Ida Park</span> ${credit}</figcaption></figure>`
    expect([
      read(figure('<span class="credit">(Yonhap)</span>')).between,
      read(figure('<span class="credit">Ida Park</span>')).between,
      read(figure('<span class="credit"></span>')).between,
    ]).toEqual([[['cutline', 'They left.', 'Two', 'Ida Park / Yonhap']], CREDITED.between, CREDITED.between])
  })

  test('a byline in a caption without a picture stays as words', () => {
    expect(read('<div class="caption">They left. <span class="byline">Ida Park</span></div>')).toEqual({
      by: ['Kim Ji-woo'],
      between: [['paragraph', 'They left. Ida Park']],
    })
  })
})

describe('the byline of the story stays that of its author', () => {
  const GRAFS = '<p>The talks ended.</p><p>All left.</p>'
  const LEAD = `<p class="byline">By Kim Ji-woo</p>${IMG}`
  test.each([
    ['a figure around the headline', `<figure><h1>Talks end</h1>${LEAD}</figure>${GRAFS}`],
    ['a class around the whole story', `<div class="photo-story"><h1>Talks end</h1>${LEAD}${GRAFS}</div>`],
    ['a class of a part of the page', `<h1>Talks end</h1><section class="photo">${LEAD}${GRAFS}</section>`],
    ['a class around the copy', `<h1>Talks end</h1><div class="photo story">${LEAD}${GRAFS}</div>`],
  ])('in %s', (_, story) => {
    const { fields, blocks } = importHtml(new TextEncoder().encode(`<article>${story}</article>`), 'page.html')
    expect([fields?.byline, blocks.map(({ role, text }) => `${role}: ${text}`)]).toEqual([
      [{ name: 'Kim Ji-woo' }],
      ['headline: Talks end', 'paragraph: The talks ended.', 'paragraph: All left.'],
    ])
  })

  test('with a portrait of the author', () => {
    const byline = `<div class="byline byline--with-photo">${IMG}<span>By Kim Ji-woo</span></div>`
    expect(read('', { author: byline })).toEqual({ by: ['Kim Ji-woo'], between: [] })
  })
})
