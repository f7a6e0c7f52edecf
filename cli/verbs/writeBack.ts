import { readFilingJson } from '@section16/core/read'
import { writeOwnershipXml } from '@section16/core/write'
import { Output } from '../output.ts'

/**
 * The second process of `verify`: filing JSON comes in, one a line, and XML goes out, each as `LENGTH\n` in bytes and then
 * the bytes. It has never seen the sources. Where a line gives no document, the XML is empty.
 */
export async function writeBack(): Promise<void> {
  const output = new Output()
  for await (const line of linesOf(process.stdin)) {
    const { document } = readFilingJson(JSON.parse(line))
    const xml = document ? writeOwnershipXml(document) : ''
    await output.write(`${Buffer.byteLength(xml)}\n${xml}`)
  }
  await output.end()
}

/** Lines that end with LF and nothing else: in JSON, unlike in `readline`, U+2028 ends none. */
async function* linesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = []
  for await (const chunk of stream) {
    let from = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8')
      parts = []
      from = end + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
}
