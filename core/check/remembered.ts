/** So many answers are kept; then all are forgotten, so that memory does not grow with the filings read. */
const MOST = 100

/**
 * A function of a text that remembers its latest answers, because several rules ask the same of the same long text. The
 * answers are shared, so they must not be changed.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    let answer = answers.get(text)
    if (answer === undefined) {
      answer = work(text)
      if (answers.size >= MOST) answers.clear()
      answers.set(text, answer)
    }
    return answer
  }
}
