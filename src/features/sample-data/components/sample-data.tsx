import { requireUserId } from '@/lib/auth/session';
import { countedList } from '@/lib/text/counted';
import { getSampleData } from '../server/sample-data-queries';
import { LoadSampleData } from './load-sample-data';
import { RemoveSampleData } from './remove-sample-data';

/** Loads invented companies, people, deals and activities to try things out with, and takes them back. */
export async function SampleData() {
	const { companies, sampleCompanies, sampleContacts, sampleDeals } = await getSampleData(await requireUserId());
	const loadedRecords = countedList([
		[sampleCompanies, 'company', 'companies'],
		[sampleContacts, 'contact', 'contacts'],
		[sampleDeals, 'deal', 'deals'],
	]);
	return (
		<div className="flex flex-col items-start gap-4">
			<p id="sample-data-state" tabIndex={-1}>
				{loadedRecords ? `Among your records from the sample data: ${loadedRecords}.` : 'No sample data is loaded.'}
			</p>
			{!loadedRecords && <LoadSampleData companies={companies} />}
			<RemoveSampleData loaded={loadedRecords !== ''} />
		</div>
	);
}
