import type { PublishedBlock, Run } from './publishedStory'

/** Text as HTML character data, safe in elements and in double-quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;')

export function htmlOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => {
    let html = escapeHtml(run.text).replace(/\n/g, '<br>')
    if (run.italic) html = `<em>${html}</em>`
    if (run.bold) html = `<strong>${html}</strong>`
    return run.href === undefined ? html : `<a href="${escapeHtml(run.href)}">${html}</a>`
  }).join('')
}

/**
 * Body blocks as HTML. `lead` is HTML that opens the first paragraph (a dateline). Headline and deck blocks among them
 * come out as h1 and p.
 */
export function htmlOfBlocks(blocks: readonly PublishedBlock[], lead = ''): string {
  const parts: string[] = []
  const first = blocks.findIndex((block) => block.role === 'paragraph')
  const lists: ('ul' | 'ol')[] = []
  const closeListsTo = (depth: number) => {
    while (lists.length > depth) parts.push(`</li></${lists.pop() ?? 'ul'}>`)
  }
  blocks.forEach((block, index) => {
    const inner = (index === first ? lead : '') + htmlOfRuns(block.runs)
    if (block.role === 'listItem') {
      const depth = Math.min(block.level ?? 1, lists.length + 1)
      const tag = block.list === 'ordered' ? 'ol' : 'ul'
      closeListsTo(depth)
      if (lists.length === depth && lists[depth - 1] !== tag) closeListsTo(depth - 1)
      if (lists.length === depth) parts.push('</li><li>')
      else {
        lists.push(tag)
        parts.push(`<${tag}><li>`)
      }
      parts.push(inner)
      return
    }
    closeListsTo(0)
    parts.push(wrapped(block, inner))
  })
  closeListsTo(0)
  return parts.join('')
}

function wrapped(block: PublishedBlock, inner: string): string {
  switch (block.role) {
    case 'headline': return `<h1>${inner}</h1>`
    case 'subhead': return block.level === 3 ? `<h3>${inner}</h3>` : `<h2>${inner}</h2>`
    case 'quote': return `<blockquote><p>${inner}</p></blockquote>`
    case 'deck': case 'paragraph': case 'listItem': return `<p>${inner}</p>`
  }
}

