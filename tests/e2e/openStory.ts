import { expect, type Launched, type Newsroom } from './fixtures'
import { LibraryPane } from './pages/libraryPane'

/** Imports this text beside the window and opens it there. Resolves with the story. `headline`: as the text has it. */
export async function openStory(
  { newsroom, page, stet }: Launched & { readonly newsroom: Newsroom },
  headline: string,
  file: { readonly name: string; readonly text: string },
): Promise<string> {
  const { id } = await newsroom.act('story.import', { name: file.name, bytes: new TextEncoder().encode(file.text) })
  await new LibraryPane(page).open(headline)
  await expect(stet.part('headline')).toHaveText(headline)
  return id
}
