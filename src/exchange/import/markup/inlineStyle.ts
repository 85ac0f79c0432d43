import { publishableHref } from '../../../projection/published/publishableText'
import { defined } from '../../../story/text/defined'
import type { LossCollector } from '../parts/losses'
import type { RunStyle } from '../parts/blocks/StyledText'
import { beginningOf, type MarkupElement } from './tree/markupTree'
import { styleProperty } from './styleAttribute'

/** Returns the style inside an element: `style` and what the element adds. Lists links that cannot be kept. */
export function inlineStyle(element: MarkupElement, name: string, style: RunStyle, losses: LossCollector): RunStyle {
  const weight = styleProperty(element, 'font-weight')
  const slope = styleProperty(element, 'font-style')
  let { bold, italic, href } = style
  if (weight === '') bold = bold || name === 'b' || name === 'strong'
  else bold = /^(?:bold|bolder|[6-9]00)$/.test(weight)
  if (slope === '')
    italic = italic || name === 'i' || name === 'em' || name === 'cite' || name === 'dfn' || name === 'var'
  else italic = /^(?:italic|oblique)/.test(slope)
  if (name === 'a' && element.attributes['href'] !== undefined) {
    const address = publishableHref(element.attributes['href'])
    if (address !== undefined) href = address
    else if (beginningOf(element) !== '')
      losses.add(
        /^#|^\/|^\.{1,2}\/|^[\w-]+(?:[./?#]|$)(?!.*:)/.test(element.attributes['href'])
          ? 'linksWithinSite'
          : 'forbiddenLinks',
        `${beginningOf(element)} (${element.attributes['href']})`,
      )
    if (element.attributes['title']) losses.add('linkTitles', element.attributes['title'])
  }
  return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...defined({ href }) }
}
