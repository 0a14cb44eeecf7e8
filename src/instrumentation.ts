import type { Instrumentation } from 'next';

/** Logs what a page or route threw, under the id that the error page shows. Paths only: a query may hold a name. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
	// compiled for a runtime without a process as well, where nothing of ours runs
	if (process.env.NEXT_RUNTIME !== 'nodejs') return;
	const { log } = await import('@/lib/log');
	const { describeError } = await import('@/lib/describe-error');
	const where = `${context.routeType}: ${request.method} ${request.path.split('?')[0]}`;
	const { digest } = error as { digest?: string };
	log.error({ errorId: digest, where, error: describeError(error) }, 'unexpected error');
};
