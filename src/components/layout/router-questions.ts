import { invalidateRouteCacheEntries } from 'next/dist/client/components/segment-cache/cache';
import { prepareFlightRouterStateForRequest } from 'next/dist/client/flight-data-helpers';

type RouterState = Parameters<typeof prepareFlightRouterStateForRequest>[0];

/** What the router sends along when it asks for a page. */
export type QuestionHeaders = { 'next-router-state-tree': string; 'next-url'?: string };

/**
 * How the router is going to ask for a page from the one that is open; null before it has said where it is. It asks otherwise for
 * what it has seen before, which saves nothing here, where no page is kept: so it is made to forget that.
 */
export function expectedQuestion(to: URL): QuestionHeaders | null {
	const kept: { tree?: RouterState } | undefined = history.state?.__PRIVATE_NEXTJS_INTERNALS_TREE;
	if (!kept?.tree) return null;
	const isOther = to.pathname !== location.pathname;
	// what it would tell of that, it tells `Link`s of its own, and there are none
	if (isOther) invalidateRouteCacheEntries(null, null as never);
	const state = isOther ? kept.tree : readAgain(kept.tree);
	return {
		'next-router-state-tree': prepareFlightRouterStateForRequest(state),
		'next-url': `/${pathOf(kept.tree).join('/')}`,
	};
}

/** The path of the route that is open, which is another one than the address says where the server rewrites that. */
function pathOf([segment, { children }]: RouterState): string[] {
	const name = typeof segment === 'string' ? segment : segment[1];
	const isPart = name !== '' && !name.startsWith('(') && !name.startsWith('__PAGE__');
	return [...(isPart ? [name] : []), ...(children ? pathOf(children) : [])];
}

/** The state that asks for the same page once more, with other rows. */
function readAgain(state: RouterState): RouterState {
	const [segment, { children, ...parallel }, path, marker, ...hints] = state;
	if (!children) return [segment, {}, path, 'refetch', ...hints] as RouterState;
	return [segment, { ...parallel, children: readAgain(children) }, path, marker, ...hints] as RouterState;
}
