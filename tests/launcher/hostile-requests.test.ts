import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECKOUT } from '../../scripts/launcher/config.ts';
import { startServerForTests, type TestServer } from '../support/app-server.ts';
import { password } from '../support/password.ts';

let server: TestServer;
let cookie = '';
let actions: string[] = [];

beforeAll(async () => {
	server = await startServerForTests({ env: { LOG_FORMAT: 'json' } });
	const response = await fetch(`${server.url}/api/auth/sign-up/email`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json', Origin: server.url },
		body: JSON.stringify({ name: 'Nguyễn Thị Lan', email: 'lan@example.com', password }),
	});
	cookie = response.headers
		.getSetCookie()
		.map((each) => each.split(';')[0])
		.join('; ');
	const manifest = path.join(CHECKOUT, '.next/server/server-reference-manifest.json');
	actions = Object.keys(JSON.parse(fs.readFileSync(manifest, 'utf8')).node);
	expect(actions.length).toBeGreaterThan(30);
}, 240_000);

afterAll(async () => void (await server?.stop()));

/** Sends bytes as they are; returns the status of the answer, 0 for none. */
function raw(text: string | Buffer): Promise<number> {
	const { hostname, port } = new URL(server.url);
	return new Promise((resolve) => {
		let answer = '';
		const socket = net.connect(Number(port), hostname, () => socket.write(text));
		socket.setEncoding('latin1').on('data', (data) => {
			answer += data;
		});
		socket.on('error', () => {}).on('close', () => resolve(Number(/^HTTP\/1\.1 ([2-5]\d+)/m.exec(answer)?.[1] ?? 0)));
		socket.setTimeout(30_000, () => socket.destroy());
	});
}

