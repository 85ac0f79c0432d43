import type { Locator } from '@playwright/test'

/** The story as it is drawn in the editor, by what a reader sees in it. */
export class Sheet {
  /** `story`: the text box. */
  constructor(readonly story: Locator) {}

  /** Headline, deck, and every block of the body, in order. */
  get blocks(): Locator {
    return this.story.locator('[data-part]')
  }
  get paragraphs(): Locator {
    return this.story.locator('p')
  }
  get bold(): Locator {
    return this.story.locator('strong')
  }
  get italic(): Locator {
    return this.story.locator('em')
  }
  /** Words that a suggestion puts in. */
  get inserted(): Locator {
    return this.story.locator('ins')
  }
  /** Words that a suggestion takes out. */
  get deleted(): Locator {
    return this.story.locator('del')
  }
  /** Words with an open comment. */
  get commented(): Locator {
    return this.story.locator('[data-comment="open"]')
  }
  /** Words that no dictionary has. */
  get misspelt(): Locator {
    return this.story.locator('.misspelt')
  }
  /** Matches of Find. */
  get matches(): Locator {
    return this.story.locator('.find-match')
  }
  /** The selection while the keyboard is in a form. */
  get blurredSelection(): Locator {
    return this.story.locator('.held-selection')
  }
  /** Tagged words by the status of their fact. */
  tagged(status: string): Locator {
    return this.story.locator(`[data-fact-status="${status}"]`)
  }
  /** The drawn pieces of one fact. */
  piecesOf(fact: string): Locator {
    return this.story.locator(`[data-fact-id="${fact}"]`)
  }
  /** Tagged words by their text. */
  tag(words: string | RegExp): Locator {
    return this.story.locator('[data-fact-id]').filter({ hasText: words })
  }
  /** Tags that lie in as many others. */
  tagsInside(depth: number): Locator {
    return this.story.locator(`[data-depth="${depth}"]`)
  }
  /** List items by their marker: "bullet, level 2". */
  item(marker: string): Locator {
    return this.story.locator(`[data-marker="${marker}"]`)
  }
  get cells(): Locator {
    return this.story.locator('[data-role="table"] :is(th, td)')
  }
  get figure(): Locator {
    return this.story.locator('figure')
  }
  get picture(): Locator {
    return this.figure.locator('img')
  }
  get pictureFrame(): Locator {
    return this.figure.locator('.picture-frame')
  }
  get cutline(): Locator {
    return this.figure.locator('figcaption')
  }
  /** Looks that another program wrote into its markup. */
  get foreignStyles(): Locator {
    return this.story.locator('[style]:not(.caret-block), [class*="Mso"]')
  }
  /** Elements that load or run something. */
  get active(): Locator {
    return activeIn(this.story, 'img, script')
  }
}

/** Elements that load or run something. */
export const activeIn = (place: Locator, elements = 'script, img, iframe'): Locator =>
  place.locator(`${elements}, [onclick]`)
