import { expect, test } from 'vitest';
import { snippet } from '@/features/search/snippet';
import { csvCell, restore } from '@/lib/files/csv';
import { foldForSearch, parseSearch } from '@/lib/list/search';
import { searchQueryOf } from '@/lib/list/search-query';
import { readableAddress, waysToWrite } from '@/lib/text/domain-names';
import { richText } from '@/lib/text/markdown';
import { telephoneLink } from '@/lib/text/phone';
import { phoneKeys, phonePatterns } from '@/lib/text/phone-readings';
import {
	optionalEmail,
	optionalLine,
	optionalPhone,
	optionalText,
	optionalWebsite,
	requiredLine,
} from '@/lib/text/text';
import { linkParts } from '@/lib/text/text-links';
import { domainOfEmail } from '@/lib/text/web-domain';
import { growsFaster } from '../tests/support/growth';

// What reads the user's text takes no longer than the text is long, whatever stands in it.

const reads: Record<string, (text: string) => unknown> = {
	csvCell,
	restore,
	telephoneLink,
	findable: foldForSearch,
	parseSearch,
	searchQueryOf,
	snippet: (text) => snippet(text, ['a', 'b', text.slice(0, 9)]),
	readable: readableAddress,
	waysToWrite,
	domainOfEmail,
	linkParts: (text) => linkParts(text, 'vi-VN'),
	richText: (text) => richText(text, 'vi-VN'),
	phoneKeys: (text) => phoneKeys(text, 'VN'),
	phonePatterns: (text) => phonePatterns(text, 'DE'),
	requiredLine: (text) => requiredLine('Name').safeParse(text),
	optionalLine: (text) => optionalLine().safeParse(text),
	optionalText: (text) => optionalText(1_000_000).safeParse(text),
	optionalEmail: (text) => optionalEmail().safeParse(text),
	optionalPhone: (text) => optionalPhone().safeParse(text),
	optionalWebsite: (text) => optionalWebsite().safeParse(text),
};

const repeated = (unit: string) => (length: number) => unit.repeat(Math.ceil((length * 8) / unit.length));
const units = [
	...'1+-=\'" \n\t.,;:|@/()[]{}<>%_#xaéđ\u00a0\u0301\u200b\ufeff＝',
	...[
		'1 ',
		'1-',
		'1.',
		'1/',
		'+1',
		'(0)',
		'(1)',
		'a.',
		'a@',
		'@.',
		'.@',
		'a-',
		'--',
		'xn--',
		'XN--a.',
		' ext',
		'x1',
		';ext=',
	],
	...[
		'http://',
		'www.',
		'a.b/',
		'http://a.b/(',
		'mailto:',
		'0901234567 ',
		'+84901234567',
		"'=",
		'\r\n',
		'\ud83d\ude00',
		'to ',
	],
];
const hostile = units.flatMap((unit): ((length: number) => string)[] => {
	const body = repeated(unit);
	return [(length) => `${body(length)}!`, (length) => `+${body(length)}!`, (length) => `'${body(length)}\n`];
});

test.each(Object.entries(reads))(
	'%s',
	async (_name, read) => {
		for (const make of hostile) expect(await growsFaster(read, make), JSON.stringify(make(3))).toBe(false);
	},
	60_000,
);

test('the note that held an export up', async () => {
	expect(await growsFaster(csvCell, (length) => `+${'1'.repeat(length * 5)}!`)).toBe(false);
});
