/** Files that the Finder of macOS opens with the app. They come by an event, also before the app is ready. */
interface Finder {
  on(event: 'open-file', listener: (event: { preventDefault(): void }, path: string) => void): unknown
}

export class FinderFiles {
  readonly #waiting: string[] = []
  #take = (path: string): void => void this.#waiting.push(path)

  constructor(finder: Finder) {
    finder.on('open-file', (event, path) => {
      event.preventDefault()
      this.#take(path)
    })
  }

  /** The file that the app was opened with. */
  first(): string | undefined {
    return this.#waiting.shift()
  }

  /** From now on `take` gets each file, those that waited first. */
  giveTo(take: (path: string) => void): void {
    this.#take = take
    for (const path of this.#waiting.splice(0)) take(path)
  }
}
