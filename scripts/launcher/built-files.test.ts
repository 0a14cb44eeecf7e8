import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressBuilt } from './build.ts';
import { builtFiles } from './built-files.mjs';

const script = 'console.log("Công ty Bình Minh");\n'.repeat(200);
let build: string;
let server: http.Server;

beforeEach(async () => {
	build = fs.mkdtempSync(path.join(os.tmpdir(), 'built-files-'));
	const chunks = path.join(build, '.next/static/chunks');
	fs.mkdirSync(chunks, { recursive: true });
	fs.writeFileSync(path.join(chunks, 'one.js'), script);
	fs.writeFileSync(path.join(chunks, 'one.css'), 'a{color:red}');
	fs.writeFileSync(path.join(chunks, 'one.woff2'), 'font');
	const headers = [{ source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] }];
	fs.writeFileSync(path.join(build, '.next/routes-manifest.json'), JSON.stringify({ headers }));
	compressBuilt(path.join(build, '.next/static'));
	const answer = builtFiles(build);
	server = http.createServer((request, response) => {
		if (!answer(request, response)) response.writeHead(404).end('by Next.js');
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});

afterEach(() => {
	server.close();
	fs.rmSync(build, { recursive: true });
});

/** The answer to a request, its body as it travels. */
function ask(target: string, { method = 'GET', ...headers }: Record<string, string> = { 'accept-encoding': 'gzip' }) {
	const { port } = server.address() as AddressInfo;
	return new Promise<{ status: number | undefined; headers: http.IncomingHttpHeaders; body: Buffer }>(
		(resolve, reject) => {
			http
				.request({ port, host: '127.0.0.1', path: target, method, headers }, async (response) => {
					const body = Buffer.concat(await response.toArray());
					resolve({ status: response.statusCode, headers: response.headers, body });
				})
				.on('error', reject)
				.end();
		},
	);
}

test('scripts and stylesheets are sent as the build has compressed them, with the headers of every response', async () => {
	const { status, headers, body } = await ask('/_next/static/chunks/one.js?dpl=1');
	expect(status).toBe(200);
	expect(zlib.gunzipSync(body).toString()).toBe(script);
	expect(headers).toMatchObject({
		'content-type': 'application/javascript; charset=UTF-8',
		'content-encoding': 'gzip',
		'content-length': String(body.length),
		'cache-control': 'public, max-age=31536000, immutable',
		vary: 'Accept-Encoding',
		'x-content-type-options': 'nosniff',
	});
	expect((await ask('/_next/static/chunks/one.css')).headers['content-type']).toBe('text/css; charset=UTF-8');
});

test('everything else is left to Next.js', async () => {
	for (const target of [
		'/_next/static/chunks/none.js',
		'/_next/static/chunks/one.woff2',
		'/_next/static/chunks/one.js.gz',
		'/_next/static/chunks/../chunks/one.js',
		'/_next/static/../routes-manifest.json',
		'/chunks/one.js',
	])
		expect((await ask(target)).body.toString(), target).toBe('by Next.js');
	const path = '/_next/static/chunks/one.js';
	expect((await ask(path, {})).body.toString()).toBe('by Next.js');
	expect((await ask(path, { 'accept-encoding': 'br' })).body.toString()).toBe('by Next.js');
	expect((await ask(path, { 'accept-encoding': 'gzip', range: 'bytes=0-5' })).body.toString()).toBe('by Next.js');
	expect((await ask(path, { 'accept-encoding': 'gzip', method: 'HEAD' })).status).toBe(404);
});

test('a build without compressed files leaves all to Next.js', () => {
	const answer = builtFiles(path.join(build, 'none'));
	expect(answer({ method: 'GET', url: '/_next/static/chunks/one.js', headers: {} } as never, {} as never)).toBe(false);
});
