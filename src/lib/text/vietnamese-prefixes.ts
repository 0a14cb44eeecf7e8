/** The digits after the 0 of mobile numbers until September 2018, when they had one more digit, and since then. */
const mobile = {
	...{ 162: 32, 163: 33, 164: 34, 165: 35, 166: 36, 167: 37, 168: 38, 169: 39 },
	...{ 120: 70, 121: 79, 122: 77, 126: 76, 128: 78, 123: 83, 124: 84, 125: 85, 127: 81, 129: 82 },
	...{ 186: 56, 188: 58, 199: 59 },
};

/** The area codes after the 0 until 2017, and since then. */
const areas = {
	...{ 22: 212, 231: 213, 20: 214, 230: 215, 29: 216, 52: 232, 53: 233, 54: 234, 510: 235, 511: 236, 37: 237 },
	...{ 38: 238, 39: 239, 33: 203, 240: 204, 25: 205, 26: 206, 27: 207, 280: 208, 281: 209, 320: 220, 321: 221 },
	...{ 241: 222, 31: 225, 351: 226, 36: 227, 350: 228, 30: 229, 780: 290, 781: 291, 710: 292, 711: 293, 74: 294 },
	...{ 76: 296, 77: 297, 79: 299, 4: 24, 8: 28, 61: 251, 62: 252, 64: 254, 55: 255, 56: 256, 57: 257, 58: 258 },
	...{ 68: 259, 60: 260, 501: 261, 500: 262, 63: 263, 59: 269, 70: 270, 651: 271, 72: 272, 73: 273, 650: 274 },
	...{ 75: 275, 66: 276, 67: 277 },
};

const changes = [...Object.entries(mobile), ...Object.entries(areas)].map(
	([before, since]) => [before, String(since)] as const,
);

/**
 * The first digits after the 0, with every prefix that means or meant the same: "120…" is "70…", and "70…" may be "120…". Some
 * former area codes are mobile prefixes today, so both are returned.
 */
export function sameVietnamese(digits: string): string[] {
	const others = changes.flatMap(([before, since]) => [
		...(digits.startsWith(before) ? [since + digits.slice(before.length)] : []),
		...(digits.startsWith(since) ? [before + digits.slice(since.length)] : []),
	]);
	return [digits, ...others];
}
