import { Plugin, PluginKey } from '@tiptap/pm/state'
import { safeHref } from './schema/safeHref'

/** A click on a link never navigates. With Ctrl or Cmd it passes on the address, which is shown first. */
export function linkClicks(onOpenLink?: (href: string) => void): Plugin {
  const stop = (event: MouseEvent): boolean => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link) return false
    event.preventDefault()
    const href = safeHref(link.getAttribute('href'))
    if (href !== undefined && event.type === 'click' && (event.ctrlKey || event.metaKey)) onOpenLink?.(href)
    return false
  }
  return new Plugin({
    key: new PluginKey('linkClicks'),
    props: { handleDOMEvents: { click: (_view, event) => stop(event), auxclick: (_view, event) => stop(event) } },
  })
}
