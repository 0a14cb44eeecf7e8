import type { Instrumentation } from 'next';

/** Logs what a page or route threw, under the id that the error page shows. Paths only: a query may hold a name. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
	// compiled for a runtime without a process as well, where nothing of ours runs
	if (process.env.NEXT_RUNTIME !== 'nodejs') return;
	const { log, requests } = await import('@/lib/operations/log');
	const { describeError } = await import('@/lib/operations/describe-error');
	const where = `${context.routeType}: ${request.method} ${request.path.split('?')[0]}`;
	// Next.js reads the body of an action before it calls the action
	const state = requests.getStore();
	const isBody =
		context.routeType === 'action' || /FormData|multipart|bodySizeLimit/i.test((error as Error).message ?? '');
	if (isBody && request.method === 'POST' && state && !state.hasAction) {
		state.isUnreadable = true;
		log.warn({ where }, 'the body of an action cannot be read');
		return;
	}
	const { isBusy } = await import('@/lib/operations/busy');
	if (isBusy(error)) {
		log.warn({ where }, 'no connection to the database was free');
		return;
	}
	const { digest } = error as { digest?: string };
	log.error({ errorId: digest, where, error: describeError(error) }, 'unexpected error');
};
