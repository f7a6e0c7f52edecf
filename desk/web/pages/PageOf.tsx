interface PageOfProps {
  /** Of the page as the desk keeps it, which comes with a policy of its own. */
  readonly url: string
  readonly title: string
  /** Of its content: another one is another page. */
  readonly hash: string
}

/** A form's page as the desk keeps it: in a frame, without scripts. */
export function PageOf({ url, title, hash }: PageOfProps) {
  return <iframe key={hash} src={url} title={title} sandbox="" className="preview" />
}
