/** The items, each with whether there are several: known for the first one because the second one is looked at. */
export async function* withSeveral<T>(items: AsyncGenerator<T>): AsyncGenerator<[item: T, several: boolean]> {
  const first = await items.next()
  if (first.done) return
  const second = await items.next()
  yield [first.value, !second.done]
  if (second.done) return
  yield [second.value, true]
  for await (const item of items) yield [item, true]
}
