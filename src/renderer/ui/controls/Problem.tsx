/** Why something was refused or failed. Screen readers read it out when it appears. Nothing while there is no text. */
export const Problem = ({ text }: { readonly text: string | undefined }) =>
  text ? (
    <p className="problem" role="alert">
      {text}
    </p>
  ) : null
