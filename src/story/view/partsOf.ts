import { sameText } from '../text/compare'
import { hashShown } from './context'
import { grafRest } from './grafStands'
import type { BuiltView } from './buildView'
import type { PartHash, PartText, PictureView, ViewParts } from '../ledger/facts/viewParts'
import { defined } from '../text/defined'

/**
 * What a sign-off keeps of a view. `sentence`: the one that the sign-off keeps beside it. `seal`: makes an HMAC of a
 * text that holds a protected name.
 */
export function partsOf(
  { view, rest, claim, saidBy, grafs }: BuiltView,
  words: string,
  sentence: string,
  seal: (text: string) => PartText,
): ViewParts {
  const { context } = view
  const { nearShown, beside, headers, belongsTo, ranks, picture, before, dateline } = context
  const shown = sameText(view.words, words) ? undefined : hashShown(view.words)
  const kept = rest && grafRest(rest, (text) => typeof seal(text) !== 'string')
  const hashOf = (hash: string, text: string): PartHash => {
    const part = seal(text)
    return typeof part === 'string' ? hash : part
  }
  const sealedPicture: PictureView | undefined = picture && {
    ...picture,
    alt: seal(picture.alt),
    credit: seal(picture.credit),
  }
  return {
    rule: view.rule,
    type: view.type,
    ...defined({
      claim: claim === '' ? undefined : seal(claim),
      saidBy: saidBy === '' ? undefined : seal(saidBy),
      shown,
      near: sameText(context.near, sentence) ? undefined : seal(context.near),
      nth: context.nth,
      nearShown: nearShown === undefined ? undefined : hashShown(nearShown),
    }),
    graf: hashOf(context.graf, grafs.graf),
    ...defined({
      rest: kept && { ...kept, left: seal(rest.left), right: seal(rest.right) },
      before: before === '' ? undefined : hashOf(before, grafs.before),
      beside: beside === undefined ? undefined : seal(beside),
      headers: headers?.map(seal),
      belongsTo: belongsTo?.map(seal),
      ranks,
      picture: sealedPicture,
      dateline,
    }),
    commitments: Object.fromEntries(
      view.evidence.filter(({ commitment }) => commitment !== '').map(({ source, commitment }) => [source, commitment]),
    ),
  }
}
