/** Checks the spelling of one open story. Loaded after the story was shown, with everything that it needs. */
import type { Editor } from '@tiptap/core'
import { spellingText } from '../../catalogue/writing/spelling'
import { correctWord } from '../../editor/spelling/correctWord'
import { selectWord } from '../../editor/spelling/selectWord'
import { SpellSheet } from '../../editor/spelling/spellSheet'
import { markedWordAt, type MarkedWord } from '../../editor/spelling/spellingMarks'
import { copyPlaceAt, readCopyFromDoc } from '../../editor/copy/readCopy'
import { describePlace } from '../../story/copy/describePlace'
import { NO_WORDS } from '../../story/desk/deskWords'
import { namesInStory } from '../../story/spelling/namesInStory'
import { ignoredKey, withoutPossessive } from '../../story/spelling/ignoredKey'
import { KnownWords } from '../../story/spelling/knownWords'
import { runInSheet } from '../state/session/runEditor'
import type { StorySession } from '../state/session/storySession'
import type { WindowServices } from '../state/windowServices'
import { inAnotherField } from '../ui/focus/focusService'
import { SpellService, type SpellPort } from './spellService'
import './spelling.css'

/** One worker for a window, whatever stories are opened in it. */
let service: SpellService | undefined

const startWorker = (): SpellPort =>
  new Worker(new URL('./spellWorker.ts', import.meta.url), { type: 'module', name: 'spelling' })

/** The one service of the window. Made here: a closure of a story's constructor would keep that story for good. */
const serviceOf = ({ notices }: WindowServices): SpellService =>
  (service ??= new SpellService(startWorker, (why) => notices.showAlert(spellingText('cannot', { why }))))

export class StorySpelling {
  readonly #services: WindowServices
  readonly #session: StorySession
  readonly #editor: Editor
  readonly #service: SpellService
  readonly #sheet: SpellSheet
  readonly #stop: (() => void)[] = []
  #known: KnownWords
  #knownFrom = ''
  /** Keys of words that are ignored in this story. */
  #ignored: ReadonlySet<string> = new Set()

  constructor(services: WindowServices, session: StorySession, editor: Editor) {
    this.#services = services
    this.#session = session
    this.#editor = editor
    this.#service = serviceOf(services)
    this.#known = this.#readKnown()
    this.#knownFrom = this.#storyNames().join('\n')
    this.#sheet = new SpellSheet({
      editor,
      dictionary: this.#service,
      language: () => session.store.getState().view.fields.language,
      isKnown: (word) => this.#known.has(word) || this.#ignored.has(this.#keyOf(word) ?? ''),
    })
    this.#follow()
    void this.#readIgnored({})
  }

  wordAt(position: number): MarkedWord | undefined {
    return markedWordAt(this.#editor.state, position)
  }

  corrections({ language, word }: MarkedWord): Promise<readonly string[]> {
    return this.#service.corrections(language, word)
  }

  /** Says so if the word is no longer there. */
  correct(marked: MarkedWord, was: string, correction: string): void {
    if (!runInSheet(this.#editor, correctWord(marked, was, correction)))
      this.#services.notices.say(spellingText('correction.gone'))
  }

  /** Selects the next misspelt word after the caret and says which and where, or says that there is none. */
  async next(): Promise<void> {
    const { selection, doc } = this.#editor.state
    const isInAnotherField = inAnotherField()
    const next = await this.#sheet.nextAfter(selection.empty ? selection.head : selection.to)
    // The person types on, here or elsewhere: nothing is known of these words.
    if (this.#editor.isDestroyed || this.#editor.state.doc !== doc || isInAnotherField()) return
    if (next) {
      runInSheet(this.#editor, selectWord(next))
      const { block } = copyPlaceAt(doc, next.from)
      const place = describePlace({ ranges: [{ block, from: 0, to: 0 }] }, readCopyFromDoc(doc))
      this.#services.notices.announce(spellingText('next.found', { word: next.word, place }))
    } else this.#services.notices.say(spellingText('next.none'))
  }

  /** An editor teaches the desk the word. The owner of the library refuses others, and names of protected sources. */
  async addToDesk({ word, language }: MarkedWord): Promise<void> {
    const { newsroom, notices } = this.#services
    const { slug } = this.#session.store.getState().view.fields
    const words = withoutPossessive(word)
    const [main] = language.split('-')
    const source = spellingText('add.source', { slug: slug === '' ? this.#session.id : slug })
    const added = notices.check(
      await newsroom.act('words.add', {
        list: 'spelling',
        words,
        source,
        ...(main === undefined ? {} : { language: main }),
      }),
    )
    if (added)
      newsroom.undoList.offer(spellingText('undo.added', { word: words }), async () =>
        notices.check(await newsroom.act('words.remove', { word: added.word.id })),
      )
  }

  async ignore({ word }: MarkedWord): Promise<void> {
    const key = this.#keyOf(word)
    if (key === undefined) return
    await this.#readIgnored({ more: [key] })
    this.#services.newsroom.undoList.offerOwn(spellingText('undo.ignored', { word }), async () => {
      await this.#readIgnored({ less: [key] })
      return true
    })
  }

  destroy(): void {
    for (const stop of this.#stop) stop()
    this.#sheet.destroy()
  }

  #follow(): void {
    const { newsroom } = this.#services
    this.#stop.push(
      newsroom.store.subscribe(({ desk }, { desk: before }) => {
        if (desk.roster !== before.roster || desk.sources !== before.sources || desk.words !== before.words)
          this.#readAgain()
      }),
      this.#session.store.subscribe(({ view }, { view: before }) => {
        if (view.fields.language !== before.fields.language) this.#sheet.again()
        if (view.assessments === before.assessments && view.fields === before.fields) return
        const names = this.#storyNames().join('\n')
        if (names === this.#knownFrom) return
        this.#knownFrom = names
        this.#readAgain()
      }),
    )
  }

  #readAgain(): void {
    this.#known = this.#readKnown()
    this.#sheet.again()
  }

  #readKnown(): KnownWords {
    const { roster, sources, words = NO_WORDS } = this.#services.newsroom.store.getState().desk
    return new KnownWords({ roster, sources, words, names: this.#storyNames() })
  }

  #storyNames(): readonly string[] {
    const { fields, assessments } = this.#session.store.getState().view
    return namesInStory(fields, assessments)
  }

  /** `more`: keys to ignore from now on. `less`: keys to mark again. */
  async #readIgnored(change: { readonly more?: readonly string[]; readonly less?: readonly string[] }): Promise<void> {
    const { more = [], less = [] } = change
    const given = await this.#services.newsroom.call('ignoredWords', { story: this.#session.id, ...change })
    // If main cannot say, the words that this window knows of stay ignored.
    this.#ignored = new Set(
      given.ok ? given.value.keys : [...this.#ignored, ...more].filter((key) => !less.includes(key)),
    )
    const isOther = this.#ignored.size > 0 || less.length > 0
    if (isOther && !this.#editor.isDestroyed) this.#sheet.again()
  }

  /** The file that keeps the keys must not tell a protected name, so it has no words and nothing to try names on. */
  #keyOf(word: string): string | undefined {
    return ignoredKey(this.#session.store.getState().view.entries, word)
  }
}
