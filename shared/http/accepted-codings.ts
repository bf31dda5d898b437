/** `gzip, br;q=0` → gzip (RFC 9110 §12.5.3). */
export function acceptedCodings(header = ''): Set<string> {
  const given = header
    .toLowerCase()
    .split(',')
    .map((item) => item.split(';').map((part) => part.trim()));
  const wanted = given.filter(([, quality = 'q=1']) => !/^q\s*=\s*0(\.0*)?$/.test(quality));
  return new Set(wanted.map(([coding = '']) => coding));
}
