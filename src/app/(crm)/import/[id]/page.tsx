import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { openRecord } from '@/domain/record-page';
import { ImportView } from '@/features/import/components/import-view';
import { RemoveImport } from '@/features/import/components/remove-import';
import { getImport } from '@/features/import/server/import-queries';

const open = openRecord(getImport);

export async function generateMetadata({ params }: PageProps<'/import/[id]'>): Promise<Metadata> {
	return { title: (await open(params)).record.fileName };
}

export default async function ImportFilePage({ params }: PageProps<'/import/[id]'>) {
	// awaited before anything is sent, so that a missing import is a 404
	const { userId, record } = await open(params);
	const { source } = record.settings;
	const isWorkedOn = record.status === 'checking' || record.status === 'running';
	return (
		<div className="max-w-5xl">
			<PageHeader
				title={<span className="wrap-anywhere">{record.fileName}</span>}
				breadcrumbs={[{ label: 'Import', href: '/import' }]}
				actions={!isWorkedOn && <RemoveImport id={record.id} fileName={record.fileName} status={record.status} />}
				description={source ? `This looks like an export of ${source}.` : undefined}
			/>
			<ImportView userId={userId} found={record} />
		</div>
	);
}
