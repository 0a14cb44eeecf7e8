import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { FieldSettings } from '@/features/fields/components/field-settings';

export const metadata: Metadata = { title: 'Fields' };

export default function FieldsPage({ searchParams }: PageProps<'/settings/fields'>) {
	return (
		<>
			<PageHeader
				title="Fields"
				description="What else you keep about each kind of record. Shown on its page in this order."
				breadcrumbs={[{ label: 'Settings', href: '/settings' }]}
			/>
			<div className="max-w-4xl">
				<FieldSettings params={searchParams} />
			</div>
		</>
	);
}
