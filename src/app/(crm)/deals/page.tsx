import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Deals } from '@/features/deals/list/deals';
import { dealList } from '@/features/deals/schema';
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';

export const metadata: Metadata = { title: 'Deals' };

export default async function DealsPage({ searchParams }: PageProps<'/deals'>) {
	const { params, shown } = await openList('deals', searchParams);
	return (
		<>
			<PageHeader
				title="Deals"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<SaveView shown={shown} />
						<ExportLink list={dealList} params={params} path="/deals" />
						<Button asChild>
							<Link href="/deals/new">
								<PlusIcon /> New deal
							</Link>
						</Button>
					</>
				}
			/>
			<Deals params={params} />
		</>
	);
}
