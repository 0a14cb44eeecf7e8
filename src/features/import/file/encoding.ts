export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1252'] as const;
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

/**
 * Tells in which encoding the bytes of a file are, all of which it is shown: by their byte order mark, as valid UTF-8, by
 * zeros between Latin letters, or by accents that stand behind Vietnamese vowels; windows-1252 is what is left.
 */
export class EncodingDetector {
	readonly #utf8 = new TextDecoder('utf-8', { fatal: true });
	#isUtf8 = true;
	#start = Buffer.alloc(0);
	#high = 0;
	#accents = 0;
	#before = 0;

	push(bytes: Uint8Array): void {
		if (this.#start.length < lookedAt)
			this.#start = Buffer.concat([this.#start, bytes.subarray(0, lookedAt - this.#start.length)]);
		if (this.#isUtf8) this.#tryUtf8(bytes);
		if (!this.#isUtf8 || this.#high === 0) this.#count(bytes);
	}

	/** The encoding, or null if the bytes are no text at all. */
	end(): Encoding | null {
		if (this.#isUtf8) this.#tryUtf8();
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
		if (this.#isUtf8) return 'utf-8';
		return this.#accents * 10 >= this.#high ? 'windows-1258' : 'windows-1252';
	}

	#tryUtf8(bytes?: Uint8Array): void {
		try {
			this.#utf8.decode(bytes, { stream: bytes !== undefined });
		} catch {
			this.#isUtf8 = false;
		}
	}

	#count(bytes: Uint8Array): void {
		for (const byte of bytes) {
			if (byte >= 0x80) this.#high++;
			if (accents1258.has(byte) && vowels1258.has(this.#before)) this.#accents++;
			this.#before = byte;
		}
	}
}
