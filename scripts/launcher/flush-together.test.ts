import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
// @ts-expect-error: Next.js ships its copy without types
import compression from 'next/dist/compiled/compression';
import { expect, it } from 'vitest';
import { flushTogether } from './flush-together.mjs';

type Response = http.ServerResponse & { flush: () => void };

/** What a server sends that compresses as Next.js does: the pieces as they arrive, still compressed. */
async function answerOf(write: (response: Response) => Promise<void>, onPiece: (text: string) => void = () => {}) {
	const compress = compression();
	const server = http.createServer((request, response) => {
		flushTogether(response);
		response.setHeader('Content-Type', 'text/html');
		compress(request as never, response as never, () => void write(response as Response));
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	try {
		const { port } = server.address() as AddressInfo;
		return await new Promise<{ bytes: number; text: string }>((resolve, reject) => {
			http
				.get({ port, host: '127.0.0.1', headers: { 'accept-encoding': 'gzip' } }, async (response) => {
					let bytes = 0;
					let text = '';
					response.on('data', (piece: Buffer) => {
						bytes += piece.length;
					});
					for await (const piece of response.pipe(zlib.createGunzip()).setEncoding('utf8')) {
						text += piece;
						onPiece(text);
					}
					resolve({ bytes, text });
				})
				.on('error', reject);
		});
	} finally {
		server.close();
	}
}

it('sends what is written piece by piece as if it were written at once', async () => {
	const rows = Array.from(
		{ length: 200 },
		(_, n) => `<tr><td>${(n * 7919) % 1000}</td><td>Công ty Bình Minh</td></tr>`,
	);
	const { bytes, text } = await answerOf(async (response) => {
		for (const row of rows) {
			response.write(row);
			response.flush();
			await Promise.resolve();
		}
		response.end();
	});
	expect(text).toBe(rows.join(''));
	expect(bytes).toBeLessThan(zlib.gzipSync(rows.join('')).length * 1.05);
});

it('does not hold back what is there while the rest is late', async () => {
	const early = Promise.withResolvers<void>();
	const { text } = await answerOf(
		async (response) => {
			response.write('<p>early</p>');
			response.flush();
			await early.promise;
			response.end('<p>late</p>');
		},
		(soFar) => soFar.includes('early') && early.resolve(),
	);
	expect(text).toBe('<p>early</p><p>late</p>');
});
