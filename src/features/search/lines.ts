import { activityPath, companyPath, contactPath, dealPath, listPath } from '@/lib/paths';
import { type Found, type Hit, type SearchedKind, searchedKinds } from './schema';

/** A line of the search's answer and where it leads. */
export type Line = { href: string; hit: Hit } | { href: string; text: string; creates?: true };

export type Group = {
	title: string;
	lines: Line[];
	/** How many lines stand above. */
	start: number;
};

const kinds: Record<
	SearchedKind,
	{ title: string; list: Parameters<typeof listPath>[0]; path: (id: string) => string }
> = {
	company: { title: 'Companies', list: 'companies', path: companyPath },
	contact: { title: 'Contacts', list: 'contacts', path: contactPath },
	deal: { title: 'Deals', list: 'deals', path: dealPath },
	activity: { title: 'Activities', list: 'activities', path: activityPath },
};

/** What was found in groups; what was last worked on stands in one. Where nothing fits, a company can be made of the text. */
export function linesOf({ hits, more }: Found, q: string): Group[] {
	const groups: Omit<Group, 'start'>[] = [];
	const line = (hit: Hit): Line => ({ hit, href: kinds[hit.kind].path(hit.id) });
	if (q === '') groups.push({ title: 'Recent', lines: hits.map(line) });
	else {
		for (const kind of searchedKinds) {
			const lines = hits.filter((hit) => hit.kind === kind).map(line);
			const { title, list } = kinds[kind];
			if (more.includes(kind))
				lines.push({
					text: `All ${title.toLowerCase()} with “${q}”`,
					href: listPath(list, { ...(kind === 'deal' && { view: 'list' }), q }),
				});
			groups.push({ title, lines });
		}
		if (hits.length === 0)
			groups.push({
				title: 'Create',
				lines: [
					{ text: `Create company “${q}”`, href: `/companies/new?${new URLSearchParams({ name: q })}`, creates: true },
				],
			});
	}
	let start = 0;
	return groups
		.filter(({ lines }) => lines.length > 0)
		.map((group) => {
			const own = { ...group, start };
			start += group.lines.length;
			return own;
		});
}
