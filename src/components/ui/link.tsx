import type { Route } from 'next';
import type { ComponentProps } from 'react';

export type LinkProps<Path extends string = string> = Omit<ComponentProps<'a'>, 'href'> & {
	href: Route<Path>;
	/** Back does not lead to the page that is left. */
	replace?: boolean;
	/** Whether the new page begins at its top. */
	scroll?: boolean;
};

/**
 * A link within the app: a plain anchor, so that a page of a hundred links costs the browser no more than their text.
 * `FollowLinks` follows all of them without loading the app again; until it runs, the browser does.
 */
export function Link<Path extends string>({ replace, scroll = true, ...props }: LinkProps<Path>) {
	return <a data-replaces={replace || undefined} data-keeps-place={!scroll || undefined} {...props} />;
}
