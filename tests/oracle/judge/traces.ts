/** What a person typed, took away or moved in the copy that is still so, around one fact. */
import { extentOf, sentenceAround, type Extent } from './context'
import type { Hands } from './hands'
import type { Block, Page, Truth } from './model'
import { wordsAt } from './words'

export class Traces {
  private readonly extent: Extent | undefined

  constructor(
    private readonly page: Page,
    private readonly hands: Hands,
    private readonly person: string,
    fact: string,
  ) {
    this.extent = extentOf(page, fact)
  }

  /** Quotations: what is said of the graf around them is context. */
  inGraf(): Truth {
    const extent = this.extent
    const block = extent && this.page.blocks[extent.first]
    if (!extent || !block || extent.first !== extent.last) return 'either'
    const { from, to } = wordsAt(this.page, extent)
    const end = block.characters.length
    const typed =
      this.hands.typists(block, 0, from).has(this.person) || this.hands.typists(block, to, end).has(this.person)
    const { inside, beside } = this.hands.writersIn(block, 0, end)
    return typed || inside.has(this.person) || beside.has(this.person) ? 'either' : 'no'
  }

  /**
   * Whether anything that a person typed or took away is still so in the table or in the lead-in. Other blocks above an
   * item of a list: left open, a lead-in may have gone there.
   */
  inBelongings(): Truth {
    const first = this.extent?.first ?? 0
    const own = this.page.blocks[first]
    if (!own || own.picture) return 'yes'
    const left = (block: Block | undefined): boolean =>
      block !== undefined && this.hands.leftTraceAround(this.person, block, 0, 0)
    if (own.cell && this.page.blocks.some((block) => block.cell?.table === own.cell?.table && left(block))) return 'yes'
    const above = this.page.blocks.slice(0, first)
    if (own.cell) return above.some(left) ? 'either' : 'no'
    if (left(above.findLast(({ role }) => role !== 'listItem'))) return 'yes'
    return above.slice(-5).some(left) ? 'either' : 'no'
  }

  isInTable(): boolean {
    return this.page.blocks[this.extent?.first ?? 0]?.cell !== undefined
  }

  isListItem(): boolean {
    return this.page.blocks[this.extent?.first ?? 0]?.role === 'listItem'
  }

  /** A lead-in without a colon: whether the items belong to it is not said. Nor is it of a space typed over another. */
  inLeadIn(): boolean {
    const first = this.extent?.first ?? 0
    if (this.page.blocks[first]?.role !== 'listItem') return false
    const lead = this.page.blocks.slice(0, first).findLast(({ role }) => role !== 'listItem')
    if (!lead) return false
    return this.hands.leftTraceAround(this.person, lead, 0, 0) || this.hands.typedSpace(this.person, lead)
  }

  /** Who moves an item, a cell or its head to another place may have written what belongs to what. */
  movedHeads(): boolean {
    const block = this.page.blocks[this.extent?.first ?? 0]
    return (block?.role === 'listItem' || block?.cell !== undefined) && this.hands.movedHeads(this.person)
  }

  /** Whether a person moved words beside others there. */
  arranged(): boolean {
    const extent = this.extent
    if (!extent) return false
    return this.page.blocks.slice(extent.first, extent.last + 1).some((one) => this.hands.arranged(this.person, one))
  }

  /** Whether anything that a person typed stands in the sentences of the words. */
  inSentence(): boolean {
    const place = this.#place()
    const range = place && sentenceAround(place.block.text, place)
    return place !== undefined && range !== undefined
      ? this.hands.typists(place.block, range.from, range.to).has(this.person)
      : false
  }

  /** Whether a space that a person typed stands in the block of the words, over somebody else's perhaps. */
  typedSpace(): boolean {
    const place = this.#place()
    return place !== undefined && this.hands.typedSpace(this.person, place.block)
  }

  /**
   * An item of a list: whether a person took words out of a block that is gone. It may have led in the list; which of
   * its words did is not said.
   */
  tookFromGone(): boolean {
    return (this.isListItem() || this.isInTable()) && this.hands.tookFromGone(this.person, this.page)
  }

  /** Whether a person had typed there what somebody else typed again. */
  typedFirst(): boolean {
    const place = this.#place()
    return place !== undefined && this.hands.typedFirst(this.person, place.block)
  }

  /**
   * Whether anything that a person typed or took away is still there. Whoever put everything back as it was may or may
   * not be a writer.
   */
  around(): boolean {
    const place = this.#place()
    return !place || this.hands.leftTraceAround(this.person, place.block, place.from, place.to)
  }

  /** The same of the sentences of the words alone. */
  aroundInSentence(): boolean {
    const place = this.#place()
    const range = place && sentenceAround(place.block.text, place)
    return !place || !range || this.hands.leftTraceAround(this.person, place.block, place.from, place.to, range)
  }

  /**
   * Whether something that a person typed stands in the words, or touches them. A space that touches them may be the
   * only one left of several: then it may be what makes a word or a number of them.
   */
  touched(): boolean {
    const place = this.#place()
    if (!place) return true
    const { block, from, to } = place
    return (
      this.hands.typists(block, Math.max(0, from - 1), to + 1).has(this.person) ||
      this.hands.typedSpaceAt(this.person, block, from - 1) ||
      this.hands.typedSpaceAt(this.person, block, to)
    )
  }

  /** Whether a person took away what stands no more beside the words: a space between may have gone before or after. */
  tookBeside(): boolean {
    const place = this.#place()
    return place !== undefined && this.hands.writersIn(place.block, place.from, place.to).beside.has(this.person)
  }

  /** The same of the words. */
  inWords(): boolean {
    const place = this.#place()
    if (!place) return true
    const { inside, beside } = this.hands.writersIn(place.block, place.from, place.to)
    return inside.has(this.person) || beside.has(this.person)
  }

  /** The words in their block. Undefined: in several blocks. */
  #place(): { readonly block: Block; readonly from: number; readonly to: number } | undefined {
    const { extent } = this
    const block = extent && this.page.blocks[extent.first]
    return extent && block && extent.first === extent.last ? { block, ...wordsAt(this.page, extent) } : undefined
  }

  /** Whether somebody typed in the grafs, or above them in a list or table, without having heard of others. */
  isCrossed(): boolean {
    const extent = this.extent
    if (!extent) return true
    const first = this.page.blocks[extent.first]
    const isUnder = first?.role === 'listItem' || first?.cell !== undefined
    const from = isUnder ? 0 : Math.max(0, extent.first - 1)
    return this.page.blocks.slice(from, extent.last + 2).some((one) => this.hands.isCrossed(one))
  }

  isBlurred(): boolean {
    const extent = this.extent
    return extent
      ? this.page.blocks.slice(extent.first, extent.last + 1).some((one) => this.hands.isBlurred(one))
      : false
  }
}
