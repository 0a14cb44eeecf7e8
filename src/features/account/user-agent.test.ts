import { expect, test } from 'vitest';
import { describeUserAgent } from './user-agent';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
	[`Mozilla/5.0 (X11; Linux x86_64) ${webkit} HeadlessChrome/149.0.0.0 Safari/537.36`, 'Chrome on Linux'],
	[
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/148.0.0.0 Safari/537.36 Edg/148.0.0.0`,
		'Edge on Windows',
	],
	[
		`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} coc_coc_browser/141.0.0 Chrome/135.0.0.0 Safari/537.36`,
		'Cốc Cốc on Windows',
	],
	[
		`Mozilla/5.0 (Linux; Android 16; K) ${webkit} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
		'Samsung Internet on Android',
	],
	['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox on macOS'],
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1',
		'Safari on iPhone',
	],
	[
		'Mozilla/5.0 (iPad; CPU OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/148.0.0.0 Mobile/15E148 Safari/604.1',
		'Chrome on iPad',
	],
	[`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/148.0.0.0 Safari/537.36`, 'Chrome on ChromeOS'],
	['curl/8.14.1', 'Unknown browser'],
	['', 'Unknown browser'],
	[null, 'Unknown browser'],
	['<script>alert(1)</script>'.repeat(1000), 'Unknown browser'],
])('%s', (userAgent, words) => {
	expect(describeUserAgent(userAgent)).toBe(words);
});
