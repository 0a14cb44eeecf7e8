import { isDatabaseReady } from '@/lib/db/health';

/** Whether requests can be served: 503 while the database does not answer. */
export async function GET(): Promise<Response> {
	const ready = await isDatabaseReady();
	return new Response(ready ? 'ok\n' : 'not ready\n', {
		status: ready ? 200 : 503,
		headers: { 'Cache-Control': 'no-store' },
	});
}

export const dynamic = 'force-dynamic';
