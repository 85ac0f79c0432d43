import { sameText } from '../text/compare'
import { hashShown } from './context'
import { grafRest } from './grafStands'
import type { BuiltView } from './buildView'
import type { PartHash, PartText, PictureView, ViewParts } from '../ledger/facts/viewParts'
import { defined } from '../text/defined'

/**
 * What a sign-off keeps of a view. `sentence`: the one that the sign-off keeps beside it. `keep`: makes an HMAC of a
 * text that holds a protected name.
 */
export function partsOf(
  { view, rest, claim, saidBy, grafs }: BuiltView,
  words: string,
  sentence: string,
  keep: (text: string) => PartText,
): ViewParts {
  const { context } = view
  const { nearShown, beside, headers, belongsTo, ranks, picture, links, before, dateline } = context
  const shown = sameText(view.words, words) ? undefined : hashShown(view.words)
  const kept = rest && grafRest(rest, (text) => typeof keep(text) !== 'string')
  const hashOf = (hash: string, text: string): PartHash => {
    const part = keep(text)
    return typeof part === 'string' ? hash : part
  }
  const keptPicture: PictureView | undefined = picture && {
    ...picture,
    alt: keep(picture.alt),
    credit: keep(picture.credit),
  }
  return {
    rule: view.rule,
    type: view.type,
    ...defined({
      claim: claim === '' ? undefined : keep(claim),
      saidBy: saidBy === '' ? undefined : keep(saidBy),
      shown,
      near: sameText(context.near, sentence) ? undefined : keep(context.near),
      nth: context.nth,
      nearShown: nearShown === undefined ? undefined : hashShown(nearShown),
    }),
    graf: hashOf(context.graf, grafs.graf),
    ...defined({
      rest: kept && { ...kept, left: keep(rest.left), right: keep(rest.right) },
      before: before === '' ? undefined : hashOf(before, grafs.before),
      beside: beside === undefined ? undefined : keep(beside),
      headers: headers?.map(keep),
      belongsTo: belongsTo?.map(keep),
      ranks,
      picture: keptPicture,
      links: links?.map(keep),
      dateline,
    }),
    commitments: Object.fromEntries(
      view.evidence.filter(({ commitment }) => commitment !== '').map(({ source, commitment }) => [source, commitment]),
    ),
  }
}
