import fs from 'node:fs';
import path from 'node:path';

/** The types of the built files that are worth compressing, as Next.js names them. */
const TYPES = { '.js': 'application/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' };

/** @typedef {import('node:http').IncomingMessage} Request @typedef {import('node:http').ServerResponse} Response */

/**
 * Reads what a build has compressed (`compressBuilt` in build.ts), and returns what answers requests for it. Next.js would
 * compress the stylesheet and every script again for each browser that comes, and the first page waits for that.
 * @param {string} build the folder of the built app
 * @returns {(request: Request, response: Response) => boolean} whether it has answered
 */
export function builtFiles(build) {
	/** @type {Map<string, { body: Buffer, type: string }>} */
	const files = new Map();
	const folder = path.join(build, '.next/static');
	for (const file of fs.globSync('**/*.gz', { cwd: folder })) {
		const name = file.slice(0, -'.gz'.length);
		const type = TYPES[/** @type {keyof typeof TYPES} */ (path.extname(name))];
		if (type) files.set(`/_next/static/${name}`, { body: fs.readFileSync(path.join(folder, file)), type });
	}
	const headers = files.size > 0 ? headersOfAll(build) : [];

	return (request, response) => {
		const file = request.method === 'GET' && files.get((request.url ?? '').split('?')[0] ?? '');
		if (!file || request.headers.range || !/\bgzip\b/.test(String(request.headers['accept-encoding']))) return false;
		for (const { key, value } of headers) response.setHeader(key, value);
		response.writeHead(200, {
			'Content-Type': file.type,
			'Content-Encoding': 'gzip',
			'Content-Length': file.body.length,
			// another file has another name
			'Cache-Control': 'public, max-age=31536000, immutable',
			Vary: 'Accept-Encoding',
		});
		response.end(file.body);
		return true;
	};
}

/**
 * The headers that next.config.ts gives to every response.
 * @param {string} build
 * @returns {{ key: string, value: string }[]}
 */
function headersOfAll(build) {
	const manifest = JSON.parse(fs.readFileSync(path.join(build, '.next/routes-manifest.json'), 'utf8'));
	/** @type {{ source: string, headers: { key: string, value: string }[] }[]} */
	const rules = manifest.headers;
	return rules.find(({ source }) => source === '/:path*')?.headers ?? [];
}
