/** What to do about something, in words in which `code` stands between backticks. */
export function Fix({ words }: { readonly words: string }) {
  return (
    <span className="fix">
      {/* biome-ignore lint/suspicious/noArrayIndexKey: the words stay in their order */}
      {words.split('`').map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>))}
    </span>
  )
}
