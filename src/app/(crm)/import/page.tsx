import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { ImportList } from '@/features/import/components/import-list';
import { UploadFile } from '@/features/import/components/upload-file';

export const metadata: Metadata = { title: 'Import' };

export default function ImportPage() {
	return (
		<div className="max-w-4xl">
			<PageHeader
				title="Import"
				description="Companies, contacts or deals from a CSV file: from a spreadsheet, from another CRM, or from MiniCRM itself."
			/>
			<div className="flex flex-col gap-8">
				<UploadFile />
				<ImportList />
			</div>
		</div>
	);
}