/** The request that a browser would send, with what is said otherwise. */
function ask(target: string, { method = 'GET', headers = {}, body = '' as string | Buffer } = {}): Promise<number> {
	const sent: Record<string, string> = {
		Host: new URL(server.url).host,
		Connection: 'close',
		Cookie: cookie,
		Origin: server.url,
		...(body.length > 0 && { 'Content-Length': String(Buffer.byteLength(body)) }),
		...headers,
	};
	const lines = Object.entries(sent).map(([name, value]) => `${name}: ${value}`);
	const head = [`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n');
	return raw(Buffer.concat([Buffer.from(head, 'latin1'), Buffer.from(body)]));
}

/** Lines of the log that name an error, or hold a stack. */
function faults(): string[] {
	const said = server.output();
	const lines = said.slice(read).split('\n');
	read = said.length - (lines.at(-1)?.length ?? 0);
	return lines.filter((line) => /"level":"error"|"stack"|^\s+at /.test(line));
}
let read = 0;

async function expectRefused(what: string, status: Promise<number>): Promise<void> {
	const given = await status;
	expect([what, given >= 200 && given < 500, given, faults()]).toEqual([what, true, given, []]);
}

describe('whatever is asked, the answer is no fault of ours, and the log holds no stack', () => {
	const targets = [
		'/',
		'*',
		'/login',
		'/dashboard',
		'/companies',
		'/api/companies?q=',
		'/api/nothing',
		'/api/import/upload',
	];
	const methods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'TRACE', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'TRACK'];

	test.each(methods)('%s', async (method) => {
		for (const target of targets) await expectRefused(`${method} ${target}`, ask(target, { method }));
	});

	test('targets', async () => {
		const odd = [
			'//',
			'//evil.example/x',
			'///',
			'/%',
			'/%00',
			'/%ED%A0%80',
			'/\\',
			'/..',
			'/_next/image?url=x',
			'/_next/data/x/y.json',
			'x',
			'?q',
			'#',
			'http://evil.example/login',
			'https://evil.example',
			'/login?_rsc=x',
			'/companies?__nextDefaultLocale=x',
			`/${'a'.repeat(8_000)}`,
			'/companies/[id]',
			'/api/auth/',
			'/api/auth/%2e%2e/x',
			'/api/auth/get-session?disableCookieCache=x',
			'/not-found',
			'/_not-found',
			'/_error',
			'/500',
		];
		for (const target of odd) await expectRefused(target, ask(target));
	});

	test.each<[string, string[]]>([
		['Origin', ['null', '', 'x', 'http://', 'http://[', 'file://', 'a, b', '\x80']],
		[
			'Cookie',
			[
				'',
				';',
				'=',
				'minicrm.session_token=',
				'minicrm.session_token=%',
				'minicrm.session_token=a.b; x=%E0%A4%A',
				'minicrm.device=%',
			],
		],
		['Host', ['', 'x', '[', 'a b', 'evil.example', '\x80', 'localhost:99999']],
		['Accept', ['', '*', 'text/x-component', '\x80']],
		['RSC', ['1', 'x']],
		[
			'Next-Router-State-Tree',
			['x', '%', '[]', '%5B%5D', '{}', encodeURIComponent(JSON.stringify(['', {}, null, 'refetch']))],
		],
		['Next-Router-Prefetch', ['1', '2', 'x']],
		['Next-Router-Segment-Prefetch', ['/_tree', '/x', '%', '/../..']],
		['Next-Url', ['x', '/', '//', 'http://[']],
		['X-Forwarded-For', ['x', ',', '\x80', '1.1.1.1, 2.2.2.2']],
		['X-Forwarded-Host', ['[', 'evil.example', '']],
		['X-Forwarded-Proto', ['x', 'https,http', '']],
		['X-Request-Id', ['\x80', '']],
		['X-Minicrm-Path', ['//evil.example', '\x80']],
		['X-Middleware-Subrequest', ['src/proxy', 'x:x:x:x:x']],
		['X-Matched-Path', ['/x']],
		['X-Invoke-Path', ['/x']],
		['Accept-Language', ['\x80', 'x'.repeat(2_000)]],
		['User-Agent', ['', '\x80', 'x'.repeat(8_000)]],
		['Range', ['bytes=0-', 'bytes=9-1']],
		['Expect', ['100-continue', 'x']],
		['Content-Type', ['', 'x', 'application/json', 'multipart/form-data']],
		['If-None-Match', ['*', '\x80']],
		['Sec-Fetch-Site', ['', 'x', 'same-origin']],
	])('the header %s', async (name, values) => {
		for (const value of values) {
			for (const target of ['/login', '/companies', '/api/companies?q=']) {
				await expectRefused(`${name}: ${value}`, ask(target, { headers: { [name]: value } }));
			}
			for (const target of ['/login', '/api/auth/sign-out', '/api/import/upload'])
				await expectRefused(
					`POST ${name}: ${value}`,
					ask(target, { method: 'POST', headers: { [name]: value }, body: 'x' }),
				);
		}
	});

	const types = {
		none: '',
		text: 'text/plain;charset=UTF-8',
		json: 'application/json',
		form: 'application/x-www-form-urlencoded',
		multipart: 'multipart/form-data; boundary=x',
		'multipart without a boundary': 'multipart/form-data',
		'multipart with an odd boundary': 'multipart/form-data; boundary="',
		nonsense: '\x80;;=',
	};
	const part = (name: string, value: string) =>
		`--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
	const bodies: Record<string, string> = {
		nothing: '',
		'a letter': 'x',
		'an empty list': '[]',
		'a list of nothing': '[null]',
		'a cut list': '[{"name":',
		'a reference to nothing': '["$1"]',
		'odd references': '["$F1","$K1","$Q1","$W1","$B1","$@1","$T","$n1","$D","$undefined","$-0"]',
		'a deep list': `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
		'a prototype': '[{"__proto__":{"x":1},"constructor":"x"}]',
		'a NUL': '["\\u0000"]',
		'half of a character': '["\\ud800"]',
		'a part': `${part('0', '["$K1"]')}--x--\r\n`,
		'a cut part': part('0', '[1'),
		'a part without a name': '--x\r\nContent-Disposition: form-data\r\n\r\nx\r\n--x--\r\n',
		'an odd part': '--x\r\nx\r\n\r\n',
		'an action’s field': `${part('$ACTION_ID_0123', '')}--x--\r\n`,
		'an action’s reference': `${part('$ACTION_REF_1', '')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}--x--\r\n`,
		'an action’s key': `${part('$ACTION_KEY', 'x')}--x--\r\n`,
		'more than is taken': `["${'x'.repeat(1_200_000)}"]`,
	};

	test.each(Object.keys(bodies))('an action with %s', async (kind) => {
		for (const [type, contentType] of Object.entries(types)) {
			for (const id of [actions[0] ?? '', '', 'x', '0'.repeat(42), `${'a'.repeat(40)}zz`, null]) {
				const headers = {
					...(id !== null && { 'Next-Action': id }),
					...(contentType && { 'Content-Type': contentType }),
				};
				for (const origin of [server.url, 'null']) {
					const from = { Origin: origin, 'Sec-Fetch-Site': 'same-origin' };
					const sent = ask('/login', { method: 'POST', headers: { ...headers, ...from }, body: bodies[kind] ?? '' });
					await expectRefused(`${kind} as ${type} to ${id} from ${origin}`, sent);
				}
			}
		}
	});

	test('every action, without what it takes', async () => {
		const headers = { 'Content-Type': types.text };
		for (const id of actions)
			for (const body of ['[]', '[null]', '[{"__proto__":null}]', '["\\u0000"]', '[1,2,3]', 'x'])
				await expectRefused(
					`${id} ${body}`,
					ask('/settings', { method: 'POST', headers: { ...headers, 'Next-Action': id }, body }),
				);
	});
});
