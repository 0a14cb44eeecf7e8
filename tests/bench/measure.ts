import fs from 'node:fs';
import http from 'node:http';
import zlib from 'node:zlib';

export type Sample = { milliseconds: number; bytes: number; status: number; body: string };
export type Timing = { median: number; p95: number; bytes: number };

const agent = new http.Agent({ keepAlive: true });

type Post = { headers: Record<string, string>; body: string };

const navigation = { accept: 'text/html,*/*', 'sec-fetch-dest': 'document' };

/** One request from the client's side: the time to the last byte, and the bytes of the body as they travelled. */
export function request(url: string, cookie: string, post?: Post): Promise<Sample> {
	return new Promise((resolve, reject) => {
		const begun = performance.now();
		const headers = { cookie, 'accept-encoding': 'gzip', ...(post?.headers ?? navigation) };
		http
			.request(url, { agent, headers, method: post ? 'POST' : 'GET' }, (response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk) => chunks.push(chunk));
				response.on('end', () => {
					const milliseconds = performance.now() - begun;
					const raw = Buffer.concat(chunks);
					const body = (response.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(raw) : raw).toString();
					resolve({ milliseconds, bytes: raw.length, status: response.statusCode ?? 0, body });
				});
			})
			.on('error', reject)
			.end(post?.body);
	});
}

/** One request for a page. Fails where it is not a 200. */
export async function getPage(url: string, cookie: string): Promise<Sample> {
	const sample = await request(url, cookie);
	if (sample.status !== 200) throw new Error(`${url} answered ${sample.status}.`);
	return sample;
}

/** Times several requests one at a time and in turn, after a warm-up, so that all of them meet the same machine. */
export async function timeTogether<Name extends string>(
	requests: Record<Name, () => Promise<Sample>>,
	{ warmUps, samples }: { warmUps: number; samples: number },
): Promise<Record<Name, Timing>> {
	const names = Object.keys(requests) as Name[];
	const taken = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>;
	for (let n = 0; n < warmUps + samples; n++) {
		for (const name of names) {
			const sample = await requests[name]();
			if (n >= warmUps) taken[name].push(sample);
		}
	}
	return Object.fromEntries(names.map((name) => [name, summary(taken[name])])) as Record<Name, Timing>;
}

function summary(samples: Sample[]): Timing {
	return { ...spread(samples.map(({ milliseconds }) => milliseconds)), bytes: samples[0]?.bytes ?? 0 };
}

/** The median and the 95th percentile of some times. */
export function spread(times: number[]): { median: number; p95: number } {
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
	return { median: at(0.5), p95: at(0.95) };
}

/** The scripts that a browser loads with a page, without those for browsers that know no modules: how many, and their compressed bytes. */
export async function firstLoadScripts(url: string, cookie: string): Promise<{ count: number; bytes: number }> {
	const { body } = await request(url, cookie);
	const tags = body.match(/<script[^>]*\ssrc="[^"]*"[^>]*>/g) ?? [];
	const sources = tags.filter((tag) => !/\snomodule/i.test(tag)).map((tag) => /\ssrc="([^"]*)"/.exec(tag)?.[1]);
	const loaded = [...new Set(sources.flatMap((source) => source?.replaceAll('&amp;', '&') ?? []))];
	let bytes = 0;
	for (const source of loaded) bytes += (await request(new URL(source, url).href, cookie)).bytes;
	return { count: loaded.length, bytes };
}

/** The memory that a process has at this moment, in MB; 0 where the system does not tell. */
export const residentMemory = (pid: number) => memoryOf(pid, 'VmRSS');
/** The most that it has had. */
export const peakMemory = (pid: number) => memoryOf(pid, 'VmHWM');

function memoryOf(pid: number, entry: string): number {
	try {
		const [, kilobytes = '0'] =
			new RegExp(`${entry}:\\s+(\\d+)`).exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Math.round(Number(kilobytes) / 1000);
	} catch {
		return 0;
	}
}
