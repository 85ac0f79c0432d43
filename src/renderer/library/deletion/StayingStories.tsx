import { archiveText } from '../../../catalogue/window/archive'
import type { ArchivableStory } from '../../../story/requests/requests'
import { NamedStories } from './NamedStories'

/** Which stories stay in the library, and why. */
export function StayingStories({ stories }: { readonly stories: readonly ArchivableStory[] }) {
  if (stories.length === 0) return null
  const name = archiveText('staying', { count: stories.length })
  return (
    <section aria-label={name}>
      <h3 className="panel-title">{name}</h3>
      <NamedStories name={name} stories={stories} note={({ why }) => why} />
    </section>
  )
}
