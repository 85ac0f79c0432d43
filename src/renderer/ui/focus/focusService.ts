import { firstStop } from './tabStops'

/** Where a place is now; null while it cannot take the keyboard. */
type Place = () => HTMLElement | null

/** The places of this window by name. Several may bear one name, as the rows of a list do. */
const places = new Map<string, Set<Place>>()

/** Gives a place a name, until the returned function is called. */
export function registerPlace(name: string, place: Place): () => void {
  const named = places.get(name) ?? new Set()
  places.set(name, named.add(place))
  return () => void named.delete(place)
}

/** For `ref`: gives an element its names while it is on the page. */
export const focusPlace =
  (...names: readonly string[]) =>
  (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined
    const unregister = names.map((name) => registerPlace(name, () => element))
    return () => {
      for (const done of unregister) done()
    }
  }

/** Places that the controls of ui name themselves. */
export const DIALOG = 'dialog'
export const TAB_AREA = 'tabs'
export const SELECTED_TAB = 'selected tab'
export const isDialogOpen = (): boolean => placesCalled(DIALOG).length > 0

/** The elements called `name`, in the order of the page. */
export const placesCalled = (name: string): readonly HTMLElement[] =>
  [...(places.get(name) ?? [])]
    .flatMap((place) => place() ?? [])
    .filter((element) => element.isConnected)
    .sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1))

/** The first of these places that is drawn, else the first that is on the page. */
export function findPlace(...names: readonly string[]): HTMLElement | undefined {
  const found = names.flatMap(placesCalled)
  return found.find(isDrawn) ?? found[0]
}

/** False for what a closed panel hides. */
export const isDrawn = (element: Element): boolean => element.getClientRects().length > 0

/** The element itself, or the first stop in it when it takes no keys. */
const takesKeyboard = (place: HTMLElement): HTMLElement | undefined =>
  place.tabIndex >= 0 || place.hasAttribute('tabindex') ? place : firstStop(place)

/** Moves the keyboard to an element, or to the first stop in it. */
export const focusNow = (place: HTMLElement | undefined, options: FocusOptions = {}): void =>
  place && takesKeyboard(place)?.focus(options)

/** Whether the keyboard is nowhere: what had it has gone, or takes no keys any more. */
export const isFocusLost = (): boolean => {
  const at = document.activeElement
  return at === null || at === document.body || at.matches(':disabled')
}

/** Runs `step` once React has drawn what has just changed, and a dialog that closed has given the keyboard back. */
export const afterDrawing = (step: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(step))

export interface FocusRequest {
  /** Asked when the place is there: true leaves the keyboard where it is. */
  readonly unless?: () => boolean
  /** Waits until what has the keyboard goes; when it stays, so does the keyboard. */
  readonly whenLost?: boolean
  /** Does not scroll to the place. */
  readonly preventScroll?: boolean
}

/** Frames that a request waits for its place. */
const MOST_FRAMES = 30
let latest = 0
let awaited: string | undefined

/**
 * Moves the keyboard to a place once it is drawn, at the latest after 30 frames. Among several names the first that is drawn
 * counts. A later request takes the place of this one.
 */
export function focusOn(
  names: string | readonly string[],
  { unless, whenLost = false, preventScroll = false }: FocusRequest = {},
): void {
  const wanted = typeof names === 'string' ? [names] : names
  const request = ++latest
  awaited = wanted[0]
  const move = (framesLeft: number): void => {
    if (request !== latest) return
    const place = findPlace(...wanted)
    const isDue = place !== undefined && (!whenLost || isFocusLost())
    if (!isDue && framesLeft > 0 && !unless?.()) return void requestAnimationFrame(() => move(framesLeft - 1))
    awaited = undefined
    if (isDue && !unless?.()) focusNow(place, { preventScroll })
  }
  afterDrawing(() => move(MOST_FRAMES))
}

/** Whether the keyboard is on its way to this place. */
export const isAwaited = (name: string): boolean => awaited === name

/**
 * Where the keyboard goes when a row leaves its list: to the next row, else to the one before, else to the place `otherwise`.
 * Rows are the places called `rows` inside the place called `list` that holds `row`. Call this before the row goes, and the
 * returned function after it; that one does nothing while the row stays or when somebody took the keyboard elsewhere.
 */
export function nextRow(row: HTMLElement | null, rows: string, list: string, otherwise: string): () => void {
  const around = placesCalled(list).find((one) => one.contains(row))
  const all = placesCalled(rows).filter((one) => around?.contains(one))
  const here = row ? all.indexOf(row) : -1
  const others = [...all.slice(here + 1), ...all.slice(0, Math.max(here, 0)).reverse()]
  const look = (framesLeft: number): void => {
    const at = document.activeElement
    if (row?.isConnected && row.contains(at)) {
      if (framesLeft > 0) requestAnimationFrame(() => look(framesLeft - 1))
      return
    }
    if (at !== document.body && at !== null && !(row?.contains(at) ?? false)) return
    focusNow(others.find((other) => other.isConnected) ?? findPlace(otherwise))
  }
  return () => afterDrawing(() => look(MOST_FRAMES))
}
