/**
 * Archives for the tests of this folder, honest and hostile: what a proper packer would refuse to write. (`.mts`, so
 * that the build of the package, which takes `.ts`, leaves it out.)
 */
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'

export interface Packed {
  name: string
  content?: string | Uint8Array
}

export interface TarMember extends Packed {
  /** The type's letter: `0` file, `2` symbolic link, `5` folder, `6` named pipe. */
  type?: string
  /** In place of the content's true size. */
  size?: number
}

/** The zeros that end a tar archive. */
export const TAR_END = Buffer.alloc(1024)

export function tar(members: TarMember[]): Buffer {
  return Buffer.concat([...members.map(tarMember), TAR_END])
}

/** A member: header, content, zeros up to the next block. */
export function tarMember({ name, content = '', type = '0', size }: TarMember): Buffer {
  const bytes = Buffer.from(content)
  return Buffer.concat([tarHeader(name, size ?? bytes.length, type), bytes, Buffer.alloc(-bytes.length & 511)])
}

export function tarHeader(name: string, size: number, type = '0', magic = 'ustar\x0000'): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write(' '.repeat(8), 148)
  header.write(type, 156)
  header.write(magic, 257, 'latin1')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

export interface ZipMember extends Omit<Packed, 'name'> {
  name: string | Buffer
  method?: number
  /** The general purpose bits: 1 encrypted, 0x800 the name is UTF-8. */
  flags?: number
  /** The bytes as compressed, in place of the true ones. */
  compressed?: Buffer
  /** In place of the true ones, as declared in both headers. */
  size?: number
  compressedSize?: number
  crc?: number
  /** Where the directory says the member begins. */
  offset?: number
  /** Unix mode, high bits of the external attributes. */
  mode?: number
}

export function zip(members: ZipMember[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const { local, central } = zipMember(member, offset)
    locals.push(local)
    directory.push(central)
    offset += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, list, end])
}

function zipMember(member: ZipMember, offset: number): { local: Buffer; central: Buffer } {
  const { content = '', method = 8, flags = 0x800, mode = 0o100644 } = member
  const name = Buffer.from(member.name as string)
  const bytes = Buffer.from(content)
  const data = member.compressed ?? (method === 8 ? deflateRawSync(bytes) : bytes)
  // What both headers share, from the general purpose bits to the length of the name.
  const shared = Buffer.alloc(22)
  shared.writeUInt16LE(flags, 0)
  shared.writeUInt16LE(method, 2)
  shared.writeUInt32LE(member.crc ?? crc32(bytes), 8)
  shared.writeUInt32LE(member.compressedSize ?? data.length, 12)
  shared.writeUInt32LE(member.size ?? bytes.length, 16)
  shared.writeUInt16LE(name.length, 20)
  const rest = Buffer.alloc(16)
  rest.writeUInt32LE((mode << 16) >>> 0, 8)
  rest.writeUInt32LE(member.offset ?? offset, 12)
  return {
    local: Buffer.concat([Buffer.from('PK\x03\x04\x14\0'), shared, Buffer.alloc(2), name, data]),
    central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x03\x14\0'), shared, rest, name]),
  }
}

const MEBIBYTE = Buffer.alloc(2 ** 20)

/** So many MiB of zeros, raw deflated, about 1 KB for each: one flushed block over and over, then an empty last one. */
export function deflatedZeros(mebibytes: number): Buffer {
  const block = deflateRawSync(MEBIBYTE, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array<Buffer>(mebibytes).fill(block), Buffer.from([3, 0])])
}

/** The same as a gzip file. */
export function gzippedZeros(mebibytes: number): Buffer {
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(zerosCrc(mebibytes), 0)
  trailer.writeUInt32LE((mebibytes * 2 ** 20) % 2 ** 32, 4)
  return Buffer.concat([gzipSync('').subarray(0, 10), deflatedZeros(mebibytes), trailer])
}

export function zerosCrc(mebibytes: number): number {
  let sum = 0
  for (let i = 0; i < mebibytes; i++) sum = crc32(MEBIBYTE, sum)
  return sum
}
