/** Whether the process answers at all; the database is not asked. */
export function GET(): Response {
	return new Response('ok\n', { headers: { 'Cache-Control': 'no-store' } });
}

export const dynamic = 'force-dynamic';
