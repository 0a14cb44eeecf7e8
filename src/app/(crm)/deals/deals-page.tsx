import type { ComponentType } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { ExportLink } from '@/components/list/export-link';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { getSettings } from '@/features/account/server/account-queries';
import type { DealsProps } from '@/features/deals/list/deal-list';
import { dealList } from '@/features/deals/schema';
import { dealListOf } from '@/features/deals/server/deal-list';
import { PresentView } from '@/features/views/components/present-view';
import { SaveView } from '@/features/views/components/save-view';
import { openList } from '@/features/views/list-page';
import { requireUserId } from '@/lib/auth/session';
import type { SearchParams } from '@/lib/list/list-params';

/** The page of the account's deals, on the board or in a list. Each loads its own code. */
export async function dealsPage(searchParams: Promise<SearchParams>, View: ComponentType<DealsProps>) {
	const userId = await requireUserId();
	const { params, shown } = await openList('deals', searchParams);
	return (
		<>
			<PageHeader
				title="Deals"
				beside={<PresentView shown={shown} />}
				actions={
					<>
						<SaveView shown={shown} />
						<ExportLink list={dealList.anyAccount} params={params} path="/deals" />
						<Button asChild>
							<Link href="/deals/new">
								<PlusIcon /> New deal
							</Link>
						</Button>
					</>
				}
			/>
			<View
				userId={userId}
				state={(await dealListOf(userId)).parse(await params)}
				settings={await getSettings(userId)}
			/>
		</>
	);
}
