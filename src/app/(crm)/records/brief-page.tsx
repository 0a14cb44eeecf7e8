import type { Metadata } from 'next';
import { openRecord } from '@/domain/record-page';
import { Brief } from '@/features/brief/components/brief';
import { type BriefOf, findBriefSubject } from '@/features/brief/server/brief-queries';

type Props = { params: Promise<{ id: string }> };

/** Makes the page and the title of a brief: of a company, a deal or a meeting, as `of` makes of the id in its address. */
export function briefPage(of: (id: string) => BriefOf) {
	const open = openRecord((userId, id) => findBriefSubject(userId, of(id)));
	return {
		title: async ({ params }: Props): Promise<Metadata> => {
			const { company, deal, meeting } = (await open(params)).record;
			return { title: `Brief: ${meeting?.subject ?? deal?.name ?? company.name}` };
		},
		Page: async function BriefPage({ params }: Props) {
			const { userId, record } = await open(params);
			return <Brief userId={userId} subject={record} />;
		},
	};
}
