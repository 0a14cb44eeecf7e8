import { invalidateRouteCacheEntries } from 'next/dist/client/components/segment-cache/cache';
import { prepareFlightRouterStateForRequest } from 'next/dist/client/flight-data-helpers';

type RouterState = Parameters<typeof prepareFlightRouterStateForRequest>[0];

/** What the router sends along when it asks for a page. */
export type QuestionHeaders = { 'next-router-state-tree': string; 'next-url'?: string };

/**
 * How the router is going to ask for another page, whichever; null before it has said which one is open. It asks otherwise for what
 * it has seen before, which saves nothing here, where no page is kept: so it is made to forget that.
 */
export function nextQuestion(): QuestionHeaders | null {
	const kept: { tree?: RouterState } | undefined = history.state?.__PRIVATE_NEXTJS_INTERNALS_TREE;
	if (!kept?.tree) return null;
	// the arguments are for Next.js's own `Link`s, which the app does not have
	invalidateRouteCacheEntries(null, null as never);
	return {
		'next-router-state-tree': prepareFlightRouterStateForRequest(kept.tree),
		'next-url': `/${pathOf(kept.tree).join('/')}`,
	};
}

/** The path of the route that is open, which is another one than the address says where the server rewrites that. */
function pathOf([segment, { children }]: RouterState): string[] {
	const name = typeof segment === 'string' ? segment : segment[1];
	const isPart = name !== '' && !name.startsWith('(') && !name.startsWith('__PAGE__');
	return [...(isPart ? [name] : []), ...(children ? pathOf(children) : [])];
}
