import type { Instrumentation } from 'next';

/** Logs what a page or route threw, under the id that the error page shows. Paths only: a query may hold a name. */
export const onRequestError: Instrumentation.onRequestError = (error, request, context) => {
	const { digest, stack, message } = error as Error & { digest?: string };
	const where = `${context.routeType}: ${request.method} ${request.path.split('?')[0]}`;
	console.error(
		JSON.stringify({ time: new Date().toISOString(), level: 'error', id: digest, where, error: stack ?? message }),
	);
};
