import { Fragment, type ReactNode } from 'react'

/** What replaces a tag. Called with the content of the tag, or with nothing for `<name/>`. */
export type RichTags = Readonly<Record<string, (children?: ReactNode) => ReactNode>>

/**
 * Renders a text of the catalogue that contains tags:
 * `rich('Press <key/> or <b>Tag</b>.', { key: () => <KeyCap>T</KeyCap>, b: (words) => <b>{words}</b> })`
 * A tag that `tags` does not name stays text. Pass what people typed as a tag, not as a value of the message.
 */
export function rich(text: string, tags: RichTags): ReactNode {
  const parts: ReactNode[] = []
  let rest = text
  for (let tag = nextTag(rest, tags); tag; tag = nextTag(rest, tags)) {
    parts.push(tag.before, tags[tag.name]?.(tag.inside === undefined ? undefined : rich(tag.inside, tags)))
    rest = tag.after
  }
  return [...parts, rest].map((part, index) => <Fragment key={index}>{part}</Fragment>)
}

function nextTag(text: string, tags: RichTags) {
  for (const opening of text.matchAll(/<([a-zA-Z]+)(\/?)>/g)) {
    const [whole, name = '', closed] = opening
    const start = opening.index + whole.length
    const end = closed ? start : text.indexOf(`</${name}>`, start)
    if (!(name in tags) || end < 0) continue
    return {
      name,
      before: text.slice(0, opening.index),
      inside: closed ? undefined : text.slice(start, end),
      after: closed ? text.slice(start) : text.slice(end + name.length + 3),
    }
  }
  return undefined
}
