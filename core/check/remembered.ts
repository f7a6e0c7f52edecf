/**
 * A function of a text that remembers its latest answer, because several rules ask the same of the same text one after
 * the other. Only the latest: what is kept from filing to filing outlives V8's young generation and costs more than it
 * saves. Answers are shared, so they must not be changed.
 */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  let latest: string | undefined
  let answer: T | undefined
  return (text) => {
    if (text !== latest || answer === undefined) {
      answer = work(text)
      latest = text
    }
    return answer
  }
}
