/**
 * A function of a text that remembers its latest answers, because several rules ask the same of the same text. When it
 * has `most` of them it forgets all, so that memory does not grow with the filings read. The answers are shared, so they
 * must not be changed.
 */
export function remembered<T>(work: (text: string) => T, most = 100): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    let answer = answers.get(text)
    if (answer === undefined) {
      answer = work(text)
      if (answers.size >= most) answers.clear()
      answers.set(text, answer)
    }
    return answer
  }
}
