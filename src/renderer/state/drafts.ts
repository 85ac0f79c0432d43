import type { CorrectionText } from '../../story/correctionNote'

/** What was begun in forms of one kind and neither sent nor cancelled, each under a key. In the memory of this window alone. */
export class Drafts<T> {
  readonly #begun = new Map<string, T>()

  readonly get = (key: string): T | undefined => this.#begun.get(key)

  readonly keep = (key: string, draft: T): void => void this.#begun.set(key, draft)

  readonly forget = (key: string): void => void this.#begun.delete(key)
}

/** The forms whose words outlive a look at another tab, fact or story. */
export class FormDrafts {
  readonly ask = new Drafts<AskDraft>()
  readonly comment = new Drafts<CommentDraft>()
  readonly reply = new Drafts<string>()
  readonly override = new Drafts<string>()
  readonly response = new Drafts<ResponseDraft>()
  readonly move = new Drafts<MoveDraft>()
  readonly correction = new Drafts<CorrectionDraft>()
}

export interface AskDraft { readonly text: string; readonly more: { readonly addressee?: string; readonly due?: string; readonly proposed?: string; readonly attributedTo?: string } }
export interface CommentDraft { readonly text: string; readonly mustFix: boolean; readonly assignee: string }
export interface ResponseDraft { readonly who: string; readonly how: string; readonly when: string; readonly reply: string }
/** Why a move is made or what withdraws the story, and why blocks are overridden. */
export interface MoveDraft { readonly reason: string; readonly override: string }
/** What was typed into the record of a correction and not recorded yet. */
export type CorrectionDraft = Readonly<Partial<Record<CorrectionText | 'since', string>>>
