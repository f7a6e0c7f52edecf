const BLOCK = 512

/** Contents of the plain files of a tar archive (ustar: size in octal at 124, type at 156). */
export function* tarMembers(archive: Buffer): Generator<Buffer> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8)
    if (Number.isNaN(size)) return
    const type = archive[at + 156]
    if (type === 0 || type === 48) yield archive.subarray(at + BLOCK, at + BLOCK + size)
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK
  }
}

/** One plain file as it stands in a ustar archive: header, content, zeros up to a full block. */
export function tarMember(name: string, content: Uint8Array): Buffer {
  const member = Buffer.alloc(BLOCK + Math.ceil(content.length / BLOCK) * BLOCK)
  member.write(name, 0, 100, 'latin1')
  member.write(`0000644\0${'0000000\0'.repeat(2)}`, 100, 'latin1')
  member.write(`${content.length.toString(8).padStart(11, '0')} ${'0'.repeat(11)} `, 124, 'latin1')
  member.write(' '.repeat(8), 148, 'latin1')
  member.write('0', 156, 'latin1')
  member.write('ustar\0' + '00', 257, 'latin1')
  const sum = member.subarray(0, BLOCK).reduce((total, byte) => total + byte, 0)
  member.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  member.set(content, BLOCK)
  return member
}

/** What ends an archive: two blocks of zeros. */
export function tarEnd(): Buffer {
  return Buffer.alloc(2 * BLOCK)
}
