export const encodings = [
	'utf-8',
	'utf-8-twice',
	'utf-16le',
	'utf-16be',
	'windows-1258',
	'windows-1252',
	'tcvn3',
	'vni',
] as const;
export type Encoding = (typeof encodings)[number];

/** The bytes at the beginning of a file that distinguish UTF-16 and images from text. */
const lookedAt = 4_096;
// what windows-1258 has in place of five letters of windows-1252: accents, which stand behind the vowel that they are of
const accents1258 = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
// a e i o u y and â ă ê ô ơ ư, in both cases, as windows-1258 has them
const vowels1258 = new Set([
	...Buffer.from('aeiouyAEIOUY', 'latin1'),
	...[0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd, 0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd],
]);
const letters = new Set(Buffer.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', 'latin1'));
// VNI writes a tone or a hat as a letter of its own behind the vowel
const vowelsVni = new Set(Buffer.from('aeouyAEOUY', 'latin1'));
const signsVni = new Set(Buffer.from('øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË', 'latin1'));

/**
 * Tells in which encoding the bytes of a file are, all of which it is shown: by their byte order mark, as UTF-8 with few faults, by
 * zeros between Latin letters, or by what the old Vietnamese encodings have within words; windows-1252 is what is left.
 */
export class EncodingDetector {
	#start = Buffer.alloc(0);
	#before = 0;
	#high = 0;
	/** Signs of single-byte encodings. */
	#accents = 0;
	#symbols = 0;
	#vni = 0;
	/** Characters of UTF-8 of several bytes, those that look like bytes of others, and bytes that are none. */
	#characters = 0;
	#doubled = 0;
	#faults = 0;
	/** The character that is being read: how many bytes are still to come, and its number. */
	#waiting = 0;
	#code = 0;
	#last = 0;

	push(bytes: Uint8Array): void {
		if (this.#start.length < lookedAt)
			this.#start = Buffer.concat([this.#start, bytes.subarray(0, lookedAt - this.#start.length)]);
		for (const byte of bytes) {
			if (byte < 0x80 && this.#before < 0x80) {
				this.#before = byte;
				continue;
			}
			this.#count(byte);
			this.#readUtf8(byte);
			this.#before = byte;
		}
	}

	/** The encoding, or null if the bytes are no text at all. */
	end(): Encoding | null {
		const [a, b] = this.#start;
		if (a === 0xff && b === 0xfe) return 'utf-16le';
		if (a === 0xfe && b === 0xff) return 'utf-16be';
		const zeros = [0, 1].map((odd) => this.#start.filter((byte, at) => byte === 0 && at % 2 === odd).length);
		const [even = 0, odd = 0] = zeros;
		const maxNulls = this.#start.length / 5;
		if (odd > maxNulls && odd > 9 * even) return 'utf-16le';
		if (even > maxNulls && even > 9 * odd) return 'utf-16be';
		const controls = this.#start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
		if (controls > 0 && controls * 100 >= this.#start.length) return null;
		const faults = this.#faults + (this.#waiting > 0 ? 1 : 0);
		if (faults === 0 || faults * 3 <= this.#characters)
			return this.#doubled > 0 && this.#doubled * 10 >= this.#characters * 7 ? 'utf-8-twice' : 'utf-8';
		if (this.#symbols * 5 >= this.#high) return 'tcvn3';
		if (this.#accents * 10 >= this.#high) return 'windows-1258';
		return this.#vni * 5 >= this.#high * 2 ? 'vni' : 'windows-1252';
	}

	#count(byte: number): void {
		if (byte >= 0x80) this.#high++;
		if (accents1258.has(byte) && vowels1258.has(this.#before)) this.#accents++;
		// "µ", "«" or "¹" right behind a letter: vowels of TCVN3
		if (byte >= 0xa1 && byte <= 0xbe && letters.has(this.#before)) this.#symbols++;
		if (signsVni.has(byte) && vowelsVni.has(this.#before)) this.#vni++;
	}

	#readUtf8(byte: number): void {
		const isContinued = byte >= 0x80 && byte < 0xc0;
		if (this.#waiting > 0 && isContinued) {
			this.#code = this.#code * 64 + (byte - 0x80);
			if (--this.#waiting === 0) this.#take(this.#code);
			return;
		}
		if (this.#waiting > 0) this.#faults++;
		this.#waiting = 0;
		if (byte < 0x80) this.#last = 0;
		else if (byte >= 0xc2 && byte <= 0xf4) {
			this.#waiting = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
			this.#code = byte - (byte < 0xe0 ? 0xc0 : byte < 0xf0 ? 0xe0 : 0xf0);
		} else this.#faults++;
	}

	/** Counts a character: one that is the first byte of another, and those behind it, were encoded twice. */
	#take(code: number): void {
		this.#characters++;
		const isFirst = code >= 0xc2 && code <= 0xf4;
		const isNext = (code >= 0x80 && code <= 0xbf) || (code > 0xff && signs1252.has(code));
		const isBehind = isNext && this.#last > 0;
		// the first byte counts with the one behind it
		if (isBehind) this.#doubled += this.#last === 1 ? 2 : 1;
		this.#last = isFirst && !isBehind ? 1 : isBehind ? 2 : 0;
	}
}

/** What windows-1252 has where ISO 8859-1 has no signs. */
export const signs1252 = new Map(
	[...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((sign, at) => [
		sign.codePointAt(0) ?? 0,
		[
			0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96,
			0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
		][at] ?? 0,
	]),
);
