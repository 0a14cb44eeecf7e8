import { type Encoding, signs1252 } from './encoding';

/** Turns the bytes of a file into text, piece by piece; `decode()` gives what is left. */
export type FileDecoder = { decode: (bytes?: Uint8Array, options?: { stream: boolean }) => string };

export function decoderFor(encoding: Encoding): FileDecoder {
	switch (encoding) {
		case 'utf-8-twice':
			return twice();
		case 'tcvn3':
			return {
				decode: (bytes) => Array.from(bytes ?? [], (byte) => tcvn3.get(byte) ?? String.fromCharCode(byte)).join(''),
			};
		case 'vni':
			return vni();
		default:
			return new TextDecoder(encoding);
	}
}

/** Text whose bytes were taken for windows-1252 and encoded as UTF-8 once more. */
function twice(): FileDecoder {
	const [outer, inner] = [new TextDecoder('utf-8'), new TextDecoder('utf-8')];
	return {
		decode: (bytes, options) => {
			const text = bytes ? outer.decode(bytes, options) : outer.decode();
			const original = Uint8Array.from([...text], (sign) => {
				const code = sign.codePointAt(0) ?? 0;
				return code <= 0xff ? code : (signs1252.get(code) ?? 0x3f);
			});
			return bytes ? inner.decode(original, options) : inner.decode(original);
		},
	};
}

const tcvn3 = new Map<number, string>(
	(
		[
			[0xa1, 'ĂÂÊÔƠƯĐăâêôơưđ'],
			[0xb5, 'àảãáạ'],
			[0xbb, 'ằẳẵắ'],
			[0xc6, 'ặầẩẫấậè'],
			[0xce, 'ẻẽéẹềểễếệìỉ'],
			[0xdc, 'ĩíịò'],
			[0xe1, 'ỏõóọồổỗốộờởỡớợù'],
			[0xf1, 'ủũúụừửữứựỳỷỹýỵ'],
		] as const
	).flatMap(([first, signs]) => [...signs].map((sign, at): [number, string] => [first + at, sign])),
);

const [circumflex, breve, horn] = ['\u0302', '\u0306', '\u031b'];
const [grave, acute, hook, tilde, dot] = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
/** What VNI puts behind a vowel. */
const marks = new Map(
	Object.entries({
		...{ ø: grave, ù: acute, û: hook, õ: tilde, ï: dot },
		...{ â: circumflex, à: circumflex + grave, á: circumflex + acute, å: circumflex + hook, ã: circumflex + tilde },
		...{
			ä: circumflex + dot,
			ê: breve,
			è: breve + grave,
			é: breve + acute,
			ú: breve + hook,
			ü: breve + tilde,
			ë: breve + dot,
		},
	}),
);
/** The letters that VNI has in place of others; a mark may follow them as well. */
const wholes = new Map(Object.entries({ ñ: 'đ', ô: `o${horn}`, ö: `u${horn}`, æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }));

function vni(): FileDecoder {
	const latin = new TextDecoder('windows-1252');
	let before = '';
	return {
		decode: (bytes, options) => {
			const text = before + (bytes ? latin.decode(bytes, options) : latin.decode());
			// the last letter waits for the mark behind it
			before = bytes && options?.stream ? text.slice(-1) : '';
			return readVni(before ? text.slice(0, -1) : text);
		},
	};
}

const readVni = (text: string) =>
	text.replace(
		/([aeouyôöAEOUYÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])|[ñôöæóòîÑÔÖÆÓÒÎ]/g,
		(found, vowel: string | undefined, mark = '') => {
			const letter = vowel ?? found;
			const base = wholes.get(letter.toLowerCase()) ?? letter.toLowerCase();
			const whole = `${base}${marks.get(mark.toLowerCase()) ?? ''}`.normalize('NFC');
			return letter === letter.toLowerCase() ? whole : whole.toUpperCase();
		},
	);
