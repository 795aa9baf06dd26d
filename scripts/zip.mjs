// @ts-check
// Reads the table of contents of a zip file (APPNOTE.TXT, sections 4.3.12 and 4.3.16).

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * @param {Buffer} zip a whole zip file of less than 4 GB
 * @returns {readonly string[]} the names of its files, in the order of the table
 */
export function zipEntries(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('Not a zip file.');
  const names = [];
  let offset = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(offset) !== ENTRY) throw new Error('Damaged zip file.');
    const [name, extra, comment] = [28, 30, 32].map((at) => zip.readUInt16LE(offset + at));
    const start = offset + 46;
    names.push(zip.toString('utf8', start, start + (name ?? 0)));
    offset = start + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
