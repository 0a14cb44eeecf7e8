import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { trustForwardedHeaders } from './forwarded-headers.mjs';

function receive(sent: Record<string, string>, trustedProxies: number): Record<string, unknown> {
	const request = {
		headers: { host: 'localhost:3000', ...sent },
		rawHeaders: Object.entries(sent).flat(),
		socket: { remoteAddress: '::ffff:10.0.0.9' },
	} as unknown as IncomingMessage;
	trustForwardedHeaders(request, trustedProxies);
	const raw = Object.fromEntries(
		request.rawHeaders.flatMap((name, i, all) => (i % 2 === 0 ? [[name, all[i + 1]]] : [])),
	);
	expect({ host: 'localhost:3000', ...raw }).toEqual(request.headers);
	return request.headers;
}

describe('the forwarding headers', () => {
	it('of a client are replaced by its own address when no proxy is trusted', () => {
		const sent = {
			'x-forwarded-for': '1.2.3.4',
			'x-forwarded-host': 'evil.example',
			'x-real-ip': '1.2.3.4',
			forwarded: 'for=1.2.3.4',
		};
		expect(receive(sent, 0)).toEqual({ host: 'localhost:3000', 'x-forwarded-for': '10.0.0.9' });
	});

	it('count from the right, where the trusted proxies wrote', () => {
		expect(receive({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }, 1)).toMatchObject({
			'x-forwarded-for': '203.0.113.7',
		});
		expect(receive({ 'x-forwarded-for': '6.6.6.6, 203.0.113.7, 10.0.0.2' }, 2)).toMatchObject({
			'x-forwarded-for': '203.0.113.7',
		});
	});

	it('with fewer entries than proxies are not believed', () => {
		expect(receive({ 'x-forwarded-for': '6.6.6.6' }, 2)).toMatchObject({ 'x-forwarded-for': '10.0.0.9' });
	});

	it('keep the host and scheme that a trusted proxy saw', () => {
		const sent = { 'x-forwarded-host': 'crm.example.com', 'x-forwarded-proto': 'https' };
		expect(receive(sent, 1)).toMatchObject(sent);
	});
});

describe('an origin', () => {
	it('that a browser hides is none', () => {
		expect(receive({ origin: 'null' }, 0)).not.toHaveProperty('origin');
		expect(receive({ origin: 'https://crm.example.com' }, 0)).toMatchObject({ origin: 'https://crm.example.com' });
	});
});
