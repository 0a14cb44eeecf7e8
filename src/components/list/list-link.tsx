import type { Route } from 'next';
import { Link, type LinkProps } from '@/components/ui/link';
import type { PageTurn } from '@/domain/merge/merge-query';

type ListLinkProps = Omit<LinkProps, 'href'> & {
	href: string;
	/** The parameters that become what the link says, whatever was asked for a moment ago; `all` leaves nothing else. */
	sets?: readonly string[] | 'all';
	/** A step from page to page. */
	turn?: PageTurn;
};

/** A link to other rows of the same list. `ListFrame` follows it, which knows what else has been asked for meanwhile. */
export function ListLink({ href, scroll = false, sets = [], turn, ...props }: ListLinkProps) {
	return (
		<Link
			href={href as Route}
			scroll={scroll}
			data-sets={sets === 'all' ? sets : sets.join()}
			data-turn={turn && `${turn.by},${turn.pages}`}
			{...props}
		/>
	);
}

/** What a link was made with, for the one who follows it; null where it is another kind of link. */
export function listChangeOf(link: HTMLAnchorElement) {
	const { sets, turn, keepsPlace, replaces } = link.dataset;
	if (sets === undefined) return null;
	const [by = 0, pages = 0] = turn?.split(',').map(Number) ?? [];
	return {
		query: link.search.slice(1),
		scroll: keepsPlace === undefined,
		replace: replaces !== undefined,
		sets: sets === 'all' ? ('all' as const) : sets.split(',').filter(Boolean),
		turn: turn ? { by: by < 0 ? (-1 as const) : (1 as const), pages } : undefined,
	};
}
