import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { LoadSampleDataForm } from '@/features/sample-data/components/load-sample-data-form';

/** What an account that keeps nothing yet can begin with, other than a company typed by hand. */
export function OtherStart() {
	return (
		<>
			<Button asChild variant="outline">
				<Link href="/import">Import a file</Link>
			</Button>
			<LoadSampleDataForm variant="outline" />
		</>
	);
}
