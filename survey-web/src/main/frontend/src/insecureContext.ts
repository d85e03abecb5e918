/**
 * Browsers have `crypto.randomUUID` on https and localhost only, and the form library cannot do without it. On plain
 * http inside an office the form must still open (without working offline): random UUIDs by RFC 9562, version 4.
 */
if (!('randomUUID' in crypto)) {
  Object.defineProperty(crypto, 'randomUUID', { value: randomUuid });
}

export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
