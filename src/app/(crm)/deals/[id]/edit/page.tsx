import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { editFormFields } from '@/domain/fields/form-fields';
import { dealPath } from '@/domain/paths';
import { openRecord } from '@/domain/record-page';
import { getSettings } from '@/features/account/server/account-queries';
import { DealForm } from '@/features/deals/form/deal-form';
import { getDeal } from '@/features/deals/server/deal-queries';
import { dayIn, dayOfColumn } from '@/lib/dates/dates';
import { currencies } from '@/lib/locale';
import { formatAmount } from '@/lib/money/money';

const open = openRecord(getDeal);

export async function generateMetadata({ params }: PageProps<'/deals/[id]/edit'>): Promise<Metadata> {
	return { title: `Edit ${(await open(params)).record.name}` };
}

export default async function EditDealPage({ params }: PageProps<'/deals/[id]/edit'>) {
	const { userId, record: deal } = await open(params);
	const settings = await getSettings(userId);
	const custom = await editFormFields(userId, 'deal', deal, settings);
	const {
		version,
		name,
		value,
		currency,
		stage,
		ownProbability,
		expectedCloseOn,
		company,
		contact,
		notes,
		lostReason,
	} = deal;
	return (
		<>
			<PageHeader
				title="Edit deal"
				breadcrumbs={[
					{ label: 'Deals', href: '/deals' },
					{ label: deal.name, href: dealPath(deal.id) },
				]}
			/>
			<DealForm
				id={deal.id}
				custom={custom}
				deal={{
					version,
					name,
					value: formatAmount(value.toFixed(2), { locale: settings.locale, currency }),
					currency,
					stage,
					ownProbability,
					company,
					contact,
					contactRole: deal.contactRole,
					expectedCloseOn: expectedCloseOn ? dayOfColumn(expectedCloseOn) : '',
					notes: notes ?? '',
					lostReason,
				}}
				currency={settings.currency}
				currencies={currencies()}
				locale={settings.locale}
				example={formatAmount('1500000', settings)}
				today={dayIn(new Date(), settings.timeZone)}
			/>
		</>
	);
}
