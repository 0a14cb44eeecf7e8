import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageHeader } from '@/components/layout/page-header';
import { Button } from '@/components/ui/button';
import { getSettings } from '@/features/account/queries';
import { DealCard } from '@/features/deals/components/deal-card';
import { DealOverview } from '@/features/deals/components/deal-overview';
import { daysByStage, pathOf } from '@/features/deals/components/deal-path';
import { DeleteDeal } from '@/features/deals/components/delete-deal';
import { StageStepper } from '@/features/deals/components/stage-stepper';
import { getDeal } from '@/features/deals/queries';
import { openRecord } from '@/lib/record-page';

const open = openRecord(getDeal);

export async function generateMetadata({ params }: PageProps<'/deals/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.name };
}

export default async function DealPage({ params }: PageProps<'/deals/[id]'>) {
	const { userId, record: deal } = await open(params);
	const settings = await getSettings(userId);
	const path = pathOf(deal, settings.timeZone, new Date());
	return (
		<>
			<PageHeader
				title={<span className="wrap-anywhere">{deal.name}</span>}
				breadcrumbs={[{ label: 'Deals', href: '/deals' }]}
				actions={
					<>
						<Button asChild variant="outline">
							<Link href={`/deals/${deal.id}/edit`}>
								<Pencil aria-hidden /> Edit
							</Link>
						</Button>
						<DeleteDeal id={deal.id} name={deal.name} />
					</>
				}
			/>
			<StageStepper id={deal.id} stage={deal.stage} days={daysByStage(path)} />
			<DealCard deal={deal} settings={settings} />
			<DealOverview deal={deal} path={path} settings={settings} />
		</>
	);
}
